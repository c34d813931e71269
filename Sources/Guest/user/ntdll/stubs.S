// The system calls, one stub each, made from <gurney/syscalls.h>: NtX and ZwX are the same code.
    .text
    .set number, 0

.macro STUB name, alias
    .globl \name
    .def \name; .scl 2; .type 32; .endef
    .p2align 4
  .ifnb \alias
    .globl \alias
    .def \alias; .scl 2; .type 32; .endef
\alias:
  .endif
\name:
    movq %rcx, %r10
    movl $number, %eax
    syscall
    retq
    .set number, number + 1
.endm

#define ALIAS_Nt(name) Zw##name
#define ALIAS_Gurney(name)
#define SYSCALL(prefix, name, arguments) STUB prefix##name, ALIAS_##prefix(name)
#include <gurney/syscalls.h>
