// What the processor reads, and what the kernel saves of it: descriptors, contexts, trap frames.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "base.h"

struct DECLSPEC_ALIGN(16) _XSAVE_FORMAT {
  USHORT ControlWord;
  USHORT StatusWord;
  UCHAR TagWord;
  UCHAR Reserved1;
  USHORT ErrorOpcode;
  ULONG ErrorOffset;
  USHORT ErrorSelector;
  USHORT Reserved2;
  ULONG DataOffset;
  USHORT DataSelector;
  USHORT Reserved3;
  ULONG MxCsr;
  ULONG MxCsr_Mask;
  M128A FloatRegisters[8];
  M128A XmmRegisters[16];
  UCHAR Reserved4[96];
};

struct DECLSPEC_ALIGN(16) _CONTEXT {
  ULONG64 P1Home;
  ULONG64 P2Home;
  ULONG64 P3Home;
  ULONG64 P4Home;
  ULONG64 P5Home;
  ULONG64 P6Home;
  ULONG ContextFlags;
  ULONG MxCsr;
  USHORT SegCs;
  USHORT SegDs;
  USHORT SegEs;
  USHORT SegFs;
  USHORT SegGs;
  USHORT SegSs;
  ULONG EFlags;
  ULONG64 Dr0;
  ULONG64 Dr1;
  ULONG64 Dr2;
  ULONG64 Dr3;
  ULONG64 Dr6;
  ULONG64 Dr7;
  ULONG64 Rax;
  ULONG64 Rcx;
  ULONG64 Rdx;
  ULONG64 Rbx;
  ULONG64 Rsp;
  ULONG64 Rbp;
  ULONG64 Rsi;
  ULONG64 Rdi;
  ULONG64 R8;
  ULONG64 R9;
  ULONG64 R10;
  ULONG64 R11;
  ULONG64 R12;
  ULONG64 R13;
  ULONG64 R14;
  ULONG64 R15;
  ULONG64 Rip;
  union {
    XSAVE_FORMAT FltSave;
    struct {
      M128A Header[2];
      M128A Legacy[8];
      M128A Xmm0;
      M128A Xmm1;
      M128A Xmm2;
      M128A Xmm3;
      M128A Xmm4;
      M128A Xmm5;
      M128A Xmm6;
      M128A Xmm7;
      M128A Xmm8;
      M128A Xmm9;
      M128A Xmm10;
      M128A Xmm11;
      M128A Xmm12;
      M128A Xmm13;
      M128A Xmm14;
      M128A Xmm15;
    };
  };
  M128A VectorRegister[26];
  ULONG64 VectorControl;
  ULONG64 DebugControl;
  ULONG64 LastBranchToRip;
  ULONG64 LastBranchFromRip;
  ULONG64 LastExceptionToRip;
  ULONG64 LastExceptionFromRip;
};

struct _HARDWARE_PTE {
  ULONG64 Valid : 1;
  ULONG64 Write : 1;
  ULONG64 Owner : 1;
  ULONG64 WriteThrough : 1;
  ULONG64 CacheDisable : 1;
  ULONG64 Accessed : 1;
  ULONG64 Dirty : 1;
  ULONG64 LargePage : 1;
  ULONG64 Global : 1;
  ULONG64 CopyOnWrite : 1;
  ULONG64 Prototype : 1;
  ULONG64 reserved0 : 1;
  ULONG64 PageFrameNumber : 36;
  ULONG64 reserved1 : 4;
  ULONG64 SoftwareWsIndex : 11;
  ULONG64 NoExecute : 1;
};

struct _KDESCRIPTOR {
  USHORT Pad[3];
  USHORT Limit;
  PVOID Base;
};

struct DECLSPEC_ALIGN(16) _KEXCEPTION_FRAME {
  ULONG64 P1Home;
  ULONG64 P2Home;
  ULONG64 P3Home;
  ULONG64 P4Home;
  ULONG64 P5;
  ULONG64 InitialStack;
  M128A Xmm6;
  M128A Xmm7;
  M128A Xmm8;
  M128A Xmm9;
  M128A Xmm10;
  M128A Xmm11;
  M128A Xmm12;
  M128A Xmm13;
  M128A Xmm14;
  M128A Xmm15;
  ULONG64 TrapFrame;
  ULONG64 CallbackStack;
  ULONG64 OutputBuffer;
  ULONG64 OutputLength;
  ULONG64 MxCsr;
  ULONG64 Rbp;
  ULONG64 Rbx;
  ULONG64 Rdi;
  ULONG64 Rsi;
  ULONG64 R12;
  ULONG64 R13;
  ULONG64 R14;
  ULONG64 R15;
  ULONG64 Return;
};

struct _KFLOATING_SAVE {
  ULONG Dummy;
};

struct _KGDTENTRY64 {
  union {
    struct {
      USHORT LimitLow;
      USHORT BaseLow;
      union {
        struct {
          UCHAR BaseMiddle;
          UCHAR Flags1;
          UCHAR Flags2;
          UCHAR BaseHigh;
        } Bytes;
        struct {
          ULONG BaseMiddle : 8;
          ULONG Type : 5;
          ULONG Dpl : 2;
          ULONG Present : 1;
          ULONG LimitHigh : 4;
          ULONG System : 1;
          ULONG LongMode : 1;
          ULONG DefaultBig : 1;
          ULONG Granularity : 1;
          ULONG BaseHigh : 8;
        } Bits;
      };
    };
    ULONG64 Alignment;
  };
  ULONG BaseUpper;
  ULONG MustBeZero;
};

