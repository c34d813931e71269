// Runs x87 instructions on the host from generated states and prints one hash for each:
//   bytes masks first count hash
// The state goes in by frstor and comes out by fnsave; see README.md.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include "operands.h"

// Instructions; [rsi] is the memory operand. Columns: bytes in hex, kind of memory operand.
static const struct { const char *bytes; char memory; } rows[] = {
    {"d806", 's'}, {"dc06", 'd'}, {"da06", 'i'}, {"de06", 'i'}, {"d8c1", 0}, {"dcc1", 0},
    {"dec1", 0}, {"d80e", 's'}, {"dc0e", 'd'}, {"da0e", 'i'}, {"d8c9", 0}, {"dec9", 0},
    {"d826", 's'}, {"dc26", 'd'}, {"de26", 'i'}, {"d8e1", 0}, {"dce1", 0}, {"dee9", 0},
    {"d82e", 's'}, {"dc2e", 'd'}, {"da2e", 'i'}, {"d8e9", 0}, {"dee1", 0}, {"d836", 's'},
    {"dc36", 'd'}, {"da36", 'i'}, {"d8f1", 0}, {"def9", 0}, {"d83e", 's'}, {"dc3e", 'd'},
    {"de3e", 'i'}, {"d8f9", 0}, {"def1", 0}, {"d816", 's'}, {"dc16", 'd'}, {"d81e", 's'},
    {"da16", 'i'}, {"de1e", 'i'}, {"d8d1", 0}, {"d8d9", 0}, {"ded9", 0}, {"dae9", 0},
    {"dde1", 0}, {"dde9", 0}, {"dbe9", 0}, {"dfe9", 0}, {"dbf1", 0}, {"dff1", 0}, {"d9e4", 0},
    {"d9e5", 0}, {"d906", 's'}, {"dd06", 'd'}, {"db2e", 't'}, {"d9c1", 0}, {"d916", 0},
    {"dd16", 0}, {"ddd2", 0}, {"d91e", 0}, {"dd1e", 0}, {"db3e", 0}, {"ddda", 0}, {"df06", 'i'},
    {"db06", 'i'}, {"df2e", 'i'}, {"df16", 0}, {"db16", 0}, {"df1e", 0}, {"db1e", 0},
    {"df3e", 0}, {"df0e", 0}, {"db0e", 0}, {"dd0e", 0}, {"df26", 'b'}, {"df36", 0}, {"d9c9", 0},
    {"dac1", 0}, {"dac9", 0}, {"dbd1", 0}, {"dbd9", 0}, {"d9e0", 0}, {"d9e1", 0}, {"d9e8", 0},
    {"d9e9", 0}, {"d9ea", 0}, {"d9eb", 0}, {"d9ec", 0}, {"d9ed", 0}, {"d9ee", 0}, {"d9f4", 0},
    {"d9f5", 0}, {"d9f6", 0}, {"d9f7", 0}, {"d9f8", 0}, {"d9fa", 0}, {"d9fc", 0}, {"d9fd", 0},
    {"ddc1", 0}, {"dfc1", 0}, {"dbe2", 0}, {"dbe3", 0}, {"d93e", 0}, {"dd3e", 0}, {"d9d0", 0},
};

static uint8_t image[108], after[108], memory[16];

static void put(uint8_t *at, uint64_t value, int bytes) { memcpy(at, &value, bytes); }

static uint64_t head(uint64_t r, uint64_t near) {
  return (r >> 63) << 15 | (uint64_t)exponent_field(r, 64, 15, (int64_t)near & 0x7fff);
}

