// What kernel32's own files share.
#pragma once
#include <user/windows.h>

// KERNELBASE's.
BOOL BaseSetLastNTError(NTSTATUS status);
