// Types of every kind that the reader knows, for both fixtures.
typedef unsigned char UCHAR;
typedef unsigned short USHORT;
typedef unsigned long ULONG;
typedef unsigned long long ULONG64;
typedef unsigned short WCHAR;

typedef struct _LIST_ENTRY {
  struct _LIST_ENTRY *Flink;
  struct _LIST_ENTRY *Blink;
} LIST_ENTRY;

typedef enum _COLOR { ColorRed, ColorGreen = 5, ColorBlue = -1, ColorHuge = 0x7fffffff } COLOR;

typedef struct _BITS {
  ULONG Valid : 1;
  ULONG Depth : 3;
  ULONG Rest : 28;
  ULONG64 Frame : 36;
  ULONG64 Top : 28;
} BITS;

typedef struct _SHAPE SHAPE;
typedef int (*AREA)(const SHAPE *Shape, int Scale, ...);

typedef union _VARIANT {
  int Number;
  double Real;
  WCHAR Text[6];
} VARIANT;

struct _SHAPE {
  LIST_ENTRY Links;
  COLOR Color;
  union {
    struct {
      USHORT Low;
      USHORT High;
    };
    ULONG Both;
    struct {
      UCHAR First;
      UCHAR Second;
    } Named;
  };
  BITS Bits;
  VARIANT Values[2];
  AREA Area;
  int Grid[3][4];
  const char *volatile Name;
  void *Nothing;
  _Bool Flag;
  float Ratio;
  struct _UNKNOWN *Opaque;
};