static void make(uint64_t i, int unmasked, char kind) {
  uint64_t r = mix(i * 32), near = 0x3fff;
  memset(image, 0, sizeof image);
  put(image, 0x40 | (r & 0xc00) | (r & 0x1000 ? 0x300 : r & 0x2000 ? 0x200 : 0) |
             (unmasked ? (r >> 16) & 63 : 63), 2);
  put(image + 4, (r >> 24) & 0x7f00, 2);
  put(image + 8, r >> 60 ? 0 : mix(r) & 0xffff, 2);
  for (int n = 0; n < 8; n++) {
    uint64_t q = mix(i * 32 + 1 + n), f = fraction(q, 63), h = head(q, near);
    int whole = (h & 0x7fff) != 0;
    if ((mix(q) & 31) == 0) whole = !whole;
    put(image + 28 + n * 10, f | (uint64_t)whole << 63, 8);
    put(image + 36 + n * 10, h, 2);
    near = h;
  }
  uint64_t q = mix(i * 32 + 9), h = image[36] | (image[37] & 0x7f) << 8;
  int64_t e = (int64_t)h - 0x3fff;
  memset(memory, 0xa5, sizeof memory);
  switch (kind) {
    case 's': put(memory, number(q, 23, 8, (uint64_t)((e + 127) & 255) << 23), 4); break;
    case 'd': put(memory, number(q, 52, 11, (uint64_t)((e + 1023) & 2047) << 52), 8); break;
    case 'i': put(memory, q & 1 ? mix(q) : (uint64_t)((int64_t)mix(q) >> (q >> 58)), 8); break;
    case 't':
      put(memory, fraction(q, 63) | (q >> 62 & 1) << 63, 8);
      put(memory + 8, head(q, h), 2);
      break;
    case 'b':
      for (int n = 0; n < 9; n++) {
        uint64_t d = mix(q + n);
        memory[n] = (uint8_t)(d % 10 | (d >> 32) % 10 << 4);
      }
      memory[9] = q & 1 ? 0x80 : 0;
      break;
  }
}

int main(int argc, char **argv) {
  uint64_t count = argc > 1 ? strtoull(argv[1], 0, 0) : 100;
  uint64_t cases = argc > 2 ? strtoull(argv[2], 0, 0) : count;
  const char *only = argc > 3 ? argv[3] : 0;
  uint8_t *code = mmap(0, 4096, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (unsigned o = 0; o < sizeof rows / sizeof *rows; o++) {
    if (only && strcmp(only, rows[o].bytes)) continue;
    unsigned value;
    sscanf(rows[o].bytes, "%x", &value);
    uint8_t blob[] = {0xdd, 0x27, value >> 8, value & 255, 0xdd, 0x32, 0xc3};
    memcpy(code, blob, sizeof blob);  // frstor [rdi]; the instruction; fnsave [rdx]; ret
    for (int unmasked = 0; unmasked < 2; unmasked++)
      for (uint64_t first = 0; first < cases; first += count) {
        uint64_t hash = 0;
        for (uint64_t i = first; i < first + count; i++) {
          make(i, unmasked, rows[o].memory);
          uint64_t flags;
          __asm__ volatile("push %1\n popf\n call *%2\n pushf\n pop %0\n fninit"
                           : "=&r"(flags)
                           : "r"(0x202 | (mix(i) & 0x45)), "r"(code), "D"(image), "S"(memory),
                             "d"(after)
                           : "memory", "cc");
          uint64_t words[3] = {0}, word;
          memcpy(words, after, 2);
          memcpy(words + 1, after + 4, 2);
          memcpy(words + 2, after + 8, 2);
          for (int n = 0; n < 3; n++) hash = absorb(hash, words[n]);
          for (int n = 0; n < 8; n++) {
            memcpy(&word, after + 28 + n * 10, 8);
            hash = absorb(hash, word);
            words[0] = 0;
            memcpy(words, after + 36 + n * 10, 2);
            hash = absorb(hash, words[0]);
          }
          for (int n = 0; n < 2; n++) {
            memcpy(&word, memory + n * 8, 8);
            hash = absorb(hash, word);
          }
          hash = absorb(hash, flags & 0x45);
        }
        printf("%s %c %d %llu %llu %016llx\n", rows[o].bytes, rows[o].memory ? rows[o].memory : '-',
               unmasked, (unsigned long long)first, (unsigned long long)count,
               (unsigned long long)hash);
      }
  }
}
