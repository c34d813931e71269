import X86

func executeVectorInteger(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  throw cpu.unimplemented(i)
}
