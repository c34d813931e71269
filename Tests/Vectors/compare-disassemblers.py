#!/usr/bin/env python3
"""Compare lengths and validity of many byte strings with other disassemblers; see README.md.

usage: compare-disassemblers.py [--only NAMES] [--processes N] PATH-OF-x86lines [STRINGS [SEED]]

The others are iced, capstone and llvm (the toolchain's llvm-objdump); --only takes some of them,
joined by commas. Differences that differences.txt lists are counted, others are printed; the exit
code is 0 when there is none of these.
"""
import argparse
import collections
import fnmatch
import functools
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile

PREFIXES = [0x66, 0x67, 0xF2, 0xF3, 0xF0, 0x2E, 0x36, 0x3E, 0x26, 0x64, 0x65]
BATCH = 20_000
LENGTH = 15
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
        kind = r.choice(["1", "0f", "0f0f", "0f38", "0f3a", "vex", "xop", "evex", "random"])
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
        elif kind == "xop":
            second = r.getrandbits(8) | r.choice([0, 0x78])
            head = [0x8F, r.getrandbits(8) & 0xE0 | r.randint(7, 11), second & ~r.choice([0, 3])]
        else:
            head = [r.choice(PREFIXES) for _ in range(r.choice([0, 0, 1, 2]))]
            if bits == 64 and r.random() < 0.4:
                head.append(0x40 | r.getrandbits(4))
            head += [] if kind == "1" else bytes.fromhex(kind)
        return bits, (bytes(head) + tail)[:15]


def ours(program, strings):
    text = "".join(f"{bits} {code.hex()}\n" for bits, code in strings)
    run = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        length, _, words = line.partition(" ")
        yield max(0, int(length)), words.split(" ")[0]


@functools.cache
def iced_names():
    from iced_x86 import Mnemonic
    return {value: name.lower() for name, value in vars(Mnemonic).items()
            if isinstance(value, int)}


def iced(strings):
    from iced_x86 import Decoder
    names = iced_names()
    for bits, code in strings:
        instruction = Decoder(bits, code, ip=0x1000).decode()
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


def elf(codes, bits):
    """A relocatable object of one section, with a symbol at each string's start."""
    wide = bits == 64
    text = b"".join(codes)
    names, symbols = bytearray(b"\0"), bytearray(24 if wide else 16)
    for number in range(len(codes)):
        place = len(names)
        names += b"s%d\0" % number
        value = number * LENGTH
        symbols += (struct.pack("<IBBHQQ", place, 0x12, 0, 1, value, LENGTH) if wide
                    else struct.pack("<IIIBBH", place, value, LENGTH, 0x12, 0, 1))
    words = b"\0.text\0.symtab\0.strtab\0.shstrtab\0"
    header = 64 if wide else 52
    parts, places, end = [text, bytes(symbols), bytes(names), words], [], header
    for part in parts:
        places.append(end)
        end += len(part)

    def section(name, kind, flags, number, link=0, info=0, entry=0):
        place, size = (places[number], len(parts[number])) if kind else (0, 0)
        return struct.pack("<IIQQQQIIQQ" if wide else "<IIIIIIIIII", name, kind, flags, 0, place,
                           size, link, info, 1, entry)

    sections = (section(0, 0, 0, 0) + section(1, 1, 6, 0)
                + section(7, 2, 0, 1, 3, 1, 24 if wide else 16) + section(15, 3, 0, 2)
                + section(23, 3, 0, 3))
    start = b"\x7fELF" + bytes([2 if wide else 1, 1, 1]) + bytes(9)
    start += struct.pack("<HHIQQQIHHHHHH" if wide else "<HHIIIIIHHHHHH", 1, 62 if wide else 3, 1, 0,
                         0, end, 0, header, 0, 0, 64 if wide else 40, 5, 4)
    return start + b"".join(parts) + sections


@functools.cache
def objdump():
    swift = shutil.which("swift")
    beside = pathlib.Path(swift).resolve().parent / "llvm-objdump" if swift else None
    return str(beside) if beside and beside.exists() else shutil.which("llvm-objdump")


# What llvm-objdump prints as prefixes in front of a mnemonic.
PREFIX_WORDS = {"lock", "rep", "repz", "repe", "repne", "repnz", "data16", "data32", "addr16",
                "addr32", "xacquire", "xrelease", "rex64", "notrack"}

# The first instruction behind a symbol, after lines that are prefixes alone, and where the next one
# starts.
FIRST = re.compile(
    r"<s(\d+)>:\n\s*([0-9a-f]+):(?:\s+(?:%s))*(?:\n\s*[0-9a-f]+:(?:\s+(?:%s))+(?=\n))*"
    r"(?:\n\s*[0-9a-f]+:)?\s+([^\n]*)(?:\n\s*([0-9a-f]+):)?" % (("|".join(PREFIX_WORDS),) * 2))


