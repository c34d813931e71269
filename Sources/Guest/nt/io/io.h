// What the I/O manager's files share.
#pragma once

enum { IO_TYPE_DEVICE = 3, IO_TYPE_DRIVER = 4, IO_TYPE_FILE = 5, IO_TYPE_IRP = 6 };

#define IRP_SYNCHRONOUS_API 0x0004
#define IRP_BUFFERED_IO     0x0010

#define FO_SYNCHRONOUS_IO 0x00000002

PDEVICE_OBJECT IopTopDevice(PDEVICE_OBJECT);
PIRP IopMakeIrp(PFILE_OBJECT, UCHAR major);
NTSTATUS IopSynchronousCall(PFILE_OBJECT, PIRP);
NTSTATUS IopSimpleRequest(PFILE_OBJECT, UCHAR major);
