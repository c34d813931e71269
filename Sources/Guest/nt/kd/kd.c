// The kernel debugger's part in the kernel: what happens is reported through a transport.
#include "../ntos.h"

BOOLEAN KdDebuggerEnabled, KdDebuggerNotPresent = TRUE, KdPitchDebugger = TRUE;
BOOLEAN KdEnteredDebugger;
CONTEXT KdpContext;
ULONG KdPrintBufferChanges;
static BOOLEAN KdpBreakInAtStart;  // asked for before the kernel could answer

// The transport's exports (kdsim.dll).
VOID KdPortSend(KDPORT_COMMAND, PKDPORT_PACKET);
ULONG KdPortStatus(void);
VOID KdPortSetVector(UCHAR vector);

#define FLG_STOP_ON_EXCEPTION 0x1  // of NtGlobalFlag: first chances of every exception are told

// DebugService's requests: eax at int 2d.
enum {
  BREAKPOINT_BREAK = 0,
  BREAKPOINT_PRINT = 1,
  BREAKPOINT_PROMPT = 2,
  BREAKPOINT_LOAD_SYMBOLS = 3,
  BREAKPOINT_UNLOAD_SYMBOLS = 4,
  BREAKPOINT_COMMAND_STRING = 5,
};

VOID DebugService2(PVOID arg1, PVOID arg2, ULONG service);
VOID KdpInitializeDataBlock(PLOADER_PARAMETER_BLOCK);

VOID KdInitSystem(PLOADER_PARAMETER_BLOCK block) {
  KdpInitializeDataBlock(block);
  const char *options = block->LoadOptions ? (const char *)block->LoadOptions : "";
  BOOLEAN debug = FALSE;
  for (; *options; options++) {
    if (strncmp(options, "DEBUG", 5) == 0) debug = TRUE;
  }
  if (!debug) return;
  KdDebuggerEnabled = TRUE;
  KdPitchDebugger = FALSE;
  ULONG status = KdPortStatus();
  KdDebuggerNotPresent = !(status & KDPORT_PRESENT);
  KdpBreakInAtStart = (status & KDPORT_BREAK_IN) != 0;
  ((KUSER_SHARED_DATA *)SHARED_DATA_VA)->KdDebuggerEnabled = KdDebuggerNotPresent ? 1 : 3;
  KdPortSetVector(VECTOR_BREAK_IN);
}

static VOID KdpStart(PKDPORT_PACKET packet, ULONG64 programCounter) {
  PKPRCB prcb = KeGetCurrentPrcb();
  memset(packet, 0, sizeof *packet);
  packet->Size = sizeof *packet;
  packet->Processor = prcb->Number;
  packet->Thread = (ULONG64)prcb->CurrentThread;
  packet->ProgramCounter = programCounter;
  packet->Continue = DBG_CONTINUE;
}

// Reports an exception and waits for the debugger's verdict.
static BOOLEAN KdpReport(PEXCEPTION_RECORD record, PCONTEXT context, KPROCESSOR_MODE mode,
                         BOOLEAN secondChance) {
  BOOLEAN stop = secondChance || record->ExceptionCode == STATUS_BREAKPOINT ||
                 record->ExceptionCode == STATUS_SINGLE_STEP ||
                 record->ExceptionCode == STATUS_ASSERTION_FAILURE ||
                 (NtGlobalFlag & FLG_STOP_ON_EXCEPTION);
  if (!stop) return FALSE;
  KDPORT_PACKET packet;
  KdpStart(&packet, context->Rip);
  packet.ContextRecord = (ULONG64)context;
  packet.ExceptionRecord = (ULONG64)record;
  packet.FirstChance = !secondChance;
  KeUpdateSharedTime();
  KiSaveProcessorState(context);
  KdEnteredDebugger = TRUE;
  KdPortSend(KdPortException, &packet);
  KdEnteredDebugger = FALSE;
  return packet.Continue == DBG_CONTINUE;
}

static VOID KdpPrint(PCSTR text, ULONG length) {
  KDPORT_PACKET packet;
  KdpStart(&packet, 0);
  packet.StringAddress = (ULONG64)text;
  packet.StringLength = length;
  KdPortSend(KdPortPrint, &packet);
}

static VOID KdpSymbols(PSTRING path, PKD_SYMBOLS_INFO info, BOOLEAN unload, ULONG64 pc) {
  KDPORT_PACKET packet;
  KdpStart(&packet, pc);
  packet.Unload = unload;
  packet.ModuleBase = (ULONG64)info->BaseOfDll;
  packet.ModuleSize = info->SizeOfImage;
  packet.CheckSum = info->CheckSum;
  packet.PathAddress = (ULONG64)path->Buffer;
  packet.PathLength = path->Length;
  KdPortSend(KdPortLoadSymbols, &packet);
}

