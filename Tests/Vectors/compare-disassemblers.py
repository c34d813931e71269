#!/usr/bin/env python3
"""Compare lengths and validity of many byte strings with iced-x86 and capstone; see README.md.

usage: compare-disassemblers.py PATH-OF-x86lines [STRINGS [SEED]]

Differences that differences.txt lists are counted, others are printed.
"""
import collections
import fnmatch
import pathlib
import random
import subprocess
import sys

PREFIXES = [0x66, 0x67, 0xF2, 0xF3, 0xF0, 0x2E, 0x36, 0x3E, 0x26, 0x64, 0x65]
BATCH = 50_000
HERE = pathlib.Path(__file__).parent


class Strings:
    """Fifteen bytes: prefixes, a prefix of a kind, an opcode map, and random bytes behind."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.codes = [(int(line.split()[0]), bytes.fromhex(line.split()[2]))
                      for line in (HERE / "instructions.txt").read_text().splitlines()
                      if line and not line.startswith("#")]

    def next(self):
        r = self.random
        if r.random() < 0.3:  # A row's own bytes, with a prefix or a changed byte now and then.
            bits, code = r.choice(self.codes)
            code = bytearray(code)
            if r.random() < 0.5:
                code[r.randrange(len(code))] ^= 1 << r.randrange(8)
            if r.random() < 0.5:
                code[:0] = bytes(r.choice(PREFIXES) for _ in range(r.randint(1, 3)))
            return bits, (bytes(code) + r.randbytes(15))[:15]
        bits = r.choice([64, 64, 32, 16])
        kind = r.choice(["1", "0f", "0f38", "0f3a", "vex", "evex", "random"])
        tail = r.randbytes(15)
        if kind == "random":
            return bits, tail
        high = 0 if bits == 64 else 0xC0
        if kind == "evex":
            third = r.getrandbits(8) | r.choice([0, 8, 8])
            second = r.getrandbits(8) | r.choice([4, 0x7C])
            head = [0x62, (r.getrandbits(8) | high) & 0xF0 | r.getrandbits(3), second, third]
        elif kind == "vex" and r.random() < 0.3:
            head = [0xC5, r.getrandbits(8) | high]
        elif kind == "vex":
            second = r.getrandbits(8) | r.choice([0, 0x78])
            head = [0xC4, (r.getrandbits(8) | high) & 0xE0 | r.randint(0, 4), second]
        else:
            head = [r.choice(PREFIXES) for _ in range(r.choice([0, 0, 1, 2]))]
            if bits == 64 and r.random() < 0.4:
                head.append(0x40 | r.getrandbits(4))
            head += {"1": [], "0f": [0x0F], "0f38": [0x0F, 0x38], "0f3a": [0x0F, 0x3A]}[kind]
        return bits, (bytes(head) + tail)[:15]


def ours(program, strings):
    text = "".join(f"{bits} {code.hex()}\n" for bits, code in strings)
    run = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        length, _, words = line.partition(" ")
        yield max(0, int(length)), words.split(" ")[0]


def iced(strings):
    from iced_x86 import Decoder, Mnemonic
    names = {value: name.lower() for name, value in vars(Mnemonic).items()
             if isinstance(value, int)}
    for bits, code in strings:
        decoder = Decoder(bits, code, ip=0x1000)
        instruction = decoder.decode()
        if instruction.is_invalid:
            yield 0, ""
        else:
            yield instruction.len, names.get(instruction.mnemonic, "?")


def capstone(strings):
    import capstone as cs
    modes = {16: cs.CS_MODE_16, 32: cs.CS_MODE_32, 64: cs.CS_MODE_64}
    engines = {bits: cs.Cs(cs.CS_ARCH_X86, mode) for bits, mode in modes.items()}
    for bits, code in strings:
        found = next(engines[bits].disasm_lite(code, 0x1000, 1), None)
        yield (found[1], found[2].split()[-1]) if found else (0, "")


def has_lock(code):
    """Whether LOCK is among the prefixes."""
    for byte in code:
        if byte == 0xF0:
            return True
        if byte not in PREFIXES:
            return False
    return False


def known():
    """The listed differences: disassembler, our mnemonic or -, theirs or -."""
    path = HERE / "differences.txt"
    lines = path.read_text().splitlines() if path.exists() else []
    return [line.split(" | ")[0] for line in lines if line and not line.startswith("#")]


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000_000
    source = Strings(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    listed = known()
    counts, examples = collections.Counter(), {}
    for start in range(0, count, BATCH):
        strings = [source.next() for _ in range(min(BATCH, count - start))]
        mine = list(ours(program, strings))
        for name, other in (("iced", iced), ("capstone", capstone)):
            for (bits, code), (length, word), (theirs, their_word) in zip(
                    strings, mine, other(strings)):
                if length != theirs:
                    if not length and theirs and has_lock(code):
                        their_word = "(lock)"
                    kind = (name, word if length else "-", their_word if theirs else "-")
                    counts[kind] += 1
                    examples.setdefault(kind, (bits, code.hex(), length, theirs))
    unlisted = 0
    for kind, number in counts.most_common():
        if not any(fnmatch.fnmatchcase(" ".join(kind), pattern) for pattern in listed):
            unlisted += number
            print(number, *kind, *examples[kind])
    print(f"{count} strings, {sum(counts.values())} differ, {unlisted} not listed")
    return unlisted


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
