// The basic types of C on NT for x64, and the small helpers that go with them.
#pragma once

typedef void VOID, *PVOID;
typedef char CHAR, *PCHAR, *PSTR;
typedef const char *PCSTR;
typedef signed char SCHAR;
typedef unsigned char UCHAR, *PUCHAR, BOOLEAN, *PBOOLEAN, BYTE;
typedef short SHORT, *PSHORT;
typedef unsigned short USHORT, *PUSHORT, WORD;
typedef int BOOL;
typedef long LONG, *PLONG, NTSTATUS, *PNTSTATUS;
typedef unsigned long ULONG, *PULONG, DWORD, ACCESS_MASK, *PACCESS_MASK;
typedef long long LONG64, *PLONG64, LONGLONG, LONG_PTR, INT_PTR;
typedef unsigned long long ULONG64, *PULONG64, ULONGLONG, ULONG_PTR, *PULONG_PTR, UINT_PTR;
typedef ULONG_PTR SIZE_T, *PSIZE_T, KAFFINITY, KSPIN_LOCK, *PKSPIN_LOCK;
typedef unsigned short WCHAR, *PWCHAR, *PWSTR;
typedef const WCHAR *PCWSTR;
typedef float FLOAT;
typedef double DOUBLE;
typedef PVOID HANDLE, *PHANDLE;
typedef UCHAR KIRQL, *PKIRQL;
typedef CHAR KPROCESSOR_MODE;
typedef LONG KPRIORITY;

#define DECLSPEC_ALIGN(bytes) __declspec(align(bytes))
#define NTAPI
#define NORETURN __declspec(noreturn)
#define FORCEINLINE static inline __attribute__((always_inline))
#define UNUSED __attribute__((unused))

#define TRUE 1
#define FALSE 0
#define NULL ((void *)0)

#define FIELD_OFFSET(type, field) ((LONG)__builtin_offsetof(type, field))
#define CONTAINING_RECORD(address, type, field) \
  ((type *)((UCHAR *)(address) - __builtin_offsetof(type, field)))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define ROUND_UP(value, unit) (((ULONG64)(value) + (unit) - 1) & ~((ULONG64)(unit) - 1))
#define ROUND_DOWN(value, unit) ((ULONG64)(value) & ~((ULONG64)(unit) - 1))
#define STATIC_ASSERT(condition) _Static_assert(condition, #condition)

typedef __builtin_va_list va_list;
#define va_start(list, last) __builtin_va_start(list, last)
#define va_arg(list, type) __builtin_va_arg(list, type)
#define va_end(list) __builtin_va_end(list)

// What drivers hand to the I/O manager.
struct _DEVICE_OBJECT;
struct _DRIVER_OBJECT;
struct _IRP;
struct _KDPC;
struct _UNICODE_STRING;
typedef NTSTATUS (*PDRIVER_INITIALIZE)(struct _DRIVER_OBJECT *, struct _UNICODE_STRING *);
typedef NTSTATUS (*PDRIVER_DISPATCH)(struct _DEVICE_OBJECT *, struct _IRP *);
typedef VOID (*PDRIVER_UNLOAD)(struct _DRIVER_OBJECT *);
typedef VOID (*PDRIVER_STARTIO)(struct _DEVICE_OBJECT *, struct _IRP *);
typedef VOID (*PDRIVER_CANCEL)(struct _DEVICE_OBJECT *, struct _IRP *);
typedef NTSTATUS (*PIO_COMPLETION_ROUTINE)(struct _DEVICE_OBJECT *, struct _IRP *, PVOID context);
typedef VOID (*PKDEFERRED_ROUTINE)(struct _KDPC *, PVOID context, PVOID arg1, PVOID arg2);
