// Where the kernel enters a process with an exception, and the debug service's instructions.
    .intel_syntax noprefix
    .text

// The stack, as the kernel laid it: CONTEXT at 0, EXCEPTION_RECORD at 4F0h, and at 590h the frame
// that the trap would have pushed, which lets a stack walk go on in the code that was interrupted.
    .globl KiUserExceptionDispatcher
    .def KiUserExceptionDispatcher; .scl 2; .type 32; .endef
    .p2align 4
    .seh_proc KiUserExceptionDispatcher
KiUserExceptionDispatcher:
    .seh_pushframe
    .seh_stackalloc 0x590
    .seh_savereg rbx, 0x90
    .seh_savereg rbp, 0xA0
    .seh_savereg rsi, 0xA8
    .seh_savereg rdi, 0xB0
    .seh_savereg r12, 0xD8
    .seh_savereg r13, 0xE0
    .seh_savereg r14, 0xE8
    .seh_savereg r15, 0xF0
    .seh_endprologue
    cld
    lea rcx, [rsp+0x4F0]
    mov rdx, rsp
    call RtlDispatchException
    test al, al
    jz 1f
    mov rcx, rsp
    xor edx, edx
    call RtlRestoreContext
1:  lea rcx, [rsp+0x4F0]
    mov rdx, rsp
    xor r8d, r8d
    call NtRaiseException
    mov ecx, eax
    call RtlRaiseStatus
    int3
    .seh_endproc

// ULONG DebugPrint(PSTR text, ULONG length, ULONG component, ULONG level): service 1 of int 2dh.
// The processor goes on behind the int3, which the service skips.
    .globl DebugPrint
    .def DebugPrint; .scl 2; .type 32; .endef
    .p2align 4
DebugPrint:
    mov eax, 1
    int 0x2d
    int3
    ret

    .globl DbgBreakPoint
    .def DbgBreakPoint; .scl 2; .type 32; .endef
    .p2align 4
DbgBreakPoint:
    int3
    ret

    .globl DbgUserBreakPoint
    .def DbgUserBreakPoint; .scl 2; .type 32; .endef
    .p2align 4
DbgUserBreakPoint:
    int3
    ret
