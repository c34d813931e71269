// Traps, interrupts and system calls: where the processor enters the kernel and leaves it.
//
// Every way in builds a KTRAP_FRAME on the kernel stack, so that a debugger finds the same picture
// whatever happened:
//
//     +190  (what was interrupted, or the top of the stack)
//     +168  rip cs rflags rsp ss      pushed by the processor: the machine frame
//     +160  error code                pushed by the processor, or a word in its place
//     +158  rbp                       pushed here
//     +000  volatile registers and the rest
//
// and points rbp 80h into it. The .seh_ directives say so to whoever walks the stack: .pushframe
// for the machine frame, then rbp, then the allocation. `swapgs` runs exactly when the saved cs
// says that user code was interrupted.
        .intel_syntax noprefix
#include "frame.h"

#define TF(field) [rbp + (field) - 0x80]

// What the frame looks like from inside, for code that is reached with it already built.
.macro FRAME_BUILT
        .seh_pushframe @code
        .seh_pushreg rbp
        .seh_stackalloc 0x158
        .seh_setframe rbp, 0x80
        .seh_endprologue
.endm

// The frame's volatile registers; swaps gs if user code was interrupted.
.macro SAVE_VOLATILE
        mov     TF(TrRax), rax
        mov     TF(TrRcx), rcx
        mov     TF(TrRdx), rdx
        mov     TF(TrR8), r8
        mov     TF(TrR9), r9
        mov     TF(TrR10), r10
        mov     TF(TrR11), r11
        cld
        mov     eax, TF(TrSegCs)
        and     eax, 1
        mov     TF(TrPreviousMode), al
        jz      1f
        swapgs
        mov     rcx, gs:[PcCurrentThread]
        lea     rdx, [rbp - 0x80]
        mov     [rcx + ThTrapFrame], rdx
1:
.endm

// Opens a trap's procedure. `code`: does the processor push an error code?
.macro TRAP_ENTRY name, code
        PUBLIC  \name
        .p2align 6
        .seh_proc \name
\name:
    .if \code
        .seh_pushframe @code
    .else
        .seh_pushframe
        push    0
        .seh_stackalloc 8
    .endif
        push    rbp
        .seh_pushreg rbp
        sub     rsp, 0x158
        .seh_stackalloc 0x158
        lea     rbp, [rsp + 0x80]
        .seh_setframe rbp, 0x80
        .seh_endprologue
        SAVE_VOLATILE
.endm

// Lets interrupts in again if the trapped code had them on.
.macro RESTORE_INTERRUPTS
        test    dword ptr TF(TrEFlags), 0x200
        jz      2f
        sti
2:
.endm

        .text

// An exception that carries no parameters: its code, and how far rip is past the fault.
.macro SIMPLE_TRAP name, code, status, back
        TRAP_ENTRY \name, \code
        RESTORE_INTERRUPTS
    .if \back
        sub     qword ptr TF(TrRip), \back
    .endif
        mov     ecx, \status
        xor     edx, edx
        mov     r8, TF(TrRip)
        call    KiExceptionDispatch
        nop
        .seh_endproc
.endm

        SIMPLE_TRAP KiDivideErrorFault, 0, 0xC0000094, 0
        SIMPLE_TRAP KiOverflowTrap, 0, 0xC0000095, 0
        SIMPLE_TRAP KiBoundFault, 0, 0xC000008C, 0
        SIMPLE_TRAP KiInvalidOpcodeFault, 0, 0xC000001D, 0
        SIMPLE_TRAP KiNpxNotAvailableFault, 0, 0xC000001D, 0
        SIMPLE_TRAP KiInvalidTssFault, 1, 0xC0000005, 0
        SIMPLE_TRAP KiSegmentNotPresentFault, 1, 0xC0000005, 0
        SIMPLE_TRAP KiStackFault, 1, 0xC0000005, 0
        SIMPLE_TRAP KiFloatingErrorFault, 0, 0xC0000090, 0
        SIMPLE_TRAP KiAlignmentFault, 1, 0x80000002, 0
        SIMPLE_TRAP KiXmmException, 0, 0xC00002B4, 0

// #DB. Interrupts stay as they were; dr6 says why and is cleared.
        TRAP_ENTRY KiDebugTrapOrFault, 0
        mov     rax, dr6
        mov     TF(0xf8), rax
        xor     eax, eax
        mov     dr6, rax
        RESTORE_INTERRUPTS
        and     dword ptr TF(TrEFlags), 0xfffffeff
        mov     ecx, 0x80000004
        xor     edx, edx
        mov     r8, TF(TrRip)
        call    KiExceptionDispatch
        nop
        .seh_endproc

