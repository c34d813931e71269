// Exceptions: finding a handler by walking the stack up, and unwinding to it.
// Handlers are called directly: an exception inside one starts a search of its own, and an unwind
// inside an unwind handler does not resume the outer one.
#include <gurney/rtl.h>

#define CONTEXT_FULL_X64 0x10000B

/// One step of a walk: where execution stood, and the context above that frame.
typedef struct _WALK {
  CONTEXT Context;  // of the frame to look at
  CONTEXT Caller;
  ULONG64 Low, High;  // the stack's bounds
  DISPATCHER_CONTEXT Dispatcher;
} WALK;

/// Looks at the frame of walk->Context. False at the stack's end, or where it is not a stack.
static BOOLEAN ReadFrame(WALK *walk, ULONG handlerType) {
  PDISPATCHER_CONTEXT dispatcher = &walk->Dispatcher;
  ULONG64 rsp = walk->Context.Rsp;
  memset(dispatcher, 0, sizeof(*dispatcher));
  if (!walk->Context.Rip || rsp < walk->Low || rsp + 8 > walk->High || rsp % 8) return FALSE;
  walk->Caller = walk->Context;
  dispatcher->ControlPc = walk->Context.Rip;
  dispatcher->FunctionEntry =
      RtlLookupFunctionEntry(dispatcher->ControlPc, &dispatcher->ImageBase, NULL);
  if (dispatcher->FunctionEntry) {
    dispatcher->LanguageHandler = RtlVirtualUnwind(
        handlerType, dispatcher->ImageBase, dispatcher->ControlPc, dispatcher->FunctionEntry,
        &walk->Caller, &dispatcher->HandlerData, &dispatcher->EstablisherFrame, NULL);
  } else {  // a leaf: nothing on the stack but the return address
    dispatcher->EstablisherFrame = rsp;
    walk->Caller.Rip = *(PULONG64)rsp;
    walk->Caller.Rsp = rsp + 8;
  }
  return TRUE;
}

/// Offers an exception to the handlers on the stack of `context`. True: go on in `context`.
/// Does not return if a handler unwinds to itself. False: nobody took it.
BOOLEAN RtlDispatchException(PEXCEPTION_RECORD record, PCONTEXT context) {
  WALK walk;
  RtlpGetStackLimits(&walk.Low, &walk.High);
  walk.Context = *context;
  while (ReadFrame(&walk, UNW_FLAG_EHANDLER)) {
    PDISPATCHER_CONTEXT dispatcher = &walk.Dispatcher;
    if (dispatcher->LanguageHandler) {
      dispatcher->ContextRecord = &walk.Caller;
      EXCEPTION_DISPOSITION disposition = dispatcher->LanguageHandler(
          record, (PVOID)dispatcher->EstablisherFrame, context, dispatcher);
      if (disposition == ExceptionContinueExecution) {
        if (record->ExceptionFlags & EXCEPTION_NONCONTINUABLE) {
          RtlRaiseStatus(STATUS_NONCONTINUABLE_EXCEPTION);
        }
        return TRUE;
      }
    }
    walk.Context = walk.Caller;
  }
  return FALSE;
}

/// Runs the termination handlers up to the frame `targetFrame`, then goes on at `targetIp` in it
/// with `returnValue` in rax. `context` is room for a context.
VOID RtlUnwindEx(PVOID targetFrame, PVOID targetIp, PEXCEPTION_RECORD record, PVOID returnValue,
                 PCONTEXT context, PVOID historyTable) {
  WALK walk;
  EXCEPTION_RECORD own = {.ExceptionCode = STATUS_UNWIND};
  RtlpGetStackLimits(&walk.Low, &walk.High);
  RtlCaptureContext(&walk.Context);
  if (!record) record = &own;
  record->ExceptionFlags |= EXCEPTION_UNWINDING;
  if (!targetFrame) record->ExceptionFlags |= EXCEPTION_EXIT_UNWIND;

  while (ReadFrame(&walk, UNW_FLAG_UHANDLER)) {
    PDISPATCHER_CONTEXT dispatcher = &walk.Dispatcher;
    BOOLEAN atTarget = dispatcher->EstablisherFrame == (ULONG64)targetFrame;
    if (atTarget) record->ExceptionFlags |= EXCEPTION_TARGET_UNWIND;
    if (dispatcher->LanguageHandler) {
      dispatcher->TargetIp = (ULONG64)targetIp;
      dispatcher->ContextRecord = &walk.Context;
      dispatcher->LanguageHandler(record, (PVOID)dispatcher->EstablisherFrame, &walk.Context,
                                  dispatcher);
    }
    if (atTarget) break;
    walk.Context = walk.Caller;
  }
  record->ExceptionFlags &= ~EXCEPTION_TARGET_UNWIND;
  if (walk.Dispatcher.EstablisherFrame != (ULONG64)targetFrame) {
    own = (EXCEPTION_RECORD){.ExceptionCode = STATUS_INVALID_UNWIND_TARGET,
                             .ExceptionFlags = EXCEPTION_NONCONTINUABLE,
                             .ExceptionAddress = targetIp};
    RtlpRaiseException(&own, &walk.Context, FALSE);
    return;
  }
  *context = walk.Context;
  context->Rip = (ULONG64)targetIp;
  context->Rax = (ULONG64)returnValue;
  RtlRestoreContext(context, record);
}

VOID RtlUnwind(PVOID targetFrame, PVOID targetIp, PEXCEPTION_RECORD record, PVOID returnValue) {
  CONTEXT context;
  RtlUnwindEx(targetFrame, targetIp, record, returnValue, &context, NULL);
}

/// Raises an exception at the caller.
VOID RtlRaiseException(PEXCEPTION_RECORD record) {
  CONTEXT context, caller;
  ULONG64 imageBase, frame;
  PVOID data;
  RtlCaptureContext(&context);
  caller = context;
  PRUNTIME_FUNCTION entry = RtlLookupFunctionEntry(context.Rip, &imageBase, NULL);
  if (entry) {
    RtlVirtualUnwind(UNW_FLAG_NHANDLER, imageBase, context.Rip, entry, &caller, &data, &frame,
                     NULL);
  }
  caller.ContextFlags = CONTEXT_FULL_X64;
  record->ExceptionAddress = (PVOID)caller.Rip;
  RtlRaiseStatus(RtlpRaiseException(record, &caller, TRUE));
}

NORETURN VOID RtlRaiseStatus(NTSTATUS status) {
  EXCEPTION_RECORD record = {.ExceptionCode = status,
                             .ExceptionFlags = EXCEPTION_NONCONTINUABLE};
  CONTEXT context;
  RtlCaptureContext(&context);
  record.ExceptionAddress = (PVOID)context.Rip;
  for (;;) RtlpRaiseException(&record, &context, TRUE);
}
