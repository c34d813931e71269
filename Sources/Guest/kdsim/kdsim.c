// The debugger transport of a simulated machine: a packet's address goes out of a port and the
// debugger reads it where it lies.
#include <gurney/cpu.h>
#include <gurney/kdport.h>

int KdSimInitialize(PVOID image, ULONG reason, PVOID reserved) { return TRUE; }

/// Hands a packet to the debugger; the machine stands still until the debugger is done with it.
VOID KdPortSend(KDPORT_COMMAND command, PKDPORT_PACKET packet) {
  packet->Size = sizeof *packet;
  packet->Command = command;
  __asm__ volatile("out 0xF0, eax" ::"a"((ULONG)command), "c"(packet) : "memory");
}

/// KDPORT_PRESENT and KDPORT_BREAK_IN; reading takes the break-in.
ULONG KdPortStatus(void) {
  UCHAR status;
  __asm__ volatile("in al, 0xF0" : "=a"(status)::"memory");
  return status;
}

/// Says which vector a break-in raises on processor 0.
VOID KdPortSetVector(UCHAR vector) { WritePortByte(KDPORT_INTERRUPT, vector); }
