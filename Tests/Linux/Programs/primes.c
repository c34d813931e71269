// Numbers, memory and text as a C library does them: what is printed must not differ by a byte from
// what the host prints.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int descending(const void *a, const void *b) {
  return *(const int *)b - *(const int *)a;
}

int main(int count, char **arguments) {
  enum { limit = 20000 };
  char *composite = calloc(limit, 1);
  int *primes = malloc(limit * sizeof *primes);
  int found = 0;
  for (int n = 2; n < limit; n++) {
    if (composite[n]) continue;
    primes[found++] = n;
    for (int m = n + n; m < limit; m += n) composite[m] = 1;
  }
  qsort(primes, found, sizeof *primes, descending);
  double sum = 0;
  for (int i = 0; i < found; i++) sum += sin(primes[i]) * sqrt(primes[i]) / log(primes[i]);
  char text[100];
  snprintf(text, sizeof text, "%d primes, %d the largest, %.15g, %Lg", found, primes[0], sum,
           3.0L / 7);
  printf("%s: %s (%zu)\n", arguments[count - 1], text, strlen(text));
  return found % 100;
}
