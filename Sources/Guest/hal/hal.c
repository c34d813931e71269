// The hardware abstraction layer: x2APIC, the time stamp clock, the console's and power's ports.
#include <gurney/cpu.h>
#include <gurney/hal.h>
#include <gurney/kdport.h>

// x2APIC registers (Intel SDM vol. 3A, table 11-6).
#define MSR_APIC_ID        0x802
#define MSR_APIC_EOI       0x80B
#define MSR_APIC_SVR       0x80F
#define MSR_APIC_ICR       0x830
#define MSR_APIC_LVT_TIMER 0x832
#define MSR_TSC_DEADLINE   0x6E0

#define SVR_ENABLE         0x100
#define ICR_ASSERT         0x4000
#define ICR_STARTUP        0x600
#define LVT_TSC_DEADLINE   0x40000

static ULONG64 HalpFrequency;

int HalInitSystem(PVOID image, ULONG reason, PVOID reserved) { return TRUE; }

VOID HalInitializeProcessor(ULONG number) {
  WriteMsr(MSR_APIC_SVR, SVR_ENABLE | VECTOR_SPURIOUS);
  WriteMsr(MSR_APIC_LVT_TIMER, LVT_TSC_DEADLINE | VECTOR_CLOCK);
}

ULONG HalProcessorApicId(void) { return (ULONG)ReadMsr(MSR_APIC_ID); }

VOID HalRequestIpi(ULONG apicId, ULONG vector) {
  WriteMsr(MSR_APIC_ICR, (ULONG64)apicId << 32 | ICR_ASSERT | vector);
}

VOID HalStartProcessor(ULONG apicId, ULONG page) {
  WriteMsr(MSR_APIC_ICR, (ULONG64)apicId << 32 | ICR_ASSERT | ICR_STARTUP | page);
}

VOID HalEndOfInterrupt(void) { WriteMsr(MSR_APIC_EOI, 0); }

VOID HalSetClockDeadline(ULONG64 timeStamp) { WriteMsr(MSR_TSC_DEADLINE, timeStamp); }

// CPUID 15h: crystal frequency times numerator over denominator.
ULONG64 HalTimeStampFrequency(void) {
  if (HalpFrequency == 0) {
    ULONG r[4];
    Cpuid(0x15, r);
    HalpFrequency = r[0] && r[1] && r[2] ? (ULONG64)r[2] * r[1] / r[0] : 100000000;
  }
  return HalpFrequency;
}

LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER frequency) {
  LARGE_INTEGER now;
  if (frequency) frequency->QuadPart = (LONG64)HalTimeStampFrequency();
  now.QuadPart = (LONG64)ReadTsc();
  return now;
}

VOID KeStallExecutionProcessor(ULONG microseconds) {
  ULONG64 end = ReadTsc() + microseconds * (HalTimeStampFrequency() / 1000000);
  while (ReadTsc() < end) Pause();
}

NORETURN VOID HalReturnToFirmware(BOOLEAN reset) {
  WritePortByte(KDPORT_POWER, reset ? 1 : 0);
  for (;;) __asm__ volatile("cli; hlt");
}

VOID HalConsoleWrite(UCHAR byte) { WritePortByte(KDPORT_CONSOLE_DATA, byte); }

BOOLEAN HalConsoleRead(UCHAR *byte) {
  if (!(ReadPortByte(KDPORT_CONSOLE_STATUS) & 1)) return FALSE;
  *byte = ReadPortByte(KDPORT_CONSOLE_DATA);
  return TRUE;
}

VOID HalConsoleSetVector(UCHAR vector) { WritePortByte(KDPORT_CONSOLE_VECTOR, vector); }
