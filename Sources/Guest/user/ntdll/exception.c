// What the shared exception code asks of ntdll.
#include "ntdllp.h"

PRUNTIME_FUNCTION RtlLookupFunctionEntry(ULONG64 pc, ULONG64 *imageBase, PVOID historyTable) {
  PLDR_DATA_TABLE_ENTRY entry = LdrpFindByAddress((PVOID)pc);
  if (!entry) return NULL;
  *imageBase = (ULONG64)entry->DllBase;
  return RtlLookupFunctionTable(entry->DllBase, pc);
}

VOID RtlpGetStackLimits(ULONG64 *low, ULONG64 *high) {
  NT_TIB *tib = &NtCurrentTeb()->NtTib;
  *low = (ULONG64)tib->StackLimit;
  *high = (ULONG64)tib->StackBase;
}

/// A first chance goes to the debugger if there is one, else straight to the handlers.
NTSTATUS RtlpRaiseException(PEXCEPTION_RECORD record, PCONTEXT context, BOOLEAN firstChance) {
  if (!firstChance || NtCurrentPeb()->BeingDebugged) {
    return NtRaiseException(record, context, firstChance);
  }
  if (RtlDispatchException(record, context)) return NtContinue(context, FALSE);
  return NtRaiseException(record, context, FALSE);
}
