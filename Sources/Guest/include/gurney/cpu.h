// The processor's own instructions that C has no words for.
#pragma once
#include "types.h"

FORCEINLINE ULONG64 ReadCr0(void) { ULONG64 v; __asm__ volatile("mov %0, cr0" : "=r"(v)); return v; }
FORCEINLINE ULONG64 ReadCr2(void) { ULONG64 v; __asm__ volatile("mov %0, cr2" : "=r"(v)); return v; }
FORCEINLINE ULONG64 ReadCr3(void) { ULONG64 v; __asm__ volatile("mov %0, cr3" : "=r"(v)); return v; }
FORCEINLINE ULONG64 ReadCr4(void) { ULONG64 v; __asm__ volatile("mov %0, cr4" : "=r"(v)); return v; }
FORCEINLINE ULONG64 ReadCr8(void) { ULONG64 v; __asm__ volatile("mov %0, cr8" : "=r"(v)::"memory"); return v; }
FORCEINLINE VOID WriteCr0(ULONG64 v) { __asm__ volatile("mov cr0, %0" ::"r"(v) : "memory"); }
FORCEINLINE VOID WriteCr3(ULONG64 v) { __asm__ volatile("mov cr3, %0" ::"r"(v) : "memory"); }
FORCEINLINE VOID WriteCr8(ULONG64 v) { __asm__ volatile("mov cr8, %0" ::"r"(v) : "memory"); }
FORCEINLINE ULONG64 ReadDr6(void) { ULONG64 v; __asm__ volatile("mov %0, dr6" : "=r"(v)); return v; }
FORCEINLINE VOID WriteDr6(ULONG64 v) { __asm__ volatile("mov dr6, %0" ::"r"(v)); }

FORCEINLINE ULONG64 ReadMsr(ULONG msr) {
  ULONG low, high;
  __asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(msr));
  return (ULONG64)high << 32 | low;
}

FORCEINLINE VOID WriteMsr(ULONG msr, ULONG64 value) {
  __asm__ volatile("wrmsr" ::"c"(msr), "a"((ULONG)value), "d"((ULONG)(value >> 32)) : "memory");
}

FORCEINLINE ULONG64 ReadTsc(void) {
  ULONG low, high;
  __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
  return (ULONG64)high << 32 | low;
}

FORCEINLINE VOID Cpuid(ULONG leaf, ULONG out[4]) {
  __asm__ volatile("cpuid"
                   : "=a"(out[0]), "=b"(out[1]), "=c"(out[2]), "=d"(out[3])
                   : "a"(leaf), "c"(0));
}

FORCEINLINE ULONG64 ReadFlags(void) {
  ULONG64 v;
  __asm__ volatile("pushfq; pop %0" : "=r"(v)::"memory");
  return v;
}

FORCEINLINE VOID EnableInterrupts(void) { __asm__ volatile("sti" ::: "memory"); }
FORCEINLINE VOID DisableInterrupts(void) { __asm__ volatile("cli" ::: "memory"); }
FORCEINLINE VOID Pause(void) { __asm__ volatile("pause" ::: "memory"); }
FORCEINLINE VOID InvalidatePage(const VOID *va) { __asm__ volatile("invlpg [%0]" ::"r"(va) : "memory"); }

FORCEINLINE VOID WritePortByte(USHORT port, UCHAR value) {
  __asm__ volatile("out dx, al" ::"d"(port), "a"(value) : "memory");
}

FORCEINLINE UCHAR ReadPortByte(USHORT port) {
  UCHAR value;
  __asm__ volatile("in al, dx" : "=a"(value) : "d"(port) : "memory");
  return value;
}

// Interlocked operations; each returns the old value.
FORCEINLINE LONG InterlockedExchangeAdd(volatile LONG *p, LONG v) {
  return __atomic_fetch_add(p, v, __ATOMIC_SEQ_CST);
}
FORCEINLINE LONG64 InterlockedExchangeAdd64(volatile LONG64 *p, LONG64 v) {
  return __atomic_fetch_add(p, v, __ATOMIC_SEQ_CST);
}
FORCEINLINE LONG InterlockedIncrement(volatile LONG *p) { return InterlockedExchangeAdd(p, 1) + 1; }
FORCEINLINE LONG InterlockedDecrement(volatile LONG *p) { return InterlockedExchangeAdd(p, -1) - 1; }
FORCEINLINE PVOID InterlockedExchangePointer(PVOID volatile *p, PVOID v) {
  return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);
}
FORCEINLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *p, PVOID new, PVOID old) {
  __atomic_compare_exchange_n(p, &old, new, FALSE, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  return old;
}
