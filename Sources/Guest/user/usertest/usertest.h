// What the test program's own files share.
#pragma once
#include <user/crt.h>

/// Counts a check, and prints it if it does not hold.
#define CHECK(condition) Check(condition, #condition, __FILE__, __LINE__)
VOID Check(BOOLEAN holds, PCSTR condition, PCSTR file, ULONG line);

VOID TestText(void);
VOID TestExceptions(void);
VOID TestHeap(void);
VOID TestModules(void);
VOID TestThreads(void);
VOID TestMemory(void);
VOID TestErrors(void);
