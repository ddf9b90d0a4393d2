// simdjson's On-Demand parser as something to compare with, loaded where its library has been built.
#pragma once
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

/// Reads every document, again and again for so many `seconds`, and gives those of the fastest pass;
/// negative where one cannot be read. `ends` are the documents' ends in `bytes`, `paths` are
/// at most three fields of each that are looked up, as keys with a line feed behind each key and
/// another behind each path.
typedef double (*ilk_ondemand)(
    const uint8_t *bytes, const size_t *ends, size_t count, const char *paths, double seconds);

/// The function in the library at `path`, or null.
static inline ilk_ondemand ilk_load_ondemand(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return library ? (ilk_ondemand)dlsym(library, "ilk_ondemand_seconds") : (ilk_ondemand)0;
}
