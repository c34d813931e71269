// Self-modifying code, instructions across pages, lengths, locked and atomic instructions, alignment.
.include "boot.inc"
.set DATA, FRAMES + 0x8000
.macro map index, flags
  movq $FRAMES + \index * 4096 + \flags, TABLE + \index * 8
  invlpg WINDOW + \index * 4096
.endm
.macro flags register
  pushfq
  popq \register
  andl $0x8d5, \register\()d
.endm
main:
  map 0, 3
  map 1, 3
  map 2, 2
begin modify_next
  movb $0xff, 1f + 1
1: movb $1, %r12b
back modify_next
  movzbl %r12b, %r12d
report modify_next
begin modify_immediate
  movl $0x11223344, 1f + 2
  jmp 1f
1: movl $0, %r12d
end modify_immediate
begin modify_in_loop
  movl $4, %ecx
2: addl $1, %r12d
1: addl $1, %r13d
  incb 1b + 3
  loop 2b
end modify_in_loop
begin modify_by_alias
  movl $0x99, 1f + 2 + USER
  cpuid
1: movl $0, %r12d
end modify_by_alias
begin modify_backward
  movl $3, %ecx
1: nop
  movb $0xf8, 1b
  movb $0xf9, 1b
  cmc
  rclq $1, %r12
  loop 1b
end modify_backward
begin modify_by_string
  movl $1f, %edi
  movb $0x90, %al
  movl $2, %ecx
  rep stosb
1: ud2
  movl $7, %r12d
end modify_by_string
begin across_pages
  movl $0xb8, FRAMES + 0xfff
  movl $0x12345678, FRAMES + 0x1000
  movb $0xc3, FRAMES + 0x1004
  movl $WINDOW + 0xfff, %edx
  call *%rdx
  movl %eax, %r12d
end across_pages
begin across_pages_modified
  movb $0x99, FRAMES + 0x1000
  call *%rdx
  movl %eax, %r12d
end across_pages_modified
begin across_pages_remapped
  movl $0x0abbccdd, FRAMES + 0x9000
  movb $0xc3, FRAMES + 0x9004
  movq $FRAMES + 0x9003, TABLE + 8
  invlpg WINDOW + 0x1000
  call *%rdx
  movl %eax, %r12d
end across_pages_remapped
begin across_missing
  movq $FRAMES + 0x1003, TABLE + 8
  invlpg WINDOW + 0x1000
  movb $0xb8, FRAMES + 0x1ffe
  movl $WINDOW + 0x1ffe, %edx
  jmp *%rdx
end across_missing
begin across_no_execute
  movq $FRAMES + 0x2003, TABLE + 16
  btsq $63, TABLE + 16
  invlpg WINDOW + 0x2000
  jmp *%rdx
end across_no_execute
begin just_before_missing
  map 2, 2
  movl $0xc3c3c3c3, FRAMES + 0x1ffc
  movl $WINDOW + 0x1fff, %edx
  call *%rdx
  incl %r12d
end just_before_missing
begin fifteen_bytes
  .fill 14, 1, 0x66
  nop
  incl %r12d
end fifteen_bytes
begin sixteen_bytes
  .fill 15, 1, 0x66
  nop
end sixteen_bytes
begin sixteen_with_operands
  .byte 0x2e, 0x2e, 0x2e, 0x2e, 0x67, 0x66, 0x81, 0x84, 0x88, 0, 0, 0, 0, 0x34, 0x12
  incl %r12d
  .byte 0x2e, 0x2e, 0x2e, 0x2e, 0x2e, 0x67, 0x66, 0x81, 0x84, 0x88, 0, 0, 0, 0, 0x34, 0x12
end sixteen_with_operands
begin exchange_equal
  movq $5, DATA
  movl $5, %eax
  movl $9, %ecx
  lock cmpxchgq %rcx, DATA
  flags %r12
  movq DATA, %r13
end exchange_equal
begin exchange_unequal
  movl $4, %eax
  cmpxchgq %rcx, DATA
  flags %r12
  movq DATA, %r13
  movq %rax, %r14
end exchange_unequal
begin exchange_widths
  movq $-1, %rax
  movq %rax, DATA
  movabsq $0x5555555500000000, %rax
  cmpxchgl %ecx, DATA
  movq %rax, %r12
  movabsq $0x55555555ffffffff, %rax
  cmpxchgl %ecx, DATA
  movq %rax, %r13
  movq DATA, %r14
end exchange_widths
begin exchange_register
  movabsq $0x1111111122222222, %rdx
  movl $1, %eax
  cmpxchgl %ecx, %edx
  movq %rdx, %r12
  movq %rax, %r13
