#!/bin/sh
# Makes the images and PDBs of this folder; run it here. Needs the Swift toolchain's clang and lld-link.
set -e
common='-ffreestanding -fno-stack-protector -mno-stack-arg-probe -g -gcodeview -ffile-compilation-dir=C:\fixture'
for pair in shapes64:x86_64-pc-windows-msvc:entry:Entry shapes32:i686-pc-windows-msvc:entry:Entry; do
  name=${pair%%:*}; rest=${pair#*:}; target=${rest%%:*}
  clang --target=$target $common -O2 -c shapes.c -o shapes.obj
  clang --target=$target $common -O0 -c plain.c -o plain.obj
  lld-link /debug /nodefaultlib /Brepro /dll /noimplib /entry:Entry /opt:noref \
    /export:ShapeArea /export:Entry \
    "/pdbaltpath:C:\\fixture\\$name.pdb" /pdbsourcepath:C:\\fixture \
    /out:$name.dll /pdb:$name.pdb shapes.obj plain.obj
  rm shapes.obj plain.obj
done
