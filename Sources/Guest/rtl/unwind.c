// Walking one frame up, by the unwind data that the compiler wrote (the x64 exception-handling
// chapter of Microsoft's ABI documents names every field and code).
#include <gurney/rtl.h>

typedef struct _UNWIND_CODE {
  UCHAR CodeOffset;  // behind the instruction that did it
  UCHAR UnwindOp : 4;
  UCHAR OpInfo : 4;
} UNWIND_CODE;

typedef struct _UNWIND_INFO {
  UCHAR Version : 3;
  UCHAR Flags : 5;
  UCHAR SizeOfProlog;
  UCHAR CountOfCodes;
  UCHAR FrameRegister : 4;
  UCHAR FrameOffset : 4;
  UNWIND_CODE UnwindCode[];  // an even number; then a handler's RVA and data, or a parent row
} UNWIND_INFO, *PUNWIND_INFO;

enum {
  UWOP_PUSH_NONVOL,
  UWOP_ALLOC_LARGE,
  UWOP_ALLOC_SMALL,
  UWOP_SET_FPREG,
  UWOP_SAVE_NONVOL,
  UWOP_SAVE_NONVOL_FAR,
  UWOP_EPILOG,
  UWOP_SPARE,
  UWOP_SAVE_XMM128,
  UWOP_SAVE_XMM128_FAR,
  UWOP_PUSH_MACHFRAME,
};

/// What unwinding a frame changes.
typedef struct _UNWINDING {
  PCONTEXT Context;
  PKNONVOLATILE_CONTEXT_POINTERS Pointers;
  ULONG64 Frame;         // the base of UWOP_SAVE_*
  BOOLEAN MachineFrame;  // Rip and Rsp came from a trap
} UNWINDING;

static ULONG64 *Register(PCONTEXT context, ULONG number) {
  return &context->Rax + number;  // CONTEXT holds Rax to R15 in the order of their numbers
}

static VOID RestoreInteger(UNWINDING *unwinding, ULONG number, ULONG64 address) {
  *Register(unwinding->Context, number) = *(PULONG64)address;
  if (unwinding->Pointers) unwinding->Pointers->IntegerContext[number] = (PULONG64)address;
}

static VOID RestoreVector(UNWINDING *unwinding, ULONG number, ULONG64 address) {
  unwinding->Context->FltSave.XmmRegisters[number] = *(M128A *)address;
  if (unwinding->Pointers) unwinding->Pointers->FloatingContext[number] = (M128A *)address;
}

static PUNWIND_INFO InfoOf(ULONG64 imageBase, PRUNTIME_FUNCTION *entry) {
  while ((*entry)->UnwindData & 1) {
    *entry = (PRUNTIME_FUNCTION)(imageBase + ((*entry)->UnwindData & ~1u));
  }
  return (PUNWIND_INFO)(imageBase + (*entry)->UnwindData);
}

/// How many slots of UnwindCode an operation takes.
static ULONG SlotsOf(UNWIND_CODE code) {
  switch (code.UnwindOp) {
  case UWOP_ALLOC_LARGE: return code.OpInfo ? 3 : 2;
  case UWOP_SAVE_NONVOL:
  case UWOP_SAVE_XMM128: return 2;
  case UWOP_SAVE_NONVOL_FAR:
  case UWOP_SAVE_XMM128_FAR: return 3;
  case UWOP_EPILOG: return 2;
  default: return 1;
  }
}

