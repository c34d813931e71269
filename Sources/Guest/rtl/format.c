// printf's family. One formatter writes to a sink of bytes or of UTF-16 code units.
#include <gurney/rtl.h>

/// Where text goes. Exactly one of the two buffers is set; Length counts also what did not fit.
typedef struct _SINK {
  PSTR Narrow;
  PWSTR Wide;
  SIZE_T Room;
  SIZE_T Length;
} SINK;

/// One conversion: %[flags][width][.precision][size]letter.
typedef struct _CONVERSION {
  BOOLEAN Left, Zero, Alternate, Plus, Space;
  int Width;
  int Precision;  // -1: none given
  int Bytes;      // of the integer argument
  BOOLEAN SizeGiven;  // WideText is the format's word, not the default
  BOOLEAN WideText;
  WCHAR Letter;
} CONVERSION;

static VOID Put(SINK *sink, WCHAR character) {
  if (sink->Length < sink->Room) {
    if (sink->Narrow) sink->Narrow[sink->Length] = character < 0x100 ? (CHAR)character : '?';
    if (sink->Wide) sink->Wide[sink->Length] = character;
  }
  sink->Length++;
}

static VOID PutRepeated(SINK *sink, WCHAR character, int count) {
  for (; count > 0; count--) Put(sink, character);
}

/// Text of either width, padded. Narrow is used if Wide is null.
static VOID PutText(SINK *sink, const CONVERSION *conversion, PCSTR narrow, PCWSTR wide,
                    SIZE_T length) {
  int padding = conversion->Width - (int)length;
  if (!conversion->Left) PutRepeated(sink, ' ', padding);
  for (SIZE_T i = 0; i < length; i++) Put(sink, wide ? wide[i] : (UCHAR)narrow[i]);
  if (conversion->Left) PutRepeated(sink, ' ', padding);
}

static VOID PutNumber(SINK *sink, const CONVERSION *conversion, ULONG64 value, BOOLEAN negative) {
  CHAR digits[24], prefix[2];
  int count = 0, prefixCount = 0;
  BOOLEAN upper = conversion->Letter == 'X' || conversion->Letter == 'p';
  BOOLEAN hex = upper || conversion->Letter == 'x';
  ULONG base = hex ? 16 : conversion->Letter == 'o' ? 8 : 10;
  for (ULONG64 rest = value; rest; rest /= base) {
    digits[count++] = (upper ? "0123456789ABCDEF" : "0123456789abcdef")[rest % base];
  }
  if (negative) prefix[prefixCount++] = '-';
  else if (conversion->Plus) prefix[prefixCount++] = '+';
  else if (conversion->Space) prefix[prefixCount++] = ' ';
  if (conversion->Alternate && value && hex) {
    prefix[prefixCount++] = '0';
    prefix[prefixCount++] = 'x';
  }
  int least = conversion->Precision >= 0 ? conversion->Precision : 1;
  BOOLEAN zeroFill = conversion->Zero && !conversion->Left && conversion->Precision < 0;
  if (zeroFill && least < conversion->Width - prefixCount) least = conversion->Width - prefixCount;
  int zeros = least > count ? least - count : 0;
  int padding = conversion->Width - prefixCount - zeros - count;
  if (!conversion->Left) PutRepeated(sink, ' ', padding);
  for (int i = 0; i < prefixCount; i++) Put(sink, prefix[i]);
  PutRepeated(sink, '0', zeros);
  while (count) Put(sink, digits[--count]);
  if (conversion->Left) PutRepeated(sink, ' ', padding);
}

static VOID PutString(SINK *sink, const CONVERSION *conversion, PVOID text) {
  PCSTR narrow = text ? text : "(null)";
  PCWSTR wide = text && conversion->WideText ? text : NULL;
  SIZE_T length = 0;
  SIZE_T limit = conversion->Precision < 0 ? (SIZE_T)-1 : (SIZE_T)conversion->Precision;
  while (length < limit && (wide ? wide[length] : (WCHAR)narrow[length])) length++;
  PutText(sink, conversion, narrow, wide, length);
}

static VOID PutCountedString(SINK *sink, const CONVERSION *conversion, const UNICODE_STRING *text) {
  if (!text || !text->Buffer) {
    PutText(sink, conversion, "(null)", NULL, 6);
  } else if (conversion->WideText) {
    PutText(sink, conversion, NULL, text->Buffer, text->Length / sizeof(WCHAR));
  } else {
    PutText(sink, conversion, (PCSTR)text->Buffer, NULL, text->Length);
  }
}

/// The format's next character, or 0 at the end.
typedef struct _FORMAT {
  PCSTR Narrow;
  PCWSTR Wide;
} FORMAT;

static WCHAR Peek(const FORMAT *format) {
  return format->Wide ? *format->Wide : (UCHAR)*format->Narrow;
}

static VOID Advance(FORMAT *format) {
  if (format->Wide) format->Wide++;
  else format->Narrow++;
}

static BOOLEAN Accept(FORMAT *format, WCHAR character) {
  if (Peek(format) != character) return FALSE;
  Advance(format);
  return TRUE;
}

static int ReadInteger(FORMAT *format) {
  int value = 0;
  for (WCHAR digit; (digit = Peek(format)) >= '0' && digit <= '9'; Advance(format)) {
    if (value < 100000) value = value * 10 + digit - '0';
  }
  return value;
}

