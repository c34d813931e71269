// Integers: the lengths of Collatz sequences, greatest common divisors, and a generator of random
// numbers. See make.sh for how it is compiled.
typedef unsigned int word;
typedef unsigned long long quad;

__attribute__((noinline)) static word steps(quad n) {
  word count = 0;
  while (n != 1) {
    n = n & 1 ? 3 * n + 1 : n / 2;
    count++;
  }
  return count;
}

__attribute__((noinline)) static quad divisor(quad a, quad b) {
  while (a != b) {
    if (a > b) a -= b;
    else b -= a;
  }
  return a;
}

quad start(quad rounds) {
  quad state = 88172645463325252u;
  quad sum = 0;
  while (rounds--) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    sum += steps((state & 0xffff) + 1) + divisor((state >> 16 & 1023) + 1, (state >> 32 & 1023) + 1);
  }
  return sum;
}
