// Runs instructions on the host processor (x86-64 Linux) and reports the state after each.
//
// The file named by the argument is shared with the caller: a header, then records (README.md has
// the layout). For each number read from standard input, that many records are run; the number is
// then written to standard output. Instructions run in a child that may do nothing but read, write
// and return from signals; should one of them kill it, another child goes on behind that record.
#define _GNU_SOURCE
#include <elf.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

struct state {
  uint64_t gpr[16];
  uint64_t rip, rflags, fsbase, gsbase;
  uint32_t mxcsr;
  uint16_t control, status;
  uint8_t tag, pad[7];
  uint32_t vector, error;
  uint64_t address, stray, reserved;
  uint8_t st[8][16];
  uint8_t ymm[16][32];
  uint8_t image[1024];
};

struct record {
  uint8_t code[16];
  uint8_t length, pad[15];
  struct state in, out;
};

struct header {
  volatile uint32_t count, current;
  uint8_t pad[56];
};

_Static_assert(sizeof(struct state) == 1872 && sizeof(struct record) == 3776, "layout");

// The address space of the instructions; Layout.swift has the same numbers.
#define CODE 0x200000ul
#define CODE_BYTES 0x80000ul
#define DATA 0x300000ul
#define DATA_BYTES 0x2000ul
#define MIDDLE (DATA + 0xe40)
#define MIDDLE_BYTES 896
#define END (DATA + 0x1f80)
#define END_BYTES 128
#define READ_ONLY 0x304000ul

#define NO_VECTOR 0xffffffffu
#define TIMEOUT 0x200
#define KILLED 0x100

// What run_test loads and stores.
uint64_t in_gpr[16], in_flags, in_target, in_fs, in_gs;
uint64_t out_gpr[16], out_flags, out_fs, out_gs;
uint64_t home_rsp, home_fs, home_gs;
uint32_t state_mask;
_Alignas(64) uint8_t xin[4096], xout[4096];
_Alignas(64) uint8_t own_stack[65536], signal_stack[262144];

void run_test(void);
void stub_exit(void);
void fault_entry(int, siginfo_t *, void *);

