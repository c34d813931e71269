// The handler behind every function with __try: it reads the scope table that the compiler wrote.
#include <gurney/rtl.h>

typedef struct _SCOPE_TABLE {
  ULONG Count;
  struct {
    ULONG BeginAddress;
    ULONG EndAddress;
    ULONG HandlerAddress;  // __except: the filter, or 1 for "always"; __finally: the block
    ULONG JumpTarget;      // __except: the block; __finally: 0
  } ScopeRecord[];
} SCOPE_TABLE;

typedef LONG (*EXCEPTION_FILTER)(PEXCEPTION_POINTERS pointers, PVOID frame);
typedef VOID (*TERMINATION_HANDLER)(BOOLEAN abnormal, PVOID frame);

static BOOLEAN Covers(const SCOPE_TABLE *table, ULONG scope, ULONG64 offset) {
  return offset >= table->ScopeRecord[scope].BeginAddress &&
         offset < table->ScopeRecord[scope].EndAddress;
}

static EXCEPTION_DISPOSITION RunFilters(PEXCEPTION_RECORD record, PVOID frame, PCONTEXT context,
                                        PDISPATCHER_CONTEXT dispatcher) {
  const SCOPE_TABLE *table = dispatcher->HandlerData;
  ULONG64 base = dispatcher->ImageBase, offset = dispatcher->ControlPc - base;
  EXCEPTION_POINTERS pointers = {record, context};
  for (ULONG i = dispatcher->ScopeIndex; i < table->Count; i++) {
    if (!Covers(table, i, offset) || !table->ScopeRecord[i].JumpTarget) continue;
    LONG answer = EXCEPTION_EXECUTE_HANDLER;
    if (table->ScopeRecord[i].HandlerAddress != EXCEPTION_EXECUTE_HANDLER) {
      answer = ((EXCEPTION_FILTER)(base + table->ScopeRecord[i].HandlerAddress))(&pointers, frame);
    }
    if (answer < 0) return ExceptionContinueExecution;
    if (answer > 0) {
      RtlUnwindEx(frame, (PVOID)(base + table->ScopeRecord[i].JumpTarget), record,
                  (PVOID)(LONG64)record->ExceptionCode, dispatcher->ContextRecord,
                  dispatcher->HistoryTable);
    }
  }
  return ExceptionContinueSearch;
}

/// Runs the __finally blocks around the place that is left, up to the scope that is the target's.
static EXCEPTION_DISPOSITION RunTerminations(PEXCEPTION_RECORD record, PVOID frame,
                                             PDISPATCHER_CONTEXT dispatcher) {
  const SCOPE_TABLE *table = dispatcher->HandlerData;
  ULONG64 base = dispatcher->ImageBase, offset = dispatcher->ControlPc - base;
  ULONG64 target = dispatcher->TargetIp - base;
  BOOLEAN atTarget = (record->ExceptionFlags & EXCEPTION_TARGET_UNWIND) != 0;
  for (ULONG i = dispatcher->ScopeIndex; i < table->Count; i++) {
    if (!Covers(table, i, offset)) continue;
    // The compiler ends a scope one byte behind its last call: if that call does not return, the
    // scope's last byte is the first of the next block, which may be the target.
    if (atTarget && Covers(table, i, target) && Covers(table, i, target + 1)) {
      return ExceptionContinueSearch;
    }
    if (table->ScopeRecord[i].JumpTarget) {
      if (atTarget && table->ScopeRecord[i].JumpTarget == target) return ExceptionContinueSearch;
      continue;
    }
    dispatcher->ScopeIndex = i + 1;
    ((TERMINATION_HANDLER)(base + table->ScopeRecord[i].HandlerAddress))(TRUE, frame);
  }
  return ExceptionContinueSearch;
}

EXCEPTION_DISPOSITION __C_specific_handler(PEXCEPTION_RECORD record, PVOID frame,
                                           PCONTEXT context, PDISPATCHER_CONTEXT dispatcher) {
  if (record->ExceptionFlags & (EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND)) {
    return RunTerminations(record, frame, dispatcher);
  }
  return RunFilters(record, frame, context, dispatcher);
}
