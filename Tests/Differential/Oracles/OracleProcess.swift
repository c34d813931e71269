import Foundation

/// A program that runs batches of records: it shares a file with us, reads a batch's size from its
/// standard input and writes it to its standard output when the batch is done.
public final class OracleProcess {
  /// Records in a batch.
  public static let capacity = 1024
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let file: URL
  private let memory: UnsafeMutableRawPointer
  private static let bytes = Record.headerBytes + capacity * Record.bytes

  /// Starts a program with the shared file's path as its last argument.
  public init(_ program: URL, _ arguments: [String] = []) throws {
    file = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try Data(count: Self.bytes).write(to: file)
    let descriptor = open(file.path, O_RDWR)
    guard descriptor >= 0,
      let at = mmap(nil, Self.bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      at != UnsafeMutableRawPointer(bitPattern: -1)
    else { throw OracleError.noSharedFile }
    close(descriptor)
    memory = at
    process.executableURL = program
    process.arguments = arguments + [file.path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    munmap(memory, Self.bytes)
    try? FileManager.default.removeItem(at: file)
  }

  /// A record of the batch.
  public func record(_ index: Int) -> Record {
    Record(
      base: memory + Record.headerBytes + min(max(0, index), Self.capacity - 1) * Record.bytes)
  }

  /// Runs the first records of the batch.
  public func run(_ count: Int) throws {
    var number = UInt32(min(count, Self.capacity))
    let data = withUnsafeBytes(of: &number) { Data($0) }
    try input.fileHandleForWriting.write(contentsOf: data)
    guard let answer = try output.fileHandleForReading.read(upToCount: 4), answer.count == 4 else {
      throw OracleError.ended
    }
  }
}

/// Why an oracle cannot be asked.
public enum OracleError: Error {
  case noSharedFile, ended
  case notAvailable(String)
}

extension OracleProcess {
  /// The host's own processor, through `native.c`, which is compiled for the purpose.
  public static func native() throws -> OracleProcess {
    #if os(Linux) && arch(x86_64)
      let program = FileManager.default.temporaryDirectory
        .appending(path: "native-oracle-\(getpid())")
      guard let compiler = find("clang") ?? find("cc") else {
        throw OracleError.notAvailable("no C compiler")
      }
      let build = Process()
      build.executableURL = compiler
      build.arguments =
        ["-O2", "-fPIE", "-pie", "-fno-stack-protector", "-o", program.path]
        + [sources.appending(path: "native.c").path]
      try build.run()
      build.waitUntilExit()
      guard build.terminationStatus == 0 else {
        throw OracleError.notAvailable("native.c does not compile")
      }
      defer { try? FileManager.default.removeItem(at: program) }
      let oracle = try OracleProcess(program)
      try oracle.run(0)
      return oracle
    #else
      throw OracleError.notAvailable("the host is not x86-64 Linux")
    #endif
  }

  /// Unicorn, through `unicorn-oracle.py`.
  public static func unicorn() throws -> OracleProcess {
    guard let python = find("python3") else { throw OracleError.notAvailable("no python3") }
    let oracle = try OracleProcess(
      python, [sources.appending(path: "unicorn-oracle.py").path])
    try oracle.run(0)
    return oracle
  }

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func find(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let url = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: url.path) { return url }
    }
    return nil
  }
}
