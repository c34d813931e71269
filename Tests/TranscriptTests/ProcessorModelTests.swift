import Testing
import Workbench

/// `--cpu`: the same instruction on two processors.
@Suite struct ProcessorModelTests {
  private func vaddps(on processor: String) throws -> String {
    var options = Workbench.Options(scenario: "bare")
    options.processor = processor
    let session = try Workbench.open(options)
    _ = session.start()
    var text = ""
    session.output = { text += $0 }
    for line in [
      "eb 1000 c5 fc 58 c1", "r ymm0:f=8 7 6 5 4 3 2 1", "r ymm1:f=1 1 1 1 1 1 1 1", "t",
      "r ymm0:f",
    ] {
      _ = session.execute(line)
    }
    return text
  }

  @Test func executesWhatTheProcessorOffers() throws {
    #expect(try vaddps(on: "avx2").contains("ymm0=9 8 7 6 5 4 3 2"))
  }

  @Test func refusesWhatItDoesNot() throws {
    #expect(try vaddps(on: "default").contains("#UD (vector 06)"))
  }

  @Test func namesTheProcessorsThereAre() {
    var options = Workbench.Options(scenario: "bare")
    options.processor = "z80"
    #expect { _ = try Workbench.open(options) } throws: {
      "\($0)".contains("default, avx2, baseline")
    }
  }
}
