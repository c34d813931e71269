// Two processors: the second is started by INIT and SIPI, through the x2APIC's registers or, where CPUID
// does not offer it, the APIC's page. Both run the same loops on the same words; r12 to r15 hold totals
// that do not depend on who came first.
.include "boot.inc"
.set TRAMPOLINE, 0x8000
.set ROUNDS, 1000
.set STACK2, 0x1d0000
main:
  movl $0xc0000093, PDPT + 24
  movl $trampoline, %esi
  movl $TRAMPOLINE, %edi
  movl $trampoline_end - trampoline, %ecx
  rep movsb
  movl $0x000c4500, %edi
  call send
  movl $10000, %ecx
1: pause
  loop 1b
  movl $0x000c4600 + TRAMPOLINE / 4096, %edi
  call send
2: pause
  cmpl $1, ready
  jne 2b
begin exchange_add
  movl $add_values, %edi
  call both
  movq total, %r12
  movq sum, %r13
end exchange_add
begin compare_exchange
  movl $swap_values, %edi
  call both
  movq total, %r12
end compare_exchange
begin increment
  movl $count_up, %edi
  call both
  movq total, %r12
  movq sum, %r13
end increment
begin exchange_lock
  movl $guarded_by_exchange, %edi
  call both
  movq total, %r12
  movl gate, %r13d
end exchange_lock
begin bit_lock
  movl $guarded_by_bit, %edi
  call both
  movq total, %r12
  movl gate, %r13d
end bit_lock
begin wide_exchange
  movl $swap_pairs, %edi
  call both
  movq pair, %r12
  movq pair + 8, %r13
end wide_exchange
begin across_lines
  movl $count_across, %edi
  call both
  movl crossing + 62, %r12d
end across_lines
begin messages
  movl $pass_messages, %edi
  call both
  movq total, %r12
  movq sum, %r13
end messages
begin store_code
  movl $change_code, %edi
  call both
  movq total, %r12
end store_code
  jmp finish

// Writes the interrupt command in edi.
send:
  movl $1, %eax
  cpuid
  btl $21, %ecx
  jc 1f
  movl $0xfee00000, %eax
  orl $0x100, 0xf0(%rax)
  movl $0, 0x310(%rax)
  movl %edi, 0x300(%rax)
  ret
1: movl $0x80f, %ecx
  rdmsr
  orl $0x100, %eax
  wrmsr
  movl $0x830, %ecx
  movl %edi, %eax
  xorl %edx, %edx
  wrmsr
  ret

// Runs the function at edi on both processors: 0 in r11 here, 1 there.
both:
  movq $0, total
  movq $0, sum
  movl $0, gate
  movl $0, done
  movl %edi, work
  movl %edi, %eax
  xorl %r11d, %r11d
  incl round
  call *%rax
1: pause
  cmpl $1, done
  jne 1b
  ret

second:
  movl $STACK2, %esp
  movl $1, ready
  xorl %ebx, %ebx
1: pause
  cmpl round, %ebx
  je 1b
  movl round, %ebx
  movl work, %eax
  movl $1, %r11d
  call *%rax
  lock incl done
  jmp 1b

add_values:
  movl $ROUNDS, %ecx
  xorl %esi, %esi
1: movl $1, %eax
  lock xaddq %rax, total
  addq %rax, %rsi
  loop 1b
  lock addq %rsi, sum
  ret
swap_values:
  movl $ROUNDS, %ecx
1: movq total, %rax
2: leaq 3(%rax), %rdx
  lock cmpxchgq %rdx, total
  jne 2b
  loop 1b
  ret
count_up:
  movl $ROUNDS, %ecx
1: lock incq total
  lock subw $5, sum
  lock xorq $0x10000, sum
  loop 1b
  ret
guarded_by_exchange:
  movl $ROUNDS, %ecx
1: movl $1, %eax
  xchgl %eax, gate
  testl %eax, %eax
  jz 2f
  pause
  jmp 1b
2: movq total, %rdx
  addq $7, %rdx
  movq %rdx, total
  movl $0, gate
  loop 1b
  ret
guarded_by_bit:
  movl $ROUNDS, %ecx
1: lock btsl $31, gate
  jnc 2f
  pause
  jmp 1b
2: addq $9, total
  lock btrl $31, gate
  loop 1b
  ret
swap_pairs:
  pushq %rbx
  movl $ROUNDS, %esi
1: movq pair, %rax
  movq pair + 8, %rdx
2: leaq 1(%rax), %rbx
  leaq 2(%rdx), %rcx
  lock cmpxchg16b pair
  jne 2b
  decl %esi
  jnz 1b
  popq %rbx
  ret
count_across:
  movl $ROUNDS, %ecx
1: lock incl crossing + 62
  loop 1b
  ret
// Each waits for the word to have its own parity, and makes it the other's.
pass_messages:
  movl $ROUNDS, %ecx
1: movq total, %rax
  movl %eax, %edx
  andl $1, %edx
  cmpl %edx, %r11d
  je 2f
  pause
  jmp 1b
2: addq %rax, sum
  incq total
  loop 1b
  ret
// The first writes an instruction and then says so; the second executes it.
change_code:
  movl $100, %ecx
  testl %r11d, %r11d
  jnz 3f
1: movl %ecx, patched + 1
  movl %ecx, gate
2: pause
  cmpl $0, gate
  jne 2b
  loop 1b
  ret
3: pushq %rbx
4: pause
  cmpl $0, gate
  je 4b
  pushq %rcx
  xorl %eax, %eax
  cpuid
  popq %rcx
  jmp patched
.balign 64
patched:
  movl $0, %eax
  addq %rax, total
  movl $0, gate
  loop 4b
  popq %rbx
  ret

// Copied to its place: from real mode to where the first processor is.
.balign 16
trampoline:
.code16
  cli
  xorw %ax, %ax
  movw %ax, %ds
  lgdtl TRAMPOLINE + (table - trampoline)
  movl %cr0, %eax
  orb $1, %al
  movl %eax, %cr0
  ljmpl $0x38, $TRAMPOLINE + (protected - trampoline)
table: .word gdt_end - gdt - 1
  .long gdt
.code32
protected:
  movl $16, %eax
  movl %eax, %ds
  movl %eax, %ss
  movl %cr4, %eax
  orl $0x620, %eax
  movl %eax, %cr4
  movl $PML4, %eax
  movl %eax, %cr3
  movl $0xc0000080, %ecx
  movl $0x901, %eax
  xorl %edx, %edx
  wrmsr
  movl $0x80010033, %eax
  movl %eax, %cr0
  ljmp $8, $second
.code64
trampoline_end:
.balign 64
crossing: .fill 128, 1, 0
pair: .quad 0, 0
total: .quad 0
sum: .quad 0
ready: .long 0
round: .long 0
work: .long 0
done: .long 0
gate: .long 0
