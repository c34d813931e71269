// The 32-bit image: imports, exports and relocations.
__declspec(dllimport) int External(int Value);
__declspec(dllimport) int Numbered(void);
int Table[3] = {1, 2, 3};
int *Pointers[2] = {&Table[0], &Table[2]};
int Framed(int Value) { return External(Value) + Numbered() + *Pointers[Value & 1]; }
int Large(void) { return 7; }
int Entry(void) { return Framed(1); }
