#!/bin/sh
# Makes the images of this folder and what other tools say of them; run it here. Needs the Swift
# toolchain's clang and lld-link, and llvm-readobj (LLVM 14).
set -e
common='-ffreestanding -fno-stack-protector -ffile-compilation-dir=C:\fixture'
lld-link /lib /def:other.def /machine:x64 /out:other64.lib
lld-link /lib /def:other.def /machine:x86 /out:other32.lib
clang --target=x86_64-pc-windows-msvc $common -c unwind.S -o unwind.obj
clang --target=i686-pc-windows-msvc $common -O1 -c image.c -o image.obj
link='/dll /noimplib /nodefaultlib /Brepro /debug /opt:noref /entry:Entry'
lld-link $link /base:0x180000000 /def:exports64.def \
  '/pdbaltpath:C:\fixture\image64.pdb' /out:image64.dll unwind.obj other64.lib
lld-link $link /base:0x10000000 /def:exports32.def \
  '/pdbaltpath:C:\fixture\image32.pdb' /out:image32.dll image.obj other32.lib
rm -f *.obj *.lib *.pdb
for name in image64 image32; do
  llvm-readobj --file-headers --sections --coff-exports --coff-imports --coff-basereloc \
    --coff-debug-directory $name.dll > $name.readobj.txt
done
llvm-readobj --unwind image64.dll > image64.unwind.txt
