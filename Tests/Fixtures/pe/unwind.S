// Every kind of unwind code, at sizes that need each of their forms.
    .intel_syntax noprefix
    .text

    .globl Framed
    .seh_proc Framed
Framed:
    push rbp
    .seh_pushreg rbp
    push r12
    .seh_pushreg r12
    sub rsp, 0x60
    .seh_stackalloc 0x60
    lea rbp, [rsp+0x20]
    .seh_setframe rbp, 0x20
    mov [rbp+0x10], rbx
    .seh_savereg rbx, 0x30
    movaps [rbp+0x20], xmm6
    .seh_savexmm xmm6, 0x40
    .seh_endprologue
    call External
    movaps xmm6, [rbp+0x20]
    mov rbx, [rbp+0x10]
    lea rsp, [rbp+0x40]
    pop r12
    pop rbp
    ret
    .seh_endproc

    .globl Large
    .seh_proc Large
Large:
    sub rsp, 0x1000
    .seh_stackalloc 0x1000
    .seh_endprologue
    add rsp, 0x1000
    ret
    .seh_endproc

    .globl Huge
    .seh_proc Huge
Huge:
    sub rsp, 0x100000
    .seh_stackalloc 0x100000
    mov [rsp+0x90000], rsi
    .seh_savereg rsi, 0x90000
    movaps [rsp+0xf0000], xmm9
    .seh_savexmm xmm9, 0x100000-0x10000
    .seh_endprologue
    add rsp, 0x100000
    ret
    .seh_endproc

    .globl Trap
    .seh_proc Trap
Trap:
    .seh_pushframe @code
    sub rsp, 0x28
    .seh_stackalloc 0x28
    .seh_endprologue
    add rsp, 0x30
    iretq
    .seh_endproc

    .globl Interrupt
    .seh_proc Interrupt
Interrupt:
    .seh_pushframe
    push rbp
    .seh_pushreg rbp
    .seh_endprologue
    pop rbp
    iretq
    .seh_endproc

    .globl Split
    .seh_proc Split
Split:
    sub rsp, 0x28
    .seh_stackalloc 0x28
    .seh_endprologue
    nop
    .seh_startchained
    mov [rsp+0x10], rdi
    .seh_savereg rdi, 0x10
    .seh_endprologue
    nop
    mov rdi, [rsp+0x10]
    .seh_endchained
    add rsp, 0x28
    ret
    .seh_endproc

    .globl Guarded
    .seh_proc Guarded
Guarded:
    .seh_handler Handler, @except, @unwind
    sub rsp, 0x28
    .seh_stackalloc 0x28
    .seh_endprologue
    nop
    add rsp, 0x28
    ret
    .seh_handlerdata
    .long 0x12345678
    .text
    .seh_endproc

    .globl Handler
Handler:
    mov eax, 1
    ret

    .globl Entry
Entry:
    mov rax, [rip+__imp_External]
    mov rdx, [rip+__imp_Numbered]
    lea rcx, [rip+Table]
    ret

    .data
    .globl Table
Table:
    .quad Framed
    .quad Table
    .quad 0