// A program's request: only printing is granted. Its text is copied first.
static VOID KdpUserService(ULONG64 service, PCONTEXT context) {
  char text[512];
  ULONG length = context->Rdx < sizeof text ? (ULONG)context->Rdx : sizeof text;
  if (service != BREAKPOINT_PRINT || !MmIsUserRange((PVOID)context->Rcx, length)) return;
  if (NT_SUCCESS(KiUserCopy(text, (PVOID)context->Rcx, length))) KdpPrint(text, length);
}

// Shows an exception to the debugger. True if it is dealt with: go on with the context.
BOOLEAN KdTrap(PEXCEPTION_RECORD record, PCONTEXT context, KPROCESSOR_MODE mode,
               BOOLEAN secondChance) {
  ULONG64 service = record->ExceptionCode == STATUS_BREAKPOINT && record->NumberParameters > 0
                        ? record->ExceptionInformation[0]
                        : BREAKPOINT_BREAK;
  if (service != BREAKPOINT_BREAK) {
    if (!KdDebuggerNotPresent && mode == UserMode) {
      KdpUserService(service, context);
    } else if (!KdDebuggerNotPresent) {
      if (service == BREAKPOINT_PRINT) KdpPrint((PCSTR)context->Rcx, (ULONG)context->Rdx);
      if (service == BREAKPOINT_LOAD_SYMBOLS || service == BREAKPOINT_UNLOAD_SYMBOLS) {
        KdpSymbols((PSTRING)context->Rcx, (PKD_SYMBOLS_INFO)context->Rdx,
                   service == BREAKPOINT_UNLOAD_SYMBOLS, context->Rip);
      }
    }
    context->Rip++;  // over the int 3 behind int 2d
    return TRUE;
  }
  if (KdDebuggerNotPresent) return FALSE;
  return KdpReport(record, context, mode, secondChance);
}

VOID KdpReportBugCheck(void) {
  if (KdDebuggerNotPresent) return;
  KDPORT_PACKET packet;
  KdpStart(&packet, 0);
  KdPortSend(KdPortBugCheck, &packet);
}

// Breaks in if the debugger asks for it.
__declspec(noinline) VOID KdCheckForDebugBreak(void) {
  if (!KdDebuggerEnabled) return;
  ULONG status = KdPortStatus();
  if (status & KDPORT_PRESENT) KdDebuggerNotPresent = FALSE;
  BOOLEAN wanted = KdpBreakInAtStart || (status & KDPORT_BREAK_IN);
  KdpBreakInAtStart = FALSE;
  if (wanted) DbgBreakPointWithStatus(1);  // DBG_STATUS_CONTROL_C
}

// From KiDebuggerBreakInInterrupt.
VOID KiBreakIn(PKTRAP_FRAME frame) { KdCheckForDebugBreak(); }

ULONG DbgPrint(PCSTR format, ...) {
  char text[512];
  va_list arguments;
  if (KdDebuggerNotPresent) return STATUS_SUCCESS;
  va_start(arguments, format);
  int length = _vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (length < 0) length = sizeof text - 1;
  DebugService2(text, (PVOID)(ULONG_PTR)length, BREAKPOINT_PRINT);
  return STATUS_SUCCESS;
}

static VOID KdpAnnounce(PLDR_DATA_TABLE_ENTRY entry, ULONG service) {
  char path[260];
  ULONG bytes = 0;
  if (!KdDebuggerEnabled) return;
  RtlUnicodeToMultiByteN(path, sizeof path - 1, &bytes, entry->FullDllName.Buffer,
                         entry->FullDllName.Length);
  path[bytes] = 0;
  STRING name = {.Length = (USHORT)bytes, .MaximumLength = sizeof path, .Buffer = (PVOID)path};
  KD_SYMBOLS_INFO info = {entry->DllBase, 0, entry->CheckSum, entry->SizeOfImage};
  DebugService2(&name, &info, service);
}

VOID DbgLoadImageSymbols(PLDR_DATA_TABLE_ENTRY entry) {
  KdpAnnounce(entry, BREAKPOINT_LOAD_SYMBOLS);
}

VOID DbgUnLoadImageSymbols(PLDR_DATA_TABLE_ENTRY entry) {
  KdpAnnounce(entry, BREAKPOINT_UNLOAD_SYMBOLS);
}
