// Runs transcendental x87 functions on the host with random operands; a line for each:
//   bytes st(0) st(1) result pushed
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef long double L;
static uint64_t state = 88172645463325252ull;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state * 0x2545F4914F6CDD1Dull;
}

// A number with an exponent from low to high.
static L make(int low, int high, int negative) {
  uint64_t m = next() | 1ull << 63;
  uint16_t head = (uint16_t)(16383 + low + (int)((next() >> 33) % (unsigned)(high - low + 1)));
  if (negative && (next() >> 40 & 1)) head |= 0x8000;
  L x = 0;
  memcpy(&x, &m, 8);
  memcpy((char *)&x + 8, &head, 2);
  return x;
}

static void print(L x) {
  uint64_t m;
  uint16_t head;
  memcpy(&m, &x, 8);
  memcpy(&head, (char *)&x + 8, 2);
  printf(" %04x:%016llx", head, (unsigned long long)m);
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 20;
  static const char *names[] = {"d9fe", "d9ff", "d9f2", "d9fb", "d9f0", "d9f3", "d9f1", "d9f9"};
  for (int k = 0; k < 8; k++)
    for (int i = 0; i < count; i++) {
      L x, y = 0, a = 0, b = 0;
      if (k < 4) x = make(-30, 20, 1);
      else if (k == 4) x = make(-40, -1, 1);
      else if (k == 5) x = make(-20, 20, 1);
      else if (k == 6) x = i & 1 ? make(-1, 0, 0) : make(-100, 100, 0);
      else x = make(-40, -3, 1);
      if (k > 4) y = make(-20, 20, 1);
      switch (k) {
        case 0: __asm__ volatile("fsin" : "=t"(a) : "0"(x)); break;
        case 1: __asm__ volatile("fcos" : "=t"(a) : "0"(x)); break;
        case 2: __asm__ volatile("fptan" : "=t"(b), "=u"(a) : "0"(x)); break;
        case 3: __asm__ volatile("fsincos" : "=t"(b), "=u"(a) : "0"(x)); break;
        case 4: __asm__ volatile("f2xm1" : "=t"(a) : "0"(x)); break;
        case 5: __asm__ volatile("fpatan" : "=t"(a) : "0"(x), "u"(y) : "st(1)"); break;
        case 6: __asm__ volatile("fyl2x" : "=t"(a) : "0"(x), "u"(y) : "st(1)"); break;
        default: __asm__ volatile("fyl2xp1" : "=t"(a) : "0"(x), "u"(y) : "st(1)");
      }
      printf("%s", names[k]);
      print(x);
      print(y);
      print(a);
      print(b);
      printf("\n");
    }
}
