// Formatting, strings, numbers, memory blocks.
#include "usertest.h"

static VOID Format(PCWSTR expected, PCWSTR format, ...) {
  WCHAR text[128];
  va_list arguments;
  va_start(arguments, format);
  int length = _vsnwprintf(text, COUNT_OF(text), format, arguments);
  va_end(arguments);
  CHECK(length == (int)wcslen(expected));
  CHECK(!wcscmp(text, expected));
}

static VOID TestFormats(void) {
  UNICODE_STRING wide;
  ANSI_STRING narrow;
  RtlInitUnicodeString(&wide, L"uni");
  RtlInitAnsiString(&narrow, "ans");
  Format(L"-5|00005|  abc|abc  |", L"%d|%05u|%5ws|%-5ws|", -5, 5, L"abc", L"abc");
  Format(L"ff|0xff|FF|17", L"%x|%#x|%X|%o", 255, 255, 255, 15);
  Format(L"abc|abc|x|%", L"%hs|%S|%c|%%", "abc", "abc", 'x');
  Format(L"00000000DEADBEEF|12345678901", L"%p|%I64u", 0xDEADBEEFull, 12345678901ull);
  Format(L"ab|+3| 3|007|  007", L"%.2ws|%+d|% d|%.3d|%5.3d", L"abcd", 3, 3, 7, 7);
  Format(L"-0005|   -5|ffffffff|-1", L"%05d|%*d|%x|%lld", -5, 5, -5, -1, -1LL);
  Format(L"uni|ans|  uni|(null)", L"%wZ|%Z|%5wZ|%ws", &wide, &narrow, &wide, NULL);
}

static VOID TestCutText(void) {
  CHAR text[4];
  CHECK(_snprintf(text, sizeof(text), "hello") == -1 && !strcmp(text, "hel"));
  CHECK(_snprintf(text, sizeof(text), "%d%s", 1, "ab") == 3 && !strcmp(text, "1ab"));
}

static VOID TestStrings(void) {
  WCHAR buffer[8];
  UNICODE_STRING left, right, room = {0, sizeof(buffer), buffer};
  RtlInitUnicodeString(&left, L"\\SystemRoot");
  RtlInitUnicodeString(&right, L"\\systemroot\\System32");
  CHECK(RtlPrefixUnicodeString(&left, &right, TRUE));
  CHECK(!RtlPrefixUnicodeString(&left, &right, FALSE));
  CHECK(RtlCompareUnicodeString(&left, &right, TRUE) < 0);
  CHECK(NT_SUCCESS(RtlAppendUnicodeToString(&room, L"abcd")));
  CHECK(RtlAppendUnicodeToString(&room, L"efghi") == STATUS_BUFFER_TOO_SMALL);
  CHECK(room.Length == 8 && !wcscmp(buffer, L"abcd"));
  CHECK(wcstoul(L"0x1Fz", NULL, 0) == 31);
  CHECK(wcstoul(L" 42", NULL, 10) == 42);
  CHECK(wcstoul(L"9999999999", NULL, 10) == 0xFFFFFFFF);
}

static VOID TestBlocks(void) {
  UCHAR block[64];
  for (UCHAR i = 0; i < sizeof(block); i++) block[i] = i;
  memmove(block + 3, block, 40);
  CHECK(block[2] == 2 && block[3] == 0 && block[42] == 39 && block[43] == 43);
  memmove(block, block + 3, 40);
  CHECK(block[0] == 0 && block[39] == 39 && block[40] == 37);
  memset(block + 1, 0xAA, 13);
  CHECK(block[0] == 0 && block[1] == 0xAA && block[13] == 0xAA && block[14] == 14);
  CHECK(memcmp(block, block, sizeof(block)) == 0 && memcmp("ab", "ac", 2) < 0);
}

VOID TestText(void) {
  TestFormats();
  TestCutText();
  TestStrings();
  TestBlocks();
}
