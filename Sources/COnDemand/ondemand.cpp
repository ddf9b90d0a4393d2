// Built by `make bench` into a library of its own where simdjson is installed.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <simdjson.h>
#include <string>
#include <vector>

using namespace simdjson;
using Path = std::vector<std::string>;

static std::vector<Path> parse(const char *text) {
  std::vector<Path> paths;
  Path path;
  for (const char *end; (end = std::strchr(text, '\n')); text = end + 1) {
    if (end > text) {
      path.emplace_back(text, end);
    } else {
      paths.push_back(path);
      path.clear();
    }
  }
  return paths;
}

/// Bytes of the fields found, so that nothing is left out as unused.
static size_t read(ondemand::document &document, const std::vector<Path> &paths, bool &is_bad) {
  size_t total = 0;
  for (const Path &path : paths) {
    ondemand::value value;
    auto error = document.find_field_unordered(path[0]).get(value);
    for (size_t i = 1; !error && i < path.size(); i++) {
      ondemand::value next;
      error = value.find_field_unordered(path[i]).get(next);
      if (!error) value = next;
    }
    std::string_view text;
    if (!error) error = value.get_string().get(text);
    if (!error) total += text.size() + 1;
    else if (error != NO_SUCH_FIELD && error != INCORRECT_TYPE) is_bad = true;
  }
  return total;
}

extern "C" double ilk_ondemand_seconds(
    const uint8_t *bytes, const size_t *ends, size_t count, const char *text, double seconds) {
  const std::vector<Path> paths = parse(text);
  std::vector<padded_string> documents;
  size_t start = 0;
  for (size_t i = 0; i < count; start = ends[i++])
    documents.emplace_back(reinterpret_cast<const char *>(bytes) + start, ends[i] - start);
  ondemand::parser parser;
  bool is_bad = false;
  volatile size_t total = 0;
  double fastest = -1, spent = 0;
  while (fastest < 0 || spent < seconds) {
    const auto begin = std::chrono::steady_clock::now();
    for (const padded_string &bytes_of_one : documents) {
      ondemand::document document;
      if (parser.iterate(bytes_of_one).get(document)) return -1;
      total = total + read(document, paths, is_bad);
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    spent += taken.count();
    fastest = fastest < 0 ? taken.count() : std::min(fastest, taken.count());
    if (is_bad) return -1;
  }
  return fastest;
}
