// Runs SSE, FMA and F16C arithmetic on the host and prints one hash for each block of cases:
//   operation format mxcsr first count hash
// See README.md.
#include <immintrin.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "operands.h"

static uint64_t a, b, c;

#define BINARY(name, ss, sd)                                                        \
  static uint64_t name##32(void) {                                                  \
    __m128i x = _mm_cvtsi64_si128((long long)a), y = _mm_cvtsi64_si128((long long)b); \
    __asm__ volatile(ss " %1, %0" : "+x"(x) : "x"(y));                              \
    return (uint32_t)_mm_cvtsi128_si64(x);                                          \
  }                                                                                 \
  static uint64_t name##64(void) {                                                  \
    __m128i x = _mm_cvtsi64_si128((long long)a), y = _mm_cvtsi64_si128((long long)b); \
    __asm__ volatile(sd " %1, %0" : "+x"(x) : "x"(y));                              \
    return (uint64_t)_mm_cvtsi128_si64(x);                                          \
  }
BINARY(add, "addss", "addsd")
BINARY(sub, "subss", "subsd")
BINARY(mul, "mulss", "mulsd")
BINARY(div, "divss", "divsd")
BINARY(min, "minss", "minsd")
BINARY(max, "maxss", "maxsd")
BINARY(sqrt, "sqrtss %1, %0; #", "sqrtsd %1, %0; #")
BINARY(cmpeq, "cmpeqss", "cmpeqsd")
BINARY(cmplt, "cmpltss", "cmpltsd")
BINARY(cmple, "cmpless", "cmplesd")
BINARY(cmpunord, "cmpunordss", "cmpunordsd")
BINARY(round0, "roundss $0, %1, %0; #", "roundsd $0, %1, %0; #")
BINARY(round1, "roundss $1, %1, %0; #", "roundsd $1, %1, %0; #")
BINARY(round2, "roundss $2, %1, %0; #", "roundsd $2, %1, %0; #")
BINARY(round3, "roundss $3, %1, %0; #", "roundsd $3, %1, %0; #")
BINARY(round4, "roundss $4, %1, %0; #", "roundsd $4, %1, %0; #")
BINARY(round12, "roundss $12, %1, %0; #", "roundsd $12, %1, %0; #")

// a and b are the factors and c the addend, in the order that the digits of the name have.
#define FUSED(name, form, first, second, third)                                           \
  static uint64_t name##32(void) {                                                        \
    __m128i x = _mm_cvtsi64_si128((long long)(first));                                      \
    __asm__ volatile(form "ss %2, %1, %0" : "+x"(x)                                       \
                     : "x"(_mm_cvtsi64_si128((long long)second)),                         \
                       "x"(_mm_cvtsi64_si128((long long)third)));                         \
    return (uint32_t)_mm_cvtsi128_si64(x);                                                \
  }                                                                                       \
  static uint64_t name##64(void) {                                                        \
    __m128i x = _mm_cvtsi64_si128((long long)(first));                                      \
    __asm__ volatile(form "sd %2, %1, %0" : "+x"(x)                                       \
                     : "x"(_mm_cvtsi64_si128((long long)second)),                         \
                       "x"(_mm_cvtsi64_si128((long long)third)));                         \
    return (uint64_t)_mm_cvtsi128_si64(x);                                                \
  }
FUSED(fma132, "vfmadd132", a, c, b)
FUSED(fma213, "vfmadd213", b, a, c)
FUSED(fma231, "vfmadd231", c, a, b)
FUSED(fms213, "vfmsub213", b, a, c)
FUSED(fnma213, "vfnmadd213", b, a, c)
FUSED(fnms213, "vfnmsub213", b, a, c)

#define INTEGER(name, type, mnemonic)                                              \
  static uint64_t name(void) {                                                     \
    type r;                                                                        \
    __asm__ volatile(mnemonic " %1, %0" : "=r"(r) : "x"(_mm_cvtsi64_si128((long long)a))); \
    return r;                                                                      \
  }
