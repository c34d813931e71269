// What control registers and MSRs refuse, what they switch off, and excursions to compatibility mode.
.include "boot.inc"
.macro msr number, value
  movl $\number, %ecx
  movabsq $\value, %rax
  movq %rax, %rdx
  shrq $32, %rdx
  wrmsr
.endm
.macro control register, bit, how
  movq %\register, %rbx
  movq %rbx, %rax
  \how $\bit, %rax
  movq %rax, %\register
.endm
// 32-bit code at ring 0, at label 1; it ends with int3 or a far jump to a label.
.macro compatibility
  pushq $0x38
  pushq $1f
  lretq
  .code32
1:
.endm
.set DATA, FRAMES + 0x8000
main:
begin write_through_with_cache
  control cr0, 29, btsq
end write_through_with_cache
begin upper_cr0
  control cr0, 40, btsq
end upper_cr0
begin extension_type_is_fixed
  control cr0, 4, btrq
  movq %cr0, %r12
  andl $0x10, %r12d
end extension_type_is_fixed
begin cr1
  .byte 0x0f, 0x20, 0xc8
end cr1
begin cr5
  .byte 0x0f, 0x22, 0xe8
end cr5
begin cr8_value
  movl $9, %eax
  movq %rax, %cr8
  movq %cr8, %r12
  xorl %eax, %eax
  movq %rax, %cr8
end cr8_value
begin efer_reserved
  msr 0xc0000080, 0x100000d01
end efer_reserved
begin efer_value
  movl $0xc0000080, %ecx
  rdmsr
  movl %eax, %r12d
  movl %edx, %r13d
end efer_value
begin lstar_noncanonical
  msr 0xc0000082, 0x800000000000
end lstar_noncanonical
begin fs_base_noncanonical
  msr 0xc0000100, 0x8000000000000000
end fs_base_noncanonical
begin kernel_base_noncanonical
  msr 0xc0000102, 0x800000000000
end kernel_base_noncanonical
begin fs_base
  movl $0x1234, DATA
  msr 0xc0000100, 0x607ff0
  movl %fs:0x10, %r12d
  rdmsr
  movl %eax, %r13d
end fs_base
begin fs_base_selector
  movl $0x10, %eax
  movl %eax, %fs
  movl $0xc0000100, %ecx
  rdmsr
  movl %eax, %r12d
end fs_base_selector
begin pat_type
  msr 0x277, 0x0007040600070402
end pat_type
begin unknown_msr
  movl $0x12345, %ecx
  rdmsr
end unknown_msr
begin device_not_available
  control cr0, 3, btsq
  fnop
back device_not_available
  clts
report device_not_available
begin vector_not_available
  control cr0, 3, btsq
  xorps %xmm0, %xmm0
back vector_not_available
  clts
report vector_not_available
begin wait_not_monitored
  control cr0, 3, btsq
  movq %cr0, %rax
  btrq $1, %rax
  movq %rax, %cr0
  wait
  movq %cr0, %rax
  btsq $1, %rax
  movq %rax, %cr0
  wait
back wait_not_monitored
  clts
report wait_not_monitored
begin emulation
  control cr0, 2, btsq
  fninit
back emulation
  movq %rbx, %cr0
report emulation
begin vector_emulation
  control cr0, 2, btsq
  xorps %xmm0, %xmm0
back vector_emulation
  movq %rbx, %cr0
report vector_emulation
begin vectors_off
  control cr4, 9, btrq
  xorps %xmm0, %xmm0
back vectors_off
  movq %rbx, %cr4
report vectors_off
begin x87_exception
  fninit
  pushq $0x33b
  fldcw (%rsp)
  fld1
  fldz
  fdivrp
  fnop
  nop
  wait
back x87_exception
  fninit
report x87_exception
begin vector_exception
  pushq $0x1d80
  ldmxcsr (%rsp)
  xorps %xmm0, %xmm0
  movl $0x3f800000, %eax
  movd %eax, %xmm1
  divss %xmm0, %xmm1
back vector_exception
  stmxcsr STACK - 16
  movl STACK - 16, %r12d
  movl $0x1f80, STACK - 16
  ldmxcsr STACK - 16
report vector_exception
begin vector_exception_unmaskable
  pushq $0x1d80
  ldmxcsr (%rsp)
  movq %cr4, %rbx
  movq %rbx, %rax
  btrq $10, %rax
  movq %rax, %cr4
  divss %xmm0, %xmm1
back vector_exception_unmaskable
  movq %rbx, %cr4
  movl $0x1f80, STACK - 16
  ldmxcsr STACK - 16
report vector_exception_unmaskable
begin mxcsr_reserved
  pushq $0x10000
  ldmxcsr (%rsp)
end mxcsr_reserved
begin extended_state_off
  xorl %ecx, %ecx
  xgetbv
end extended_state_off
begin extended_state
  control cr4, 18, btsq
  movl $1, %eax
  xorl %edx, %edx
  xorl %ecx, %ecx
  xsetbv
  xgetbv
  movl %eax, %r12d
end extended_state
begin extended_state_without_x87
  movl $2, %eax
  xorl %edx, %edx
  xorl %ecx, %ecx
  xsetbv
end extended_state_without_x87
begin extended_state_index
  movl $1, %eax
  movl $7, %ecx
  xsetbv
end extended_state_index
begin extended_state_user
  user 1f
1: xorl %ecx, %ecx
  xgetbv
  xsetbv
end extended_state_user
begin tables
  sgdt DATA
  movzwl DATA, %r12d
  sidt DATA
  movzwl DATA, %r13d
  movq DATA + 2, %r14
  str %r15d
end tables
begin machine_status
  smsw %eax
  movzwl %ax, %r12d
