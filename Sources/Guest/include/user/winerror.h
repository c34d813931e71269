// Win32 error numbers, as winerror.h gives them.
#pragma once

#define ERROR_SUCCESS                 0
#define ERROR_INVALID_FUNCTION        1
#define ERROR_FILE_NOT_FOUND          2
#define ERROR_PATH_NOT_FOUND          3
#define ERROR_ACCESS_DENIED           5
#define ERROR_INVALID_HANDLE          6
#define ERROR_NOT_ENOUGH_MEMORY       8
#define ERROR_NO_MORE_FILES           18
#define ERROR_BAD_LENGTH              24
#define ERROR_GEN_FAILURE             31
#define ERROR_HANDLE_EOF              38
#define ERROR_NOT_SUPPORTED           50
#define ERROR_DEV_NOT_EXIST           55
#define ERROR_INVALID_PARAMETER       87
#define ERROR_INSUFFICIENT_BUFFER     122
#define ERROR_INVALID_NAME            123
#define ERROR_MOD_NOT_FOUND           126
#define ERROR_PROC_NOT_FOUND          127
#define ERROR_INVALID_ORDINAL         182
#define ERROR_ALREADY_EXISTS          183
#define ERROR_BAD_EXE_FORMAT          193
#define ERROR_MORE_DATA               234
#define WAIT_TIMEOUT                  258
#define ERROR_MR_MID_NOT_FOUND        317
#define ERROR_INVALID_ADDRESS         487
#define ERROR_OPERATION_ABORTED       995
#define ERROR_IO_PENDING              997
#define ERROR_NOACCESS                998
#define ERROR_STACK_OVERFLOW          1001
#define ERROR_SERVICE_ALREADY_RUNNING 1056
#define ERROR_DLL_INIT_FAILED         1114
#define ERROR_NOT_FOUND               1168
#define ERROR_NO_SYSTEM_RESOURCES     1450
