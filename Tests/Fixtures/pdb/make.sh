#!/bin/sh
# Makes the images and PDBs of this folder and what other tools say of them; run it here. Needs the
# Swift toolchain's clang and lld-link, llvm-pdbutil (LLVM 14), and Python.
set -e
common='-ffreestanding -fno-stack-protector -mno-stack-arg-probe -g -gcodeview -ffile-compilation-dir=C:\fixture'
link='/debug /nodefaultlib /Brepro /dll /noimplib /opt:noref /pdbsourcepath:C:\fixture'
x64=x86_64-pc-windows-msvc
x86=i686-pc-windows-msvc

for pair in shapes64:$x64 shapes32:$x86; do
  name=${pair%%:*}
  clang --target=${pair#*:} $common -O2 -c shapes.c -o shapes.obj
  clang --target=${pair#*:} $common -O0 -c plain.c -o plain.obj
  lld-link $link /entry:Entry /export:ShapeArea /export:Entry \
    "/pdbaltpath:C:\\fixture\\$name.pdb" /out:$name.dll /pdb:$name.pdb shapes.obj plain.obj
done

clang --target=$x64 -c records.S -o records.obj
lld-link $link /noentry '/pdbaltpath:C:\fixture\records.pdb' /out:records.dll /pdb:records.pdb \
  records.obj

clang --target=$x64 $common -O1 -fstandalone-debug -fno-rtti -fno-exceptions -std=c++17 -c classes.cpp -o classes.obj
lld-link $link /entry:Entry '/pdbaltpath:C:\fixture\classes.pdb' /out:classes.dll /pdb:classes.pdb classes.obj

python3 many.py > many.c
clang --target=$x64 $common -O1 -c many.c -o many.obj
lld-link $link /entry:Entry '/pdbaltpath:C:\fixture\many.pdb' /out:many.dll /pdb:many.pdb many.obj

rm -f *.obj many.c records.dll classes.dll many.dll
for name in shapes64 shapes32 records classes; do
  llvm-pdbutil dump -globals -publics $name.pdb > $name.symbols.txt
  llvm-pdbutil dump -types $name.pdb > $name.types.txt
  llvm-pdbutil dump -l $name.pdb > $name.lines.txt
  llvm-pdbutil dump -symbols $name.pdb > $name.modules.txt
done