end machine_status
begin segment_limits
  movl $0x10, %eax
  lsl %eax, %r12d
  larl %eax, %r13d
  andl $0xf0ff00, %r13d
  movl $0x40, %eax
  lsl %eax, %r14d
  larl %eax, %r15d
end segment_limits
begin segment_checks
  movl $0x10, %eax
  verr %ax
  setz %r12b
  verw %ax
  setz %r13b
  movl $8, %eax
  verr %ax
  setz %r14b
  verw %ax
  setz %r15b
end segment_checks
begin segment_of_nothing
  movl $0x80, %eax
  xorl %r12d, %r12d
  lsl %eax, %r12d
  setz %r13b
end segment_of_nothing
begin busy_task
  movl $0x40, %eax
  ltr %ax
end busy_task
begin local_table_of_nothing
  xorl %eax, %eax
  lldt %ax
  sldt %r12d
end local_table_of_nothing
begin local_selector
  movl $0xc, %eax
  movl %eax, %ds
end local_selector
begin null_stack
  xorl %eax, %eax
  movl %eax, %ss
  movl %ss, %r12d
end null_stack
begin null_stack_other_ring
  movl $3, %eax
  movl %eax, %ss
end null_stack_other_ring
begin code_as_data
  movl $8, %eax
  movl %eax, %ds
  movl %ds, %r12d
end code_as_data
begin code_as_stack
  movl $8, %eax
  movl %eax, %ss
end code_as_stack
begin system_segment_as_data
  movl $0x40, %eax
  movl %eax, %es
end system_segment_as_data
begin compatibility_increment
  movabsq $0x1111111122222222, %rax
  compatibility
  .byte 0x40
  int3
  .code64
back compatibility_increment
  movq %rax, %r12
  movq frame_cs, %r13
report compatibility_increment
begin compatibility_far_jump
  compatibility
  incl %eax
  ljmp $8, $2f
  .code64
2: movl %cs, %r12d
end compatibility_far_jump
begin compatibility_push
  compatibility
  pushl $0x1234
  pushw $0x55
  movl %esp, %ebx
  addl $6, %esp
  ljmp $8, $2f
  .code64
2: movl $STACK, %r12d
  subl %ebx, %r12d
  movq -6(%rsp), %r13
end compatibility_push
begin compatibility_decimal
  compatibility
  movl $0x19, %eax
  addb $0x28, %al
  daa
  ljmp $8, $2f
  .code64
2: movzbl %al, %r12d
end compatibility_decimal
begin compatibility_aam_zero
  compatibility
  aam $0
  int3
  .code64
end compatibility_aam_zero
begin compatibility_into
  compatibility
  movb $0x7f, %al
  addb $1, %al
  into
  int3
  .code64
end compatibility_into
begin compatibility_bound
  compatibility
  movl $1, DATA
  movl $5, DATA + 4
  movl $5, %eax
  .byte 0x62, 0x05
  .long DATA
  movl $6, %eax
  .byte 0x62, 0x05
  .long DATA
  int3
  .code64
end compatibility_bound
begin compatibility_limit
  compatibility
  movl $0x68, %eax
  movl %eax, %ds
  movl 0xffc, %ebx
  movl 0xffd, %ebx
  int3
  .code64
back compatibility_limit
  movl $0x10, %eax
  movl %eax, %ds
report compatibility_limit
begin compatibility_null_segment
  compatibility
  xorl %eax, %eax
  movl %eax, %es
  movl %es:0, %ebx
  int3
  .code64
end compatibility_null_segment
begin compatibility_code_write
  compatibility
  movl %eax, %cs:DATA
  int3
  .code64
end compatibility_code_write
begin compatibility_all_registers
  compatibility
  pushal
  movl 12(%esp), %ebx
  popal
  ljmp $8, $2f
  .code64
2: movl $STACK, %r12d
  subl %esp, %r12d
end compatibility_all_registers
begin compatibility_wraps
  movl $0x5678, DATA
  compatibility
  movl $0xfffffff0, %ebx
  movl DATA + 0x10(%ebx), %edi
  ljmp $8, $2f
  .code64
2: movl %edi, %r12d
end compatibility_wraps
begin compatibility_16_bit_address
  movl $0x4321, 0x7c00
  compatibility
  movw $0x7b00, %bx
  movw $0x80, %si
  movl 0x80(%bx,%si), %edi
  ljmp $8, $2f
  .code64
2: movl %edi, %r12d
end compatibility_16_bit_address
begin compatibility_arpl
  compatibility
  movl $0x10, %eax
  movl $3, %ecx
  arpl %cx, %ax
  setz %bl
  ljmp $8, $2f
  .code64
2: movl %eax, %r12d
  movzbl %bl, %r13d
end compatibility_arpl
begin compatibility_privilege
  user 1f
1: pushq $0x23
  movl $USER, %eax
  addq $3f, %rax
  pushq %rax
  lretq
  .code32
3: cli
  int3
  .code64
end compatibility_privilege
begin sysenter_without_segment
  msr 0x174, 0
  sysenter
end sysenter_without_segment
begin sysenter_to_kernel
  msr 0x174, 8
  msr 0x175, RING0
  movl $2f, %eax
  movl $0x176, %ecx
  xorl %edx, %edx
  wrmsr
  user 1f
1: sysenter
2: movl %cs, %r12d
  movl %ss, %r13d
  movq %rsp, %r14
end sysenter_to_kernel
begin sysexit_to_user
  movl $USER, %edx
  addq $1f, %rdx
  movl $USTACK, %ecx
  rex64 sysexit
1: int3
back sysexit_to_user
  movq frame_cs, %r12
  movq frame_ss, %r13
  movq frame_rsp, %r14
report sysexit_to_user
  jmp finish
