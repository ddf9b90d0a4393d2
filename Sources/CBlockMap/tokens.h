// What each of 64 bytes of JSON is, a bit a byte: by the vectors of blockmap.h, or by wider ones
// where the processor has them.
#pragma once
#include "blockmap.h"

typedef struct {
  uint64_t quotes, commas, colons, opening, closing, spaces;
  /// Bytes that may stand in a number or a literal, with commas, colons and some below 0x20.
  uint64_t plain;
  /// Not 0 where some byte is a backslash or below 0x20.
  uint64_t rare;
} ilk_tokens;

/// Backslashes, and bytes below 0x20.
typedef struct {
  uint64_t escapes, controls;
} ilk_rare_bytes;

#define ILK_ALWAYS static inline __attribute__((always_inline))

/// Each bit set if an odd number of bits up to and with it are.
ILK_ALWAYS uint64_t ilk_alternate(uint64_t bits) {
  for (int i = 1; i < 64; i *= 2) bits ^= bits << i;
  return bits;
}

#define ILK_IS(v, c) ILK_EQUAL(v, ILK_SPLAT(c))
#define ILK_SET(field, bits) found.field |= (uint64_t)ILK_BITS(bits) << i

ILK_ALWAYS ilk_rare_bytes ilk_rare_bytes_16(const void *p) {
  ilk_rare_bytes found = {0, 0};
  for (int i = 0; i < 64; i += 16) {
    ilk_block v = ILK_LOAD((const char *)p + i);
    ILK_SET(escapes, ILK_IS(v, '\\'));
    ILK_SET(controls, ILK_AT_MOST(v, 0x1F));
  }
  return found;
}

ILK_ALWAYS ilk_tokens ilk_tokens_16(const void *p) {
  ilk_tokens found = {0};
  for (int i = 0; i < 64; i += 16) {
    ilk_block v = ILK_LOAD((const char *)p + i);
    ilk_block folded = ILK_OR(v, ILK_SPLAT(0x20));
    ilk_block shifted = ILK_MINUS(folded, ILK_SPLAT('#'));
    ILK_SET(quotes, ILK_IS(v, '"'));
    ILK_SET(commas, ILK_IS(v, ','));
    ILK_SET(colons, ILK_IS(v, ':'));
    ILK_SET(opening, ILK_IS(folded, '{'));
    ILK_SET(closing, ILK_IS(folded, '}'));
    ILK_SET(spaces, ILK_OR(ILK_OR(ILK_IS(v, ' '), ILK_IS(v, '\n')),
                           ILK_OR(ILK_IS(v, '\r'), ILK_IS(v, '\t'))));
    ILK_SET(plain, ILK_AT_MOST(shifted, 'z' - '#'));
    ILK_SET(rare, ILK_OR(ILK_AT_MOST(v, 0x1F), ILK_IS(v, '\\')));
  }
  return found;
}

#undef ILK_SET
#undef ILK_IS

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define ILK_TARGET_32 __attribute__((target("avx2,bmi,bmi2,pclmul,popcnt")))
#define ILK_TARGET_64 __attribute__((target("avx512f,avx512bw,bmi,bmi2,pclmul,popcnt")))

ILK_TARGET_32 ILK_ALWAYS uint64_t ilk_alternate_fast(uint64_t bits) {
  __m128i word = _mm_cvtsi64_si128((int64_t)bits);
  return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(word, _mm_set1_epi8(-1), 0));
}

#define ILK_IS(v, c) _mm256_cmpeq_epi8(v, _mm256_set1_epi8(c))
#define ILK_UP_TO(v, c) _mm256_cmpeq_epi8(_mm256_min_epu8(v, _mm256_set1_epi8(c)), v)
#define ILK_JOIN(low, high)                        \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(low) | \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32)

ILK_TARGET_32 ILK_ALWAYS ilk_rare_bytes ilk_rare_bytes_32(const void *p) {
  __m256i a = _mm256_loadu_si256((const __m256i *)p);
  __m256i b = _mm256_loadu_si256((const __m256i *)p + 1);
  return (ilk_rare_bytes){ILK_JOIN(ILK_IS(a, '\\'), ILK_IS(b, '\\')),
                          ILK_JOIN(ILK_UP_TO(a, 0x1F), ILK_UP_TO(b, 0x1F))};
}

