# The smallest kernel debugger layer: it reports through the debug port as nt does (KDPORT_PACKET),
# and goes on with the CONTEXT record as the debugger left it.
  .intel_syntax noprefix
  .text

# int 3: gate 3.
  .globl BreakpointTrap
  .def BreakpointTrap; .scl 2; .type 32; .endef
  .seh_proc BreakpointTrap
BreakpointTrap:
  .seh_pushframe
  push rcx
  .seh_pushreg rcx
  .seh_endprologue
  lea rcx, [rip+TrapContext]
  mov dword ptr [rcx+0x30], 0x100007
  mov [rcx+0x78], rax
  mov rax, [rsp]
  mov [rcx+0x80], rax
  mov [rcx+0x88], rdx
  mov [rcx+0x90], rbx
  mov [rcx+0xa0], rbp
  mov [rcx+0xa8], rsi
  mov [rcx+0xb0], rdi
  mov [rcx+0xb8], r8
  mov [rcx+0xc0], r9
  mov [rcx+0xc8], r10
  mov [rcx+0xd0], r11
  mov [rcx+0xd8], r12
  mov [rcx+0xe0], r13
  mov [rcx+0xe8], r14
  mov [rcx+0xf0], r15
  mov rax, [rsp+0x08]
  dec rax
  mov [rcx+0xf8], rax
  mov rax, [rsp+0x10]
  mov [rcx+0x38], ax
  mov rax, [rsp+0x18]
  mov [rcx+0x44], eax
  mov rax, [rsp+0x20]
  mov [rcx+0x98], rax
  mov rax, [rsp+0x28]
  mov [rcx+0x42], ax
  mov ax, ds
  mov [rcx+0x3a], ax
  mov [rcx+0x3c], ax
  mov [rcx+0x3e], ax
  mov [rcx+0x40], ax
  lea rdx, [rip+TrapRecord]
  mov dword ptr [rdx], 0x80000003
  mov rax, [rcx+0xf8]
  mov [rdx+0x10], rax
  mov dword ptr [rdx+0x18], 1
  lea rax, [rip+TrapPacket]
  mov dword ptr [rax], 0x68
  mov dword ptr [rax+4], 1
  mov dword ptr [rax+0x30], 1
  mov [rax+0x20], rcx
  mov [rax+0x28], rdx
  mov rcx, rax
  mov eax, 1
  out 0xf0, eax
  lea rcx, [rip+TrapContext]
  mov rax, [rcx+0xf8]
  mov [rsp+0x08], rax
  mov eax, [rcx+0x44]
  mov [rsp+0x18], rax
  mov rax, [rcx+0x98]
  mov [rsp+0x20], rax
  mov rax, [rcx+0x80]
  mov [rsp], rax
  mov rax, [rcx+0x78]
  mov rdx, [rcx+0x88]
  mov rbx, [rcx+0x90]
  mov rbp, [rcx+0xa0]
  mov rsi, [rcx+0xa8]
  mov rdi, [rcx+0xb0]
  mov r8, [rcx+0xb8]
  mov r9, [rcx+0xc0]
  mov r10, [rcx+0xc8]
  mov r11, [rcx+0xd0]
  mov r12, [rcx+0xd8]
  mov r13, [rcx+0xe0]
  mov r14, [rcx+0xe8]
  mov r15, [rcx+0xf0]
  pop rcx
  iretq
  .seh_endproc

# The break-in interrupt: gate 0x50.
  .globl BreakInInterrupt
  .def BreakInInterrupt; .scl 2; .type 32; .endef
  .seh_proc BreakInInterrupt
