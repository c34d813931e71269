import Bytes
import Testing

/// Every sentence that a ``FormatError`` can say.
@Test(arguments: [
  (
    FormatError("NumberOfSections", at: 0x86, .truncated(needed: 2, left: 0)),
    "NumberOfSections at file offset 0x86: 2 bytes needed, 0 left"
  ),
  (
    FormatError("SizeOfProlog", at: 1, in: "image", .truncated(needed: 1, left: 0)),
    "SizeOfProlog at image offset 0x1: 1 byte needed, 0 left"
  ),
  (
    FormatError("UNWIND_INFO", at: 0x2000, in: "image", .unreadable(needed: 4)),
    "UNWIND_INFO at image offset 0x2000: 4 bytes cannot be read"
  ),
  (
    FormatError("e_magic", at: 0, .unexpected(value: 0x457f, expected: "5A4Dh (MZ)")),
    "e_magic at file offset 0x0: 0x457f found, 5A4Dh (MZ) expected"
  ),
  (
    FormatError(
      "TypeIndexEnd", at: 12, in: "TPI stream", .outOfRange(value: 0x2000, limit: 0x1800)),
    "TypeIndexEnd at TPI stream offset 0xc: 0x2000 is beyond the limit 0x1800"
  ),
  (
    FormatError("Export name", at: 0x30, in: "image", .unterminated),
    "Export name at image offset 0x30: string without an end"
  ),
  (
    FormatError("IMAGE_IMPORT_DESCRIPTOR", at: 0x30, in: "image", .endless),
    "IMAGE_IMPORT_DESCRIPTOR at image offset 0x30: the chain does not end"
  ),
  (
    FormatError("PDB stream", at: 0, in: "stream directory", .missing),
    "PDB stream at stream directory offset 0x0: missing"
  ),
  (
    FormatError("nt.pdb", at: 0, .notOpened("No such file or directory")),
    "nt.pdb: No such file or directory"
  ),
])
func sentences(_ error: FormatError, _ sentence: String) {
  #expect(error.description == sentence)
}
