#!/usr/bin/env python3
"""Compare Tests/Vectors/*.txt with an independent disassembler; see README.md."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent


def vectors():
    for path in (HERE / "instructions.txt", HERE / "windbg-lines.txt"):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line and not line.startswith("#"):
                place, text = line.split(" | ", 1)
                bits, address, code = place.split()
                yield f"{path.name}:{number}", int(bits), int(address, 16), code, text


def make_formatter():
    from iced_x86 import Formatter, FormatterSyntax, MemorySizeOptions
    f = Formatter(FormatterSyntax.MASM)
    f.space_after_operand_separator = False
    f.small_hex_numbers_in_decimal = True
    f.leading_zeros = False
    f.show_branch_size = False
    f.rip_relative_addresses = False
    f.signed_memory_displacements = True
    f.use_pseudo_ops = False
    f.memory_size_options = MemorySizeOptions.ALWAYS
    f.prefer_st0 = False
    return f


PREFIXES = {"rep", "repe", "repne", "lock", "bnd", "ht", "hnt", "notrack", "xrelease", "xacquire"}
# WinDbg's mnemonic, iced's.
SYNONYMS = {("shl", "sal"), ("xlat", "xlatb"), ("pushad", "pusha"), ("popad", "popa"),
            ("pusha", "pushaw"), ("popa", "popaw"), ("nop", "cldemote")}


# What iced does not know; compare-disassemblers.py has llvm-objdump's word on these.
# It shows prefetchit0 and prefetchit1 only where they do something: behind rip.
NEWER = {"movrs", "urdmsr", "uwrmsr", "prefetchrst2", "prefetchit0", "prefetchit1"}
IMPLIED = {"vmrun", "vmload", "vmsave", "skinit", "invlpga", "monitorx", "mwaitx"}
ELEMENTS = {"vpinsrb", "vpinsrw", "vextractps", "vpextrb", "vpextrw", "vmovw"}


def split(text):
    mnemonic, _, operands = text.partition(" ")
    while mnemonic in PREFIXES:
        mnemonic, _, operands = operands.strip().partition(" ")
    return mnemonic, operands.strip()


def plain(operands, bits):
    """Operands without names, padding and spelling that differs by convention."""
    s = operands.lower().replace("`", "")
    # `name (address)` is the address.
    s = re.sub(r"(offset )?[^\s,\[]+ \(([0-9a-f]{8,16})\)", r"\2", s)
    s = s.replace(" ", "").replace("st(0)", "st").replace("oword", "xmmword")
    s = re.sub(r"xmmwordptr|\bmmwordptr", lambda m: "xmmword" if m[0][0] == "x" else "qwordptr", s)
    s = re.sub(r"(ptr|,|^)[cesd]s:(?=\[)", r"\1", s)
    s = re.sub(r"fpu(state|env)\d+ptr", "", s)
    s = s.replace("*1+", "+").replace("*1-", "-").replace("*1]", "]")
    s = re.sub(r"(?<![a-z0-9])0*([0-9a-f]+)h?\b", lambda m: m[1].lstrip("0") or "0", s)
    return s


def _behind(operands):
    """Operands with the rounding at the end."""
    return re.sub(r"(.*)(\{\w*-?sae\})(.*)", r"\1\3\2", operands)


def forgiven(mnemonic, ours, theirs, bits):
    """Whether two operand texts mean the same though they differ."""
    if ours == theirs:
        return True
    if "ptr" not in ours:  # Memory without a size of its own.
        theirs = re.sub(r"(zmmword|mem384)ptr", "", theirs)
    if mnemonic in ("mul", "div", "idiv"):  # WinDbg names the accumulator.
        return ours.partition(",")[2] == theirs
    # The manual has {sae} before an immediate, iced behind it.
    if "sae}" in ours and _behind(ours) == _behind(theirs):
        return True
    # Registers that the opcode implies.
    if theirs == ours or not ours and mnemonic in IMPLIED:
        return True
    # Elements to and from a general register: the upper half is zero, iced names the lower one.
    if mnemonic in ELEMENTS:
        wide = re.sub(r"\b(r\d+)d(?=,|$)", r"\1", theirs)
        if re.sub(r"\be([a-ds][a-z]|bp)(?=,|$)", r"r\1", wide) == ours:
            return True
    if mnemonic == "xchg":
        return sorted(ours.split(",")) == sorted(theirs.split(","))
    if mnemonic in ("movs", "cmps", "scas", "lods", "stos", "ins", "outs", "xlat"):
        return not theirs or ours.replace("es:", "") == theirs.replace("es:", "")
    if mnemonic in ("nop", "monitor", "mwait"):  # Operands that are not accessed.
        return True
    if mnemonic.startswith("prefetch") or mnemonic == "invlpg":
        return theirs.endswith(ours)
    if mnemonic.startswith("maskmov"):  # iced shows the implied destination.
        return theirs.endswith(ours)
    if mnemonic == "mov":  # mov ds,cx is mov ds,ecx in iced.
        return re.sub(r"\b([cdefgs]s),([a-z]\w)$", r"\1,e\2", ours) == theirs
    if bits == 32:  # Displacements without a base have no sign in WinDbg.
        return re.sub(r"[+-][0-9a-f]+\]", "]", ours) == re.sub(r"[+-][0-9a-f]+\]", "]", theirs)
    return False


def check():
    from iced_x86 import Decoder
    formatter = make_formatter()
    bad = count = 0
    for place, bits, address, code, text in vectors():
        count += 1
        instruction = Decoder(bits, bytes.fromhex(code), ip=address).decode()
        theirs = formatter.format(instruction)
        mnemonic, ours = split(text)
        their_mnemonic, their_operands = split(theirs)
        same = mnemonic == their_mnemonic or (mnemonic, their_mnemonic) in SYNONYMS
        # iced marks widths that WinDbg leaves to the reader: movsb, popw, loopd.
        same = same or (their_mnemonic[:-1] == mnemonic and their_mnemonic[-1] in "bwdq")
        same = same and forgiven(
            mnemonic, plain(ours, bits), plain(their_operands, bits), bits)
        # WinDbg shows a write to cs; it faults.
        known = mnemonic == "mov" and ours.startswith("cs,") or mnemonic in NEWER
        if not known and (instruction.len * 2 != len(code) or not same):
            print(f"{place}: {code}: {text} | {instruction.len}: {theirs}")
            bad += 1
    print(f"{count} vectors, {bad} differ")
    return bad


if __name__ == "__main__":
    sys.exit(1 if check() else 0)