def llvm(strings):
    answers = [(0, "")] * len(strings)
    for bits in (16, 32, 64):
        places = [place for place, (mode, _) in enumerate(strings) if mode == bits]
        with tempfile.NamedTemporaryFile(suffix=".o") as file:
            file.write(elf([strings[place][1] for place in places], bits))
            file.flush()
            triple = "x86_64" if bits == 64 else "i386"
            run = subprocess.run(
                [objdump(), "-d", "--no-show-raw-insn", "--x86-asm-syntax=intel",
                 f"--triple={triple}-unknown-unknown{'-code16' if bits == 16 else ''}", file.name],
                capture_output=True, text=True, check=True)
        # Comments may have lines of their own.
        for found in FIRST.finditer(re.sub(r"\n\s+#[^\n]*", "", run.stdout)):
            number, start, text, following = found.groups()
            if "<unknown>" in text:
                continue
            number = int(number)
            end = int(following, 16) if following else (number + 1) * LENGTH
            words = [word for word in text.split() if word not in PREFIX_WORDS] or text.split()
            answers[places[number]] = (end - int(start, 16), words[0] if words else "?")
    return answers


OTHERS = {"iced": iced, "capstone": capstone, "llvm": llvm}


def situation(bits, code, word):
    """What is peculiar about a string's prefixes; differences.txt says what the words mean."""
    place, rex, seen = 0, False, set()
    while place < LENGTH:
        byte = code[place]
        is_rex = bits == 64 and byte & 0xF0 == 0x40
        if byte not in PREFIXES and not is_rex:
            break
        rex = is_rex
        seen.add(byte)
        place += 1
    rest = code[place:] + b"\0\0\0"
    is_vector = bits == 64 or rest[1] >= 0xC0
    if bits == 64 and rest[0] == 0xD5:
        return "apx"
    if rest[0] == 0x62 and is_vector:
        # Of what EVEX codes only vector instructions are older than APX.
        is_new = rest[1] & 7 == 4 or rest[1] & 8 or not rest[2] & 4
        if is_new or word and not word.startswith("v"):
            return "apx"
    is_vector = is_vector and rest[0] in (0x62, 0xC4, 0xC5) or rest[0] == 0x8F and rest[1] & 0x18
    if is_vector and (rex or seen & {0x66, 0xF0, 0xF2, 0xF3}):
        return "vector"
    if 0xF0 in seen:
        return "lock"
    if 0x66 in seen and seen & {0xF2, 0xF3} or {0xF2, 0xF3} <= seen:
        return "mixed"
    return "repeat" if seen & {0xF2, 0xF3} else "size" if 0x66 in seen else "plain"


def known():
    """The patterns of the listed differences: disassembler, our mnemonic, theirs, situation, who
    agrees with us; the last two may be missing."""
    path = HERE / "differences.txt"
    rows = [line.split(" | ")[0].split() for line in path.read_text().splitlines()
            if line and not line.startswith("#")]
    patterns = [" ".join(row + ["*"] * (5 - len(row))) for row in rows]
    return [re.compile(fnmatch.translate(pattern)) for pattern in patterns]


def compare(task):
    """Counts and first examples of the differences in one batch."""
    program, names, seed, count = task
    source = Strings(seed)
    strings = [source.next() for _ in range(count)]
    mine = list(ours(program, strings))
    counts, examples = collections.Counter(), {}
    others = {name: list(OTHERS[name](strings)) for name in names}
    for place, ((bits, code), (length, word)) in enumerate(zip(strings, mine)):
        answers = {name: others[name][place] for name in names}
        agreeing = ",".join(name for name in names if answers[name][0] == length) or "none"
        for name, (theirs, their_word) in answers.items():
            if length != theirs:
                is_long = name == "llvm" and not length and theirs >= LENGTH
                kind = (name, word if length else "-", their_word if theirs else "-",
                        "long" if is_long else situation(bits, code, their_word), agreeing)
                counts[kind] += 1
                examples.setdefault(kind, (bits, code.hex(), length, theirs))
    return counts, examples


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("strings", nargs="?", type=int, default=5_000_000)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--only", default=",".join(OTHERS))
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    options = parser.parse_args()
    names = options.only.split(",")
    tasks = [(options.program, names, f"{options.seed}/{start}",
              min(BATCH, options.strings - start)) for start in range(0, options.strings, BATCH)]
    listed = known()
    counts, examples = collections.Counter(), {}
    with multiprocessing.Pool(options.processes) as pool:
        for some, theirs in pool.imap(compare, tasks):
            counts += some
            for kind, example in theirs.items():
                examples.setdefault(kind, example)
    unlisted = 0
    for kind, number in counts.most_common():
        if not any(pattern.match(" ".join(kind)) for pattern in listed):
            unlisted += number
            print(number, *kind, *examples[kind])
    print(f"{options.strings} strings, {sum(counts.values())} differ, {unlisted} not listed")
    return unlisted


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