INTEGER(toint32_32, uint32_t, "cvtss2si")
INTEGER(toint32_64, uint32_t, "cvtsd2si")
INTEGER(toint64_32, uint64_t, "cvtss2si")
INTEGER(toint64_64, uint64_t, "cvtsd2si")
INTEGER(truncate32_32, uint32_t, "cvttss2si")
INTEGER(truncate32_64, uint32_t, "cvttsd2si")
INTEGER(truncate64_32, uint64_t, "cvttss2si")
INTEGER(truncate64_64, uint64_t, "cvttsd2si")

#define CONVERT(name, mnemonic, width)                                                 \
  static uint64_t name(void) {                                                         \
    __m128i x = _mm_setzero_si128();                                                   \
    __asm__ volatile(mnemonic " %1, %0" : "+x"(x) : "x"(_mm_cvtsi64_si128((long long)a))); \
    return (uint64_t)_mm_cvtsi128_si64(x) & (~0ull >> (64 - width));                   \
  }
CONVERT(convert32, "cvtss2sd", 64)
CONVERT(convert64, "cvtsd2ss", 32)
CONVERT(half32, "vcvtps2ph $4,", 16)
CONVERT(widen16, "vcvtph2ps", 32)

static uint64_t fromint32(void) {
  __m128i x = _mm_setzero_si128();
  __asm__ volatile("cvtsi2ssq %1, %0" : "+x"(x) : "r"(b));
  return (uint32_t)_mm_cvtsi128_si64(x);
}
static uint64_t fromint64(void) {
  __m128i x = _mm_setzero_si128();
  __asm__ volatile("cvtsi2sdq %1, %0" : "+x"(x) : "r"(b));
  return (uint64_t)_mm_cvtsi128_si64(x);
}

static struct { const char *name; int format; uint64_t (*run)(void); } operations[] = {
#define BOTH(name) {#name, 32, name##32}, {#name, 64, name##64}
    BOTH(add), BOTH(sub), BOTH(mul), BOTH(div), BOTH(sqrt), BOTH(min), BOTH(max),
    BOTH(cmpeq), BOTH(cmplt), BOTH(cmple), BOTH(cmpunord),
    BOTH(round0), BOTH(round1), BOTH(round2), BOTH(round3), BOTH(round4), BOTH(round12),
    BOTH(fma132), BOTH(fma213), BOTH(fma231), BOTH(fms213), BOTH(fnma213), BOTH(fnms213),
    {"toint32", 32, toint32_32}, {"toint32", 64, toint32_64},
    {"toint64", 32, toint64_32}, {"toint64", 64, toint64_64},
    {"truncate32", 32, truncate32_32}, {"truncate32", 64, truncate32_64},
    {"truncate64", 32, truncate64_32}, {"truncate64", 64, truncate64_64},
    BOTH(convert), BOTH(fromint), {"half", 32, half32}, {"widen", 16, widen16},
};

int main(int argc, char **argv) {
  uint64_t count = argc > 1 ? strtoull(argv[1], 0, 0) : 500;
  uint64_t cases = argc > 2 ? strtoull(argv[2], 0, 0) : count;
  const char *only = argc > 3 ? argv[3] : 0;
  for (unsigned o = 0; o < sizeof operations / sizeof *operations; o++) {
    if (only && strcmp(only, operations[o].name)) continue;
    for (unsigned mode = 0; mode < 16; mode++) {
      unsigned mxcsr = 0x1f80 | (mode & 3) << 13 | (mode & 4 ? 0x40 : 0) | (mode & 8 ? 0x8000 : 0);
      int f = operations[o].format == 64 ? 52 : operations[o].format == 32 ? 23 : 10;
      int e = operations[o].format == 64 ? 11 : operations[o].format == 32 ? 8 : 5;
      for (uint64_t first = 0; first < cases; first += count) {
        uint64_t hash = 0;
        for (uint64_t i = first; i < first + count; i++) {
          a = number(mix(i * 4), f, e, 0);
          b = number(mix(i * 4 + 1), f, e, a);
          c = number(mix(i * 4 + 2), f, e, i & 1 ? a : b);
          _mm_setcsr(mxcsr);
          uint64_t result = operations[o].run();
          unsigned after = _mm_getcsr();
          hash = absorb(absorb(hash, result), after & 63);
        }
        printf("%s %d %x %llu %llu %016llx\n", operations[o].name, operations[o].format, mxcsr,
               (unsigned long long)first, (unsigned long long)count, (unsigned long long)hash);
      }
    }
  }
}
