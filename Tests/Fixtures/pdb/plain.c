// Not optimised: nested blocks, a static inside a function, an array on the stack.
#include "shapes.h"

int ShapeArea(const SHAPE *Shape, int Scale, ...);

enum { PlainLimit = 12 };

int Unoptimised(SHAPE *Shape, int Count) {
  static int CallCount;
  int Sum = 0;
  CallCount++;
  for (int Index = 0; Index < Count; Index++) {
    int Row[4];
    Row[Index & 3] = ShapeArea(Shape, Index);
    if (Row[Index & 3] > PlainLimit) {
      ULONG64 Sum = 1;
      Row[0] += (int)Sum;
    }
    Sum += Row[Index & 3];
  }
  return Sum;
}