struct _KIDTENTRY64 {
  union {
    struct {
      USHORT OffsetLow;
      USHORT Selector;
      USHORT IstIndex : 3;
      USHORT Reserved0 : 5;
      USHORT Type : 5;
      USHORT Dpl : 2;
      USHORT Present : 1;
      USHORT OffsetMiddle;
    };
    ULONG64 Alignment;
  };
  ULONG OffsetHigh;
  ULONG Reserved1;
};

struct _KSPECIAL_REGISTERS {
  ULONG64 Cr0;
  ULONG64 Cr2;
  ULONG64 Cr3;
  ULONG64 Cr4;
  ULONG64 KernelDr0;
  ULONG64 KernelDr1;
  ULONG64 KernelDr2;
  ULONG64 KernelDr3;
  ULONG64 KernelDr6;
  ULONG64 KernelDr7;
  KDESCRIPTOR Gdtr;
  KDESCRIPTOR Idtr;
  USHORT Tr;
  USHORT Ldtr;
  ULONG MxCsr;
  ULONG64 DebugControl;
  ULONG64 LastBranchToRip;
  ULONG64 LastBranchFromRip;
  ULONG64 LastExceptionToRip;
  ULONG64 LastExceptionFromRip;
  ULONG64 Cr8;
  ULONG64 MsrGsBase;
  ULONG64 MsrGsSwap;
  ULONG64 MsrStar;
  ULONG64 MsrLStar;
  ULONG64 MsrCStar;
  ULONG64 MsrSyscallMask;
};

struct DECLSPEC_ALIGN(16) _KPROCESSOR_STATE {
  KSPECIAL_REGISTERS SpecialRegisters;
  CONTEXT ContextFrame;
};

struct DECLSPEC_ALIGN(16) _KTRAP_FRAME {
  ULONG64 P1Home;
  ULONG64 P2Home;
  ULONG64 P3Home;
  ULONG64 P4Home;
  ULONG64 P5;
  CHAR PreviousMode;
  UCHAR PreviousIrql;
  UCHAR FaultIndicator;
  UCHAR ExceptionActive;
  ULONG MxCsr;
  ULONG64 Rax;
  ULONG64 Rcx;
  ULONG64 Rdx;
  ULONG64 R8;
  ULONG64 R9;
  ULONG64 R10;
  ULONG64 R11;
  union {
    ULONG64 GsBase;
    ULONG64 GsSwap;
  };
  M128A Xmm0;
  M128A Xmm1;
  M128A Xmm2;
  M128A Xmm3;
  M128A Xmm4;
  M128A Xmm5;
  union {
    ULONG64 FaultAddress;
    ULONG64 ContextRecord;
    ULONG64 TimeStampCKCL;
  };
  ULONG64 Dr0;
  ULONG64 Dr1;
  ULONG64 Dr2;
  ULONG64 Dr3;
  ULONG64 Dr6;
  ULONG64 Dr7;
  union {
    ULONG64 DebugControl;
    ULONG64 LastBranchControl;
  };
  union {
    ULONG64 LastBranchToRip;
    ULONG LastBranchMSR;
  };
  ULONG64 LastBranchFromRip;
  ULONG64 LastExceptionToRip;
  ULONG64 LastExceptionFromRip;
  USHORT SegDs;
  USHORT SegEs;
  USHORT SegFs;
  USHORT SegGs;
  ULONG64 TrapFrame;
  ULONG64 Rbx;
  ULONG64 Rdi;
  ULONG64 Rsi;
  ULONG64 Rbp;
  union {
    ULONG64 ErrorCode;
    ULONG64 ExceptionFrame;
    ULONG64 TimeStampKlog;
  };
  ULONG64 Rip;
  USHORT SegCs;
  UCHAR Fill0;
  UCHAR Logging;
  USHORT Fill1[2];
  ULONG EFlags;
  ULONG Fill2;
  ULONG64 Rsp;
  USHORT SegSs;
  USHORT Fill3;
  LONG CodePatchCycle;
};

#pragma pack(push, 4)
struct _KTSS64 {
  ULONG Reserved0;
  ULONG64 Rsp0;
  ULONG64 Rsp1;
  ULONG64 Rsp2;
  ULONG64 Ist[8];
  ULONG64 Reserved1;
  USHORT Reserved2;
  USHORT IoMapBase;
};
#pragma pack(pop)

struct _XSAVE_AREA_HEADER {
  ULONG64 Mask;
  ULONG64 Reserved[7];
};

struct _XSAVE_AREA {
  XSAVE_FORMAT LegacyState;
  XSAVE_AREA_HEADER Header;
};

struct _XSTATE_FEATURE {
  ULONG Offset;
  ULONG Size;
};

struct _XSTATE_CONFIGURATION {
  ULONG64 EnabledFeatures;
  ULONG Size;
  ULONG OptimizedSave : 1;
  XSTATE_FEATURE Features[64];
};

struct _XSTATE_CONTEXT {
  ULONG64 Mask;
  ULONG Length;
  ULONG Reserved1;
  PXSAVE_AREA Area;
  PVOID Buffer;
};

struct _XSTATE_SAVE {
  PXSTATE_SAVE Prev;
  PKTHREAD Thread;
  UCHAR Level;
  XSTATE_CONTEXT XStateContext;
};
