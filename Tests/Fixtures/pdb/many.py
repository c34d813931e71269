# Prints a C file with so many types that the type stream has several notes of where records begin,
# and with an enumeration whose list of values needs a continuation.
print("typedef enum _LONG_LIST {")
for number in range(4000):
    print(f"  ValueWithALongName{number:04},")
print("} LONG_LIST;")
for number in range(400):
    print(f"typedef struct _ITEM{number:03} {{ int Number; char Padding[{number + 1}]; }} ITEM{number:03};")
print("typedef struct _ALL { LONG_LIST First;")
for number in range(400):
    print(f"  ITEM{number:03} Item{number:03};")
print("} ALL;")
print("ALL Everything;")
for number in range(200):
    print(f"int Function{number:03}(int Value) {{ return Value + {number}; }}")
print("int Entry(void) { return Everything.First; }")
