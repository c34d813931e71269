import X86

func executeFloat(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome { throw cpu.unimplemented(i) }
