# Prologs that the compiler does not write by itself.
  .intel_syntax noprefix
  .text

# Stores registers with mov into its frame and, far away, into a large one.
  .globl SavesRegisters
  .def SavesRegisters; .scl 2; .type 32; .endef
  .seh_proc SavesRegisters
SavesRegisters:
  sub rsp, 0x98
  .seh_stackalloc 0x98
  mov [rsp+0x28], rbx
  .seh_savereg rbx, 0x28
  mov [rsp+0x30], rsi
  .seh_savereg rsi, 0x30
  movaps [rsp+0x40], xmm6
  .seh_savexmm xmm6, 0x40
  .seh_endprologue
  mov rbx, 0x1111
  mov rsi, 0x2222
  mov rax, rcx
  mov ecx, edx
  call rax
  add eax, ebx
  mov rbx, [rsp+0x28]
  mov rsi, [rsp+0x30]
  movaps xmm6, [rsp+0x40]
  add rsp, 0x98
  ret
  .seh_endproc

# A frame register with an offset, set in the middle of the prolog.
  .globl SetsFrame
  .def SetsFrame; .scl 2; .type 32; .endef
  .seh_proc SetsFrame
SetsFrame:
  push rbp
  .seh_pushreg rbp
  push r12
  .seh_pushreg r12
  sub rsp, 0x48
  .seh_stackalloc 0x48
  lea rbp, [rsp+0x20]
  .seh_setframe rbp, 0x20
  mov [rbp+0x18], rdi
  .seh_savereg rdi, 0x38
  .seh_endprologue
  mov r12, 0x3333
  mov rdi, 0x4444
  sub rsp, 0x60
  mov rax, rcx
  mov ecx, edx
  call rax
  mov rdi, [rbp+0x18]
  lea rsp, [rbp+0x28]
  pop r12
  pop rbp
  ret
  .seh_endproc

# A function in three parts: the later parts' unwind data continues in the first's. Written out, for
# the assembler's own chained entries overlap.
  .globl Chained
  .def Chained; .scl 2; .type 32; .endef
Chained:
  push r13
  sub rsp, 0x30
Chained_prolog_end:
  mov r13, rcx
Chained_second:
  mov [rsp+0x28], r14
Chained_second_prolog_end:
  mov r14d, edx
  mov ecx, edx
  call r13
  add eax, r14d
  mov r14, [rsp+0x28]
Chained_third:
  add rsp, 0x30
  pop r13
  ret
Chained_end:

  .section .xdata,"dr"
  .p2align 2
Chained_info:
  .byte 1, Chained_prolog_end-Chained, 2, 0
  .byte 6, 0x52                 # allocate 6 * 8
  .byte 2, 0xd0                 # push r13
Chained_second_info:
  .byte 0x21, Chained_second_prolog_end-Chained_second, 2, 0
  .byte 5, 0xe4                 # save r14 at 5 * 8
  .short 5
  .long Chained@imgrel, Chained_second@imgrel, Chained_info@imgrel
Chained_third_info:
  .byte 0x21, 0, 0, 0
  .long Chained@imgrel, Chained_second@imgrel, Chained_info@imgrel

  .section .pdata,"dr"
  .p2align 2
  .long Chained@imgrel, Chained_second@imgrel, Chained_info@imgrel
  .long Chained_second@imgrel, Chained_third@imgrel, Chained_second_info@imgrel
  .long Chained_third@imgrel, Chained_end@imgrel, Chained_third_info@imgrel
  .text

# Interrupt handlers: the processor pushed rip, cs, rflags, rsp, ss, the second an error code too.
  .globl Handler
  .def Handler; .scl 2; .type 32; .endef
  .seh_proc Handler
Handler:
  .seh_pushframe
  push rbp
  .seh_pushreg rbp
  sub rsp, 0x20
  .seh_stackalloc 0x20
  .seh_endprologue
  mov ecx, 42
  call Leaf
  nop
  add rsp, 0x20
  pop rbp
  iretq
  .seh_endproc

  .globl ErrorHandler
  .def ErrorHandler; .scl 2; .type 32; .endef
  .seh_proc ErrorHandler
ErrorHandler:
  .seh_pushframe @code
  sub rsp, 0x28
  .seh_stackalloc 0x28
  .seh_endprologue
  mov ecx, 43
  call Leaf
  nop
  add rsp, 0x30
  iretq
  .seh_endproc

# An interrupt of its own, a call and a repeated string instruction in a row.
  .globl Interrupts
  .def Interrupts; .scl 2; .type 32; .endef
  .seh_proc Interrupts
Interrupts:
  push rdi
  .seh_pushreg rdi
  sub rsp, 0x220
  .seh_stackalloc 0x220
  .seh_endprologue
  int 0x40
  mov ecx, 1
  .globl InterruptsCall
InterruptsCall:
  call Leaf
  lea rdi, [rsp+0x20]
  mov ecx, 0x200
  xor eax, eax
  .globl InterruptsStore
InterruptsStore:
  rep stosb
  .globl InterruptsDone
InterruptsDone:
  add rsp, 0x220
  pop rdi
  ret
  .seh_endproc
