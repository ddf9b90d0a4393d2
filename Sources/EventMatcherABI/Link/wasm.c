// What a system's C library gives the matcher elsewhere: memory, and one product.
#include <stddef.h>
#include <stdint.h>

// A block of 2^kind bytes. Freed blocks wait in lists by kind; memory is never given back, since
// WebAssembly cannot, and a matcher soon asks for no more.
typedef struct block {
  uint32_t kind;
  struct block *next;
  uint64_t alignment;
} block;

extern unsigned char __heap_base;
static block *freed[32];
static uintptr_t unused, end;

static block *fresh(uint32_t kind) {
  const uintptr_t size = (uintptr_t)1 << kind, page = 65536;
  if (unused == 0) {
    unused = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    end = __builtin_wasm_memory_size(0) * page;
  }
  if (size > end - unused) {
    const uintptr_t pages = (size - (end - unused) + page - 1) / page;
    if (__builtin_wasm_memory_grow(0, pages) == (uintptr_t)-1) return NULL;
    end += pages * page;
  }
  block *found = (block *)unused;
  unused += size;
  found->kind = kind;
  return found;
}

void *malloc(size_t size) {
  if (size > 0x7FFFFFFF - sizeof(block)) return NULL;
  uint32_t kind = 32 - (uint32_t)__builtin_clz((uint32_t)(size + sizeof(block) - 1));
  block *found = freed[kind];
  if (found) freed[kind] = found->next;
  else found = fresh(kind);
  return found ? found + 1 : NULL;
}

void free(void *memory) {
  if (!memory) return;
  block *freedBlock = (block *)memory - 1;
  freedBlock->next = freed[freedBlock->kind];
  freed[freedBlock->kind] = freedBlock;
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment > sizeof(block)) return 22;
  *memory = malloc(size);
  return *memory ? 0 : 12;
}

// The product of two numbers of 128 bits, in parts of 32, since 64 by 64 bits would end up here.
__int128 __multi3(__int128 a, __int128 b) {
  const uint64_t x = (uint64_t)a, y = (uint64_t)b;
  const uint64_t x0 = (uint32_t)x, x1 = x >> 32, y0 = (uint32_t)y, y1 = y >> 32;
  const uint64_t low = x0 * y0;
  const uint64_t middle = x1 * y0 + (low >> 32);
  const uint64_t other = x0 * y1 + (uint32_t)middle;
  const uint64_t high = x1 * y1 + (middle >> 32) + (other >> 32)
    + (uint64_t)((unsigned __int128)a >> 64) * y + x * (uint64_t)((unsigned __int128)b >> 64);
  return (__int128)((unsigned __int128)high << 64 | (uint32_t)low | other << 32);
}