/// Undoes one operation of a prologue.
static VOID Undo(UNWINDING *unwinding, PUNWIND_INFO info, UNWIND_CODE *code) {
  PCONTEXT context = unwinding->Context;
  ULONG near = *(PUSHORT)(code + 1);
  ULONG far = near | (ULONG)*(PUSHORT)(code + 2) << 16;
  switch (code->UnwindOp) {
  case UWOP_PUSH_NONVOL:
    RestoreInteger(unwinding, code->OpInfo, context->Rsp);
    context->Rsp += 8;
    break;
  case UWOP_ALLOC_LARGE: context->Rsp += code->OpInfo ? far : near * 8; break;
  case UWOP_ALLOC_SMALL: context->Rsp += code->OpInfo * 8 + 8; break;
  case UWOP_SET_FPREG:
    context->Rsp = *Register(context, info->FrameRegister) - info->FrameOffset * 16;
    break;
  case UWOP_SAVE_NONVOL:
    RestoreInteger(unwinding, code->OpInfo, unwinding->Frame + near * 8);
    break;
  case UWOP_SAVE_NONVOL_FAR:
    RestoreInteger(unwinding, code->OpInfo, unwinding->Frame + far);
    break;
  case UWOP_SAVE_XMM128:
    RestoreVector(unwinding, code->OpInfo, unwinding->Frame + near * 16);
    break;
  case UWOP_SAVE_XMM128_FAR:
    RestoreVector(unwinding, code->OpInfo, unwinding->Frame + far);
    break;
  case UWOP_PUSH_MACHFRAME: {
    PULONG64 frame = (PULONG64)context->Rsp + (code->OpInfo ? 1 : 0);
    context->Rip = frame[0];
    context->Rsp = frame[3];
    unwinding->MachineFrame = TRUE;
    break;
  }
  }
}

/// Undoes what a prologue had done when execution stood `offset` bytes into its function.
static VOID UndoPrologue(UNWINDING *unwinding, PUNWIND_INFO info, ULONG64 offset) {
  for (ULONG i = 0; i < info->CountOfCodes; i += SlotsOf(info->UnwindCode[i])) {
    if (info->UnwindCode[i].CodeOffset <= offset) Undo(unwinding, info, &info->UnwindCode[i]);
  }
}

/// What UWOP_SAVE_* offsets count from, and what a handler gets as its frame.
static ULONG64 FrameOf(PUNWIND_INFO info, PCONTEXT context, ULONG64 offset) {
  if (!info->FrameRegister) return context->Rsp;
  BOOLEAN set = offset >= info->SizeOfProlog || (info->Flags & UNW_FLAG_CHAININFO);
  for (ULONG i = 0; i < info->CountOfCodes && !set; i += SlotsOf(info->UnwindCode[i])) {
    UNWIND_CODE code = info->UnwindCode[i];
    set = code.UnwindOp == UWOP_SET_FPREG && code.CodeOffset <= offset;
  }
  if (!set) return context->Rsp;
  return *Register(context, info->FrameRegister) - info->FrameOffset * 16;
}

/// The length of an instruction that an epilogue frees the frame with, and the new Rsp; or 0.
static ULONG ReleaseAt(const UCHAR *code, PUNWIND_INFO info, PCONTEXT context, ULONG64 *rsp) {
  if (code[0] == 0x48 && code[1] == 0x83 && code[2] == 0xC4) {  // add rsp,imm8
    *rsp = context->Rsp + (signed char)code[3];
    return 4;
  }
  if (code[0] == 0x48 && code[1] == 0x81 && code[2] == 0xC4) {  // add rsp,imm32
    *rsp = context->Rsp + *(const LONG *)(code + 3);
    return 7;
  }
  BOOLEAN extended = info->FrameRegister >= 8;
  BOOLEAN lea = code[0] == (extended ? 0x49 : 0x48) && code[1] == 0x8D;
  if (!info->FrameRegister || !lea || (code[2] & 7) != (info->FrameRegister & 7)) return 0;
  ULONG64 base = *Register(context, info->FrameRegister);
  if ((code[2] & 0xF8) == 0x60) {  // lea rsp,[register+disp8]
    *rsp = base + (signed char)code[3];
    return 4;
  }
  if ((code[2] & 0xF8) == 0xA0) {  // lea rsp,[register+disp32]
    *rsp = base + *(const LONG *)(code + 3);
    return 7;
  }
  return 0;
}

/// Whether a return, or a jump out of the function, stands at `code`.
static BOOLEAN LeavesFunction(const UCHAR *code, ULONG64 imageBase, PRUNTIME_FUNCTION entry) {
  if (code[0] == 0xC3 || code[0] == 0xC2) return TRUE;
  if (code[0] == 0xF3 && code[1] == 0xC3) return TRUE;
  if (code[0] == 0xFF && code[1] == 0x25) return TRUE;
  if (code[0] == 0x48 && code[1] == 0xFF && (code[2] & 0x38) == 0x20) return TRUE;
  LONG64 displacement;
  if (code[0] == 0xEB) displacement = 2 + (signed char)code[1];
  else if (code[0] == 0xE9) displacement = 5 + *(const LONG *)(code + 1);
  else return FALSE;
  ULONG64 target = (ULONG64)code + displacement - imageBase;
  return target < entry->BeginAddress || target >= entry->EndAddress;
}

