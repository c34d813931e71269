// What hal exports to nt: the local interrupt controller, the clock, the ports.
#pragma once
#include <gurney/boot.h>

// Interrupt vectors. A vector's upper four bits are its priority, that is its IRQL.
#define VECTOR_APC      0x1F
#define VECTOR_DPC      0x2F
#define VECTOR_CONSOLE  0x81
#define VECTOR_CLOCK    0xD1
#define VECTOR_BREAK_IN 0xD2
#define VECTOR_IPI      0xE1
#define VECTOR_SPURIOUS 0xFF

/// Enables this processor's local interrupt controller.
VOID HalInitializeProcessor(ULONG number);
/// This processor's interrupt controller number.
ULONG HalProcessorApicId(void);
/// Sends a vector to a processor, this one included.
VOID HalRequestIpi(ULONG apicId, ULONG vector);
/// Starts a waiting processor from the PROCESSOR_START_BLOCK at physical page `page`.
VOID HalStartProcessor(ULONG apicId, ULONG page);
/// Ends the interrupt in service.
VOID HalEndOfInterrupt(void);
/// Arms this processor's clock for a time stamp; 0 disarms it.
VOID HalSetClockDeadline(ULONG64 timeStamp);
/// Time stamps a second.
ULONG64 HalTimeStampFrequency(void);
LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER frequency);
VOID KeStallExecutionProcessor(ULONG microseconds);

/// Powers the machine off, or resets it.
NORETURN VOID HalReturnToFirmware(BOOLEAN reset);
/// The console's bytes.
VOID HalConsoleWrite(UCHAR byte);
BOOLEAN HalConsoleRead(UCHAR *byte);
VOID HalConsoleSetVector(UCHAR vector);
