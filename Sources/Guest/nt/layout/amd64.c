// Offsets of include/nt/amd64.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE XSAVE_FORMAT
SIZE(0x200)
AT(ControlWord, 0x0) AT(StatusWord, 0x2) AT(TagWord, 0x4) AT(Reserved1, 0x5) AT(ErrorOpcode, 0x6)
AT(ErrorOffset, 0x8) AT(ErrorSelector, 0xc) AT(Reserved2, 0xe) AT(DataOffset, 0x10)
AT(DataSelector, 0x14) AT(Reserved3, 0x16) AT(MxCsr, 0x18) AT(MxCsr_Mask, 0x1c)
AT(FloatRegisters, 0x20) AT(XmmRegisters, 0xa0) AT(Reserved4, 0x1a0)
#undef TYPE

#define TYPE CONTEXT
SIZE(0x4d0)
AT(P1Home, 0x0) AT(P2Home, 0x8) AT(P3Home, 0x10) AT(P4Home, 0x18) AT(P5Home, 0x20)
AT(P6Home, 0x28) AT(ContextFlags, 0x30) AT(MxCsr, 0x34) AT(SegCs, 0x38) AT(SegDs, 0x3a)
AT(SegEs, 0x3c) AT(SegFs, 0x3e) AT(SegGs, 0x40) AT(SegSs, 0x42) AT(EFlags, 0x44) AT(Dr0, 0x48)
AT(Dr1, 0x50) AT(Dr2, 0x58) AT(Dr3, 0x60) AT(Dr6, 0x68) AT(Dr7, 0x70) AT(Rax, 0x78) AT(Rcx, 0x80)
AT(Rdx, 0x88) AT(Rbx, 0x90) AT(Rsp, 0x98) AT(Rbp, 0xa0) AT(Rsi, 0xa8) AT(Rdi, 0xb0) AT(R8, 0xb8)
AT(R9, 0xc0) AT(R10, 0xc8) AT(R11, 0xd0) AT(R12, 0xd8) AT(R13, 0xe0) AT(R14, 0xe8) AT(R15, 0xf0)
AT(Rip, 0xf8) AT(FltSave, 0x100) AT(Header, 0x100) AT(Legacy, 0x120) AT(Xmm0, 0x1a0)
AT(Xmm1, 0x1b0) AT(Xmm2, 0x1c0) AT(Xmm3, 0x1d0) AT(Xmm4, 0x1e0) AT(Xmm5, 0x1f0) AT(Xmm6, 0x200)
AT(Xmm7, 0x210) AT(Xmm8, 0x220) AT(Xmm9, 0x230) AT(Xmm10, 0x240) AT(Xmm11, 0x250) AT(Xmm12, 0x260)
AT(Xmm13, 0x270) AT(Xmm14, 0x280) AT(Xmm15, 0x290) AT(VectorRegister, 0x300)
AT(VectorControl, 0x4a0) AT(DebugControl, 0x4a8) AT(LastBranchToRip, 0x4b0)
AT(LastBranchFromRip, 0x4b8) AT(LastExceptionToRip, 0x4c0) AT(LastExceptionFromRip, 0x4c8)
#undef TYPE

#define TYPE HARDWARE_PTE
SIZE(0x8)
#undef TYPE

#define TYPE KDESCRIPTOR
SIZE(0x10)
AT(Pad, 0x0) AT(Limit, 0x6) AT(Base, 0x8)
#undef TYPE

#define TYPE KEXCEPTION_FRAME
SIZE(0x140)
AT(P1Home, 0x0) AT(P2Home, 0x8) AT(P3Home, 0x10) AT(P4Home, 0x18) AT(P5, 0x20)
AT(InitialStack, 0x28) AT(Xmm6, 0x30) AT(Xmm7, 0x40) AT(Xmm8, 0x50) AT(Xmm9, 0x60) AT(Xmm10, 0x70)
AT(Xmm11, 0x80) AT(Xmm12, 0x90) AT(Xmm13, 0xa0) AT(Xmm14, 0xb0) AT(Xmm15, 0xc0)
AT(TrapFrame, 0xd0) AT(CallbackStack, 0xd8) AT(OutputBuffer, 0xe0) AT(OutputLength, 0xe8)
AT(MxCsr, 0xf0) AT(Rbp, 0xf8) AT(Rbx, 0x100) AT(Rdi, 0x108) AT(Rsi, 0x110) AT(R12, 0x118)
AT(R13, 0x120) AT(R14, 0x128) AT(R15, 0x130) AT(Return, 0x138)
#undef TYPE

#define TYPE KFLOATING_SAVE
SIZE(0x4)
AT(Dummy, 0x0)
#undef TYPE

#define TYPE KGDTENTRY64
SIZE(0x10)
AT(LimitLow, 0x0) AT(Alignment, 0x0) AT(BaseLow, 0x2) AT(Bytes, 0x4) AT(Bits, 0x4)
AT(BaseUpper, 0x8) AT(MustBeZero, 0xc)
#undef TYPE

#define TYPE KIDTENTRY64
SIZE(0x10)
AT(OffsetLow, 0x0) AT(Alignment, 0x0) AT(Selector, 0x2) AT(OffsetMiddle, 0x6) AT(OffsetHigh, 0x8)
AT(Reserved1, 0xc)
#undef TYPE

