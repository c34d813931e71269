// Operands for floating-point tests: every class of number, and pairs whose sum cancels, whose
// product or quotient stands at an edge of the range. FloatOperands.swift makes the same ones.
#pragma once
#include <stdint.h>

// splitmix64.
static uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

static uint64_t absorb(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x100000001b3u;
  return hash ^ (hash >> 29);
}

// An exponent field below 2^bits, which the exponent of another operand may influence.
static int64_t exponent_field(uint64_t r, int digits, int bits, int64_t near) {
  int64_t all = (1ll << bits) - 1, bias = all >> 1;
  int64_t d = (int64_t)((r >> 16) % (2 * digits + 8)) - digits - 4;
  int64_t e;
  switch (r & 15) {
    case 0: return 0;
    case 1: return all;
    case 2: e = 1 + (int64_t)((r >> 16) & 3); break;
    case 3: e = all - 1 - (int64_t)((r >> 16) & 3); break;
    case 4: case 5: return (int64_t)(r >> 16) & all;
    case 6: case 7: e = near + d; break;
    case 8: e = near + ((int64_t)(r >> 16) & 3) - 1; break;
    case 9: e = bias - near + d; break;
    case 10: e = all + bias - near + d; break;
    case 11: e = near + bias + d; break;
    case 12: e = near - bias + d; break;
    default: e = bias + (int64_t)((r >> 16) & 127) - 64; break;
  }
  return e < 0 ? 0 : e > all ? all : e;
}

// A fraction of some bits: few ones, few zeros, or anything.
static uint64_t fraction(uint64_t r, int bits) {
  uint64_t all = (1ull << bits) - 1, at = (r >> 8) % (uint64_t)bits;
  switch ((r >> 4) & 7) {
    case 0: return 0;
    case 1: return all;
    case 2: return 1ull << at;
    case 3: return all ^ (1ull << at);
    case 4: return mix(r) & all & (~0ull << at);
    case 5: return (mix(r) & all) >> at;
    default: return mix(r) & all;
  }
}

// A number of an IEEE format.
static uint64_t number(uint64_t r, int fraction_bits, int exponent_bits, uint64_t near) {
  int64_t other = (int64_t)(near >> fraction_bits) & ((1ll << exponent_bits) - 1);
  uint64_t e = (uint64_t)exponent_field(r, fraction_bits, exponent_bits, other);
  return (r >> 63) << (fraction_bits + exponent_bits) | e << fraction_bits |
         fraction(r, fraction_bits);
}
