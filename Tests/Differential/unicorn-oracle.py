"""Runs instructions in unicorn (2.1) and reports the state after each, as native.c does.

The file named by the argument is shared with the caller (README.md has the layout). For each number
read from standard input that many records are run; the number is then written to standard output.
unicorn runs everything at privilege level 0 and has no AVX.
"""

import mmap
import struct
import sys

try:
    from unicorn import (
        UC_ARCH_X86, UC_ERR_INSN_INVALID, UC_HOOK_INTR, UC_HOOK_MEM_INVALID, UC_MEM_FETCH_PROT,
        UC_MEM_FETCH_UNMAPPED, UC_MEM_READ_PROT, UC_MEM_WRITE_PROT, UC_MEM_WRITE_UNMAPPED,
        UC_MODE_64, UC_PROT_ALL, UC_PROT_READ, UC_PROT_WRITE, Uc, UcError)
    from unicorn import x86_const as x86
except ImportError:
    sys.exit(69)

CODE, CODE_BYTES = 0x200000, 0x80000
DATA, DATA_BYTES = 0x300000, 0x2000
MIDDLE, MIDDLE_BYTES = DATA + 0xE40, 896
END, END_BYTES = DATA + 0x1F80, 128
READ_ONLY = 0x304000
HEADER, RECORD, STATE = 64, 3776, 1872
NO_VECTOR, TIMEOUT = 0xFFFFFFFF, 0x200
NAMES = "RAX RCX RDX RBX RSP RBP RSI RDI R8 R9 R10 R11 R12 R13 R14 R15".split()
GPR = [getattr(x86, "UC_X86_REG_" + name) for name in NAMES]
VECTOR = [getattr(x86, f"UC_X86_REG_YMM{n}") for n in range(16)]
STACK = [getattr(x86, f"UC_X86_REG_FP{n}") for n in range(8)]
RIP, FLAGS = x86.UC_X86_REG_RIP, x86.UC_X86_REG_RFLAGS
FS, GS = x86.UC_X86_REG_FS_BASE, x86.UC_X86_REG_GS_BASE
MXCSR, CONTROL = x86.UC_X86_REG_MXCSR, x86.UC_X86_REG_FPCW
STATUS, TAG = x86.UC_X86_REG_FPSW, x86.UC_X86_REG_FPTAG