// int 3. The exception's address, and the context's, are those of the instruction itself.
        TRAP_ENTRY KiBreakpointTrap, 0
        RESTORE_INTERRUPTS
        dec     qword ptr TF(TrRip)
        mov     ecx, 0x80000003
        mov     edx, 1
        mov     r8, TF(TrRip)
        xor     r9d, r9d
        call    KiExceptionDispatch
        nop
        .seh_endproc

// int 2d: a request to the kernel debugger; eax says which (see kd.c).
        TRAP_ENTRY KiDebugServiceTrap, 0
        RESTORE_INTERRUPTS
        mov     ecx, 0x80000003
        mov     edx, 1
        mov     r8, TF(TrRip)
        mov     r9, TF(TrRax)
        call    KiExceptionDispatch
        nop
        .seh_endproc

// #GP has no address: the exception says read of -1, as an access violation nobody can locate.
        TRAP_ENTRY KiGeneralProtectionFault, 1
        RESTORE_INTERRUPTS
        mov     ecx, 0xC0000005
        mov     edx, 2
        mov     r8, TF(TrRip)
        xor     r9d, r9d
        mov     r10, -1
        call    KiExceptionDispatch
        nop
        .seh_endproc

// #PF: memory management first; what it cannot resolve is an exception with the access and address.
        TRAP_ENTRY KiPageFault, 1
        mov     rdx, cr2
        mov     TF(TrFaultAddress), rdx
        RESTORE_INTERRUPTS
        mov     rcx, TF(TrErrorCode)
        movzx   r8d, byte ptr TF(TrPreviousMode)
        lea     r9, [rbp - 0x80]
        call    MmAccessFault
        test    eax, eax
        jns     KiExceptionExit
        mov     ecx, eax
        mov     edx, 2
        mov     r8, TF(TrRip)
        mov     r10, TF(TrFaultAddress)
        mov     eax, TF(TrErrorCode)
        mov     r9d, eax
        shr     r9d, 1
        and     r9d, 1
        and     eax, 0x10
        shr     eax, 1
        or      r9d, eax
        call    KiExceptionDispatch
        nop
        .seh_endproc

// #DF, on a stack of its own: the kernel's stack ended, or its page tables did.
        TRAP_ENTRY KiDoubleFaultAbort, 1
        lea     rcx, [rbp - 0x80]
        mov     edx, 8
        call    KiBugCheckTrap
        nop
        .seh_endproc

        TRAP_ENTRY KiMcheckAbort, 0
        lea     rcx, [rbp - 0x80]
        mov     edx, 0x12
        call    KiBugCheckTrap
        nop
        .seh_endproc

        TRAP_ENTRY KiNmiInterrupt, 0
        lea     rcx, [rbp - 0x80]
        call    KiProcessNmi
        jmp     KiExceptionExit
        .seh_endproc

// Raises an exception for the trap whose frame stands at rbp.
//   ecx = code, edx = number of parameters, r8 = address, r9 r10 r11 = parameters
// Builds the exception record and the KEXCEPTION_FRAME of nonvolatile registers, dispatches, and
// leaves through the frames, which the dispatcher may have changed. Does not return.
        PUBLIC  KiExceptionDispatch
        .p2align 6
        .seh_proc KiExceptionDispatch
KiExceptionDispatch:
        sub     rsp, ExceptionFrameSize + ExceptionRecordSize
        .seh_stackalloc ExceptionFrameSize + ExceptionRecordSize
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
        lea     rax, [rsp + ExceptionFrameSize]
        mov     dword ptr [rax + ErExceptionCode], ecx
        mov     dword ptr [rax + ErExceptionFlags], 0
        mov     qword ptr [rax + ErExceptionRecord], 0
        mov     [rax + ErExceptionAddress], r8
        mov     [rax + ErNumberParameters], edx
        mov     [rax + ErExceptionInformation], r9
        mov     [rax + ErExceptionInformation + 8], r10
        mov     [rax + ErExceptionInformation + 16], r11
        mov     rcx, rax
        mov     rdx, rsp
        lea     r8, [rbp - 0x80]
        movzx   r9d, byte ptr TF(TrPreviousMode)
        mov     byte ptr [rsp + ExP5], 1
        call    KiDispatchException
        mov     rbx, [rsp + ExRbx]
        mov     rdi, [rsp + ExRdi]
        mov     rsi, [rsp + ExRsi]
        mov     r12, [rsp + ExR12]
        mov     r13, [rsp + ExR13]
        mov     r14, [rsp + ExR14]
        mov     r15, [rsp + ExR15]
        lea     rsp, [rbp - 0x80]
        jmp     KiExceptionExit
        .seh_endproc

// Leaves a trap. Nonvolatile registers are as they shall be; the rest is in the frame at rbp.
        PUBLIC  KiExceptionExit
        .p2align 6
        .seh_proc KiExceptionExit
