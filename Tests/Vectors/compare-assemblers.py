#!/usr/bin/env python3
"""Compare what the assembler makes of many lines with clang's Intel syntax; see README.md.

usage: compare-assemblers.py PATH-OF-x86lines [STRINGS [SEED [FIXTURE]]]

Lines are what the disassembler prints of byte strings. With FIXTURE, a sample of the lines and
clang's bytes is written there.
"""
import collections
import importlib.util
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
TARGETS = {64: "x86_64-unknown-linux-gnu", 32: "i686-unknown-linux-gnu"}
NUMBER = re.compile(r"(?<![\w`])([0-9A-F][0-9A-F]*)h\b")
FULL = re.compile(r"\b([0-9a-f]{8})`([0-9a-f]{8})\b")
BRANCH = re.compile(r"^(j\w+|call|jmp|loop\w*|xbegin) +([0-9a-f`]+)$")


def strings(seed):
    spec = importlib.util.spec_from_file_location("disassemblers", HERE / "compare-disassemblers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Strings(seed)


def ask(tool, lines):
    answer = subprocess.run([tool], input="\n".join(lines) + "\n", capture_output=True, text=True)
    return answer.stdout.splitlines()


def translate(text, length):
    """The line as clang reads it; None where clang has no such text."""
    if "bcst" in text or re.search(r"\b[0-9A-F]{4}:[0-9A-F]{4,8}$", text):
        return None
    branch = BRANCH.match(text)
    if branch:
        target = int(branch.group(2).replace("`", ""), 16)
        if not -0x7fff_0000 < target - 0x1000 < 0x7fff_0000:
            return None
        if re.match(r"loop|j\w*cxz", text) and target - 0x1000 > 126:
            return None  # Within reach only together with a prefix that the text does not show.
        return f"{branch.group(1)} HERE{target - 0x1000:+}"
    match = FULL.search(text)
    if match:
        target = int(match.group(1) + match.group(2), 16)
        distance = (target - 0x1000 - length + (1 << 63)) % (1 << 64) - (1 << 63)
        if not -0x8000_0000 <= distance < 0x8000_0000:
            return None
        text = text.replace(f"[{match.group(0)}]", f"[rip + {distance}]")
    text = NUMBER.sub(lambda m: "0x" + m.group(1), text)
    text = re.sub(r"^((?:lock )?(?:i?div|mul)) +[er]?a[xl],", r"\1 ", text)
    text = re.sub(r"\bst(?=,|$)", "st(0)", text)
    text = text.replace("oword ptr", "xmmword ptr").replace("xmmxmmword", "xmmword")
    return "int 0x2e" if text.split() == ["int", "2e"] else text


def clang(bits, texts):
    """The bytes of each text; None where clang refuses it."""
    result = [None] * len(texts)
    good = [i for i, text in enumerate(texts) if text is not None]
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "lines.s"
        for _ in range(10):
            rows = [".intel_syntax noprefix"]
            rows += [f"L{i}: {texts[i].replace('HERE', f'L{i}')}" for i in good]
            source.write_text("\n".join(rows + ["Lend:"]) + "\n")
            command = ["clang", f"--target={TARGETS[bits]}", "-c", source, "-o", folder + "/o",
                       "-Wno-everything", "-ferror-limit=0"]
            run = subprocess.run(command, capture_output=True, text=True)
            bad = {int(n) for n in re.findall(r"lines\.s:(\d+):\d+: error", run.stderr)}
            if run.returncode == 0:
                break
            if not bad:
                errors = [l for l in run.stderr.splitlines() if "error" in l]
                sys.exit("clang: " + "\n".join(errors[:20]))
            good = [i for row, i in enumerate(good, 2) if row not in bad]
        subprocess.run(["objcopy", "-O", "binary", "-j", ".text", folder + "/o", folder + "/t"])
        code = pathlib.Path(folder, "t").read_bytes()
        places = {}
        for line in subprocess.run(["nm", folder + "/o"], capture_output=True,
                                   text=True).stdout.splitlines():
            words = line.split()
            if len(words) == 3 and re.match(r"L(\d+|end)$", words[2]):
                places[words[2][1:]] = int(words[0], 16)
        ends = [places[str(i)] for i in good[1:]] + [places["end"]]
        for i, end in zip(good, ends):
            result[i] = code[places[str(i)]:end].hex()
    return result


def kind(ours, theirs, our_text, their_text):
    if ours == theirs:
        return "same"
    if our_text != their_text:
        return "other text"
    if len(ours) == len(theirs):
        return "same length"
    return "longer" if len(ours) > len(theirs) else "shorter"


def main():
    tool = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 60_000
    source = strings(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    codes = [(bits, code) for bits, code in (source.next() for _ in range(count)) if bits != 16]
    decoded = ask(tool, [f"{bits} {code.hex()}" for bits, code in codes])
    lines = sorted({(bits, " ".join(answer.split()[1:])) for (bits, _), answer in
                    zip(codes, decoded) if answer.split()[0] not in ("0", "-1")})
    counts = collections.Counter()
    shown = collections.defaultdict(list)
    sample = []
    for bits in (64, 32):
        texts = [text for b, text in lines if b == bits]
        ours = ask(tool, [f"a{bits} {text}" for text in texts])
        theirs = clang(bits, [None if o == "0" else translate(t, len(o) // 2)
                              for t, o in zip(texts, ours)])
        both = [(t, o, c) for t, o, c in zip(texts, ours, theirs) if c is not None and o != "0"]
        counts["not ours"] += sum(o == "0" for o in ours)
        shown["not ours"] += [(bits, t, o, "") for t, o in zip(texts, ours) if o == "0"]
        counts["not clang's"] += sum(c is None for c in theirs)
        shown["not clang's"] += [(bits, t, o, "") for t, o, c in zip(texts, ours, theirs) if not c]
        our_texts = ask(tool, [f"{bits} {o}" for _, o, _ in both])
        their_texts = ask(tool, [f"{bits} {c}" for _, _, c in both])
        for (text, our, their), a, b in zip(both, our_texts, their_texts):
            what = kind(our, their, a.split(" ", 1)[1:], b.split(" ", 1)[1:])
            counts[what] += 1
            shown[what].append((bits, text, our, their))
            if what != "other text":
                sample.append((bits, text, their))
    print(len(lines), "lines:", dict(counts))
    for what, rows in shown.items():
        if what == "same":
            continue
        seen = set()
        for bits, text, our, their in rows:
            name = text.split()[0]
            if name not in seen and len(seen) < 40:
                seen.add(name)
                print(f"{what}: {bits} {text}: {our} {their}")
    if len(sys.argv) > 4:
        names = collections.Counter()
        with open(sys.argv[4], "w") as fixture:
            fixture.write("# clang's bytes of lines at 1000h: bits bytes | text\n")
            for bits, text, their in sample:
                names[bits, text.split()[0]] += 1
                if names[bits, text.split()[0]] <= 2:
                    fixture.write(f"{bits} {their} | {text}\n")


main()
