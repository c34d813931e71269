import Language
import Testing

/// `j` and `z`.
struct LegacyControlTests {
  @Test func choosesOneOfTwo() throws {
    try TestSession().expect(
      """
      kd> j (1) '.echo yes' ; '.echo no'
      yes
      kd> j (0) '.echo yes' ; '.echo no'
      no
      kd> j 1 .echo yes ; .echo no
      yes
      kd> j 0 .echo yes ; .echo no
      no
      kd> j 1==1 '.echo a; .echo b' ; '.echo c'
      a
      b
      kd> j (0) ''; '.echo c; .echo d'
      c
      d
      kd> j (1) ''; '.echo c'
      kd> j (0)  ; '.echo c'
      c
      kd> j (1) '.echo only'
      only
      kd> j (0) '.echo only'
      kd> j (1) '.echo a' ; '.echo b' ; .echo never
      a
      kd> j (0) '.echo a' ; '.echo b' ; .echo never
      b
      kd> j (1) 'j (0) .echo x ; .echo y' ; '.echo z'
      y
      kd> .if (1) {j (1) '.echo in'; '.echo out'}; .echo after
      in
      after
      kd> j
      Numeric expression missing from '<EOL>'
      kd> j foo 'r'
      Couldn't resolve error at 'foo 'r''
      kd> j 1 'r
              ^ Syntax error in 'j 1 'r'
      kd> j 1 'x' 'y'
                  ^ Syntax error in 'j 1 'x' 'y''
      """)
  }

  @Test func repeatsWhatStandsBefore() throws {
    try TestSession().expect(
      """
      kd> r $t0=3; .printf "%d ", @$t0; r $t0=@$t0-1; z(0)
      3 
      kd> r $t0=3
      kd> .printf "%d\\n", @$t0; r $t0=@$t0-1; z(@$t0)
      3
      redo [1] .printf "%d\\n", @$t0; r $t0=@$t0-1; z(@$t0)
      2
      redo [1] .printf "%d\\n", @$t0; r $t0=@$t0-1; z(@$t0)
      1
      kd> r $t0=@$t0+1; z(@$t0<2); .echo done
      redo [1] r $t0=@$t0+1; z(@$t0<2); .echo done
      done
      kd> r $t1=0
      kd> r $t0=0; r $t1=@$t1+1; .block {r $t0=@$t0+1; z(@$t0<3)}; ? @$t0+@$t1; z(@$t1<2)
      redo [1] r $t0=@$t0+1; z(@$t0<3)
      redo [1] r $t0=@$t0+1; z(@$t0<3)
      Evaluate expression: 4 = 00000000`00000004
      redo [1] r $t0=0; r $t1=@$t1+1; .block {r $t0=@$t0+1; z(@$t0<3)}; ? @$t0+@$t1; z(@$t1<2)
      redo [1] r $t0=@$t0+1; z(@$t0<3)
      redo [1] r $t0=@$t0+1; z(@$t0<3)
      Evaluate expression: 5 = 00000000`00000005
      kd> z foo
      Couldn't resolve error at 'foo'
      kd> z
      Numeric expression missing from '<EOL>'
      """)
  }

  @Test func endsOnInterrupt() throws {
    let test = try TestSession()
    test.session.interrupt()
    #expect(test.type("z(1)").hasPrefix("Command cancelled."))
    #expect(test.type("? 1").hasPrefix("Evaluate"))
  }
}