static VOID ReadFlags(FORMAT *format, CONVERSION *conversion) {
  for (;;) {
    if (Accept(format, '-')) conversion->Left = TRUE;
    else if (Accept(format, '0')) conversion->Zero = TRUE;
    else if (Accept(format, '#')) conversion->Alternate = TRUE;
    else if (Accept(format, '+')) conversion->Plus = TRUE;
    else if (Accept(format, ' ')) conversion->Space = TRUE;
    else return;
  }
}

static VOID ReadSize(FORMAT *format, CONVERSION *conversion) {
  if (Accept(format, 'h')) {
    conversion->Bytes = Accept(format, 'h') ? 1 : 2;
    conversion->SizeGiven = TRUE;
  } else if (Accept(format, 'w')) {
    conversion->SizeGiven = conversion->WideText = TRUE;
  } else if (Accept(format, 'l')) {
    conversion->SizeGiven = conversion->WideText = TRUE;
    if (Accept(format, 'l')) conversion->Bytes = 8;
  } else if (Accept(format, 'I')) {
    conversion->Bytes = 8;
    if (Accept(format, '6')) Accept(format, '4');
    else if (Accept(format, '3') && Accept(format, '2')) conversion->Bytes = 4;
  }
}

/// Reads what follows a '%'; `arguments` is read for a '*'.
static CONVERSION ReadConversion(FORMAT *format, va_list *arguments) {
  CONVERSION conversion = {.Precision = -1, .Bytes = 4};
  ReadFlags(format, &conversion);
  conversion.Width = Accept(format, '*') ? va_arg(*arguments, int) : ReadInteger(format);
  if (conversion.Width < 0) {
    conversion.Left = TRUE;
    conversion.Width = -conversion.Width;
  }
  if (Accept(format, '.')) {
    conversion.Precision = Accept(format, '*') ? va_arg(*arguments, int) : ReadInteger(format);
  }
  ReadSize(format, &conversion);
  conversion.Letter = Peek(format);
  if (conversion.Letter) Advance(format);
  if (!conversion.SizeGiven) {  // s and c are as wide as the format, S and C are not, Z is narrow
    BOOLEAN other = conversion.Letter == 'S' || conversion.Letter == 'C';
    BOOLEAN counted = conversion.Letter == 'Z';
    conversion.WideText = !counted && (format->Wide != NULL) != other;
  }
  return conversion;
}

static VOID Convert(SINK *sink, CONVERSION *conversion, va_list *arguments) {
  ULONG64 value;
  int unused = 64 - 8 * conversion->Bytes;
  switch (conversion->Letter) {
  case 'd':
  case 'i': {
    LONG64 number = (LONG64)(va_arg(*arguments, ULONG64) << unused) >> unused;
    PutNumber(sink, conversion, number < 0 ? 0 - (ULONG64)number : (ULONG64)number, number < 0);
    break;
  }
  case 'u':
  case 'x':
  case 'X':
  case 'o':
    value = va_arg(*arguments, ULONG64) << unused >> unused;
    conversion->Plus = conversion->Space = FALSE;
    PutNumber(sink, conversion, value, FALSE);
    break;
  case 'p':
    conversion->Precision = 16;
    PutNumber(sink, conversion, va_arg(*arguments, ULONG64), FALSE);
    break;
  case 'c':
  case 'C': {
    WCHAR character = (WCHAR)va_arg(*arguments, int);
    if (!conversion->WideText) character &= 0xFF;
    PutText(sink, conversion, NULL, &character, 1);
    break;
  }
  case 's':
  case 'S':
    PutString(sink, conversion, va_arg(*arguments, PVOID));
    break;
  case 'Z':
    PutCountedString(sink, conversion, va_arg(*arguments, PVOID));
    break;
  case 0:
    break;
  default:
    Put(sink, conversion->Letter);
  }
}

static VOID Print(SINK *sink, FORMAT format, va_list *arguments) {
  for (WCHAR character; (character = Peek(&format)); ) {
    Advance(&format);
    if (character != '%') {
      Put(sink, character);
      continue;
    }
    CONVERSION conversion = ReadConversion(&format, arguments);
    Convert(sink, &conversion, arguments);
  }
}

/// Ends the text, and says what a printf returns.
static int Finish(SINK *sink) {
  BOOLEAN fits = sink->Length < sink->Room;
  SIZE_T end = fits ? sink->Length : sink->Room - 1;
  if (sink->Room && sink->Narrow) sink->Narrow[end] = 0;
  if (sink->Room && sink->Wide) sink->Wide[end] = 0;
  return fits ? (int)sink->Length : -1;
}

int _vsnprintf(PSTR buffer, SIZE_T room, PCSTR format, va_list arguments) {
  SINK sink = {.Narrow = buffer, .Room = room};
  Print(&sink, (FORMAT){.Narrow = format}, &arguments);
  return Finish(&sink);
}

int _snprintf(PSTR buffer, SIZE_T room, PCSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = _vsnprintf(buffer, room, format, arguments);
  va_end(arguments);
  return length;
}

int _vsnwprintf(PWSTR buffer, SIZE_T room, PCWSTR format, va_list arguments) {
  SINK sink = {.Wide = buffer, .Room = room};
  Print(&sink, (FORMAT){.Wide = format}, &arguments);
  return Finish(&sink);
}

int _snwprintf(PWSTR buffer, SIZE_T room, PCWSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = _vsnwprintf(buffer, room, format, arguments);
  va_end(arguments);
  return length;
}
