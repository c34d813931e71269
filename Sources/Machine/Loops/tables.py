#!/usr/bin/env python3
# Writes the tables of loop handlers, LoopTable+*.swift, into the folder it stands in. A handler is a
# function with a name, because a function inlines into the C function that a table holds.
import os
PLACES = "ABCD"
def typ(p): return "Constant" if p == "K" else "Place" + p
def emit(file, doc, tables):
    """tables: list of (name, doc, [(function, call)])"""
    out = ["// swift-format-ignore-file", "// Written by tables.py.", "", "extension LoopTable {"]
    funcs = []
    for name, about, rows in tables:
        out += [f"  /// {about}", f"  static let {name}: [LoopHandler] = ["]
        out += [f"    {f}," for f, _ in rows] + ["  ]"]
        funcs += [row for place, row in enumerate(rows) if row not in funcs + rows[:place]]
    out += ["}", ""]
    for f, call in funcs:
        out += [f"@inline(__always) private func {f}(_ o: Raw, _ p: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {{ {call[0]}(o, loopValues(p, a, b, c, d), {call[1]}) }}"]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), f"LoopTable+{file}.swift"), "w") as f:
        f.write("\n".join(out) + "\n")

def low(s): return s[0].lower() + s[1:]
def computing(op, rows, width):
    return [(f"{low(op)}{width}{d}{x}{y}", ("compute", f"{op}.self, UInt{width}.self, {typ(d)}.self, {typ(x)}.self, {typ(y)}.self"))
            for d, x, y in rows]
pairs = [(d, d, y) for d in PLACES for y in PLACES if y != d]       # d = d op y
three = [(d, x, "K") for d in PLACES for x in PLACES]               # d = x op constant
two = [(d, d, "K") for d in PLACES]                                 # d = d op constant
for op in ["Add", "Subtract", "And", "Or", "ExclusiveOr", "Multiply"]:
    tables = []
    wide = three if op in ("Add", "And", "Multiply") else two
    for width in (32, 64):
        tables.append((f"{low(op)}{width}", "By destination and by the other operand.", computing(op, pairs, width)))
        tables.append((f"{low(op)}Constant{width}", "By destination" + (" and source." if wide is three else "."), computing(op, wide, width)))
    emit(op, "", tables)
tables = []
for op in ["ShiftLeft", "ShiftRight", "ShiftRightSigned", "RotateLeft"]:
    for width in (32, 64):
        tables.append((f"{low(op)}{width}", "By destination and source.", computing(op, three, width)))
emit("Shifts", "", tables)
tables = [("copy", "By destination and source: the places, then the constant.",
           [(f"copy{d}{x}", ("copy", f"{typ(d)}.self, {typ(x)}.self")) for d in PLACES for x in PLACES + "K"])]
for d in PLACES:
    tables.append((f"choose{d}", "By what it is if the condition holds and if not: the places, then the constant.",
        [(f"choose{d}{x}{y}", ("choose", f"{typ(d)}.self, {typ(x)}.self, {typ(y)}.self")) for x in PLACES + "K" for y in PLACES + "K"]))
tables.append(("address", "By destination, base and index.",
    [(f"address{d}{x}{y}", ("address", f"{typ(d)}.self, {typ(x)}.self, {typ(y)}.self")) for d in PLACES for x in PLACES for y in PLACES]))
emit("Moves", "", tables)
tables = []
for d in PLACES:
    tables.append((f"chooseIfClear{d}", "By the place tested, the other source, and when it is taken.",
        [(f"chooseIfClear{d}{t}{x}{n}", ("chooseIfClear", f"{typ(d)}.self, {typ(t)}.self, {typ(x)}.self, When{n}.self"))
         for t in PLACES for x in PLACES for n in ("True", "False")]))
emit("Selections", "", tables)
tables = []
for name, op, cmp in [("below", "Subtract", "Below"), ("less", "Subtract", "Less"), ("equal", "Subtract", "Equal"), ("clear", "And", "Equal")]:
    for width in (32, 64):
        rows = [(x, y) for x in PLACES + "K" for y in PLACES + "K"]
        if name in ("equal", "clear"):  # The order does not matter: one function for both.
            rows = [(min(x, y), max(x, y)) for x, y in rows]
        tables.append((f"{name}{width}", "By the operands: the places, then the constant.",
            [(f"{name}{width}{x}{y}", ("decideInLoop", f"{op}.self, {cmp}.self, UInt{width}.self, {typ(x)}.self, {typ(y)}.self"))
             for x, y in rows]))
emit("Conditions", "", tables)
conds = ["Below", "AboveOrEqual", "Equal", "NotEqual", "BelowOrEqual", "Above", "Less", "GreaterOrEqual", "LessOrEqual", "Greater"]
tables = []
for width in (32, 64):
    tables.append((f"againIf{width}", "By condition (codes 2 to 7, 12 to 15), each with the second place and with the constant.",
       [(f"again{c}{width}{y}", ("againIf", f"{c}.self, UInt{width}.self, {typ(y)}.self")) for c in conds for y in "BK"]))
    tables.append((f"againCopying{width}", "By condition.",
       [(f"againCopying{c}{width}", ("againCopying", f"{c}.self, UInt{width}.self")) for c in conds]))
tables.append(("againCounting", "Of 32 and 64 bits.", [(f"againCounting{w}", ("againCounting", f"UInt{w}.self")) for w in (32, 64)]))
for name in ("skip", "exit", "again"):
    tables.append((name, "When the condition holds, when it does not, always.",
        [(f"{name}{s}", (name, f"{s}.self")) for s in ("WhenTrue", "WhenFalse", "Always")]))
emit("Jumps", "", tables)
