#!/bin/sh
# Writes CompiledPrograms.swift: the machine code of the C programs of this folder, linked to run at
# 11000h. Needs the Swift toolchain's clang and lld-link, and python3.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
names="integers tables machine mixed"
for name in $names; do
  clang --target=x86_64-pc-windows-msvc -O2 -ffreestanding -fno-builtin -mgeneral-regs-only \
    -c $name.c -o "$work/$name.obj"
  lld-link /nodefaultlib /subsystem:native /entry:start /base:0x10000 /fixed /filealign:4096 \
    /align:4096 /merge:.rdata=.text "$work/$name.obj" /out:"$work/$name.exe"
done
python3 - "$work" $names > CompiledPrograms.swift <<'PYTHON'
import struct, sys
work, names = sys.argv[1], sys.argv[2:]
print('/// The programs in C of this folder, compiled: see make.sh, which wrote this. Each has a call of its')
print('/// `start` and a hlt behind it, where it is entered.')
print('extension Programs {')
for number, name in enumerate(names):
    image = open(f'{work}/{name}.exe', 'rb').read()
    header = struct.unpack_from('<I', image, 0x3c)[0]
    entry = struct.unpack_from('<I', image, header + 24 + 16)[0]
    sections = header + 24 + struct.unpack_from('<H', image, header + 20)[0]
    size, address, _, start = struct.unpack_from('<IIII', image, sections + 8)
    code = bytearray(image[start:start + size])
    code += b'\xcc' * (-len(code) % 16)
    at = address + len(code)
    code += b'\xe8' + struct.pack('<i', entry - (at + 5)) + b'\xf4'
    if number: print()
    print(f'  static let {name}Entry: UInt64 = {0x10000 + at:#x}')
    print()
    print(f'  static let {name}: [UInt8] = [')
    for line in range(0, len(code), 14):
        print('    ' + ', '.join(f'0x{byte:02x}' for byte in code[line:line + 14]) + ',')
    print('  ]')
print('}')
PYTHON