asm(".text\n"
    ".globl run_test\n"
    "run_test:\n"
    "  push %rbx; push %rbp; push %r12; push %r13; push %r14; push %r15\n"
    "  mov %rsp, home_rsp(%rip)\n"
    "  mov state_mask(%rip), %eax\n"
    "  xor %edx, %edx\n"
    "  xrstor64 xin(%rip)\n"
    "  mov in_fs(%rip), %rax; wrfsbase %rax\n"
    "  mov in_gs(%rip), %rax; wrgsbase %rax\n"
    "  push in_flags(%rip)\n"
    "  mov in_gpr(%rip), %rax\n"
    "  mov in_gpr+8(%rip), %rcx\n"
    "  mov in_gpr+16(%rip), %rdx\n"
    "  mov in_gpr+24(%rip), %rbx\n"
    "  mov in_gpr+40(%rip), %rbp\n"
    "  mov in_gpr+48(%rip), %rsi\n"
    "  mov in_gpr+56(%rip), %rdi\n"
    "  mov in_gpr+64(%rip), %r8\n"
    "  mov in_gpr+72(%rip), %r9\n"
    "  mov in_gpr+80(%rip), %r10\n"
    "  mov in_gpr+88(%rip), %r11\n"
    "  mov in_gpr+96(%rip), %r12\n"
    "  mov in_gpr+104(%rip), %r13\n"
    "  mov in_gpr+112(%rip), %r14\n"
    "  mov in_gpr+120(%rip), %r15\n"
    "  popfq\n"
    "  mov in_gpr+32(%rip), %rsp\n"
    "  jmp *in_target(%rip)\n"
    // Where the code goes that fell through: saves everything, touching no flag before it is saved.
    ".globl stub_exit\n"
    "stub_exit:\n"
    "  mov %rsp, out_gpr+32(%rip)\n"
    "  lea own_stack+65536(%rip), %rsp\n"
    "  pushfq\n"
    "  push $0x202\n"
    "  popfq\n"
    "  mov %rax, out_gpr(%rip)\n"
    "  mov %rcx, out_gpr+8(%rip)\n"
    "  mov %rdx, out_gpr+16(%rip)\n"
    "  mov %rbx, out_gpr+24(%rip)\n"
    "  mov %rbp, out_gpr+40(%rip)\n"
    "  mov %rsi, out_gpr+48(%rip)\n"
    "  mov %rdi, out_gpr+56(%rip)\n"
    "  mov %r8, out_gpr+64(%rip)\n"
    "  mov %r9, out_gpr+72(%rip)\n"
    "  mov %r10, out_gpr+80(%rip)\n"
    "  mov %r11, out_gpr+88(%rip)\n"
    "  mov %r12, out_gpr+96(%rip)\n"
    "  mov %r13, out_gpr+104(%rip)\n"
    "  mov %r14, out_gpr+112(%rip)\n"
    "  mov %r15, out_gpr+120(%rip)\n"
    "  pop out_flags(%rip)\n"
    "  rdfsbase %rax; mov %rax, out_fs(%rip)\n"
    "  rdgsbase %rax; mov %rax, out_gs(%rip)\n"
    "  mov home_fs(%rip), %rax; wrfsbase %rax\n"
    "  mov home_gs(%rip), %rax; wrgsbase %rax\n"
    "  mov state_mask(%rip), %eax\n"
    "  xor %edx, %edx\n"
    "  xsave64 xout(%rip)\n"
    "leave_test:\n"
    "  mov home_rsp(%rip), %rsp\n"
    "  pop %r15; pop %r14; pop %r13; pop %r12; pop %rbp; pop %rbx\n"
    "  ret\n"
    ".globl fault_entry\n"
    "fault_entry:\n"
    "  push $0x202\n"
    "  popfq\n"
    "  rdfsbase %rax; mov %rax, out_fs(%rip)\n"
    "  rdgsbase %rax; mov %rax, out_gs(%rip)\n"
    "  mov home_fs(%rip), %rax; wrfsbase %rax\n"
    "  mov home_gs(%rip), %rax; wrgsbase %rax\n"
    "  and $-16, %rsp\n"
    "  call note_fault\n"
    "  jmp leave_test\n"
    ".globl tick_entry\n"
    "tick_entry:\n"
    "  push $0x202\n"
    "  popfq\n"
    "  push %rbx; push %rbp; push %r12\n"
    "  rdfsbase %rbx\n"
    "  rdgsbase %rbp\n"
    "  mov home_fs(%rip), %rax; wrfsbase %rax\n"
    "  call note_tick\n"
    "  test %eax, %eax\n"
    "  jnz 1f\n"
    "  wrfsbase %rbx\n"
    "  wrgsbase %rbp\n"
    "  pop %r12; pop %rbp; pop %rbx\n"
    "  ret\n"
    "1: mov %rbx, out_fs(%rip)\n"
    "  mov %rbp, out_gs(%rip)\n"
    "  mov home_gs(%rip), %rax; wrgsbase %rax\n"
    "  jmp leave_test\n");

void tick_entry(int, siginfo_t *, void *);

static struct header *header;
static struct record *records;
static volatile int testing;
static int by_signal;
static uint64_t signal_rip;
static uint32_t signal_vector, signal_error;
static uint64_t signal_address;

static void save_context(ucontext_t *context, uint32_t vector) {
  static const int order[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP,
                                REG_RSI, REG_RDI, REG_R8,  REG_R9,  REG_R10, REG_R11,
                                REG_R12, REG_R13, REG_R14, REG_R15};
  greg_t *from = context->uc_mcontext.gregs;
  for (int i = 0; i < 16; i++) out_gpr[i] = (uint64_t)from[order[i]];
  out_flags = (uint64_t)from[REG_EFL];
  signal_rip = (uint64_t)from[REG_RIP];
  signal_vector = vector;
  signal_error = (uint32_t)from[REG_ERR];
  signal_address = (uint64_t)from[REG_CR2];
  memcpy(xout, context->uc_mcontext.fpregs, 832);
  by_signal = 1;
}

