// Threads, events, critical sections, time.
#include "usertest.h"

#define WORKERS 4
#define LOOPS   200

static RTL_CRITICAL_SECTION Lock;
static ULONG Total;

static ULONG Work(PVOID argument) {
  for (ULONG i = 0; i < LOOPS; i++) {
    RtlEnterCriticalSection(&Lock);
    ULONG seen = Total;
    if (i % 16 == 0) NtYieldExecution();  // gives another thread its chance to come between
    Total = seen + 1;
    RtlLeaveCriticalSection(&Lock);
  }
  return (ULONG)(ULONG_PTR)argument;
}

static VOID TestCriticalSection(void) {
  HANDLE workers[WORKERS];
  RtlInitializeCriticalSection(&Lock);
  for (ULONG i = 0; i < WORKERS; i++) {
    workers[i] = CreateThread(NULL, 0, Work, (PVOID)(ULONG_PTR)i, 0, NULL);
    CHECK(workers[i] != NULL);
  }
  for (ULONG i = 0; i < WORKERS; i++) {
    CHECK(WaitForSingleObject(workers[i], 60000) == WAIT_OBJECT_0);
    CloseHandle(workers[i]);
  }
  CHECK(Total == WORKERS * LOOPS);
  CHECK(Lock.LockCount == -1 && !Lock.OwningThread);
  CHECK(Lock.DebugInfo->CriticalSection == &Lock && Lock.DebugInfo->ContentionCount > 0);
  RtlEnterCriticalSection(&Lock);
  CHECK(RtlTryEnterCriticalSection(&Lock) && Lock.RecursionCount == 2);
  RtlLeaveCriticalSection(&Lock);
  RtlLeaveCriticalSection(&Lock);
  RtlDeleteCriticalSection(&Lock);
}

static ULONG Answer(PVOID argument) {
  HANDLE *events = argument;
  WaitForSingleObject(events[0], INFINITE);
  SetEvent(events[1]);
  return 0;
}

static VOID TestEvents(void) {
  HANDLE events[2] = {CreateEventW(NULL, FALSE, FALSE, NULL),
                      CreateEventW(NULL, TRUE, FALSE, NULL)};
  HANDLE thread = CreateThread(NULL, 0, Answer, events, 0, NULL);
  CHECK(events[0] && events[1] && thread);
  CHECK(WaitForSingleObject(events[1], 10) == WAIT_TIMEOUT);
  CHECK(SetEvent(events[0]));
  CHECK(WaitForSingleObject(events[1], 60000) == WAIT_OBJECT_0);
  CHECK(WaitForSingleObject(events[1], 0) == WAIT_OBJECT_0);  // this one stays set
  CHECK(ResetEvent(events[1]) && WaitForSingleObject(events[1], 0) == WAIT_TIMEOUT);
  CHECK(WaitForSingleObject(thread, 60000) == WAIT_OBJECT_0);
  CloseHandle(thread);
  CHECK(CloseHandle(events[0]) && CloseHandle(events[1]));
  CHECK(!CloseHandle(events[0]) && GetLastError() == ERROR_INVALID_HANDLE);
}

static ULONG VectorsLost;

/// Holds a number of its own in two vector registers while other threads run.
static ULONG HoldVectors(PVOID argument) {
  ULONG64 held = 0x1111111111111111 * (ULONG_PTR)argument, low, high;
  for (ULONG i = 0; i < LOOPS; i++) {
    __asm__ volatile(
        "movq %[held], %%xmm6\n movq %[held], %%xmm15\n"
        "call *%[yield]\n"
        "movq %%xmm6, %[low]\n movq %%xmm15, %[high]"
        : [low] "=r"(low), [high] "=r"(high)
        : [held] "r"(held), [yield] "r"(NtYieldExecution)
        : "rax", "rcx", "rdx", "r8", "r9", "r10", "r11", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4",
          "xmm5", "xmm6", "xmm15", "memory", "cc");
    if (low != held || high != held) __atomic_add_fetch(&VectorsLost, 1, __ATOMIC_SEQ_CST);
  }
  return 0;
}

static VOID TestVectors(void) {
  HANDLE threads[WORKERS];
  for (ULONG i = 0; i < WORKERS; i++) {
    threads[i] = CreateThread(NULL, 0, HoldVectors, (PVOID)(ULONG_PTR)(i + 1), 0, NULL);
    CHECK(threads[i] != NULL);
  }
  for (ULONG i = 0; i < WORKERS; i++) {
    CHECK(WaitForSingleObject(threads[i], 60000) == WAIT_OBJECT_0);
    CloseHandle(threads[i]);
  }
  CHECK(VectorsLost == 0);
}

static volatile ULONG64 Turns;

static ULONG Turn(PVOID argument) {
  for (;;) Turns++;
}

/// A suspended thread stands still until it was resumed as often.
static VOID TestSuspension(void) {
  HANDLE thread = CreateThread(NULL, 0, Turn, NULL, CREATE_SUSPENDED, NULL);
  Sleep(5);
  CHECK(Turns == 0);
  CHECK(SuspendThread(thread) == 1 && ResumeThread(thread) == 2);
  Sleep(5);
  CHECK(Turns == 0);
  CHECK(ResumeThread(thread) == 1);
  Sleep(5);
  CHECK(Turns > 0);
  CHECK(SuspendThread(thread) == 0);
  Sleep(1);
  ULONG64 seen = Turns;
  Sleep(5);
  CHECK(Turns == seen);
  CHECK(ResumeThread(thread) == 1 && ResumeThread(thread) == 0);
  Sleep(5);
  CHECK(Turns > seen);
  CHECK(SuspendThread(thread) == 0);
  CHECK(NT_SUCCESS(NtTerminateThread(thread, STATUS_SUCCESS)));
  CHECK(WaitForSingleObject(thread, 60000) == WAIT_OBJECT_0);
  CloseHandle(thread);
}

static VOID TestTime(void) {
  DWORD before = GetTickCount();
  Sleep(250);
  DWORD passed = GetTickCount() - before;
  CHECK(passed >= 249 && passed < 400);
}

VOID TestThreads(void) {
  TestCriticalSection();
  TestEvents();
  TestVectors();
  TestSuspension();
  TestTime();
}