ILK_TARGET_32 ILK_ALWAYS ilk_tokens ilk_tokens_32(const void *p) {
  // White space by the low half of the byte; no other byte is equal to what stands there.
  __m256i blank = _mm256_setr_epi8(' ', 1, 1, 1, 1, 1, 1, 1, 1, '\t', '\n', 1, 1, '\r', 1, 1, ' ',
                                   1, 1, 1, 1, 1, 1, 1, 1, '\t', '\n', 1, 1, '\r', 1, 1);
  __m256i a = _mm256_loadu_si256((const __m256i *)p);
  __m256i b = _mm256_loadu_si256((const __m256i *)p + 1);
  __m256i c = _mm256_or_si256(a, _mm256_set1_epi8(0x20));
  __m256i d = _mm256_or_si256(b, _mm256_set1_epi8(0x20));
  __m256i rare = _mm256_or_si256(_mm256_or_si256(ILK_IS(a, '\\'), ILK_IS(b, '\\')),
                                 ILK_UP_TO(_mm256_min_epu8(a, b), 0x1F));
  return (ilk_tokens){
      .quotes = ILK_JOIN(ILK_IS(a, '"'), ILK_IS(b, '"')),
      .commas = ILK_JOIN(ILK_IS(a, ','), ILK_IS(b, ',')),
      .colons = ILK_JOIN(ILK_IS(a, ':'), ILK_IS(b, ':')),
      .opening = ILK_JOIN(ILK_IS(c, '{'), ILK_IS(d, '{')),
      .closing = ILK_JOIN(ILK_IS(c, '}'), ILK_IS(d, '}')),
      .spaces = ILK_JOIN(_mm256_cmpeq_epi8(_mm256_shuffle_epi8(blank, a), a),
                         _mm256_cmpeq_epi8(_mm256_shuffle_epi8(blank, b), b)),
      .plain = ILK_JOIN(ILK_UP_TO(_mm256_sub_epi8(c, _mm256_set1_epi8('#')), 'z' - '#'),
                        ILK_UP_TO(_mm256_sub_epi8(d, _mm256_set1_epi8('#')), 'z' - '#')),
      .rare = !_mm256_testz_si256(rare, rare),
  };
}

#undef ILK_JOIN
#undef ILK_UP_TO
#undef ILK_IS
#define ILK_IS(v, c) _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(c))
#define ILK_CONTROL(v) _mm512_cmplt_epu8_mask(v, _mm512_set1_epi8(0x20))

ILK_TARGET_64 ILK_ALWAYS ilk_rare_bytes ilk_rare_bytes_64(const void *p) {
  __m512i v = _mm512_loadu_si512(p);
  return (ilk_rare_bytes){ILK_IS(v, '\\'), ILK_CONTROL(v)};
}

ILK_TARGET_64 ILK_ALWAYS ilk_tokens ilk_tokens_64(const void *p) {
  __m512i v = _mm512_loadu_si512(p);
  __m512i folded = _mm512_or_si512(v, _mm512_set1_epi8(0x20));
  return (ilk_tokens){
      .quotes = ILK_IS(v, '"'),
      .commas = ILK_IS(v, ','),
      .colons = ILK_IS(v, ':'),
      .opening = ILK_IS(folded, '{'),
      .closing = ILK_IS(folded, '}'),
      .spaces = ILK_IS(v, ' ') | ILK_IS(v, '\n') | ILK_IS(v, '\r') | ILK_IS(v, '\t'),
      .plain = _mm512_cmple_epu8_mask(_mm512_sub_epi8(folded, _mm512_set1_epi8('#')),
                                      _mm512_set1_epi8('z' - '#')),
      .rare = ILK_IS(v, '\\') | ILK_CONTROL(v),
  };
}

#undef ILK_CONTROL
#undef ILK_IS

/// Bytes of the widest vectors that blocks may be read by here: 64, 32, 16, or 0 for none.
static inline int32_t ilk_vector_width(void) {
  uint32_t a, b, c, d, low, high;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 16;
  if (!(c & bit_OSXSAVE) || !(c & bit_PCLMUL) || !(c & bit_POPCNT)) return 16;
  // What the system saves when it goes from program to program.
  __asm__ __volatile__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & bit_BMI) || !(b & bit_BMI2)) return 16;
  if ((low & 0xE6) == 0xE6 && (b & bit_AVX512F) && (b & bit_AVX512BW)) return 64;
  return (low & 6) == 6 && (b & bit_AVX2) ? 32 : 16;
}
#elif defined(__wasm_simd128__)
static inline int32_t ilk_vector_width(void) { return 16; }
#else
// Without an instruction that gathers a bit a byte, blocks cost more than they save.
static inline int32_t ilk_vector_width(void) { return 0; }
#endif
