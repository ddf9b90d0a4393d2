// Sixteen bytes at a time: a bit for each byte of a kind, or the index of the first such byte, 16
// where there is none.
#pragma once
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
typedef __m128i ilk_block;
#define ILK_LOAD(p) _mm_loadu_si128((const __m128i *)(p))
#define ILK_SPLAT(c) _mm_set1_epi8((char)(c))
#define ILK_EQUAL(a, b) _mm_cmpeq_epi8(a, b)
#define ILK_OR(a, b) _mm_or_si128(a, b)
#define ILK_MINUS(a, b) _mm_sub_epi8(a, b)
// Bytes at most c: those that the minimum with c leaves alone.
#define ILK_AT_MOST(v, c) _mm_cmpeq_epi8(_mm_min_epu8(v, ILK_SPLAT(c)), v)
#define ILK_AT_LEAST(v, c) _mm_cmpeq_epi8(_mm_max_epu8(v, ILK_SPLAT(c)), v)
// As signed bytes below c, so for c above 0 those beyond ASCII too.
#define ILK_BELOW(v, c) _mm_cmpgt_epi8(ILK_SPLAT(c), v)
#define ILK_BITS(v) ((uint32_t)_mm_movemask_epi8(v))
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
typedef v128_t ilk_block;
#define ILK_LOAD(p) wasm_v128_load(p)
#define ILK_SPLAT(c) wasm_i8x16_splat((int8_t)(c))
#define ILK_EQUAL(a, b) wasm_i8x16_eq(a, b)
#define ILK_OR(a, b) wasm_v128_or(a, b)
#define ILK_MINUS(a, b) wasm_i8x16_sub(a, b)
#define ILK_AT_MOST(v, c) wasm_u8x16_le(v, ILK_SPLAT(c))
#define ILK_AT_LEAST(v, c) wasm_u8x16_ge(v, ILK_SPLAT(c))
#define ILK_BELOW(v, c) wasm_i8x16_lt(v, ILK_SPLAT(c))
#define ILK_BITS(v) ((uint32_t)wasm_i8x16_bitmask(v))
#else
// Vector extensions where there is no movemask: the compiler picks the instructions.
typedef uint8_t ilk_block __attribute__((vector_size(16)));
static inline ilk_block ilk_load(const void *p) {
  ilk_block v;
  __builtin_memcpy(&v, p, 16);
  return v;
}
static inline ilk_block ilk_splat(uint8_t c) { return (ilk_block){0} + c; }
static inline uint32_t ilk_bits(ilk_block v) {
  const ilk_block weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  ilk_block high = (ilk_block)(v >= 128) & weights;
  uint32_t low = 0, upper = 0;
  for (int i = 0; i < 8; i++) low |= high[i], upper |= high[i + 8];
  return low | upper << 8;
}
#define ILK_LOAD(p) ilk_load(p)
#define ILK_SPLAT(c) ilk_splat((uint8_t)(c))
#define ILK_EQUAL(a, b) ((ilk_block)((a) == (b)))
#define ILK_OR(a, b) ((a) | (b))
#define ILK_MINUS(a, b) ((a) - (b))
#define ILK_AT_MOST(v, c) ((ilk_block)((v) <= ILK_SPLAT(c)))
#define ILK_AT_LEAST(v, c) ((ilk_block)((v) >= ILK_SPLAT(c)))
typedef int8_t ilk_signed __attribute__((vector_size(16)));
#define ILK_BELOW(v, c) ((ilk_block)((ilk_signed)(v) < (ilk_signed)ILK_SPLAT(c)))
#define ILK_BITS(v) ilk_bits(v)
#endif

/// Asks for the line of memory at p.
static inline void ilk_fetch(const void *p) { __builtin_prefetch(p); }

static inline int32_t ilk_first(uint32_t bits) { return __builtin_ctz(bits | 0x10000); }

