// Optimised: inlined calls, locals in registers and in parts, a loop.
#include "shapes.h"

SHAPE ShapeTable[4];
static int HiddenCounter = 7;
const char ShapeGreeting[] = "hello";
volatile int Sink;
int (*HiddenPointer)(int);

static inline int Square(int Side) {
  int Result = Side * Side;
  Sink = Result;
  return Result;
}

static inline int SumOfSquares(int A, int B) {
  int First = Square(A);
  return First + Square(B);
}

__attribute__((noinline)) static int HiddenHelper(int Value) {
  HiddenCounter += Value;
  return HiddenCounter;
}

int ShapeArea(const SHAPE *Shape, int Scale, ...) {
  int Total = SumOfSquares(Shape->Color, Scale);
  for (int Index = 0; Index < Scale; Index++) {
    int Step = Shape->Grid[Index % 3][Index % 4];
    Total += HiddenHelper(Step);
    Sink = Total;
  }
  return Total;
}

int Entry(void) {
  ShapeTable[0].Area = ShapeArea;
  HiddenPointer = HiddenHelper;
  extern int Unoptimised(SHAPE *Shape, int Count);
  return Unoptimised(&ShapeTable[0], 3);
}

int _fltused;