__attribute__((used)) void note_fault(int number, siginfo_t *info, void *context) {
  (void)number, (void)info;
  if (!testing) _exit(98);
  ucontext_t *at = context;
  save_context(at, (uint32_t)at->uc_mcontext.gregs[REG_TRAPNO]);
}

// A record that is still running after two ticks does not end.
__attribute__((used)) int note_tick(int number, siginfo_t *info, void *context) {
  static uint32_t last;
  static int seen;
  (void)number, (void)info;
  if (!testing || header->current != last) {
    last = header->current;
    seen = 0;
    return 0;
  }
  if (++seen < 3) return 0;
  save_context(context, TIMEOUT);
  return 1;
}

static int is_zero(const uint8_t *at, size_t count) {
  const uint64_t *words = (const uint64_t *)at;
  for (size_t i = 0; i < count / 8; i++)
    if (words[i]) return 0;
  return 1;
}

// A number for bytes that should be zero and are not.
static uint64_t stray_bytes(uint8_t *at, size_t count) {
  if (is_zero(at, count)) return 0;
  uint64_t sum = 14695981039346656037u;
  for (size_t i = 0; i < count; i++)
    if (at[i]) sum = (sum ^ (((uint64_t)(uintptr_t)(at + i) << 8) | at[i])) * 1099511628211u;
  memset(at, 0, count);
  return sum | 1;
}

static void run(struct record *record) {
  const struct state *in = &record->in;
  struct state *out = &record->out;
  uint8_t *code = (uint8_t *)in->rip;
  int length = record->length;
  if (in->rip < CODE || in->rip > CODE + CODE_BYTES - 64 || length > 15) return;
  uint8_t line[32];
  memset(line, 0xcc, 32);
  memcpy(line, record->code, (size_t)length);
  static const uint8_t jump[6] = {0xff, 0x25, 0, 0, 0, 0};
  uint64_t exit_address = (uint64_t)stub_exit;
  memcpy(line + length, jump, 6);
  memcpy(line + length + 6, &exit_address, 8);
  memcpy(code, line, 32);
  memcpy((void *)MIDDLE, in->image, MIDDLE_BYTES);
  memcpy((void *)END, in->image + MIDDLE_BYTES, END_BYTES);
  memcpy(in_gpr, in->gpr, 128);
  in_flags = (in->rflags & 0x240cd5) | 0x202;
  in_target = in->rip;
  in_fs = in->fsbase;
  in_gs = in->gsbase;
  memset(xin + 512, 0, 64);
  memcpy(xin, &in->control, 2);
  memcpy(xin + 2, &in->status, 2);
  xin[4] = in->tag;
  memcpy(xin + 24, &in->mxcsr, 4);
  memcpy(xin + 32, in->st, 128);
  for (int i = 0; i < 16; i++) {
    memcpy(xin + 160 + 16 * i, in->ymm[i], 16);
    memcpy(xin + 576 + 16 * i, in->ymm[i] + 16, 16);
  }
  xin[512] = (uint8_t)state_mask;
  by_signal = 0;
  testing = 1;
  asm volatile("" ::: "memory");
  run_test();
  asm volatile("" ::: "memory");
  testing = 0;
  memcpy(out->gpr, out_gpr, 128);
  out->rflags = out_flags;
  out->fsbase = out_fs;
  out->gsbase = out_gs;
  out->vector = NO_VECTOR;
  out->error = 0;
  out->address = 0;
  out->rip = in->rip + (uint64_t)length;
  if (by_signal) {
    uint64_t before = signal_rip - 1;
    int inside = before >= in->rip && before < in->rip + (uint64_t)length;
    if (signal_vector == 3 && !inside) {
      out->rip = before;
    } else {
      out->rip = signal_rip;
      out->vector = signal_vector;
      out->error = signal_error;
      if (signal_vector == 14) out->address = signal_address;
    }
  }
  memcpy(&out->control, xout, 2);
  memcpy(&out->status, xout + 2, 2);
  out->tag = xout[4];
  memcpy(&out->mxcsr, xout + 24, 4);
  memcpy(out->st, xout + 32, 128);
  for (int i = 0; i < 16; i++) {
    memcpy(out->ymm[i], xout + 160 + 16 * i, 16);
    if (state_mask & 4) memcpy(out->ymm[i] + 16, xout + 576 + 16 * i, 16);
    else memset(out->ymm[i] + 16, 0, 16);
  }
  memcpy(out->image, (void *)MIDDLE, MIDDLE_BYTES);
  memcpy(out->image + MIDDLE_BYTES, (void *)END, END_BYTES);
  memset((void *)MIDDLE, 0, MIDDLE_BYTES);
  memset((void *)END, 0, END_BYTES);
  out->stray = stray_bytes((uint8_t *)DATA, DATA_BYTES);
}