class Oracle:
    def __init__(self):
        self.uc = uc = Uc(UC_ARCH_X86, UC_MODE_64)
        uc.mem_map(CODE, CODE_BYTES, UC_PROT_ALL)
        uc.mem_map(DATA, DATA_BYTES, UC_PROT_READ | UC_PROT_WRITE)
        uc.mem_map(READ_ONLY, 4096, UC_PROT_READ)
        uc.mem_write(READ_ONLY, bytes((i * 7 + 3) & 255 for i in range(4096)))
        uc.mem_write(CODE, b"\xcc" * CODE_BYTES)
        # FSGSBASE, OSFXSR, OSXMMEXCPT.
        uc.reg_write(x86.UC_X86_REG_CR4, uc.reg_read(x86.UC_X86_REG_CR4) | 0x10600)
        uc.hook_add(UC_HOOK_INTR, self.interrupt)
        uc.hook_add(UC_HOOK_MEM_INVALID, self.bad_memory)
        self.fault = None

    def interrupt(self, uc, number, data):
        self.fault = self.fault or (number, 0, 0)
        uc.emu_stop()

    def bad_memory(self, uc, access, address, size, value, data):
        error = 4
        if access in (UC_MEM_READ_PROT, UC_MEM_WRITE_PROT, UC_MEM_FETCH_PROT):
            error |= 1
        if access in (UC_MEM_WRITE_PROT, UC_MEM_WRITE_UNMAPPED):
            error |= 2
        if access in (UC_MEM_FETCH_PROT, UC_MEM_FETCH_UNMAPPED):
            error |= 16
        self.fault = self.fault or (14, error, address & (1 << 64) - 1)
        return False

    def load(self, state):
        uc = self.uc
        words = struct.unpack_from("<20Q", state)
        control, status = struct.unpack_from("<HH", state, 164)
        for register, value in zip(GPR, words):
            uc.reg_write(register, value)
        uc.reg_write(FLAGS, words[17] & 0x240CD5 | 0x202)
        uc.reg_write(FS, words[18])
        uc.reg_write(GS, words[19])
        uc.reg_write(MXCSR, struct.unpack_from("<I", state, 160)[0])
        uc.reg_write(CONTROL, control)
        uc.reg_write(STATUS, status)
        uc.reg_write(TAG, sum(0 if state[168] >> n & 1 else 3 << 2 * n for n in range(8)))
        top = status >> 11 & 7
        for number in range(8):
            uc.reg_write(STACK[top + number & 7], struct.unpack_from("<QH", state, 208 + 16 * number))
        for number, register in enumerate(VECTOR):
            at = 336 + 32 * number
            uc.reg_write(register, int.from_bytes(state[at:at + 32], "little"))
        uc.mem_write(DATA, bytes(DATA_BYTES))
        uc.mem_write(MIDDLE, bytes(state[848:848 + MIDDLE_BYTES]))
        uc.mem_write(END, bytes(state[848 + MIDDLE_BYTES:STATE]))
        return words[16]

    def step(self, address, until):
        try:
            self.uc.emu_start(address, until, count=1)
        except UcError as error:
            if error.errno == UC_ERR_INSN_INVALID:
                self.fault = (6, 0, 0)
            else:
                self.fault = self.fault or (13, 0, 0)

    def run(self, record, out):
        uc = self.uc
        state = record[32:32 + STATE]
        rip = self.load(state)
        length = record[16]
        uc.mem_write(rip, bytes(record[:length]) + b"\xeb\xfe" + b"\xcc" * (30 - length))
        uc.ctl_remove_cache(CODE, CODE + CODE_BYTES)
        self.fault = None
        place = rip
        repeats = any(byte in (0xF2, 0xF3) for byte in record[:length])
        for _ in range(64 if repeats else 1):
            self.step(rip, rip + length)
            place = uc.reg_read(RIP)
            if self.fault or place != rip:
                break
        if not self.fault and place != rip + length and not CODE <= place < CODE + CODE_BYTES:
            self.step(place, 0)
            place = place if self.fault else uc.reg_read(RIP)
        vector, error, address = self.fault or (NO_VECTOR, 0, 0)
        self.store(out, place, vector, error, address)

    def store(self, out, rip, vector, error, address):
        uc = self.uc
        values = [uc.reg_read(register) for register in GPR]
        values += [rip, uc.reg_read(FLAGS), uc.reg_read(FS), uc.reg_read(GS)]
        struct.pack_into("<20Q", out, 0, *values)
        status, tags = uc.reg_read(STATUS), uc.reg_read(TAG)
        tag = sum(1 << n for n in range(8) if tags >> 2 * n & 3 != 3)
        struct.pack_into(
            "<IHHB", out, 160, uc.reg_read(MXCSR), uc.reg_read(CONTROL), status, tag)
        struct.pack_into("<II", out, 176, vector, error)
        memory = bytearray(uc.mem_read(DATA, DATA_BYTES))
        image = memory[0xE40:0xE40 + MIDDLE_BYTES] + memory[0x1F80:]
        memory[0xE40:0xE40 + MIDDLE_BYTES] = bytes(MIDDLE_BYTES)
        memory[0x1F80:] = bytes(END_BYTES)
        struct.pack_into("<QQ", out, 184, address, stray_bytes(memory))
        top = status >> 11 & 7
        for number in range(8):
            significand, head = uc.reg_read(STACK[top + number & 7])
            struct.pack_into("<QQ", out, 208 + 16 * number, significand, head)
        for number, register in enumerate(VECTOR):
            at = 336 + 32 * number
            out[at:at + 32] = uc.reg_read(register).to_bytes(32, "little")
        out[848:STATE] = image


def stray_bytes(memory):
    """A number for bytes that should be zero and are not; native.c makes the same."""
    if not any(memory):
        return 0
    total = 14695981039346656037
    for index, byte in enumerate(memory):
        if byte:
            total = (total ^ (DATA + index << 8 | byte)) * 1099511628211 & (1 << 64) - 1
    return total | 1


def main():
    if len(sys.argv) != 2:
        return 64
    with open(sys.argv[1], "r+b") as file:
        shared = memoryview(mmap.mmap(file.fileno(), 0))
    while len(data := sys.stdin.buffer.read(4)) == 4:
        oracle = Oracle()
        for number in range(struct.unpack("<I", data)[0]):
            at = HEADER + RECORD * number
            oracle.run(shared[at:at + RECORD], shared[at + 32 + STATE:at + RECORD])
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
