// The processor's own instructions that C has no words for.
#pragma once
#include "types.h"

// Read and Write functions of a control or debug register.
#define REGISTER(Name, name)                                                      \
  FORCEINLINE ULONG64 Read##Name(void) {                                          \
    ULONG64 value;                                                                \
    __asm__ volatile("mov %0, " #name : "=r"(value)::"memory");                   \
    return value;                                                                 \
  }                                                                               \
  FORCEINLINE VOID Write##Name(ULONG64 value) {                                   \
    __asm__ volatile("mov " #name ", %0" ::"r"(value) : "memory");                \
  }

REGISTER(Cr0, cr0)
REGISTER(Cr2, cr2)
REGISTER(Cr3, cr3)
REGISTER(Cr4, cr4)
REGISTER(Cr8, cr8)
REGISTER(Dr6, dr6)
#undef REGISTER

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
FORCEINLINE VOID InvalidatePage(const VOID *va) {
  __asm__ volatile("invlpg [%0]" ::"r"(va) : "memory");
}

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
FORCEINLINE LONG InterlockedDecrement(volatile LONG *p) {
  return InterlockedExchangeAdd(p, -1) - 1;
}
FORCEINLINE PVOID InterlockedExchangePointer(PVOID volatile *p, PVOID v) {
  return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);
}
FORCEINLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *p, PVOID new, PVOID old) {
  __atomic_compare_exchange_n(p, &old, new, FALSE, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  return old;
}
