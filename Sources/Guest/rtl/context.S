// Taking and restoring a CONTEXT (nt/amd64.h has the offsets), and the stack probe.
    .intel_syntax noprefix
    .text

    .set CxFlags, 0x30
    .set CxMxCsr, 0x34
    .set CxSegCs, 0x38
    .set CxSegDs, 0x3A
    .set CxSegEs, 0x3C
    .set CxSegFs, 0x3E
    .set CxSegGs, 0x40
    .set CxSegSs, 0x42
    .set CxEflags, 0x44
    .set CxFltSave, 0x100

// VOID RtlCaptureContext(PCONTEXT context): the caller's registers, as if it stood behind the call.
    .globl RtlCaptureContext
    .def RtlCaptureContext; .scl 2; .type 32; .endef
    .p2align 4
    .seh_proc RtlCaptureContext
RtlCaptureContext:
    pushfq
    .seh_stackalloc 8
    .seh_endprologue
    mov [rcx+0x78], rax
    mov [rcx+0x80], rcx
    mov [rcx+0x88], rdx
    mov [rcx+0x90], rbx
    mov [rcx+0xA0], rbp
    mov [rcx+0xA8], rsi
    mov [rcx+0xB0], rdi
    mov [rcx+0xB8], r8
    mov [rcx+0xC0], r9
    mov [rcx+0xC8], r10
    mov [rcx+0xD0], r11
    mov [rcx+0xD8], r12
    mov [rcx+0xE0], r13
    mov [rcx+0xE8], r14
    mov [rcx+0xF0], r15
    mov word ptr [rcx+CxSegCs], cs
    mov word ptr [rcx+CxSegDs], ds
    mov word ptr [rcx+CxSegEs], es
    mov word ptr [rcx+CxSegFs], fs
    mov word ptr [rcx+CxSegGs], gs
    mov word ptr [rcx+CxSegSs], ss
    fxsave [rcx+CxFltSave]
    stmxcsr [rcx+CxMxCsr]
    mov eax, [rsp]
    mov [rcx+CxEflags], eax
    mov rax, [rsp+8]
    mov [rcx+0xF8], rax
    lea rax, [rsp+16]
    mov [rcx+0x98], rax
    mov dword ptr [rcx+CxFlags], 0x10000F
    mov rax, [rcx+0x78]
    add rsp, 8
    ret
    .seh_endproc

// VOID RtlRestoreContext(PCONTEXT context, PEXCEPTION_RECORD record): iretq to the context, at the
// same privilege. The record is not used: nothing here jumps long or consolidates frames.
    .globl RtlRestoreContext
    .def RtlRestoreContext; .scl 2; .type 32; .endef
    .p2align 4
    .seh_proc RtlRestoreContext
RtlRestoreContext:
    sub rsp, 0x28
    .seh_stackalloc 0x28
    .seh_endprologue
    test byte ptr [rcx+CxFlags], 8
    jz 1f
    fxrstor [rcx+CxFltSave]
    ldmxcsr [rcx+CxMxCsr]
1:  movzx eax, word ptr [rcx+CxSegSs]
    mov [rsp+0x20], rax
    mov rax, [rcx+0x98]
    mov [rsp+0x18], rax
    mov eax, [rcx+CxEflags]
    mov [rsp+0x10], rax
    movzx eax, word ptr [rcx+CxSegCs]
    mov [rsp+8], rax
    mov rax, [rcx+0xF8]
    mov [rsp], rax
    mov rax, [rcx+0x78]
    mov rdx, [rcx+0x88]
    mov rbx, [rcx+0x90]
    mov rbp, [rcx+0xA0]
    mov rsi, [rcx+0xA8]
    mov rdi, [rcx+0xB0]
    mov r8, [rcx+0xB8]
    mov r9, [rcx+0xC0]
    mov r10, [rcx+0xC8]
    mov r11, [rcx+0xD0]
    mov r12, [rcx+0xD8]
    mov r13, [rcx+0xE0]
    mov r14, [rcx+0xE8]
    mov r15, [rcx+0xF0]
    mov rcx, [rcx+0x80]
    iretq
    .seh_endproc

// Touches each page of the rax bytes below the caller's frame. Every register is kept.
    .globl __chkstk
    .def __chkstk; .scl 2; .type 32; .endef
    .p2align 4
    .seh_proc __chkstk
__chkstk:
    push r10
    .seh_pushreg r10
    push rax
    .seh_pushreg rax
    .seh_endprologue
    lea r10, [rsp+0x18]
2:  cmp rax, 0x1000
    jb 3f
    sub r10, 0x1000
    test byte ptr [r10], r10b
    sub rax, 0x1000
    jmp 2b
3:  sub r10, rax
    test byte ptr [r10], r10b
    pop rax
    pop r10
    ret
    .seh_endproc
