// What KERNELBASE's own files share.
#pragma once
#include <user/windows.h>

/// Sets the thread's last error from a status. Returns false, for a failing function to return.
BOOL BaseSetLastNTError(NTSTATUS status);

/// Milliseconds as NT's relative time, or null for INFINITE.
PLARGE_INTEGER BaseFormatTimeOut(PLARGE_INTEGER time, DWORD milliseconds);
