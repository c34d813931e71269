// What notmyfault.exe asks of myfault.sys. The device is \Device\MyFault, opened as
// \??\MyFault (\\.\MyFault for kernel32).
#pragma once
#include "types.h"

#define MYFAULT_DEVICE_TYPE 0x8336
#define MYFAULT_CODE(function) (((ULONG)MYFAULT_DEVICE_TYPE << 16) | ((function) << 2))  // buffered, any

/// Leaks: the input is one ULONG, the bytes to allocate; nothing is returned.
#define IOCTL_MYFAULT_LEAK_NONPAGED    MYFAULT_CODE(0x11)
#define IOCTL_MYFAULT_LEAK_PAGED       MYFAULT_CODE(0x12)

/// Crashes: no input, no output, and no return.
#define IOCTL_MYFAULT_HIGH_IRQL        MYFAULT_CODE(0x01)  // touches paged memory at DISPATCH_LEVEL
#define IOCTL_MYFAULT_BUFFER_OVERFLOW  MYFAULT_CODE(0x02)  // writes past a pool block, frees it
#define IOCTL_MYFAULT_CODE_OVERWRITE   MYFAULT_CODE(0x03)  // writes over its own code
#define IOCTL_MYFAULT_STACK_TRASH      MYFAULT_CODE(0x04)  // writes over its own return address
#define IOCTL_MYFAULT_WILD_POINTER     MYFAULT_CODE(0x05)  // reads an address that nothing maps
#define IOCTL_MYFAULT_BREAKPOINT       MYFAULT_CODE(0x06)  // DbgBreakPoint; this one returns
#define IOCTL_MYFAULT_STACK_OVERFLOW   MYFAULT_CODE(0x07)  // calls itself until the stack ends
#define IOCTL_MYFAULT_DOUBLE_FREE      MYFAULT_CODE(0x08)  // frees a pool block twice
#define IOCTL_MYFAULT_HANG             MYFAULT_CODE(0x09)  // spins at DISPATCH_LEVEL
