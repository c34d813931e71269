// The four functions that compiled code may call without being told.
// `rep` instructions: one decoded instruction moves a whole block.
#include <gurney/rtl.h>

void *memcpy(void *to, const void *from, SIZE_T bytes) {
  void *target = to;
  SIZE_T words = bytes / 8;
  __asm__ volatile("rep movsq" : "+D"(target), "+S"(from), "+c"(words) : : "memory");
  SIZE_T rest = bytes % 8;
  __asm__ volatile("rep movsb" : "+D"(target), "+S"(from), "+c"(rest) : : "memory");
  return to;
}

void *memmove(void *to, const void *from, SIZE_T bytes) {
  UCHAR *target = to;
  const UCHAR *source = from;
  if ((ULONG_PTR)target - (ULONG_PTR)source >= bytes) return memcpy(to, from, bytes);
  while (bytes--) target[bytes] = source[bytes];  // the end first: the target lies above
  return to;
}

void *memset(void *to, int value, SIZE_T bytes) {
  void *target = to;
  ULONG64 word = (UCHAR)value * 0x0101010101010101ull;
  SIZE_T words = bytes / 8;
  __asm__ volatile("rep stosq" : "+D"(target), "+c"(words) : "a"(word) : "memory");
  SIZE_T rest = bytes % 8;
  __asm__ volatile("rep stosb" : "+D"(target), "+c"(rest) : "a"(word) : "memory");
  return to;
}

int memcmp(const void *left, const void *right, SIZE_T bytes) {
  const UCHAR *a = left, *b = right;
  for (; bytes; bytes--, a++, b++) {
    if (*a != *b) return *a - *b;
  }
  return 0;
}
