// Privilege levels: iretq, int n, gates, syscall and sysret, stacks, what ring 3 may not do.
.include "boot.inc"
.macro star
  movl $0xc0000081, %ecx
  xorl %eax, %eax
  movl $0x00200008, %edx
  wrmsr
  movl $0xc0000082, %ecx
  movl $entry, %eax
  xorl %edx, %edx
  wrmsr
  movl $0xc0000084, %ecx
  movl $0x401, %eax
  wrmsr
.endm
entry:
  jmp *entry_point
.balign 8
entry_point: .quad 0
saved_rsp: .quad 0
main:
  star
begin user_breakpoint
  user 1f
1: int3
back user_breakpoint
  movq frame_cs, %r12
  movq frame_ss, %r13
  movq frame_rsp, %r14
  subq $USTACK, %r14
  movq frame, %r15
report user_breakpoint
begin user_interrupt
  user 1f, 0x202
1: int $0x30
back user_interrupt
  movq frame_cs, %r12
  movq frame_flags, %r13
  pushfq
  popq %r14
  movq frame, %r15
report user_interrupt
begin user_trap_gate
  movq $1f, hook
  user 2f, 0x202
2: int $0x32
  nop
1: pushfq
  popq %r12
  cli
back user_trap_gate
report user_trap_gate
begin interrupt_gate_clears_if
  movq $1f, hook
  sti
  int $0x30
1: pushfq
  popq %r12
  movq frame_flags, %r13
end interrupt_gate_clears_if
begin closed_gate
  user 1f
1: int $0x31
end closed_gate
begin missing_gate
  int $0x34
end missing_gate
begin wrong_gate
  int $0x35
end wrong_gate
begin beyond_table
  int $0x80
end beyond_table
begin stack_table
  int $0x33
back stack_table
  movq frame, %r12
report stack_table
begin stack_is_aligned
  subq $4, %rsp
  int $0x30
back stack_is_aligned
  movq frame, %r12
  andl $15, %r12d
  movq frame_rsp, %r13
report stack_is_aligned
begin nested
  movq $1f, hook
  int $0x30
  orl $0x100, %r12d
  jmp 2f
1: incl %r12d
  cmpl $5, %r12d
  je 3f
  int $0x30
3: addl $0x1000, %r12d
  iretq
2: nop
end nested
begin user_halt
  user 1f
1: hlt
end user_halt
begin user_cli
  user 1f
1: cli
end user_cli
begin user_cli_allowed
  user 1f, 0x3202
1: cli
  int3
back user_cli_allowed
  movq frame_flags, %r12
report user_cli_allowed
begin user_popf
  user 1f
1: pushq $0x3202
  popfq
  int3
back user_popf
  movq frame_flags, %r12
report user_popf
begin kernel_popf
  pushq $0x3002
  popfq
  pushfq
  popq %r12
end kernel_popf
begin user_port_in_map
  user 1f
1: inb $0x90, %al
  int3
end user_port_in_map
begin user_port_beyond_map
  movw $0x400, %dx
  user 1f
1: inb %dx, %al
end user_port_beyond_map
begin user_wide_port
  user 1f
1: inl $0x7e, %eax
end user_wide_port
begin user_port
  user 1f
1: inb $0x80, %al
end user_port
begin user_port_allowed
  user 1f, 0x3002
1: inb $0x80, %al
  int3
end user_port_allowed
begin user_control_register
  user 1f
1: movq %cr0, %rax
end user_control_register
begin user_debug_register
  user 1f
1: movq %dr0, %rax
end user_debug_register
begin user_rdmsr
  user 1f
1: rdmsr
end user_rdmsr
begin user_lgdt
  user 1f
1: lgdt (%rsp)
end user_lgdt
begin user_invlpg
  user 1f
1: invlpg (%rsp)
end user_invlpg
begin user_swapgs
  user 1f
1: swapgs
end user_swapgs
begin user_sysret
  user 1f
1: sysretq
end user_sysret
begin user_iret_to_kernel
  user 1f
1: pushq $0x10
  pushq $USTACK
  pushq $2
  pushq $8
  pushq $0
  iretq
end user_iret_to_kernel
begin user_alignment
  movq %cr0, %rax
  btsq $18, %rax
  movq %rax, %cr0
  user 1f, 0x40002
1: movl 1(%rsp), %eax
  int3
back user_alignment
  movq %cr0, %rax
  btrq $18, %rax
  movq %rax, %cr0
report user_alignment
begin user_clts
  user 1f
