// Table lookups: CRC-32 of a buffer by bytes, a histogram, and a number of primes by sieve. See
// make.sh for how it is compiled.
typedef unsigned char byte;
typedef unsigned int word;
typedef unsigned long long quad;

// Memory the program uses: 200000h and up.
#define CRC ((word *)0x200000)
#define COUNTS ((word *)0x201000)
#define BUFFER ((byte *)0x210000)
#define SIEVE ((byte *)0x230000)
#define LENGTH 0x10000

static void fill(void) {
  word seed = 1;
  for (word i = 0; i < 256; i++) {
    word value = i;
    for (int bit = 0; bit < 8; bit++) value = value & 1 ? value >> 1 ^ 0xedb88320u : value >> 1;
    CRC[i] = value;
  }
  for (word i = 0; i < LENGTH; i++) {
    seed = seed * 1664525u + 1013904223u;
    BUFFER[i] = seed >> 24;
  }
}

__attribute__((noinline)) static word checksum(word value) {
  for (word i = 0; i < LENGTH; i++) value = CRC[(byte)(value ^ BUFFER[i])] ^ value >> 8;
  return value;
}

__attribute__((noinline)) static word commonest(void) {
  word best = 0;
  for (word i = 0; i < 256; i++) COUNTS[i] = 0;
  for (word i = 0; i < LENGTH; i++) COUNTS[BUFFER[i]]++;
  for (word i = 1; i < 256; i++)
    if (COUNTS[i] > COUNTS[best]) best = i;
  return best;
}

__attribute__((noinline)) static word primes(void) {
  word count = 0;
  for (word i = 0; i < LENGTH; i++) SIEVE[i] = 1;
  for (word i = 2; i < LENGTH; i++) {
    if (!SIEVE[i]) continue;
    count++;
    for (quad j = (quad)i * i; j < LENGTH; j += i) SIEVE[j] = 0;
  }
  return count;
}

quad start(quad rounds) {
  quad sum = 0;
  fill();
  while (rounds--) sum += checksum((word)sum) + commonest() + primes();
  return sum;
}
