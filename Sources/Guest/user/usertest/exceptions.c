// Structured exception handling: each way into and out of a __try.
#include "usertest.h"

#define NOINLINE __attribute__((noinline))

static ULONG Steps[8], StepCount;

static VOID Step(ULONG step) {
  if (StepCount < COUNT_OF(Steps)) Steps[StepCount++] = step;
}

static NOINLINE VOID Write(volatile ULONG *where) {
  *where = 1;
}

static NOINLINE ULONG Divide(ULONG by) {
  ULONG quotient = 5;
  __asm__ volatile("xorl %%edx, %%edx\n divl %1" : "+a"(quotient) : "r"(by) : "edx");
  return quotient;
}

static NOINLINE VOID FaultWithCleanup(void) {
  __try {
    Write(NULL);
  } __finally {
    Step(2);
  }
}

static LONG Filter(ULONG code, ULONG wanted) {
  Step(1);
  return code == wanted ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH;
}

/// The filter runs first, then the inner frame's cleanup, then the handler.
static VOID TestOrder(void) {
  StepCount = 0;
  __try {
    FaultWithCleanup();
    Step(9);
  } __except (Filter(_exception_code(), (ULONG)STATUS_ACCESS_VIOLATION)) {
    Step(3);
  }
  CHECK(StepCount == 3 && Steps[0] == 1 && Steps[1] == 2 && Steps[2] == 3);
}

static VOID TestNesting(void) {
  ULONG result = 0;
  __try {
    __try {
      Write(NULL);
    } __except (EXCEPTION_CONTINUE_SEARCH) {
      result += 1;
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    result += 2;
  }
  CHECK(result == 2);
}

static NOINLINE ULONG RaiseAndCleanUp(void) {
  ULONG result = 0;
  __try {
    __try {
      RtlRaiseStatus(STATUS_NO_MEMORY);
    } __finally {
      result += 10;
    }
  } __except (_exception_code() == (ULONG)STATUS_NO_MEMORY) {
    result += 5;
  }
  return result;
}

static VOID TestContinuing(void) {
  EXCEPTION_RECORD record = {.ExceptionCode = 0x00001234};
  ULONG result = 0;
  __try {
    RtlRaiseException(&record);
    result = 1;
  } __except (EXCEPTION_CONTINUE_EXECUTION) {
    result = 2;
  }
  CHECK(result == 1);
}

static VOID TestProcessorFaults(void) {
  ULONG code = 0;
  __try {
    Divide(0);
  } __except (code = _exception_code(), EXCEPTION_EXECUTE_HANDLER) {
  }
  CHECK(code == (ULONG)STATUS_INTEGER_DIVIDE_BY_ZERO);
  __try {
    Write((volatile ULONG *)TestProcessorFaults);  // code is not to be written
  } __except (code = _exception_code(), EXCEPTION_EXECUTE_HANDLER) {
  }
  CHECK(code == (ULONG)STATUS_ACCESS_VIOLATION);
}

VOID TestExceptions(void) {
  TestOrder();
  TestNesting();
  TestContinuing();
  TestProcessorFaults();
  CHECK(RaiseAndCleanUp() == 15);
  CHECK(Divide(5) == 1);
}
