// Page tables: accessed and dirty bits, rights, page sizes, reserved bits, accesses across pages.
.include "boot.inc"
.macro map index, flags
  movq $FRAMES + \index * 4096 + \flags, TABLE + \index * 8
  invlpg WINDOW + \index * 4096
.endm
.macro show index
  movq TABLE + \index * 8, %r12
  andl $0xfff, %r12d
.endm
.macro nx index
  btsq $63, TABLE + \index * 8
  invlpg WINDOW + \index * 4096
.endm
main:
  movl $0xc3c3c3c3, FRAMES + 0x1000
  movl $0xc3c3c3c3, FRAMES + 0x2000
begin read_sets_accessed
  map 0, 3
  movq WINDOW, %rax
  show 0
end read_sets_accessed
begin write_sets_dirty
  map 0, 3
  movq %rax, WINDOW
  show 0
end write_sets_dirty
begin write_after_read_sets_dirty
  map 0, 3
  movq WINDOW, %rax
  movq %rax, WINDOW
  show 0
end write_after_read_sets_dirty
begin fetch_sets_accessed
  map 1, 3
  movl $WINDOW + 0x1000, %eax
  call *%rax
  show 1
end fetch_sets_accessed
begin directory_accessed
  movq $TABLE + 7, WINDOWS
  movq %cr3, %rax
  movq %rax, %cr3
  movq WINDOW, %rax
  movzwl WINDOWS, %r12d
end directory_accessed
begin missing_read
  map 0, 2
  movq WINDOW + 0x123, %rax
end missing_read
begin missing_write
  movq %rax, WINDOW + 0x123
end missing_write
begin missing_modify
  addq %rax, WINDOW + 0x123
end missing_modify
begin missing_fetch
  movl $WINDOW + 0x10, %eax
  jmp *%rax
end missing_fetch
begin missing_top
  movabsq $0x7f8000000000, %rax
  movb (%rax), %al
end missing_top
begin read_only
  map 0, 1
  movb %al, WINDOW
end read_only
begin read_only_exchange
  movq $1, %rax
  cmpxchgq %rcx, WINDOW
end read_only_exchange
begin read_only_without_wp
  movq %cr0, %rbx
  movq %rbx, %rax
  btrq $16, %rax
  movq %rax, %cr0
  movb %al, WINDOW
  movq %rbx, %cr0
  show 0
end read_only_without_wp
begin read_only_directory
  map 0, 7
  movq $TABLE + 5, WINDOWS
  movq %cr3, %rax
  movq %rax, %cr3
  movb %al, WINDOW
back read_only_directory
  movq $TABLE + 7, WINDOWS
  movq %cr3, %rax
  movq %rax, %cr3
report read_only_directory
begin no_execute
  map 1, 3
  nx 1
  movl $WINDOW + 0x1000, %eax
  call *%rax
end no_execute
begin no_execute_read
  movzbl WINDOW + 0x1000, %r12d
end no_execute_read
begin no_execute_not_enabled
  movl $0xc0000080, %ecx
  rdmsr
  btrl $11, %eax
  wrmsr
  invlpg WINDOW + 0x1000
  movb WINDOW + 0x1000, %al
back no_execute_not_enabled
  movl $0xc0000080, %ecx
  rdmsr
  btsl $11, %eax
  wrmsr
report no_execute_not_enabled
begin reserved_physical_bit
  map 0, 3
  btsq $51, TABLE
  invlpg WINDOW
  movb WINDOW, %al
end reserved_physical_bit
begin reserved_large_bit
  movq $FRAMES + 0x2083, WINDOWS + 16
  movb WINDOW + 0x400000, %al
end reserved_large_bit
begin reserved_top_size_bit
  movq $PDPT + 0x83, PML4 + 8
  movabsq $0x8000000000, %rax
  movb (%rax), %al
end reserved_top_size_bit
begin user_reads_supervisor
  map 0, 3
  user 1f
1: movb WINDOW, %al
end user_reads_supervisor
begin user_writes_read_only
  map 0, 5
  user 1f
1: movb %al, WINDOW
end user_writes_read_only
begin user_writes_missing
  map 0, 4
  user 1f
1: movb %al, WINDOW
end user_writes_missing
begin user_fetches_supervisor
  map 1, 3
  user 1f
1: movl $WINDOW + 0x1000, %eax
  jmp *%rax
end user_fetches_supervisor
begin user_directory_supervisor
  map 0, 7
  movq $TABLE + 3, WINDOWS
  movq %cr3, %rax
  movq %rax, %cr3
  user 1f
