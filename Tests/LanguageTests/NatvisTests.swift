import Foundation
import Testing

@testable import Language

/// `dx` by NatVis files, on containers of C++ (`visual.cpp`).
struct NatvisTests {
  private static let file = TestSession.fixtures + "/containers.natvis"

  private func session() throws -> TestSession {
    let test = try TestSession(withImage: true, image: "visual.exe")
    #expect(
      test.type(".nvload \(Self.file)")
        == "Successfully loaded visualizers in \"\(Self.file)\"\n")
    return test
  }

  /// A file of one entry, loaded in a session of its own. Returns what a line then prints.
  private func dx(_ entries: String, _ line: String) throws -> String {
    let test = try TestSession(withImage: true, image: "visual.exe")
    test.session.natvis.add(
      try NatvisFile("<AutoVisualizer>\(entries)</AutoVisualizer>", path: "test.natvis"))
    return test.type(line)
  }

  @Test func arrays() throws {
    try session().expect(
      """
      kd> dx nt!IntVector
      nt!IntVector                 : { size=4 } [Type: Vector<int,Allocator<int> >]
          [<Raw View>]     [Type: Vector<int,Allocator<int> >]
          [size]           : 4
          [capacity]       : 4
          [0]              : 10 [Type: int]
          [1]              : 20 [Type: int]
          [2]              : 30 [Type: int]
          [3]              : 40 [Type: int]
      kd> dx nt!IntVector,view(simple)
      nt!IntVector,view(simple)                 : { size=4 } [Type: Vector<int,Allocator<int> >]
          [<Raw View>]     [Type: Vector<int,Allocator<int> >]
          [0]              : 10 [Type: int]
          [1]              : 20 [Type: int]
          [2]              : 30 [Type: int]
          [3]              : 40 [Type: int]
      kd> dx -r2 nt!PointVector,nr
      nt!PointVector,nr                 : { size=2 } [Type: Vector<Point,Allocator<Point> >]
          [size]           : 2
          [capacity]       : 2
          [0]              : (1, 2) [Type: Point]
              [<Raw View>]     [Type: Point]
              [x]              : 1 [Type: int]
              [y]              : 0x2 [Type: int]
              Sum              : 3
          [1]              : (3, 4) [Type: Point]
              [<Raw View>]     [Type: Point]
              [x]              : 3 [Type: int]
              [y]              : 0x4 [Type: int]
              Sum              : 7
      kd> dx nt!EmptyVector
      nt!EmptyVector                 : empty [Type: Vector<char *,Allocator<char *> >]
          [<Raw View>]     [Type: Vector<char *,Allocator<char *> >]
          [size]           : 0
          [capacity]       : 0
      kd> dx nt!ShortMatrix,nr
      nt!ShortMatrix,nr                 : 2 by 3 [Type: Matrix<short,2,3>]
          [0, 10]          : 1 [Type: short]
          [0, 11]          : 2 [Type: short]
          [0, 12]          : 3 [Type: short]
          [1, 10]          : 4 [Type: short]
          [1, 11]          : 5 [Type: short]
          [1, 12]          : 6 [Type: short]
      kd> dx nt!ShortMatrix,view(columns),nr
      nt!ShortMatrix,view(columns),nr                 : 2 by 3 [Type: Matrix<short,2,3>]
          [0, 0]           : 1 [Type: short]
          [1, 0]           : 2 [Type: short]
          [0, 1]           : 3 [Type: short]
          [1, 1]           : 4 [Type: short]
          [0, 2]           : 5 [Type: short]
          [1, 2]           : 6 [Type: short]
      """)
  }

  @Test func nodes() throws {
    try session().expect(
      """
      kd> dx nt!IntList,nr
      nt!IntList,nr                 : 3 elements, twice 6 [Type: List<int>]
          [0]              : 7 [Type: int]
          [1]              : 8 [Type: int]
          [2]              : 9 [Type: int]
      kd> dx nt!LoopList,nr
      nt!LoopList,nr                 : 100000000 elements, twice 200000000 [Type: List<int>]
          [0]              : 1 [Type: int]
          [1]              : 2 [Type: int]
          [2]              : 3 [Type: int]
      kd> dx nt!IntTree
      nt!IntTree                 : tree of 3 [Type: Tree<int>]
          [0]              : 40 [Type: int]
          [1]              : 50 [Type: int]
          [2]              : 60 [Type: int]
      kd> dx -c 1 nt!IntTree,2
      nt!IntTree,2                 : tree of 3 [Type: Tree<int>]
          [1]              : 50 [Type: int]
          [2]              : 60 [Type: int]
      kd> dx nt!IntMap,nr
      nt!IntMap,nr                 : { size=3 } [Type: Map<int,short>]
          [1]              : 100 [Type: short]
          [5]              : 500 [Type: short]
          [3]              : 300 [Type: short]
      """)
  }

  @Test func otherForms() throws {
    try session().expect(
      """
      kd> dx nt!PointOwner
      nt!PointOwner                 : owns (3, 4) [Type: Owner<Point>]
          [<Raw View>]     [Type: Owner<Point>]
          [x]              : 3 [Type: int]
          [y]              : 0x4 [Type: int]
          Sum              : 7
      kd> dx nt!PointOwner->X
      nt!PointOwner->X : 3 [Type: int]
      kd> dx nt!BigSquare
      nt!BigSquare                 : named big [Type: Square]
          [<Raw View>]     [Type: Square]
      kd> dx -r0 *(Shape *)&nt!BigSquare
      *(Shape *)&nt!BigSquare                 : a shape, not a square [Type: Shape]
      kd> dx -r0 &nt!Points[1]
      &nt!Points[1]                 : 0x403048 : (3, 4) [Type: Point *]
      kd> dx -n nt!PointOwner
      nt!PointOwner                 [Type: Owner<Point>]
          [+0x000] Pointer          : 0x403048 [Type: Point *]
      kd> dx nt!Points[1],!
      nt!Points[1],!                 [Type: Point]
          [+0x000] X                : 3 [Type: int]
          [+0x004] Y                : 4 [Type: int]
      kd> dx -r0 -v nt!IntList
      nt!IntList                 : 3 elements, twice 6 [Type: List<int>]
      Natvis: containers.natvis(20): Unable to bind name 'Nowhere'
      """)
  }

  /// A container is a list to the queries.
  @Test func queries() throws {
    try session().expect(
      """
      kd> dx nt!IntVector.Sum()
      nt!IntVector.Sum() : 100
      kd> dx nt!IntList.Where(n => n > 7).Count()
      nt!IntList.Where(n => n > 7).Count() : 0x2
      kd> dx nt!IntVector[2]
      nt!IntVector[2]  : 30 [Type: int]
      kd> dx nt!PointVector.Select(p => p.X).Sum()
      nt!PointVector.Select(p => p.X).Sum() : 4
      kd> dx nt!IntVector.Size()
      nt!IntVector.Size() : 4
      kd> dx nt!PointOwner.ToDisplayString()
      nt!PointOwner.ToDisplayString() : owns (3, 4)
          Length           : 0xb
      kd> dx -g nt!PointVector
      =============================================
      =                 = [x]  = [y]    = (+) Sum =
      =============================================
      = [0] : (1, 2)    - 1    - 0x2    - 3       =
      = [1] : (3, 4)    - 3    - 0x4    - 7       =
      =============================================
      """)
  }

  /// What the linker put into the symbols.
  @Test func embeddedFiles() throws {
    try TestSession(withImage: true, image: "visual.exe").expect(
      """
      kd> .nvload nt
      Successfully loaded visualizers in "visual.natvis"
      kd> .nvlist
      Loaded NatVis Files:
          nt (embedded NatVis "visual.natvis")
      kd> dx -r0 nt!PointVector
      nt!PointVector                 : { size=2 } [Type: Vector<Point,Allocator<Point> >]
      kd> .nvunload nt
      Successfully unloaded visualizers in "visual.natvis"
      kd> dx -r0 nt!PointVector
      nt!PointVector                 [Type: Vector<Point,Allocator<Point> >]
      kd> .nvunload nt
      No NatVis file 'nt' is loaded
      """)
  }

  /// Entries that would take for ever, change something, or lead astray.
  static let hostile: [(entries: String, line: String, answer: String)] = [
    (
      """
      <Type Name='Point'><Expand><CustomListItems><Variable Name='a' InitialValue='0'/>\
      <Loop><Exec>a++</Exec></Loop></CustomListItems></Expand></Type>
      """, "dx nt!Points[0],nr",
      """
      nt!Points[0],nr                 [Type: Point]
          [...]            : The NatVis entries ask for too much
      """
    ),
    (
      "<Type Name='Point'><DisplayString>{X = 5}</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "Error: A NatVis entry changes nothing"
    ),
    (
      "<Type Name='Point'><DisplayString>{X++}</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "Error: A NatVis entry changes nothing"
    ),
    (
      "<Type Name='Point'><DisplayString>{Debugger.State}</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "nt!Points[0]                 [Type: Point]"
    ),
    (
      "<Type Name='Point'><DisplayString>{@$curprocess.SwitchTo()}</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "Error: Unable to bind name '@$curprocess'"
    ),
    (
      "<Type Name='Point'><DisplayString>{X</DisplayString></Type>",
      "dx -r0 -v nt!Points[0]",
      """
      nt!Points[0]                 [Type: Point]
      Natvis: test.natvis(1): A brace of '{X' is not closed
      """
    ),
    (
      "<Type Name='Point'><Intrinsic Name='F' Expression='F()'/><DisplayString>{F()}</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "Error: Calls are nested too deeply"
    ),
    (
      """
      <Type Name='Point'><Expand><ArrayItems><Size>-1</Size><ValuePointer>this</ValuePointer>\
      </ArrayItems></Expand></Type>
      """, "dx -r0 nt!Points[0].Count()", "Error: The list is too long"
    ),
    (
      """
      <Type Name='Point'><Expand><ArrayItems><Size>4</Size><ValuePointer>X</ValuePointer>\
      </ArrayItems></Expand></Type>
      """, "dx nt!Points[0],nr",
      """
      nt!Points[0],nr                 [Type: Point]
          [...]            : ValuePointer is no pointer to elements of a size
      """
    ),
    (
      "<Type Name='Point'><Version Name='other.exe'/><DisplayString>x</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "nt!Points[0]                 [Type: Point]"
    ),
    (
      "<Type Name='Point'><Version Name='visual.exe' Min='1.0'/><DisplayString>x</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "nt!Points[0]                 [Type: Point]"
    ),
    (
      "<Type Name='nt!Point'><DisplayString>in nt</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "nt!Points[0]                 : in nt [Type: Point]"
    ),
    (
      "<Type Name='hal!Point'><DisplayString>in hal</DisplayString></Type>",
      "dx -r0 nt!Points[0]", "nt!Points[0]                 [Type: Point]"
    ),
  ]

  @Test(arguments: hostile.indices)
  func staysWithinBounds(_ index: Int) throws {
    let row = Self.hostile[index]
    #expect(try dx(row.entries, row.line) == row.answer + "\n")
  }

  /// A text that asks for itself ends.
  @Test func nestedTextsEnd() throws {
    let answer = try dx(
      "<Type Name='Point'><DisplayString>[{*this}]</DisplayString></Type>", "dx -r0 nt!Points[0]")
    #expect(answer.contains("[[[[[[[[...]]]]]]]]"))
    let copies = String(repeating: "{*this}", count: 8)
    let long = try dx(
      "<Type Name='Point'><DisplayString>\(copies)</DisplayString></Type>", "dx -r0 nt!Points[0]")
    #expect(long.contains("..."))
    #expect(long.count < 5000)
  }

  static let refused: [(text: String, why: String)] = [
    ("<Other/>", "the outermost element is <Other>, not <AutoVisualizer>"),
    (
      "<AutoVisualizer><Typ/></AutoVisualizer>",
      "line 1: <Typ> has no meaning inside <AutoVisualizer>"
    ),
    ("<AutoVisualizer><Type/></AutoVisualizer>", "line 1: <Type> needs the attribute 'Name'"),
    ("<AutoVisualizer>\n<Type Name=''/></AutoVisualizer>", "line 2: '' is no value of 'Name'"),
    (
      "<AutoVisualizer><Type Name='A&lt;B'/></AutoVisualizer>",
      "line 1: 'A<B' is no value of 'Name'"
    ),
    (
      "<AutoVisualizer><Type Name='A' Priority='Top'/></AutoVisualizer>",
      "line 1: 'Top' is no value of 'Priority'"
    ),
    (
      "<AutoVisualizer><Type Name='A'><Expand><TreeItems/></Expand></Type></AutoVisualizer>",
      "line 1: <TreeItems> needs <HeadPointer>"
    ),
    (
      "<AutoVisualizer><Type Name='A'>"
        + String(repeating: "<Expand><Synthetic Name='x'>", count: 20)
        + String(repeating: "</Synthetic></Expand>", count: 20) + "</Type></AutoVisualizer>",
      "line 1: elements are nested too deeply"
    ),
    ("", "line 1: the file has no element"),
    ("text", "line 1: an element expected"),
    ("<a><b></a>", "line 1: </a> closes <b>"),
    ("<a></a><b/>", "line 1: nothing more expected"),
    ("<a b='1' b='2'/>", "line 1: attribute 'b' is given twice"),
    ("<a>&nosuch;</a>", "line 1: unknown entity '&nosuch;'"),
    ("<a>&#0;</a>", "line 1: '&#0;' is no character"),
    ("<a>& b</a>", "line 1: ';' behind '&' expected"),
    ("<a b=c/>", "line 1: a quoted value of 'b' expected"),
    ("<a b/>", "line 1: '=' behind 'b' expected"),
    ("<a><!-- ", "line 1: the file ends inside a comment"),
    ("<a\u{0}>", "line 1: the file is not UTF-8 text"),
    (
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "line 1: document types (<!DOCTYPE>) are not read"
    ),
    (String(repeating: "<a>", count: 65), "line 1: elements are nested more than 64 levels deep"),
    (
      "<a>" + String(repeating: "<b/>", count: 1 << 16) + "</a>",
      "line 1: the file has more than 65536 elements"
    ),
    (String(repeating: " ", count: (4 << 20) + 1), "line 1: the file has more than 4194304 bytes"),
  ]

  @Test(arguments: refused.indices)
  func refusesFiles(_ index: Int) {
    let row = Self.refused[index]
    #expect {
      try NatvisFile(row.text, path: "test.natvis")
    } throws: {
      ($0 as? NatvisError)?.description == row.why
    }
  }

  @Test func everyPrefixOfAFileIsRefused() throws {
    let text = try String(contentsOfFile: Self.file, encoding: .utf8)
    let bytes = Array(text.utf8)
    for length in 0..<(bytes.count - 1) {
      let part = String(decoding: bytes[..<length], as: UTF8.self)
      #expect(throws: NatvisError.self) { try NatvisFile(part, path: "test.natvis") }
    }
  }

  @Test func entitiesAndSections() throws {
    let element = try XmlReader.read(
      "<?xml version='1.0'?><n:a b='&lt;&#65;&#x42;'>1 &amp; 2<![CDATA[<&>]]><!-- no --></n:a>")
    #expect(element.name == "a")
    #expect(element.attributes == ["b": "<AB"])
    #expect(element.text == "1 & 2<&>")
  }

  static let names: [(pattern: String, name: String, wildcards: [String]?)] = [
    ("A", "A", []), ("A", "B", nil), ("A<*>", "A<int>", ["int"]),
    ("A<*>", "A<int,B<char> >", ["int", "B<char>"]), ("A<*,*>", "A<int>", ["int"]),
    ("A<*,int>", "A<B<char>,int>", ["B<char>"]), ("A<*,int>", "A<char,short>", nil),
    ("A<int>", "A<int,char>", nil), ("N::A<*>::B", "N::A<int>::B", ["int"]),
    ("A<B<*>>", "A<B<int> >", ["int"]), ("A<B<*>>", "A<C<int> >", nil),
    ("A<unsigned  int>", "A<unsigned int>", []), ("A<struct B *>", "A<B *>", []),
    ("A<*>", "A<int (*)(char,short)>", ["int(*)(char,short)"]), ("A", "A<int>", nil),
    ("A<*>", "<unnamed-tag>", nil),
  ]

  @Test(arguments: names.indices)
  func matchesNames(_ index: Int) throws {
    let row = Self.names[index]
    let pattern = try #require(NatvisTypeName(row.pattern))
    let name = try #require(NatvisTypeName(row.name))
    #expect(pattern.match(name) == row.wildcards)
  }

  @Test(arguments: ["A<", "A<B", "A(", String(repeating: "A<", count: 1000)])
  func refusesNames(_ name: String) { #expect(NatvisTypeName(name) == nil) }
}