/// A bit for each byte that ends a plain ASCII string or needs a closer look: `"`, `\`, a control
/// character, or a byte of a character beyond ASCII.
static inline uint32_t ilk_string_stops(const void *p) {
  ilk_block v = ILK_LOAD(p);
  ilk_block stop = ILK_OR(ILK_EQUAL(v, ILK_SPLAT('"')), ILK_EQUAL(v, ILK_SPLAT('\\')));
  return ILK_BITS(ILK_OR(stop, ILK_BELOW(v, 0x20)));
}

/// The same in 32 bytes.
static inline uint32_t ilk_long_string_stops(const void *p) {
  return ilk_string_stops(p) | ilk_string_stops((const char *)p + 16) << 16;
}

/// The first such byte, passing over those beyond ASCII.
static inline int32_t ilk_quote_stop(const void *p) {
  ilk_block v = ILK_LOAD(p);
  ilk_block stop = ILK_OR(ILK_EQUAL(v, ILK_SPLAT('"')), ILK_EQUAL(v, ILK_SPLAT('\\')));
  return ilk_first(ILK_BITS(ILK_OR(stop, ILK_AT_MOST(v, 0x1F))));
}

/// A bit for each byte that cannot stand in a number or a literal: one up to `"`, a comma, a colon,
/// or one from a bracket on.
static inline uint32_t ilk_bare_stops(const void *p) {
  ilk_block v = ILK_LOAD(p);
  ilk_block stop = ILK_OR(ILK_EQUAL(v, ILK_SPLAT(',')), ILK_EQUAL(v, ILK_SPLAT(':')));
  ilk_block bracket = ILK_AT_LEAST(ILK_OR(v, ILK_SPLAT(0x20)), '{');
  return ILK_BITS(ILK_OR(ILK_OR(stop, bracket), ILK_AT_MOST(v, '"')));
}

/// The first byte that is not JSON white space.
static inline int32_t ilk_space_stop(const void *p) {
  ilk_block v = ILK_LOAD(p);
  ilk_block space = ILK_OR(ILK_EQUAL(v, ILK_SPLAT(' ')), ILK_EQUAL(v, ILK_SPLAT('\n')));
  space = ILK_OR(space, ILK_EQUAL(v, ILK_SPLAT('\r')));
  space = ILK_OR(space, ILK_EQUAL(v, ILK_SPLAT('\t')));
  return ilk_first(~ILK_BITS(space) & 0xFFFF);
}

/// The first byte equal to `c`.
static inline int32_t ilk_byte_stop(const void *p, uint8_t c) {
  return ilk_first(ILK_BITS(ILK_EQUAL(ILK_LOAD(p), ILK_SPLAT(c))));
}

/// A bit for each byte that is a decimal digit.
static inline uint32_t ilk_digit_bits(const void *p) {
  ilk_block v = ILK_MINUS(ILK_LOAD(p), ILK_SPLAT('0'));
  return ILK_BITS(ILK_AT_MOST(v, 9));
}

/// A bit for each byte that is the same in both.
static inline uint32_t ilk_equal_bits(const void *p, const void *q) {
  return ILK_BITS(ILK_EQUAL(ILK_LOAD(p), ILK_LOAD(q)));
}

/// What 64 bytes hold, a bit a byte.
typedef struct {
  uint64_t quotes, escapes, opening, closing;
} ilk_brackets;

static inline ilk_brackets ilk_find_brackets(const void *p) {
  ilk_brackets found = {0, 0, 0, 0};
  for (int i = 0; i < 4; i++) {
    ilk_block v = ILK_LOAD((const char *)p + 16 * i);
    ilk_block folded = ILK_OR(v, ILK_SPLAT(0x20));
    found.quotes |= (uint64_t)ILK_BITS(ILK_EQUAL(v, ILK_SPLAT('"'))) << 16 * i;
    found.escapes |= (uint64_t)ILK_BITS(ILK_EQUAL(v, ILK_SPLAT('\\'))) << 16 * i;
    found.opening |= (uint64_t)ILK_BITS(ILK_EQUAL(folded, ILK_SPLAT('{'))) << 16 * i;
    found.closing |= (uint64_t)ILK_BITS(ILK_EQUAL(folded, ILK_SPLAT('}'))) << 16 * i;
  }
  return found;
}
