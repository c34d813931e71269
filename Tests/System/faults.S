// Faults by vector, error code and instruction offset. Started in 32-bit protected mode with paging
// off, as multiboot does, it enters 64-bit mode by itself; prints to port E9h, ends through port F4h.
.section .cases, "a"
  .balign 8
cases:
.text
.code32
.globl _start
.balign 4
header:
  .long 0x1badb002, 0x00010000, -(0x1badb002 + 0x00010000)
  .long header, header, end, end, entry
_start:
entry:
  cli
  movl $0x200000, %esp
  movl $tables + 0x1003, tables
  movl $tables + 0x2003, tables + 0x1000
  xorl %ecx, %ecx
1: movl %ecx, %eax
  shll $21, %eax
  orl $0x83, %eax
  movl %eax, tables + 0x2000(, %ecx, 8)
  incl %ecx
  cmpl $8, %ecx
  jne 1b
  movl %cr4, %eax
  orl $0x620, %eax
  movl %eax, %cr4
  movl $tables, %eax
  movl %eax, %cr3
  movl $0xc0000080, %ecx
  movl $0x900, %eax
  xorl %edx, %edx
  wrmsr
  movl $0x80010033, %eax
  movl %eax, %cr0
  lgdt gdtr
  ljmp $8, $long
.code64
long:
  movl $16, %eax
  movl %eax, %ds
  movl %eax, %es
  movl %eax, %ss
  xorl %ecx, %ecx
2: leaq stubs(, %rcx, 8), %rax
  movq %rcx, %rdx
  shlq $4, %rdx
  movw %ax, idt(%rdx)
  movw $8, idt + 2(%rdx)
  movw $0x8e00, idt + 4(%rdx)
  shrq $16, %rax
  movw %ax, idt + 6(%rdx)
  incq %rcx
  cmpq $32, %rcx
  jne 2b
  lidt idtr
  leaq cases(%rip), %rbx
next:
  movq (%rbx), %rax
  testq %rax, %rax
  jz done
  movq %rsp, saved
  movq %rax, current
  jmp *%rax
handled:
  movq saved, %rsp
  addq $8, %rbx
  jmp next
done:
  xorl %eax, %eax
  outb %al, $0xf4
  hlt
// vector, error code (0 if none), offset of the saved rip in the case
common:
  popq %r8
  subq $stubs + 5, %r8
  shrq $3, %r8
  xorl %r9d, %r9d
  movl $0x227d00, %eax
  btl %r8d, %eax
  jnc 3f
  popq %r9
3: popq %r10
  subq current, %r10
  movq 8(%rsp), %r11
  movq %r8, %rdi
  call hex
  movq %r9, %rdi
  call hex
  movq %r10, %rdi
  call hex
  movq %r11, %rdi
  andl $0x100, %edi
  call hex
  movb $10, %al
  outb %al, $0xe9
  jmp handled
hex:
  movl $16, %ecx
4: rolq $4, %rdi
  movl %edi, %eax
  andl $15, %eax
  movb digits(%rax), %al
  outb %al, $0xe9
  decl %ecx
  jnz 4b
  movb $32, %al
  outb %al, $0xe9
  ret
.macro test name
  ud2
.pushsection .cases, "a"
  .quad \name
.popsection
\name:
.endm
test undefined
  ud2
test divide
  xorl %ecx, %ecx
  divl %ecx
test breakpoint
  int3
test noncanonical
  movabsq $0x8000000000000000, %rax
  movq (%rax), %rax
test read_hole
  movq 0x40000000, %rax
test write_hole
  movq %rax, 0x40000000
test fetch_hole
  movl $0x40000000, %eax
  jmp *%rax
test selector_limit
  movl $0x48, %eax
  movl %eax, %ds
test data_not_present
  movl $0x18, %eax
  movl %eax, %ds
test stack_not_present
  movl $0x18, %eax
  movl %eax, %ss
test code_as_data
  pushq $0x10
  pushq $long
  lretq
test lock_register
  .byte 0xf0, 0x01, 0xc0
test lock_load
  .byte 0xf0, 0x8b, 0x00
test null_ltr
  xorl %eax, %eax
  ltr %ax
test data_ltr
  movl $0x10, %eax
  ltr %ax
test decimal
  .byte 0x27
test overflowing_division
  xorl %eax, %eax
  movl $1, %edx
  movl $1, %ecx
  divl %ecx
  ud2
.balign 8
stubs:
.rept 32
  call common
  .balign 8
.endr
digits: .ascii "0123456789abcdef"
.balign 8
gdt: .quad 0, 0x00209b0000000000, 0x00cf93000000ffff, 0x00cf13000000ffff
gdtr: .word 31
  .long gdt
idtr: .word 511
  .quad idt
.balign 8
saved: .quad 0
current: .quad 0
.section .last, "a"
  .quad 0
.section .zlast, "aw"
.balign 4096
idt: .fill 512, 1, 0
.balign 4096
tables: .fill 0x3000, 1, 0
end:
