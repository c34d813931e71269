// Containers as C++ libraries have them, for NatVis entries to show. `visual.natvis` is put into the
// PDB by the linker.

template <typename T> struct Allocator {};

template <typename T, typename A = Allocator<T>> struct Vector {
  T *First;
  T *Last;
  T *End;
};

template <typename K, typename V> struct Pair {
  K first;
  V second;
};

template <typename T> struct ListNode {
  ListNode *Next;
  T Value;
};

template <typename T> struct List {
  ListNode<T> *Head;
  int Count;
};

template <typename T> struct TreeNode {
  TreeNode *Left;
  TreeNode *Right;
  bool IsEnd;
  T Value;
};

template <typename T> struct Tree {
  TreeNode<T> *Root;
  int Count;
};

template <typename T, int Rows, int Columns> struct Matrix {
  T Cells[Rows * Columns];
};

template <typename K, typename V> struct Map {
  ListNode<Pair<K, V>> **Buckets;
  int BucketCount;
  int Count;
};

template <typename T> struct Owner {
  T *Pointer;
};

struct Point {
  int X;
  int Y;
};

struct Named {
  const char *Name;
};

struct Shape : Named {
  Point Corner;
  unsigned Flags;
};

struct Square : Shape {
  int Side;
};

// A list whose last node points back into it.
ListNode<int> Loop[3] = {{&Loop[1], 1}, {&Loop[2], 2}, {&Loop[1], 3}};

int Numbers[4] = {10, 20, 30, 40};
Point Points[2] = {{1, 2}, {3, 4}};
ListNode<int> Nodes[3] = {{&Nodes[1], 7}, {&Nodes[2], 8}, {nullptr, 9}};
TreeNode<int> EndNode = {nullptr, nullptr, true, 0};
TreeNode<int> Leaves[3] = {
    {&Leaves[1], &Leaves[2], false, 50}, {&EndNode, &EndNode, false, 40}, {&EndNode, &EndNode, false, 60}};
ListNode<Pair<int, short>> Entries[2] = {{&Entries[1], {1, 100}}, {nullptr, {5, 500}}};
ListNode<Pair<int, short>> Other = {nullptr, {3, 300}};
ListNode<Pair<int, short>> *Buckets[4] = {nullptr, &Entries[0], nullptr, &Other};

Vector<int> IntVector = {Numbers, Numbers + 4, Numbers + 4};
Vector<Point> PointVector = {Points, Points + 2, Points + 2};
Vector<char *> EmptyVector;
List<int> IntList = {Nodes, 3};
List<int> LoopList = {Loop, 100000000};
Tree<int> IntTree = {Leaves, 3};
Matrix<short, 2, 3> ShortMatrix = {{1, 2, 3, 4, 5, 6}};
Map<int, short> IntMap = {Buckets, 4, 3};
Owner<Point> PointOwner = {Points + 1};
Square BigSquare = {{{"big"}, {5, 6}, 0x80000001}, 44};

extern "C" int Entry() { return BigSquare.Side + IntMap.Count; }