/// If execution stands in an epilogue, finishes it and returns true.
static BOOLEAN FinishEpilogue(UNWINDING *unwinding, PUNWIND_INFO info, ULONG64 imageBase,
                              ULONG64 pc, PRUNTIME_FUNCTION entry) {
  const UCHAR *code = (const UCHAR *)pc;
  ULONG64 rsp = unwinding->Context->Rsp;
  code += ReleaseAt(code, info, unwinding->Context, &rsp);
  const UCHAR *pops = code;
  for (;;) {
    if (code[0] >= 0x58 && code[0] <= 0x5F) code += 1;
    else if (code[0] == 0x41 && code[1] >= 0x58 && code[1] <= 0x5F) code += 2;
    else break;
  }
  if (!LeavesFunction(code, imageBase, entry)) return FALSE;
  for (; pops < code; rsp += 8) {
    ULONG high = *pops == 0x41 ? 8 : 0;
    if (high) pops++;
    RestoreInteger(unwinding, high + (*pops++ & 7), rsp);
  }
  unwinding->Context->Rip = *(PULONG64)rsp;
  unwinding->Context->Rsp = rsp + 8;
  return TRUE;
}

/// Turns `context` into its caller's. Returns the function's handler if it has one of
/// `handlerType` and execution stood in its body, with its data.
PEXCEPTION_ROUTINE RtlVirtualUnwind(ULONG handlerType, ULONG64 imageBase, ULONG64 pc,
                                    PRUNTIME_FUNCTION entry, PCONTEXT context,
                                    PVOID *handlerData, ULONG64 *establisherFrame,
                                    PKNONVOLATILE_CONTEXT_POINTERS pointers) {
  PUNWIND_INFO info = InfoOf(imageBase, &entry);
  ULONG64 offset = pc - imageBase - entry->BeginAddress;
  UNWINDING unwinding = {context, pointers, FrameOf(info, context, offset), FALSE};
  *establisherFrame = unwinding.Frame;
  BOOLEAN inBody = offset >= info->SizeOfProlog || (info->Flags & UNW_FLAG_CHAININFO);
  if (inBody && FinishEpilogue(&unwinding, info, imageBase, pc, entry)) return NULL;

  PUNWIND_INFO first = info;
  UndoPrologue(&unwinding, info, offset);
  while (info->Flags & UNW_FLAG_CHAININFO) {
    entry = (PRUNTIME_FUNCTION)&info->UnwindCode[ROUND_UP(info->CountOfCodes, 2)];
    info = InfoOf(imageBase, &entry);
    UndoPrologue(&unwinding, info, ~0ull);
  }
  if (!unwinding.MachineFrame) {
    context->Rip = *(PULONG64)context->Rsp;
    context->Rsp += 8;
  }
  BOOLEAN handles = (info->Flags & handlerType & (UNW_FLAG_EHANDLER | UNW_FLAG_UHANDLER)) != 0;
  if (!handles || (info == first && !inBody)) return NULL;
  PULONG handler = (PULONG)&info->UnwindCode[ROUND_UP(info->CountOfCodes, 2)];
  *handlerData = handler + 1;
  return (PEXCEPTION_ROUTINE)(imageBase + *handler);
}

/// Finds the row for `pc` in an image's .pdata, which is sorted.
PRUNTIME_FUNCTION RtlLookupFunctionTable(PVOID base, ULONG64 pc) {
  ULONG bytes;
  PRUNTIME_FUNCTION rows =
      RtlImageDirectoryEntryToData(base, TRUE, IMAGE_DIRECTORY_ENTRY_EXCEPTION, &bytes);
  ULONG64 offset = pc - (ULONG64)base;
  if (!rows) return NULL;
  for (ULONG low = 0, high = bytes / sizeof(RUNTIME_FUNCTION); low < high;) {
    ULONG middle = low + (high - low) / 2;
    if (offset < rows[middle].BeginAddress) high = middle;
    else if (offset >= rows[middle].EndAddress) low = middle + 1;
    else return &rows[middle];
  }
  return NULL;
}