1: movb WINDOW, %al
back user_directory_supervisor
  movq $TABLE + 7, WINDOWS
  movq %cr3, %rax
  movq %rax, %cr3
report user_directory_supervisor
begin supervisor_fetches_user
  map 2, 7
  movl $WINDOW + 0x2000, %eax
  call *%rax
  show 2
end supervisor_fetches_user
begin execution_prevention
  movq %cr4, %rax
  btsq $20, %rax
  movq %rax, %cr4
  movl $WINDOW + 0x2000, %eax
  call *%rax
back execution_prevention
  movq %cr4, %rax
  btrq $20, %rax
  movq %rax, %cr4
report execution_prevention
begin large_page
  movq $0x1122334455667788, %rax
  movq %rax, FRAMES + 0x12340
  movq $FRAMES + 0x83, WINDOWS + 16
  invlpg WINDOW + 0x400000
  movq WINDOW + 0x412340, %r13
  movzwl WINDOWS + 16, %r12d
  movb %al, WINDOW + 0x412340
  movzwl WINDOWS + 16, %r14d
end large_page
begin huge_page
  movq $0x83, PDPT + 16
  movl $0x80000000 + FRAMES + 0x12340, %eax
  movq (%rax), %r13
  movzwl PDPT + 16, %r12d
  movq %rax, 8(%rax)
  movzwl PDPT + 16, %r14d
end huge_page
begin invalidation
  movl $0xaa, FRAMES + 0x3000
  movl $0xbb, FRAMES + 0x4000
  map 3, 3
  movl WINDOW + 0x3000, %r12d
  movq $FRAMES + 0x4003, TABLE + 3 * 8
  invlpg WINDOW + 0x3000
  movl WINDOW + 0x3000, %r13d
  movq $FRAMES + 0x3003, TABLE + 3 * 8
  movq %cr3, %rax
  movq %rax, %cr3
  movl WINDOW + 0x3000, %r14d
end invalidation
begin invalidation_of_nothing
  movabsq $0x8000000000000000, %rax
  invlpg (%rax)
end invalidation_of_nothing
begin load_across_pages
  map 3, 3
  map 4, 3
  movl $0x11223344, FRAMES + 0x3ffc
  movl $0x55667788, FRAMES + 0x4000
  movq WINDOW + 0x3ffc, %r12
end load_across_pages
begin store_across_pages
  movq $FRAMES + 0x9003, TABLE + 4 * 8
  invlpg WINDOW + 0x4000
  movabsq $0xa1a2a3a4a5a6a7a8, %rax
  movq %rax, WINDOW + 0x3ffb
  movq FRAMES + 0x3ff8, %r12
  movq FRAMES + 0x9000, %r13
end store_across_pages
begin store_across_into_nothing
  map 4, 2
  movq $-1, %rax
  movq %rax, WINDOW + 0x3ffe
back store_across_into_nothing
  movq FRAMES + 0x3ff8, %r12
report store_across_into_nothing
begin exchange_across_into_read_only
  map 4, 1
  movq $-1, %rax
  xchgq %rax, WINDOW + 0x3ffe
back exchange_across_into_read_only
  movq FRAMES + 0x3ff8, %r12
report exchange_across_into_read_only
begin push_into_nothing
  map 4, 2
  movl $WINDOW + 0x5000, %esp
  pushq %rax
end push_into_nothing
begin pop_to_nothing
  map 4, 2
  movl $STACK - 64, %esp
  popq WINDOW + 0x4000
end pop_to_nothing
begin rep_stops_at_page
  map 4, 2
  movl $WINDOW + 0x3ff0, %edi
  movl $100, %ecx
  movb $0x5a, %al
  rep stosb
back rep_stops_at_page
  movq %rcx, %r12
  movq %rdi, %r13
  movq FRAMES + 0x3ff8, %r14
report rep_stops_at_page
begin noncanonical_load
  movabsq $0x800000000000, %rax
  movb (%rax), %al
end noncanonical_load
begin noncanonical_end
  movabsq $0x7fffffffffff, %rax
  movb (%rax), %al
end noncanonical_end
begin noncanonical_push
  movabsq $0x800000000008, %rsp
  pushq %rax
end noncanonical_push
begin noncanonical_rbp
  movabsq $0x800000000008, %rbp
  movb (%rbp), %al
end noncanonical_rbp
begin noncanonical_jump
  movabsq $0x800000000008, %rax
  jmp *%rax
end noncanonical_jump
  jmp finish
