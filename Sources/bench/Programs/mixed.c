// A bit of everything: heap sort, string hashing and comparison, a recursion. See make.sh for how it is
// compiled.
typedef unsigned char byte;
typedef unsigned int word;
typedef unsigned long long quad;

// Memory the program uses: 200000h and up.
#define ARENA ((byte *)0x200000)

typedef struct Entry {
  struct Entry *next;
  word key;
  word count;
  byte name[16];
} Entry;

static word random(word *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

__attribute__((noinline)) static word hash(const byte *text) {
  word h = 5381;
  while (*text) h = h * 33 ^ *text++;
  return h;
}

__attribute__((noinline)) static int compare(const byte *a, const byte *b) {
  while (*a && *a == *b) a++, b++;
  return *a - *b;
}

__attribute__((noinline)) static Entry *find(Entry **table, const byte *name, Entry **spare) {
  Entry **place = &table[hash(name) & 255];
  for (Entry *e = *place; e; e = e->next)
    if (compare(e->name, name) == 0) return e;
  Entry *e = (*spare)++;
  e->next = *place;
  e->count = 0;
  byte *to = e->name;
  while ((*to++ = *name++)) {
  }
  return *place = e;
}

__attribute__((noinline)) static void siftDown(word *heap, quad start, quad count) {
  for (quad root = start; root * 2 + 1 < count;) {
    quad child = root * 2 + 1;
    if (child + 1 < count && heap[child] < heap[child + 1]) child++;
    if (heap[root] >= heap[child]) return;
    word t = heap[root];
    heap[root] = heap[child];
    heap[child] = t;
    root = child;
  }
}

__attribute__((noinline)) static void heapSort(word *heap, quad count) {
  for (quad i = count / 2; i-- > 0;) siftDown(heap, i, count);
  for (quad end = count - 1; end > 0; end--) {
    word t = heap[0];
    heap[0] = heap[end];
    heap[end] = t;
    siftDown(heap, 0, end);
  }
}

__attribute__((noinline)) static quad paths(word row, word column) {
  return row == 0 || column == 0 ? 1 : paths(row - 1, column) + paths(row, column - 1);
}

quad start(quad rounds) {
  word seed = 20100101;
  quad sum = 0;
  for (quad round = 0; round < rounds; round++) {
    word *numbers = (word *)ARENA;
    for (word i = 0; i < 2000; i++) numbers[i] = random(&seed);
    heapSort(numbers, 2000);
    for (word i = 1; i < 2000; i++) sum += numbers[i - 1] <= numbers[i];
    Entry **table = (Entry **)(ARENA + 0x10000);
    Entry *spare = (Entry *)(ARENA + 0x11000);
    for (word i = 0; i < 256; i++) table[i] = 0;
    for (word i = 0; i < 3000; i++) {
      byte name[16];
      word length = 3 + random(&seed) % 3;
      for (word k = 0; k < length; k++) name[k] = 'a' + random(&seed) % 5;
      name[length] = 0;
      sum += ++find(table, name, &spare)->count;
    }
    sum += paths(8, 7);
  }
  return sum;
}