static int map(uintptr_t address, size_t count, int protection) {
  void *at = mmap((void *)address, count, protection,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  return at == (void *)address;
}

static void install(int number, void (*handler)(int, siginfo_t *, void *)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER | SA_RESTART;
  sigaction(number, &action, 0);
}

static int finish_batch(void) {
  uint32_t count = header->count;
  // Instructions may have stored into the pages that branches lead to.
  memset((void *)CODE, 0xcc, CODE_BYTES);
  while (header->current < count) {
    run(&records[header->current]);
    header->current++;
  }
  return write(1, &count, 4) == 4;
}

// The child: finishes a batch that another began, then takes batches until the input ends.
static void serve(int resume) {
  static const int faults[] = {SIGSEGV, SIGILL, SIGFPE, SIGBUS, SIGTRAP};
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, 0);
  for (unsigned i = 0; i < sizeof faults / sizeof *faults; i++) install(faults[i], fault_entry);
  install(SIGALRM, tick_entry);
  struct itimerval every = {{0, 100000}, {0, 100000}};
  setitimer(ITIMER_REAL, &every, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) != 0) _exit(97);
  if (resume && !finish_batch()) return;
  uint32_t count;
  while (read(0, &count, 4) == 4) {
    header->count = count;
    header->current = 0;
    if (!finish_batch()) return;
  }
}

static void leave(int code) {
  // The exit system call by hand: exit_group is not among those a sealed process may use.
  asm volatile("syscall" ::"a"(60), "D"(code) : "rcx", "r11", "memory");
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  int file = open(arguments[1], O_RDWR);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) return 66;
  header = mmap(0, (size_t)status.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (header == MAP_FAILED) return 66;
  records = (struct record *)(header + 1);
  if (!(getauxval(AT_HWCAP2) & 2)) {
    fprintf(stderr, "native: the kernel does not offer the FSGSBASE instructions\n");
    return 69;
  }
  if (!map(CODE, CODE_BYTES, PROT_READ | PROT_WRITE | PROT_EXEC)
      || !map(DATA, DATA_BYTES, PROT_READ | PROT_WRITE)
      || !map(READ_ONLY, 4096, PROT_READ | PROT_WRITE)) {
    fprintf(stderr, "native: the addresses of the instructions are taken\n");
    return 69;
  }
  memset((void *)CODE, 0xcc, CODE_BYTES);
  for (int i = 0; i < 4096; i++) ((uint8_t *)READ_ONLY)[i] = (uint8_t)(i * 7 + 3);
  mprotect((void *)READ_ONLY, 4096, PROT_READ);
  uint32_t low, high;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  state_mask = low & 7;
  asm volatile("rdfsbase %0" : "=r"(home_fs));
  asm volatile("rdgsbase %0" : "=r"(home_gs));
  header->count = header->current = 0;
  for (int resume = 0;; resume = 1) {
    pid_t child = fork();
    if (child < 0) return 71;
    if (child == 0) {
      serve(resume);
      leave(0);
    }
    int ending = 0;
    waitpid(child, &ending, 0);
    if (WIFEXITED(ending) && WEXITSTATUS(ending) == 0) return 0;
    if (WIFEXITED(ending)) return WEXITSTATUS(ending);
    if (header->current >= header->count) return 70;
    records[header->current].out.vector = KILLED + (uint32_t)WTERMSIG(ending);
    header->current++;
  }
}
