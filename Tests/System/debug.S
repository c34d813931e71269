// Debug registers, single steps, and what holds them back.
.include "boot.inc"
.macro arm value
  movl $\value, %eax
  movq %rax, %dr7
.endm
.macro disarm name
back \name
settle \name
.endm
.macro settle name
  movl $0x400, %eax
  movq %rax, %dr7
  movq %dr6, %r15
  andl $0xe00f, %r15d
  xorl %eax, %eax
  movq %rax, %dr6
  report \name
.endm
.macro trap
  pushfq
  orl $0x100, (%rsp)
  popfq
.endm
.set DATA, FRAMES
main:
  xorl %eax, %eax
  movq %rax, %dr6
begin reset_values
  xorl %eax, %eax
  movq %rax, %dr6
  movq %dr6, %r12
  movq %rax, %dr7
  movq %dr7, %r13
disarm reset_values
begin upper_bits_of_dr7
  movabsq $0x100000000, %rax
  movq %rax, %dr7
disarm upper_bits_of_dr7
begin upper_bits_of_dr6
  movabsq $0x100000000, %rax
  movq %rax, %dr6
disarm upper_bits_of_dr6
begin dr4_with_extensions
  movq %cr4, %rax
  btsq $3, %rax
  movq %rax, %cr4
  .byte 0x0f, 0x21, 0xe0
back dr4_with_extensions
  movq %cr4, %rax
  btrq $3, %rax
  movq %rax, %cr4
settle dr4_with_extensions
begin dr4_without_extensions
  .byte 0x0f, 0x21, 0xe0
  movl %eax, %r12d
disarm dr4_without_extensions
begin execute
  movl $1f, %eax
  movq %rax, %dr0
  arm 0x401
  nop
1: incl %r12d
disarm execute
begin execute_global
  movl $1f, %eax
  movq %rax, %dr3
  arm 0x480
  nop
1: incl %r12d
disarm execute_global
begin execute_inside_instruction
  movl $1f + 1, %eax
  movq %rax, %dr0
  arm 0x401
  nop
1: incl %r12d
disarm execute_inside_instruction
begin resumed
  movl $1f, %eax
  movq %rax, %dr0
  movq $2f, hook
  arm 0x401
  nop
1: incl %r12d
  jmp 3f
2: incl %r13d
  orl $0x10000, 16(%rsp)
  iretq
3: pushfq
  popq %r14
disarm resumed
begin write
  movl $DATA, %eax
  movq %rax, %dr1
  arm 0xd00404
  movl %eax, DATA
  nop
disarm write
begin write_overlaps
  arm 0xd00404
  movw %ax, DATA + 3
  nop
disarm write_overlaps
begin write_beside
  arm 0xd00404
  movl %eax, DATA + 4
  nop
disarm write_beside
begin write_only_reads
  arm 0xd00404
  movl DATA, %eax
  nop
disarm write_only_reads
begin read
  arm 0xf00404
  movl DATA, %eax
  nop
disarm read
begin eight_bytes
  arm 0x900404
  movb %al, DATA + 7
  nop
disarm eight_bytes
begin two_bytes
  arm 0x500404
  movb %al, DATA + 2
  movb %al, DATA + 1
  nop
disarm two_bytes
begin stack_write
  movl $STACK - 8, %eax
  movq %rax, %dr2
  arm 0x9000410
  pushq %rax
  nop
disarm stack_write
begin read_and_step
  arm 0xf00404
  trap
  movl DATA, %eax
  nop
disarm read_and_step
begin step
  trap
  nop
  nop
disarm step
begin step_jump
  trap
  jmp 1f
  nop
1: nop
disarm step_jump
begin steps
  movq $1f, hook
  trap
  nop
  incl %r12d
  movl $3, %ecx
2: loop 2b
  pushfq
  andl $~0x100, (%rsp)
  popfq
  jmp 3f
1: incl %r13d
  iretq
3:
disarm steps
begin step_repeats
  movq $1f, hook
  movl $5, %ecx
  movl $DATA + 0x100, %edi
  trap
  rep stosb
  pushfq
  andl $~0x100, (%rsp)
  popfq
  jmp 3f
1: incl %r13d
  iretq
3:
disarm step_repeats
begin step_stack_shadow
  movl $16, %ecx
  trap
  movl %ecx, %ss
  nop
  nop
disarm step_stack_shadow
begin step_pushed_flags
  trap
  pushfq
back step_pushed_flags
  movq STACK - 8, %r12
  andl $0x100, %r12d
settle step_pushed_flags
begin step_undefined
  trap
  ud2
disarm step_undefined
begin step_interrupt
  trap
  int $0x30
back step_interrupt
  movq frame_flags, %r12
  andl $0x100, %r12d
  pushfq
  popq %r13
  andl $0x100, %r13d
settle step_interrupt
begin step_after_iret
  pushq $0x10
  pushq $STACK
  pushq $0x102
  pushq $8
  pushq $1f
  iretq
1: nop
  nop
disarm step_after_iret
begin step_iret_clears
  trap
  nop
disarm step_iret_clears
begin step_user
  user 1f, 0x102
1: nop
  nop
disarm step_user
begin step_system_call
  movl $0xc0000081, %ecx
  xorl %eax, %eax
  movl $0x00200008, %edx
  wrmsr
  movl $0xc0000082, %ecx
  movl $2f, %eax
  xorl %edx, %edx
  wrmsr
  movl $0xc0000084, %ecx
  movl $0x100, %eax
  wrmsr
  user 1f, 0x2
1: pushq $0x102
  popfq
  syscall
2: nop
  nop
back step_system_call
  movq %r11, %r12
settle step_system_call
begin step_system_return
  movl $USER, %ecx
  addq $1f, %rcx
  movl $0x102, %r11d
  movl $USTACK, %esp
  sysretq
1: nop
  nop
back step_system_return
  movq frame_cs, %r12
settle step_system_return
begin icebp
  .byte 0xf1
disarm icebp
begin general_detect
  arm 0x2400
  movq %dr0, %rax
disarm general_detect
begin data_and_stack_shadow
  movl $DATA, %eax
  movq %rax, %dr1
  movl $16, DATA
  arm 0xf00404
  movw DATA, %ss
  nop
  nop
disarm data_and_stack_shadow
begin execute_and_stack_shadow
  movl $1f, %eax
  movq %rax, %dr0
  movl $16, %ecx
  arm 0x401
  movl %ecx, %ss
1: nop
  nop
disarm execute_and_stack_shadow
begin breakpoint_instruction
  int3
  nop
disarm breakpoint_instruction
  jmp finish