1: clts
end user_clts
begin iret_null_stack
  pushq $3
  pushq $USTACK
  pushq $2
  pushq $0x33
  pushq $0
  iretq
end iret_null_stack
begin iret_noncanonical
  pushq $0x10
  pushq $STACK
  pushq $2
  pushq $8
  movabsq $0x800000000000, %rax
  pushq %rax
  iretq
end iret_noncanonical
begin iret_null_code
  pushq $0x10
  pushq $STACK
  pushq $2
  pushq $0
  pushq $0
  iretq
end iret_null_code
begin iret_data_as_code
  pushq $0x10
  pushq $STACK
  pushq $2
  pushq $0x10
  pushq $0
  iretq
end iret_data_as_code
begin iret_stack_missing
  pushq $0x18
  pushq $STACK
  pushq $2
  pushq $8
  pushq $1f
  iretq
1: nop
end iret_stack_missing
begin iret_nested_task
  pushq $0x10
  pushq $STACK
  pushq $2
  pushq $8
  pushq $1f
  pushq $0x4002
  popfq
  iretq
1: nop
end iret_nested_task
begin system_call
  movq $1f, entry_point
  user 2f, 0xa97
2: syscall
3: nop
1: pushfq
  popq %r14
  movl %cs, %r12d
  movl %ss, %eax
  shll $16, %eax
  orl %eax, %r12d
  leaq 3b(%rip), %rax
  subq %rax, %rcx
  movq %rcx, %r13
  movq %r11, %r15
end system_call
begin system_return
  movl $USER, %ecx
  addq $1f, %rcx
  movl $0x10ad7, %r11d
  movl $USTACK, %esp
  sysretq
1: int3
back system_return
  movq frame_cs, %r12
  movq frame_ss, %r13
  movq frame_flags, %r14
report system_return
begin system_return_compatibility
  movl $USER, %ecx
  addq $1f, %rcx
  movl $2, %r11d
  sysretl
1: .byte 0x40
  int3
back system_return_compatibility
  movq frame_cs, %r12
  movq frame_ss, %r13
report system_return_compatibility
begin system_return_noncanonical
  movabsq $0x800000000000, %rcx
  movl $2, %r11d
  sysretq
back system_return_noncanonical
  movq frame_cs, %r12
report system_return_noncanonical
begin system_calls_off
  movl $0xc0000080, %ecx
  rdmsr
  btrl $0, %eax
  wrmsr
  syscall
back system_calls_off
  movl $0xc0000080, %ecx
  rdmsr
  btsl $0, %eax
  wrmsr
report system_calls_off
begin swapped_base
  movl $0xc0000102, %ecx
  movl $0x600000, %eax
  xorl %edx, %edx
  wrmsr
  movl $0x77, FRAMES + 8
  swapgs
  movl %gs:8, %r12d
  rdmsr
  movl %eax, %r13d
  swapgs
  rdmsr
  movl %eax, %r14d
end swapped_base
begin double_fault
  movb $0x0e, IDT + 6 * 16 + 5
  movb $0x0e, IDT + 11 * 16 + 5
  ud2
back double_fault
  movb $0x8e, IDT + 6 * 16 + 5
  movb $0x8e, IDT + 11 * 16 + 5
report double_fault
begin missing_fault_gate
  movb $0x0e, IDT + 6 * 16 + 5
  ud2
back missing_fault_gate
  movb $0x8e, IDT + 6 * 16 + 5
report missing_fault_gate
begin page_fault_without_stack
  movb $0, IDT + 14 * 16 + 4
  movl $WINDOW + 0x100000, %esp
  pushq %rax
back page_fault_without_stack
  movb $1, IDT + 14 * 16 + 4
report page_fault_without_stack
begin conforming_code
  user 1f
1: pushq $0x53
  movl $USER, %eax
  addq $2f, %rax
  pushq %rax
  lretq
2: int3
back conforming_code
  movq frame_cs, %r12
report conforming_code
begin call_gate
  movl $target, %eax
  movw %ax, gdt + 0x58
  shrl $16, %eax
  movw %ax, gdt + 0x58 + 6
  movw $8, gdt + 0x58 + 2
  movw $0xec00, gdt + 0x58 + 4
  user 1f
1: lcall *pointer + 0x200000 + 0x40000000
2: int3
target:
  movl %cs, %r12d
  movq %rsp, %r13
  movq 8(%rsp), %r14
  lretq
pointer: .long 0
  .word 0x5b
back call_gate
  movq frame_cs, %r15
report call_gate
  jmp finish
