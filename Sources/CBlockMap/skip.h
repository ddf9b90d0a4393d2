// Stepping over JSON values 64 bytes at a time.
#pragma once
#include "tokens.h"

/// Moves bits that stand at the first byte of a run of spaces behind its last.
ILK_ALWAYS uint64_t ilk_pass(uint64_t bits, uint64_t spaces, uint64_t *carried) {
  unsigned long long sum;
  *carried |= __builtin_add_overflow(spaces, bits & spaces, &sum);
  return (bits | sum) & ~spaces;
}

#define ILK_SKIP(name)                                                               \
  int64_t name(const uint8_t *text, int64_t start, int64_t end, uint64_t kinds, int64_t depth, \
               int64_t limit)

#define ILK_TOKENS ilk_tokens_16
#define ILK_RARE_BYTES ilk_rare_bytes_16
#define ILK_ALTERNATE ilk_alternate
static ILK_SKIP(ilk_skip_16)
#include "skip-body.h"
#undef ILK_TOKENS
#undef ILK_RARE_BYTES
#undef ILK_ALTERNATE

#if defined(__x86_64__)
#define ILK_ALTERNATE ilk_alternate_fast
#define ILK_TOKENS ilk_tokens_32
#define ILK_RARE_BYTES ilk_rare_bytes_32
ILK_TARGET_32 static ILK_SKIP(ilk_skip_32)
#include "skip-body.h"
#undef ILK_TOKENS
#undef ILK_RARE_BYTES
#define ILK_TOKENS ilk_tokens_64
#define ILK_RARE_BYTES ilk_rare_bytes_64
ILK_TARGET_64 static ILK_SKIP(ilk_skip_64)
#include "skip-body.h"
#undef ILK_TOKENS
#undef ILK_RARE_BYTES
#undef ILK_ALTERNATE
#endif

/// Steps over a container, or over what is left of it: returns the offset behind the bracket that
/// closes it, where brackets match, separators stand where they must and strings end; else 0.
///
/// At `start` stands its bracket where `depth` is 0. Else `depth` containers are open, the
/// innermost with bit 0 of `kinds` set where it is an object, and `start` stands behind a comma.
/// Levels may be up to `limit`, which is at most 64. Reads up to 63 bytes behind `end`, by vectors
/// of `width` bytes, which the processor must have; 0 gives up at once.
static inline int64_t ilk_skip(const void *text, int64_t start, int64_t end, uint64_t kinds,
                               int64_t depth, int64_t limit, int32_t width) {
#if defined(__x86_64__)
  if (width == 64) return ilk_skip_64((const uint8_t *)text, start, end, kinds, depth, limit);
  if (width == 32) return ilk_skip_32((const uint8_t *)text, start, end, kinds, depth, limit);
#endif
  if (width < 16) return 0;
  return ilk_skip_16((const uint8_t *)text, start, end, kinds, depth, limit);
}