KiExceptionExit:
        FRAME_BUILT
        test    byte ptr TF(TrSegCs), 1
        jz      3f
1:      cli
        mov     rcx, gs:[PcCurrentThread]
        cmp     byte ptr [rcx + ThUserApcPending], 0
        jz      2f
        sti
        call    KiUserExit
        jmp     1b
2:      swapgs
3:      mov     rcx, TF(TrRcx)
        mov     rdx, TF(TrRdx)
        mov     r8, TF(TrR8)
        mov     r9, TF(TrR9)
        mov     r10, TF(TrR10)
        mov     r11, TF(TrR11)
        mov     rax, TF(TrRax)
        lea     rsp, [rbp - 0x80]
        mov     rbp, TF(TrRbp)
        add     rsp, TrRip
        iretq
        .seh_endproc

// Goes where two frames say: rcx = KTRAP_FRAME, rdx = KEXCEPTION_FRAME. Does not return.
        PUBLIC  KiRestoreFrames
        .p2align 4
        .seh_proc KiRestoreFrames
KiRestoreFrames:
        .seh_endprologue
        mov     rbx, [rdx + ExRbx]
        mov     rdi, [rdx + ExRdi]
        mov     rsi, [rdx + ExRsi]
        mov     r12, [rdx + ExR12]
        mov     r13, [rdx + ExR13]
        mov     r14, [rdx + ExR14]
        mov     r15, [rdx + ExR15]
        lea     rbp, [rcx + 0x80]
        mov     rsp, rcx
        jmp     KiExceptionExit
        .seh_endproc

// Interrupts. The frame's error code holds the vector.
.macro INTERRUPT_BODY routine, irql
        mov     rax, cr8
        mov     TF(TrPreviousIrql), al
        mov     eax, \irql
        mov     cr8, rax
        call    KiEndOfInterrupt
        sti
        lea     rcx, [rbp - 0x80]
        call    \routine
        cli
        movzx   eax, byte ptr TF(TrPreviousIrql)
        mov     cr8, rax
        jmp     KiExceptionExit
.endm

.macro INTERRUPT_ENTRY name, routine, irql
        TRAP_ENTRY \name, 0
        INTERRUPT_BODY \routine, \irql
        .seh_endproc
.endm

        INTERRUPT_ENTRY KiDpcInterrupt, KiDispatchInterrupt, 2
        INTERRUPT_ENTRY KiClockInterrupt, KeClockTick, 13
        INTERRUPT_ENTRY KiDebuggerBreakInInterrupt, KiBreakIn, 13
        INTERRUPT_ENTRY KiIpiInterrupt, KiIpiWork, 14

// A device's interrupt, or one that nobody expects. KiIsrThunk pushed the vector in the error
// code's place.
        PUBLIC  KiInterruptDispatch
        .p2align 6
        .seh_proc KiInterruptDispatch
KiInterruptDispatch:
        .seh_pushframe @code
        push    rbp
        .seh_pushreg rbp
        sub     rsp, 0x158
        .seh_stackalloc 0x158
        lea     rbp, [rsp + 0x80]
        .seh_setframe rbp, 0x80
        .seh_endprologue
        SAVE_VOLATILE
        mov     rax, cr8
        mov     TF(TrPreviousIrql), al
        movzx   eax, byte ptr TF(TrErrorCode)
        shr     eax, 4
        mov     cr8, rax
        call    KiEndOfInterrupt
        sti
        lea     rcx, [rbp - 0x80]
        movzx   edx, byte ptr TF(TrErrorCode)
        call    KiDispatchDeviceInterrupt
        cli
        movzx   eax, byte ptr TF(TrPreviousIrql)
        mov     cr8, rax
        jmp     KiExceptionExit
        .seh_endproc

        .p2align 4
        PUBLIC  KiEndOfInterrupt
        .seh_proc KiEndOfInterrupt
KiEndOfInterrupt:
        .seh_endprologue
        jmp     qword ptr [rip + __imp_HalEndOfInterrupt]
        .seh_endproc

// One entry of 16 bytes for each vector; the descriptor table points here by default.
        PUBLIC  KiIsrThunk
        .p2align 4
KiIsrThunk:
        .set    vector, 0
        .rept   256
        push    vector
        jmp     KiInterruptDispatch
        .p2align 4
        .set    vector, vector + 1
        .endr

// System calls. rcx = return address, r11 = flags, eax = number, r10 rdx r8 r9 = arguments.
        PUBLIC  KiSystemCall64
        PUBLIC  KiSystemServiceCopyStart
        PUBLIC  KiSystemServiceCopyEnd
        PUBLIC  KiSystemServiceExit
        .p2align 6
        .seh_proc KiSystemCall64
