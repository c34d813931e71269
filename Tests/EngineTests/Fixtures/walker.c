// Functions whose prologs and epilogs take every form the compiler has, called from Entry in a row.
// A test steps through all of it and unwinds before each instruction.

typedef unsigned long long u64;

typedef struct _LIST_ENTRY {
  struct _LIST_ENTRY *Flink, *Blink;
} LIST_ENTRY;

typedef struct _NODE {
  u64 Id;
  struct {
    unsigned Low : 3;
    unsigned High : 5;
    int Signed;
  } Bits;
  LIST_ENTRY Link;
  char Name[8];
  short Values[4];
  struct _NODE *Next;
} NODE;

volatile int Sink;
LIST_ENTRY ListHead;
NODE Nodes[3];

#define NOINLINE __attribute__((noinline))

// Nothing to undo.
NOINLINE int Leaf(int Value) {
  Sink = Value;
  return Value * 3;
}

// Many nonvolatile registers.
NOINLINE int Pushes(int A, int B, int C, int D) {
  int E = Leaf(A), F = Leaf(B), G = Leaf(C), H = Leaf(D);
  int I = Leaf(E + F), J = Leaf(G + H);
  return A + B + C + D + E + F + G + H + I + J;
}

// An allocation that needs the large form.
NOINLINE int Big(int Value) {
  volatile char Buffer[0x9000];
  Buffer[Value] = (char)Value;
  return Leaf(Buffer[Value] + 1);
}

// A frame register, for the stack's depth is not known.
NOINLINE int Variable(int Count) {
  volatile char *Buffer = __builtin_alloca(Count);
  Buffer[0] = 1;
  int Kept = Leaf(Count);
  return Leaf(Buffer[0]) + Kept;
}

// Vector registers to keep.
NOINLINE double Floats(double A, double B) {
  double C = A * B;
  Sink = Leaf((int)A);
  double D = C + A;
  Sink = Leaf((int)B);
  return C + D;
}

// Ends in a jump to another function.
NOINLINE int Tail(int Value) {
  Sink = Leaf(Value);
  return Pushes(Value, 1, 2, 3);
}

NOINLINE int Recurse(int Depth) {
  if (Depth == 0) return Leaf(1);
  return Recurse(Depth - 1) + Leaf(Depth);
}

static inline int Expanded(int Value) {
  Sink = Value;
  return Leaf(Value + 1);
}

NOINLINE int Inlines(int Value) {
  int Result = Expanded(Value);
  return Result + Expanded(Result);
}

int SavesRegisters(int (*Function)(int), int Value);
int SetsFrame(int (*Function)(int), int Value);
int Chained(int (*Function)(int), int Value);

NOINLINE void MakeList(void) {
  LIST_ENTRY *Last = &ListHead;
  for (int Index = 0; Index < 3; Index++) {
    NODE *Node = &Nodes[Index];
    Node->Id = 0x1122334400000000ull + Index;
    Node->Bits.Low = 5;
    Node->Bits.High = 17 + Index;
    Node->Bits.Signed = -7;
    Node->Name[0] = 'n';
    Node->Name[1] = (char)('0' + Index);
    Node->Values[2] = (short)(-2 - Index);
    Node->Next = Index < 2 ? Node + 1 : 0;
    Last->Flink = &Node->Link;
    Node->Link.Blink = Last;
    Last = &Node->Link;
  }
  Last->Flink = &ListHead;
  ListHead.Blink = Last;
}

int Entry(void) {
  MakeList();
  int Sum = Pushes(1, 2, 3, 4);
  Sum += Big(0x123);
  Sum += Variable(100);
  Sum += (int)Floats(2.0, 3.0);
  Sum += Tail(9);
  Sum += Recurse(4);
  Sum += Inlines(5);
  Sum += SavesRegisters(Leaf, 6);
  Sum += SetsFrame(Leaf, 7);
  Sum += Chained(Leaf, 8);
  Sink = Sum;
  return Sum;
}

int _fltused;
