// Changing threads, starting them, and idling.
        .intel_syntax noprefix
#include "frame.h"

        .text

// KiSwapContext(old, new): saves the nonvolatile registers in a KEXCEPTION_FRAME on the old
// thread's stack and goes on where the new thread stopped. The dispatcher lock is held across it.
// A debugger unwinds a waiting thread from KTHREAD.KernelStack: a KSWITCH_FRAME whose Return lies
// below, then this frame.
        PUBLIC  KiSwapContext
        .p2align 4
        .seh_proc KiSwapContext
KiSwapContext:
        sub     rsp, ExceptionFrameSize - 8
        .seh_stackalloc ExceptionFrameSize - 8
        mov     [rsp + ExRbp], rbp
        .seh_savereg rbp, ExRbp
        mov     [rsp + ExRbx], rbx
        .seh_savereg rbx, ExRbx
        mov     [rsp + ExRdi], rdi
        .seh_savereg rdi, ExRdi
        mov     [rsp + ExRsi], rsi
        .seh_savereg rsi, ExRsi
        mov     [rsp + ExR12], r12
        .seh_savereg r12, ExR12
        mov     [rsp + ExR13], r13
        .seh_savereg r13, ExR13
        mov     [rsp + ExR14], r14
        .seh_savereg r14, ExR14
        mov     [rsp + ExR15], r15
        .seh_savereg r15, ExR15
        .seh_endprologue
        call    SwapContext
        mov     rbp, [rsp + ExRbp]
        mov     rbx, [rsp + ExRbx]
        mov     rdi, [rsp + ExRdi]
        mov     rsi, [rsp + ExRsi]
        mov     r12, [rsp + ExR12]
        mov     r13, [rsp + ExR13]
        mov     r14, [rsp + ExR14]
        mov     r15, [rsp + ExR15]
        add     rsp, ExceptionFrameSize - 8
        ret
        .seh_endproc

// rcx = old thread, rdx = new thread. rsp changes in the middle.
        PUBLIC  SwapContext
        .p2align 4
        .seh_proc SwapContext
SwapContext:
        sub     rsp, SwitchFrameSize - 8
        .seh_stackalloc SwitchFrameSize - 8
        mov     [rsp + SwRbp], rbp
        .seh_savereg rbp, SwRbp
        .seh_endprologue
        // Only user code uses the vector registers: kept above the stack of threads that have it.
        cmp     byte ptr [rcx + ThNpxState], 0
        je      1f
        mov     rax, [rcx + ThInitialStack]
        fxsave64 [rax]
1:      mov     [rcx + ThKernelStack], rsp
        mov     rsp, [rdx + ThKernelStack]
        mov     gs:[PcCurrentThread], rdx
        inc     dword ptr gs:[PcContextSwitches]
        mov     rax, [rdx + ThInitialStack]
        mov     gs:[PcRspBase], rax
        mov     r8, gs:[PcTss]
        mov     [r8 + TssRsp0], rax
        cmp     byte ptr [rdx + ThNpxState], 0
        je      2f
        fxrstor64 [rax]
2:      mov     r8, [rdx + ThApcProcess]
        mov     r9, [rcx + ThApcProcess]
        cmp     r8, r9
        je      3f
        mov     rax, [r8 + PrDirectoryTableBase]
        mov     cr3, rax
3:      mov     r8, [rdx + ThTeb]
        test    r8, r8
        jz      4f
        mov     eax, r8d
        mov     rdx, r8
        shr     rdx, 32
        mov     ecx, MSR_KERNEL_GS_BASE
        wrmsr
4:      mov     rbp, [rsp + SwRbp]
        add     rsp, SwitchFrameSize - 8
        ret
        .seh_endproc

// The first frame of a system thread: its stack holds the routine and its argument where a
// function's first two parameters have their homes, and a return address of 0 above.
        PUBLIC  KiStartSystemThread
        .p2align 4
        .seh_proc KiStartSystemThread
KiStartSystemThread:
        .seh_stackalloc 0x28
        .seh_endprologue
        mov     rcx, [rsp]
        mov     rdx, [rsp + 8]
        call    PspSystemThreadStartup
        nop
        .seh_endproc

// The first frame of a user thread: a trap frame stands at the top of its stack, rbp in it.
        PUBLIC  KiStartUserThread
        .p2align 4
        .seh_proc KiStartUserThread
KiStartUserThread:
        .seh_pushframe @code
        .seh_pushreg rbp
        .seh_stackalloc 0x158
        .seh_setframe rbp, 0x80
        .seh_endprologue
        call    PspUserThreadStartup
        jmp     KiExceptionExit
        .seh_endproc

// Waits for interrupts for ever; threads and DPCs run from KiDpcInterrupt.
        PUBLIC  KiIdleLoop
        .p2align 4
        .seh_proc KiIdleLoop
KiIdleLoop:
        sub     rsp, 0x28
        .seh_stackalloc 0x28
        .seh_endprologue
1:      sti
        hlt
        jmp     1b
        .seh_endproc

// The boot loader enters here, on the stack that becomes processor 0's idle thread's.
        PUBLIC  KiSystemStartup
        .p2align 4
        .seh_proc KiSystemStartup
KiSystemStartup:
        sub     rsp, 0x28
        .seh_stackalloc 0x28
        .seh_endprologue
        call    KiInitializeKernel
        call    KiIdleLoop
        nop
        .seh_endproc

// The other processors enter here. rcx = KPCR.
        PUBLIC  KiProcessorStart
        .p2align 4
        .seh_proc KiProcessorStart
KiProcessorStart:
        sub     rsp, 0x28
        .seh_stackalloc 0x28
        .seh_endprologue
        call    KiInitializeSecondary
        call    KiIdleLoop
        nop
        .seh_endproc

// Instructions that a debugger looks for by name. Leaf functions, which need no unwind data.
        PUBLIC  DbgBreakPoint
        .p2align 4
DbgBreakPoint:
        int3
        ret

        PUBLIC  DbgBreakPointWithStatus
        PUBLIC  RtlpBreakWithStatusInstruction
        .p2align 4
DbgBreakPointWithStatus:
        mov     eax, ecx
RtlpBreakWithStatusInstruction:
        int3
        ret

// DebugService2(arg1, arg2, service): see KdpTrap. The int 3 is skipped by whoever handles it.
        PUBLIC  DebugService2
        .p2align 4
DebugService2:
        mov     eax, r8d
        int     0x2d
        int3
        ret
