import Testing

@testable import X86

/// The table itself.
struct FormTests {
  @Test func everyMeaningHasARow() {
    let meant = Set(Form.all.map(\.semantics))
    for semantics in Semantics.allCases where semantics != .truncated {
      #expect(meant.contains(semantics), "\(semantics)")
    }
  }

  @Test func rowsHaveNumbersThatFit() {
    #expect(Form.all.count < Int(UInt16.max))
    #expect(Form.all[0].semantics == .invalid)
  }

  @Test func mnemonicsAreWords() {
    for form in Form.all.dropFirst() {
      let isWord = form.mnemonic.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
      }
      #expect(isWord && !form.mnemonic.isEmpty, "\(form.mnemonic)")
    }
  }

  @Test func rowsOfAnOpcodeAgreeOnModRM() {
    var hasModRM: [String: Bool] = [:]
    for form in Form.all.dropFirst() {
      for step in 0..<form.encoding.opcodeCount {
        for (bit, mode) in [(Modes.long, "64"), (Modes.legacy, "32")]
        where form.modes.contains(bit) {
          let place = form.encoding
          let key = "\(place.scheme) \(place.map) \(Int(place.opcode) + step) \(mode)"
          #expect(hasModRM[key, default: place.hasModRM] == place.hasModRM, "\(key)")
          hasModRM[key] = place.hasModRM
        }
      }
    }
  }

  @Test func noTwoRowsFitTheSameBytesEquallyWell() {
    for (number, form) in Form.all.enumerated().dropFirst() {
      for other in Form.all[(number + 1)...] where collide(form, other) {
        Issue.record("\(form.mnemonic) and \(other.mnemonic), row \(number)")
      }
    }
  }

  /// Whether two rows demand the same of the same opcode.
  private func collide(_ one: Form, _ other: Form) -> Bool {
    let a = one.encoding
    let b = other.encoding
    guard a.map == b.map, a.scheme == b.scheme, a.opcode == b.opcode, a.span == b.span else {
      return false
    }
    guard a.prefix == b.prefix, a.size == b.size, a.target == b.target, a.rm == b.rm,
      a.digit == b.digit, a.vectorLength == b.vectorLength, a.withoutRexB == b.withoutRexB
    else { return false }
    return !one.modes.isDisjoint(with: other.modes)
  }

  @Test func lockableRowsWriteMemory() {
    for form in Form.all where form.lockable {
      let places = [form.operands.0.plan.place, form.operands.1.plan.place]
      #expect(places.contains(.modRMRM), "\(form.mnemonic)")
      #expect(form.encoding.target != .register)
    }
  }

  @Test func operandsFillTheFirstPlaces() {
    for form in Form.all {
      let places = [form.operands.0, form.operands.1, form.operands.2, form.operands.3]
      let used = places.prefix { $0 != .none }.count
      #expect(places.dropFirst(used).allSatisfy { $0 == .none }, "\(form.mnemonic)")
      #expect(used == form.operandCount)
    }
  }
}
