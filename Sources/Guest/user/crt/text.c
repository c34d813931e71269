// Formatted output, and words of a command line.
#include <user/crt.h>

VOID Print(PCWSTR format, ...) {
  WCHAR text[1001];
  va_list arguments;
  va_start(arguments, format);
  int length = _vsnwprintf(text, COUNT_OF(text), format, arguments);
  va_end(arguments);
  if (length < 0) length = COUNT_OF(text) - 1;
  WriteConsoleW(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)length, NULL, NULL);
}

static BOOLEAN IsBlank(WCHAR character) {
  return character == ' ' || character == '\t';
}

PCWSTR NextWord(PCWSTR line, PWSTR word, SIZE_T room) {
  SIZE_T length = 0;
  BOOLEAN quoted = FALSE;
  while (IsBlank(*line)) line++;
  for (; *line && (quoted || !IsBlank(*line)); line++) {
    if (*line == '"') quoted = !quoted;
    else if (length + 1 < room) word[length++] = *line;
  }
  word[length] = 0;
  while (IsBlank(*line)) line++;
  return line;
}