KiSystemCall64:
        .seh_pushframe @code
        swapgs
        mov     gs:[PcUserRsp], rsp
        mov     rsp, gs:[PcRspBase]
        push    KGDT64_R3_DATA
        push    qword ptr gs:[PcUserRsp]
        push    r11
        push    KGDT64_R3_CODE
        push    rcx
        push    0
        push    rbp
        .seh_pushreg rbp
        sub     rsp, 0x158
        .seh_stackalloc 0x158
        lea     rbp, [rsp + 0x80]
        .seh_setframe rbp, 0x80
        mov     TF(TrRbx), rbx
        .seh_savereg rbx, TrRbx
        mov     TF(TrRdi), rdi
        .seh_savereg rdi, TrRdi
        mov     TF(TrRsi), rsi
        .seh_savereg rsi, TrRsi
        .seh_endprologue
        mov     TF(TrRax), rax
        mov     TF(TrRdx), rdx
        mov     TF(TrR8), r8
        mov     TF(TrR9), r9
        mov     TF(TrR10), r10
        mov     byte ptr TF(TrPreviousMode), 1
        mov     rbx, gs:[PcCurrentThread]
        lea     rcx, [rbp - 0x80]
        mov     [rbx + ThTrapFrame], rcx
        mov     [rbx + ThSystemCallNumber], eax
        mov     byte ptr [rbx + ThPreviousMode], 1
        sti
        mov     rcx, r10
        cmp     eax, dword ptr [rip + KiServiceLimit]
        jae     5f
        lea     r10, [rip + KiServiceTable]
        mov     r10, [r10 + rax * 8]
        lea     r11, [rip + KiArgumentTable]
        movzx   eax, byte ptr [r11 + rax]
        sub     rsp, 0x70
        test    eax, eax
        jz      KiSystemServiceCopyEnd
        // Arguments beyond the fourth, from the user's stack to ours. A fault on it between the
        // two labels makes the call fail (see KiDispatchException).
        mov     rsi, TF(TrRsp)
        mov     r11, 0x7fffffeff00
        cmp     rsi, r11
        jae     KiSystemServiceFault
        add     rsi, 0x28
        lea     rdi, [rsp + 0x20]
KiSystemServiceCopyStart:
        mov     r11, [rsi]
        mov     [rdi], r11
        add     rsi, 8
        add     rdi, 8
        dec     eax
        jnz     KiSystemServiceCopyStart
KiSystemServiceCopyEnd:
        call    r10
        inc     dword ptr gs:[PcSystemCalls]  // the call returns here, not to the next label
KiSystemServiceExit:
        cli
        mov     rcx, gs:[PcCurrentThread]
        cmp     byte ptr [rcx + ThUserApcPending], 0
        jz      4f
        mov     rbx, rax
        sti
        call    KiUserExit
        mov     rax, rbx
        jmp     KiSystemServiceExit
4:      mov     rbx, TF(TrRbx)
        mov     rdi, TF(TrRdi)
        mov     rsi, TF(TrRsi)
        mov     rcx, TF(TrRip)
        mov     r11, TF(TrEFlags)
        mov     rsp, TF(TrRsp)
        mov     rbp, TF(TrRbp)
        xor     edx, edx
        xor     r8d, r8d
        xor     r9d, r9d
        xor     r10d, r10d
        swapgs
        sysretq
        PUBLIC  KiSystemServiceFault
KiSystemServiceFault:
        mov     eax, 0xC0000005
        jmp     KiSystemServiceExit
5:      mov     eax, 0xC000001C
        jmp     KiSystemServiceExit
        .seh_endproc

// Copies between kernel and user memory: rcx = to, rdx = from, r8 = bytes; NTSTATUS in eax. Faults
// between the labels make it return STATUS_ACCESS_VIOLATION (see KiDispatchException).
        PUBLIC  KiUserCopy
        PUBLIC  KiUserCopyStart
        PUBLIC  KiUserCopyEnd
        PUBLIC  KiUserCopyFault
        .p2align 4
        .seh_proc KiUserCopy
KiUserCopy:
        push    rdi
        .seh_pushreg rdi
        push    rsi
        .seh_pushreg rsi
        .seh_endprologue
        mov     rdi, rcx
        mov     rsi, rdx
        mov     rcx, r8
        shr     rcx, 3
        and     r8d, 7
KiUserCopyStart:
        rep movsq
        mov     ecx, r8d
        rep movsb
KiUserCopyEnd:
        xor     eax, eax
        pop     rsi
        pop     rdi
        ret
KiUserCopyFault:
        mov     eax, 0xC0000005
        pop     rsi
        pop     rdi
        ret
        .seh_endproc
