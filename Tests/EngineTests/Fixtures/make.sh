#!/bin/sh
# Makes walker.exe and walker.pdb; run it here. Needs the Swift toolchain's clang and lld-link.
set -e
flags='--target=x86_64-pc-windows-msvc -ffreestanding -fno-stack-protector -mno-stack-arg-probe'
clang $flags -O2 -funwind-tables -g -gcodeview '-ffile-compilation-dir=C:\walker' -c walker.c -o walker.obj
clang --target=x86_64-pc-windows-msvc -c frames.s -o frames.obj
clang --target=x86_64-pc-windows-msvc -c kd.s -o kd.obj
lld-link /debug /nodefaultlib /Brepro /fixed /base:0x400000 /entry:Entry /subsystem:native \
  /opt:noref /opt:noicf '/pdbaltpath:walker.pdb' '/pdbsourcepath:C:\walker' /out:walker.exe \
  /pdb:walker.pdb walker.obj frames.obj kd.obj
rm walker.obj frames.obj kd.obj walker.lib 2>/dev/null || true

# visual.exe and visual.pdb: containers of C++, and a NatVis file inside the PDB.
clang $flags -std=c++17 -O0 -g -gcodeview '-ffile-compilation-dir=C:\visual' -c visual.cpp -o visual.obj
lld-link /debug /nodefaultlib /Brepro /fixed /base:0x400000 /entry:Entry /subsystem:native \
  /opt:noref /opt:noicf '/pdbaltpath:visual.pdb' '/pdbsourcepath:C:\visual' /natvis:visual.natvis \
  /out:visual.exe /pdb:visual.pdb visual.obj
rm visual.obj visual.lib 2>/dev/null || true
