// The processor's count of instructions that this thread retires in user mode.
#pragma once
#include <stdint.h>

#if defined(__linux__)
#include <linux/perf_event.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Opens the counter; negative where the system does not give it.
static inline int ilk_open_instruction_counter(void) {
  struct perf_event_attr attr;
  memset(&attr, 0, sizeof attr);
  attr.size = sizeof attr;
  attr.type = PERF_TYPE_HARDWARE;
  attr.config = PERF_COUNT_HW_INSTRUCTIONS;
  attr.exclude_kernel = 1;
  attr.exclude_hv = 1;
  return (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0);
}

static inline uint64_t ilk_read_counter(int counter) {
  uint64_t value = 0;
  return read(counter, &value, sizeof value) == (ssize_t)sizeof value ? value : 0;
}
#else
static inline int ilk_open_instruction_counter(void) { return -1; }
static inline uint64_t ilk_read_counter(int counter) { return (void)counter, 0; }
#endif
