// What only C++ has: bases, static members, methods, nested types, namespaces, references.
namespace Space {
struct Base {
  virtual ~Base();
  virtual int Measure(int Scale) const;
  int BaseValue;
};
struct Other {
  char Letter;
};
class Derived : public Base, public Other {
public:
  enum class Mode : unsigned char { Off, On = 200 };
  struct Inner {
    short Depth;
  };
  static int Count;
  int Measure(int Scale) const override;
  int Twice(int Value) { return Value * 2 + Count; }
  Derived(int &Target) : Reference(Target) {}
  Inner Nested;
  Mode State;
  int &Reference;
  int Derived::*Member = nullptr;
  long long Big = -1;

private:
  unsigned Flag : 3;
};
int Derived::Count = 3;
Base::~Base() {}
int Base::Measure(int Scale) const { return BaseValue * Scale; }
int Derived::Measure(int Scale) const { return Scale; }
} // namespace Space

struct Virtual : virtual Space::Other {
  int Own;
};
Virtual VirtualObject;

namespace {
enum Tiny : signed char { TinyMinus = -5, TinyPlus = 5 };
Tiny Small = TinyMinus;
} // namespace

int Scoped(int Value) {
  struct Point {
    int X, Y;
  } Place = {Value, Value};
  return Place.X + Place.Y + Small;
}

int Use(Space::Derived &Object) { return Object.Twice(4) + Scoped(Object.Reference); }

void operator delete(void *, unsigned long long) {}
extern "C" {
int _purecall() { return 0; }
char type_info_vftable;
int Entry() { return Space::Derived::Count; }
}
