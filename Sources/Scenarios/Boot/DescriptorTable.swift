import Machine

/// The descriptor table the kernel starts with: NT's selectors, before it makes its own.
enum DescriptorTable {
  /// Descriptors by selector (Intel SDM vol. 3A, 3.4.5): code and data are flat.
  private static let descriptors: [(selector: Int, value: UInt64)] = [
    (0x10, 0x0020_9b00_0000_0000),  // kernel code, 64-bit
    (0x18, 0x00cf_9300_0000_ffff),  // kernel data
    (0x20, 0x00cf_fb00_0000_ffff),  // user code, 32-bit
    (0x28, 0x00cf_f300_0000_ffff),  // user data
    (0x30, 0x0020_fb00_0000_0000),  // user code, 64-bit
  ]

  /// The table as it lies in memory.
  static let bytes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x60)
    for descriptor in descriptors {
      var entry: [UInt8] = []
      entry.appendInteger(descriptor.value)
      table.replaceSubrange(descriptor.selector..<descriptor.selector + 8, with: entry)
    }
    return table
  }()
}

extension DescriptorTable {
  /// CS as it is after a far jump to selector 10h.
  static let kernelCode = SegmentRegister(selector: 0x10, attributes: 0x29b, limit: 0, base: 0)
  /// SS, DS and ES with selector 18h.
  static let kernelData = SegmentRegister(
    selector: 0x18, attributes: 0xc93, limit: 0xffff_ffff, base: 0)
}
