// C's strings, of bytes and of UTF-16 code units.
#include <gurney/rtl.h>

SIZE_T strlen(const char *text) {
  SIZE_T length = 0;
  while (text[length]) length++;
  return length;
}

int strcmp(const char *left, const char *right) {
  while (*left && *left == *right) left++, right++;
  return (UCHAR)*left - (UCHAR)*right;
}

int strncmp(const char *left, const char *right, SIZE_T count) {
  for (; count; count--, left++, right++) {
    if (*left != *right || !*left) return (UCHAR)*left - (UCHAR)*right;
  }
  return 0;
}

static UCHAR Lower(char character) {
  return character >= 'A' && character <= 'Z' ? character + 32 : character;
}

int _stricmp(const char *left, const char *right) {
  while (*left && Lower(*left) == Lower(*right)) left++, right++;
  return Lower(*left) - Lower(*right);
}

SIZE_T wcslen(PCWSTR text) {
  SIZE_T length = 0;
  while (text[length]) length++;
  return length;
}

int wcscmp(PCWSTR left, PCWSTR right) {
  while (*left && *left == *right) left++, right++;
  return *left - *right;
}

int _wcsicmp(PCWSTR left, PCWSTR right) {
  return _wcsnicmp(left, right, (SIZE_T)-1);
}

int _wcsnicmp(PCWSTR left, PCWSTR right, SIZE_T count) {
  for (; count; count--, left++, right++) {
    int difference = RtlUpcaseUnicodeChar(*left) - RtlUpcaseUnicodeChar(*right);
    if (difference || !*left) return difference;
  }
  return 0;
}

PWSTR wcscpy(PWSTR to, PCWSTR from) {
  PWSTR target = to;
  while ((*target++ = *from++)) {
  }
  return to;
}

PWSTR wcschr(PCWSTR text, WCHAR character) {
  for (;; text++) {
    if (*text == character) return (PWSTR)text;
    if (!*text) return NULL;
  }
}

PWSTR wcsrchr(PCWSTR text, WCHAR character) {
  PWSTR found = NULL;
  for (;; text++) {
    if (*text == character) found = (PWSTR)text;
    if (!*text) return found;
  }
}

static int DigitValue(WCHAR character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= 'a' && character <= 'z') return character - 'a' + 10;
  if (character >= 'A' && character <= 'Z') return character - 'A' + 10;
  return 36;
}

ULONG wcstoul(PCWSTR text, PWSTR *end, int base) {
  PCWSTR start = text;
  while (*text == ' ' || *text == '\t') text++;
  BOOLEAN hexPrefix = text[0] == '0' && (text[1] | 0x20) == 'x' && DigitValue(text[2]) < 16;
  if ((base == 0 || base == 16) && hexPrefix) {
    text += 2;
    base = 16;
  }
  if (base == 0) base = *text == '0' ? 8 : 10;
  ULONG64 value = 0;
  PCWSTR digits = text;
  for (; DigitValue(*text) < base; text++) {
    value = value * base + DigitValue(*text);
    if (value > 0xFFFFFFFF) value = 0xFFFFFFFF;
  }
  if (end) *end = (PWSTR)(text == digits ? start : text);
  return (ULONG)value;
}
