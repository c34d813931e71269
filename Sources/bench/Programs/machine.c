// A small stack machine that runs a program of its own: the shape of interpreters, with a jump
// through a table for every step. See make.sh for how it is compiled.
typedef unsigned char byte;
typedef unsigned int word;
typedef unsigned long long quad;

// Memory the program uses: 200000h and up.
#define STACK ((word *)0x200000)
#define MEMORY ((word *)0x210000)

enum { PUSH, ADD, SUB, MUL, AND, LOAD, STORE, DUP, SWAP, JUMPIF, LESS, HALT };

// Sums i * i & 255 for i below the limit in cell 0, in cell 1; cell 2 is i.
static const byte program[] = {
    PUSH, 0, PUSH, 2, STORE,                                  // 0: i = 0
    PUSH, 2, LOAD, DUP, MUL, PUSH, 255, AND,                  // 5: i * i & 255
    PUSH, 1, LOAD, ADD, PUSH, 1, STORE,                       // 13: sum += that
    PUSH, 2, LOAD, PUSH, 1, ADD, DUP, PUSH, 2, STORE,         // 20: i += 1
    PUSH, 0, LOAD, LESS, JUMPIF, 5, HALT,                     // 30: while i < limit
};

__attribute__((noinline)) static word run(word limit) {
  word *top = STACK;
  word at = 0;
  MEMORY[0] = limit;
  MEMORY[1] = 0;
  for (;;) {
    switch (program[at++]) {
    case PUSH: *top++ = program[at++]; break;
    case ADD: top--; top[-1] += top[0]; break;
    case SUB: top--; top[-1] -= top[0]; break;
    case MUL: top--; top[-1] *= top[0]; break;
    case AND: top--; top[-1] &= top[0]; break;
    case LOAD: top[-1] = MEMORY[top[-1] & 255]; break;
    case STORE: top -= 2; MEMORY[top[1] & 255] = top[0]; break;
    case DUP: top[0] = top[-1]; top++; break;
    case SWAP: { word t = top[-1]; top[-1] = top[-2]; top[-2] = t; break; }
    case LESS: top--; top[-1] = top[-1] < top[0]; break;
    case JUMPIF: at = *--top ? program[at] : at + 1; break;
    default: return MEMORY[1];
    }
  }
}

quad start(quad rounds) {
  quad sum = 0;
  while (rounds--) sum += run(1000);
  return sum;
}
