// libFuzzer's driver, for a program that has a main function of its own.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef int (*ilk_fuzz_target)(const uint8_t *data, size_t size);

int LLVMFuzzerRunDriver(int *argc, char ***argv, ilk_fuzz_target target);

/// Feeds inputs to the target as libFuzzer's arguments say, of which the first is left out.
static inline int ilk_fuzz(int argc, char **argv, ilk_fuzz_target target) {
  argc -= 1;
  argv += 1;
  return LLVMFuzzerRunDriver(&argc, &argv, target);
}