end exchange_register
begin exchange_8_bytes
  movq $0x1234, DATA
  xorl %edx, %edx
  movl $0x1234, %eax
  movl $7, %ebx
  movl $8, %ecx
  lock cmpxchg8b DATA
  flags %r12
  movq DATA, %r13
end exchange_8_bytes
begin exchange_16_bytes
  movq $1, DATA
  movq $2, DATA + 8
  movl $1, %eax
  movl $2, %edx
  lock cmpxchg16b DATA
  flags %r12
  movq DATA, %r13
  movq DATA + 8, %r14
end exchange_16_bytes
begin exchange_16_unequal
  cmpxchg16b DATA
  flags %r12
  movq %rax, %r13
  movq %rdx, %r14
end exchange_16_unequal
begin exchange_16_misaligned
  cmpxchg16b DATA + 8
end exchange_16_misaligned
begin add_and_exchange
  movq $100, DATA
  movl $-3, %eax
  lock xaddl %eax, DATA
  flags %r12
  movq DATA, %r13
  movl %eax, %r14d
end add_and_exchange
begin add_and_exchange_same
  movl $21, %eax
  xaddl %eax, %eax
  movq %rax, %r12
end add_and_exchange_same
begin exchange_memory
  movq $0x77, DATA
  movl $0x66, %eax
  xchgq %rax, DATA
  movq %rax, %r12
  movq DATA, %r13
end exchange_memory
begin lock_arithmetic
  movl $0x7fffffff, DATA
  lock incl DATA
  flags %r12
  lock negl DATA
  flags %r13
  lock btsl $35, DATA
  flags %r14
  movl DATA, %r15d
end lock_arithmetic
begin lock_compare
  .byte 0xf0, 0x39, 0x04, 0x25, 0, 0, 0x60, 0
end lock_compare
begin lock_bit_test
  .byte 0xf0, 0x0f, 0xa3, 0x04, 0x25, 0, 0, 0x60, 0
end lock_bit_test
begin lock_nop
  .byte 0xf0, 0x90
end lock_nop
begin bit_strings
  movq $0, DATA
  movq $0, DATA + 8
  movq $-1, %rax
  btsq %rax, DATA + 8
  movl $70, %eax
  btsq %rax, DATA
  movq DATA, %r12
  movq DATA + 8, %r13
end bit_strings
begin aligned_move
  movaps DATA + 8, %xmm0
end aligned_move
begin unaligned_move
  movups DATA + 8, %xmm0
  movq %xmm0, %r12
end unaligned_move
begin aligned_arithmetic
  paddd DATA + 4, %xmm0
end aligned_arithmetic
begin save_misaligned
  fxsave DATA + 8
end save_misaligned
begin quotient_too_large
  movl $2, %edx
  movl $2, %ecx
  divl %ecx
end quotient_too_large
begin most_negative_quotient
  movl $0x80000000, %eax
  cltd
  movl $-1, %ecx
  idivl %ecx
end most_negative_quotient
begin enter_nested
  movl $STACK - 0x100, %ebp
  enter $16, $2
  movl $STACK, %r12d
  subq %rsp, %r12
  movl $STACK, %r13d
  subq %rbp, %r13
end enter_nested
begin push_pop_segments
  pushq %fs
  popq %r12
  movw $0x10, %ax
  movw %ax, %fs
  movl %fs, %r13d
end push_pop_segments
begin pop_stack_pointer
  pushq $STACK - 0x200
  popq %rsp
  movq %rsp, %r12
end pop_stack_pointer
begin push_stack_pointer
  pushq %rsp
  popq %rax
  movl $STACK, %r12d
  subq %rax, %r12
end push_stack_pointer
begin repeat_nothing
  xorl %ecx, %ecx
  movl $1, %edi
  repe cmpsb
  movq %rdi, %r12
end repeat_nothing
begin repeat_address_size
  movabsq $0x100000002, %rcx
  movabsq $0x100000000 + DATA, %rdi
  .byte 0x67, 0xf3, 0xaa
  movq %rcx, %r12
  movq %rdi, %r13
end repeat_address_size
begin load_code_segment
  .byte 0x8e, 0xc8
end load_code_segment
begin removed_instruction
  .byte 0xce
end removed_instruction
begin undefined_by_design
  .byte 0x0f, 0xb9, 0xc0
end undefined_by_design
begin long_branch
  xorl %eax, %eax
  jz 1f
  ud2
1: jrcxz 2f
2: loopne 3f
3: movq %rcx, %r12
end long_branch
  jmp finish
