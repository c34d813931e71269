// Offsets that assembly needs; trap.c asserts them against the structures.
#pragma once

// KTRAP_FRAME
#define TrP1Home        0x000
#define TrPreviousMode  0x028
#define TrPreviousIrql  0x029
#define TrRax           0x030
#define TrRcx           0x038
#define TrRdx           0x040
#define TrR8            0x048
#define TrR9            0x050
#define TrR10           0x058
#define TrR11           0x060
#define TrFaultAddress  0x0d0
#define TrRbx           0x140
#define TrRdi           0x148
#define TrRsi           0x150
#define TrRbp           0x158
#define TrErrorCode     0x160
#define TrRip           0x168
#define TrSegCs         0x170
#define TrEFlags        0x178
#define TrRsp           0x180
#define TrSegSs         0x188
#define TrapFrameSize   0x190

// KEXCEPTION_FRAME
#define ExP5            0x020
#define ExRbp           0x0f8
#define ExRbx           0x100
#define ExRdi           0x108
#define ExRsi           0x110
#define ExR12           0x118
#define ExR13           0x120
#define ExR14           0x128
#define ExR15           0x130
#define ExceptionFrameSize 0x140
#define ExceptionRecordSize 0x98

// EXCEPTION_RECORD
#define ErExceptionCode        0x00
#define ErExceptionFlags       0x04
#define ErExceptionRecord      0x08
#define ErExceptionAddress     0x10
#define ErNumberParameters     0x18
#define ErExceptionInformation 0x20

// KSWITCH_FRAME
#define SwApcBypass     0x028
#define SwRbp           0x030
#define SwReturn        0x038
#define SwitchFrameSize 0x040

// KPCR, at gs
#define PcTss           0x008
#define PcUserRsp       0x010
#define PcCurrentThread 0x188
#define PcRspBase       0x1a8
#define PcContextSwitches 0x223c
#define PcSystemCalls   0x2238

// KTHREAD
#define ThInitialStack  0x028
#define ThKernelStack   0x038
#define ThApcProcess    0x070
#define ThUserApcPending 0x07a
#define ThTeb           0x0b8
#define ThNpxState      0x165
#define ThTrapFrame     0x1d8
#define ThPreviousMode  0x1f6
#define ThSystemCallNumber 0x1f8

// KPROCESS
#define PrDirectoryTableBase 0x028

// KTSS64
#define TssRsp0         0x004

#define KGDT64_R0_CODE 0x10
#define KGDT64_R3_DATA 0x2b
#define KGDT64_R3_CODE 0x33
#define MSR_KERNEL_GS_BASE 0xc0000102

#ifdef __ASSEMBLER__
// A label that other files and the debugger know, as code: symbol files tell functions from data.
.macro PUBLIC name
        .globl  \name
        .def    \name
        .scl    2
        .type   32
        .endef
.endm
#endif