BreakInInterrupt:
  .seh_pushframe
  push rcx
  .seh_pushreg rcx
  push rax
  .seh_pushreg rax
  push rdx
  .seh_pushreg rdx
  sub rsp, 0x20
  .seh_stackalloc 0x20
  .seh_endprologue
  mov ecx, 1
  call DbgBreakPointWithStatus
  mov ecx, 0x80b                # end of interrupt, x2APIC
  xor eax, eax
  xor edx, edx
  wrmsr
  add rsp, 0x20
  pop rdx
  pop rax
  pop rcx
  iretq
  .seh_endproc

  .globl DbgBreakPointWithStatus
  .def DbgBreakPointWithStatus; .scl 2; .type 32; .endef
DbgBreakPointWithStatus:
  .globl RtlpBreakWithStatusInstruction
RtlpBreakWithStatusInstruction:
  int 3
  ret

# Waits with interrupts on, having asked for the break-in interrupt.
  .globl Listens
  .def Listens; .scl 2; .type 32; .endef
Listens:
  mov al, 0x50
  out 0xf1, al
  sti
Listens_loop:
  inc rbx
  jmp Listens_loop

# Waits for an interrupt, having asked for the break-in interrupt.
  .globl Halts
  .def Halts; .scl 2; .type 32; .endef
Halts:
  mov al, 0x50
  out 0xf1, al
  sti
Halts_loop:
  hlt
  jmp Halts_loop

# Hears nothing.
  .globl Deaf
  .def Deaf; .scl 2; .type 32; .endef
Deaf:
  inc rbx
  jmp Deaf

# Halts for good.
  .globl HaltsDeaf
  .def HaltsDeaf; .scl 2; .type 32; .endef
HaltsDeaf:
  cli
  hlt
  jmp HaltsDeaf

# Prints, loads and unloads an image, breaks, powers off.
  .globl Reports
  .def Reports; .scl 2; .type 32; .endef
Reports:
  lea rcx, [rip+PrintPacket]
  lea rax, [rip+Message]
  mov [rcx+0x38], rax
  mov eax, 3
  out 0xf0, eax
  lea rcx, [rip+LoadPacket]
  lea rax, [rip+Path]
  mov [rcx+0x58], rax
  mov eax, 2
  out 0xf0, eax
  mov dword ptr [rcx+0x44], 1
  mov eax, 2
  out 0xf0, eax
  mov ebx, 0x1234
  .globl ReportsBreak
ReportsBreak:
  int 3
  inc ebx
  nop
  .globl ReportsEnd
ReportsEnd:
  mov al, 'b'
  out 0xe0, al
  mov al, 'y'
  out 0xe0, al
  mov al, 'e'
  out 0xe0, al
  mov al, 10
  out 0xe0, al
  xor eax, eax
  out 0xf4, al

# Counts to rcx with a call each time, storing the count.
  .globl Counts
  .def Counts; .scl 2; .type 32; .endef
  .seh_proc Counts
Counts:
  push rbx
  .seh_pushreg rbx
  push rsi
  .seh_pushreg rsi
  sub rsp, 0x28
  .seh_stackalloc 0x28
  .seh_endprologue
  xor ebx, ebx
  mov esi, ecx
Counts_loop:
  inc ebx
  mov [rip+Counter], ebx
  mov ecx, ebx
  .globl CountsCall
CountsCall:
  call Leaf
  .globl CountsAfter
CountsAfter:
  cmp ebx, esi
  jne Counts_loop
  .globl CountsDone
CountsDone:
  add rsp, 0x28
  pop rsi
  pop rbx
  ret
  .seh_endproc

  .data
  .globl Counter
Counter:
  .long 0
Message:
  .ascii "hello from below\n"
Path:
  .ascii "\\SystemRoot\\System32\\drivers\\extra.sys"
  .p2align 4
  .globl TrapContext
TrapContext:
  .zero 0x4d0
TrapRecord:
  .zero 0x98
  .globl TrapPacket
TrapPacket:
  .zero 0x68
PrintPacket:
  .long 0x68, 3
  .zero 0x38
  .long 17
  .zero 0x24
LoadPacket:
  .long 0x68, 2
  .zero 0x40
  .quad 0x700000, 0x5000, 0
  .long 38, 0xabcd