#define TYPE KSPECIAL_REGISTERS
SIZE(0xd8)
AT(Cr0, 0x0) AT(Cr2, 0x8) AT(Cr3, 0x10) AT(Cr4, 0x18) AT(KernelDr0, 0x20) AT(KernelDr1, 0x28)
AT(KernelDr2, 0x30) AT(KernelDr3, 0x38) AT(KernelDr6, 0x40) AT(KernelDr7, 0x48) AT(Gdtr, 0x50)
AT(Idtr, 0x60) AT(Tr, 0x70) AT(Ldtr, 0x72) AT(MxCsr, 0x74) AT(DebugControl, 0x78)
AT(LastBranchToRip, 0x80) AT(LastBranchFromRip, 0x88) AT(LastExceptionToRip, 0x90)
AT(LastExceptionFromRip, 0x98) AT(Cr8, 0xa0) AT(MsrGsBase, 0xa8) AT(MsrGsSwap, 0xb0)
AT(MsrStar, 0xb8) AT(MsrLStar, 0xc0) AT(MsrCStar, 0xc8) AT(MsrSyscallMask, 0xd0)
#undef TYPE

#define TYPE KPROCESSOR_STATE
SIZE(0x5b0)
AT(SpecialRegisters, 0x0) AT(ContextFrame, 0xe0)
#undef TYPE

#define TYPE KTRAP_FRAME
SIZE(0x190)
AT(P1Home, 0x0) AT(P2Home, 0x8) AT(P3Home, 0x10) AT(P4Home, 0x18) AT(P5, 0x20)
AT(PreviousMode, 0x28) AT(PreviousIrql, 0x29) AT(FaultIndicator, 0x2a) AT(ExceptionActive, 0x2b)
AT(MxCsr, 0x2c) AT(Rax, 0x30) AT(Rcx, 0x38) AT(Rdx, 0x40) AT(R8, 0x48) AT(R9, 0x50) AT(R10, 0x58)
AT(R11, 0x60) AT(GsBase, 0x68) AT(GsSwap, 0x68) AT(Xmm0, 0x70) AT(Xmm1, 0x80) AT(Xmm2, 0x90)
AT(Xmm3, 0xa0) AT(Xmm4, 0xb0) AT(Xmm5, 0xc0) AT(FaultAddress, 0xd0) AT(ContextRecord, 0xd0)
AT(TimeStampCKCL, 0xd0) AT(Dr0, 0xd8) AT(Dr1, 0xe0) AT(Dr2, 0xe8) AT(Dr3, 0xf0) AT(Dr6, 0xf8)
AT(Dr7, 0x100) AT(DebugControl, 0x108) AT(LastBranchControl, 0x108) AT(LastBranchToRip, 0x110)
AT(LastBranchMSR, 0x110) AT(LastBranchFromRip, 0x118) AT(LastExceptionToRip, 0x120)
AT(LastExceptionFromRip, 0x128) AT(SegDs, 0x130) AT(SegEs, 0x132) AT(SegFs, 0x134)
AT(SegGs, 0x136) AT(TrapFrame, 0x138) AT(Rbx, 0x140) AT(Rdi, 0x148) AT(Rsi, 0x150) AT(Rbp, 0x158)
AT(ErrorCode, 0x160) AT(ExceptionFrame, 0x160) AT(TimeStampKlog, 0x160) AT(Rip, 0x168)
AT(SegCs, 0x170) AT(Fill0, 0x172) AT(Logging, 0x173) AT(Fill1, 0x174) AT(EFlags, 0x178)
AT(Fill2, 0x17c) AT(Rsp, 0x180) AT(SegSs, 0x188) AT(Fill3, 0x18a) AT(CodePatchCycle, 0x18c)
#undef TYPE

#define TYPE KTSS64
SIZE(0x68)
AT(Reserved0, 0x0) AT(Rsp0, 0x4) AT(Rsp1, 0xc) AT(Rsp2, 0x14) AT(Ist, 0x1c) AT(Reserved1, 0x5c)
AT(Reserved2, 0x64) AT(IoMapBase, 0x66)
#undef TYPE

#define TYPE XSAVE_AREA_HEADER
SIZE(0x40)
AT(Mask, 0x0) AT(Reserved, 0x8)
#undef TYPE

#define TYPE XSAVE_AREA
SIZE(0x240)
AT(LegacyState, 0x0) AT(Header, 0x200)
#undef TYPE

#define TYPE XSTATE_FEATURE
SIZE(0x8)
AT(Offset, 0x0) AT(Size, 0x4)
#undef TYPE

#define TYPE XSTATE_CONFIGURATION
SIZE(0x210)
AT(EnabledFeatures, 0x0) AT(Size, 0x8) AT(Features, 0x10)
#undef TYPE

#define TYPE XSTATE_CONTEXT
SIZE(0x20)
AT(Mask, 0x0) AT(Length, 0x8) AT(Reserved1, 0xc) AT(Area, 0x10) AT(Buffer, 0x18)
#undef TYPE

#define TYPE XSTATE_SAVE
SIZE(0x38)
AT(Prev, 0x0) AT(Thread, 0x8) AT(Level, 0x10) AT(XStateContext, 0x18)
#undef TYPE
