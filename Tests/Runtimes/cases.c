// Holds libinterlock to the corpus: cases FILE VERSION
//
// Tables and events lie directly before memory that may not be touched, so reading too far ends the
// program. Four threads share the tables.
#define _GNU_SOURCE
#include <interlock.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { THREADS = 4, MODES = 3 };

typedef struct {
  const unsigned char *start;
  uint32_t length;
} bytes;

static bytes file;
static uint32_t table_count, case_count;
static bytes *tables;
static size_t first_case;

static int failures;

#define CHECK(condition, ...) \
  do { \
    if (!(condition) && __atomic_add_fetch(&failures, 1, __ATOMIC_RELAXED) <= 20) { \
      flockfile(stderr); \
      fprintf(stderr, "%s:%d: %s: ", __FILE__, __LINE__, #condition); \
      fprintf(stderr, __VA_ARGS__); \
      fputc('\n', stderr); \
      funlockfile(stderr); \
    } \
  } while (0)

static uint32_t number(size_t *at) {
  uint32_t value;
  memcpy(&value, file.start + *at, 4);
  *at += 4;
  return value;
}

static bytes text(size_t *at) {
  const uint32_t length = number(at);
  const bytes found = {file.start + *at, length};
  *at += length;
  return found;
}

/// Room for `capacity` bytes behind which nothing may be read.
static unsigned char *fence(size_t capacity) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  const size_t size = (capacity + page - 1) / page * page;
  unsigned char *room = mmap(
    NULL, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED || mprotect(room + size, page, PROT_NONE) != 0) abort();
  return room + size;
}

typedef struct {
  interlock_table *table;
  int32_t status;
  size_t offset;
} opened;

static opened *open_tables;

static void open_all(void) {
  open_tables = calloc(table_count, sizeof *open_tables);
  for (uint32_t i = 0; i < table_count; i++) {
    unsigned char *room = fence(tables[i].length) - tables[i].length;
    memcpy(room, tables[i].start, tables[i].length);
    opened *here = &open_tables[i];
    // Every other table is a copy whose source is gone at once.
    here->status = interlock_table_open(
      room, tables[i].length, i % 2 ? INTERLOCK_COPY : 0, &here->table, &here->offset);
    if (i % 2) memset(room, 0xAA, tables[i].length);
  }
}

static void check_rules(
  bytes id, interlock_matcher *matcher, const unsigned char *event, uint32_t length, int32_t count,
  const uint32_t *rules, size_t at)
{
  const int name = (int)id.length;
  const uint32_t expected = number(&at);
  CHECK(count == (int32_t)expected, "%.*s: %d rules, not %u", name, id.start, count, expected);
  for (uint32_t i = 0; i < expected && (int32_t)i < count; i++) {
    const uint32_t rule = number(&at);
    CHECK(rules[i] == rule, "%.*s: rule %u, not %u", name, id.start, rules[i], rule);
  }
  if (count < 1) return;
  // With too little room the count is the same and nothing is written behind the room.
  uint32_t few[2] = {0xFFFFFFFF, 0xFFFFFFFF};
  CHECK(
    interlock_match(matcher, event, length, few, 1, NULL) == count && few[0] == rules[0]
      && few[1] == 0xFFFFFFFF,
    "%.*s", name, id.start);
  CHECK(interlock_match(matcher, event, length, NULL, 0, NULL) == count, "%.*s", name, id.start);
}

static void *run(void *unused) {
  (void)unused;
  enum { CAPACITY = 4096, LONGEST = 1 << 20 };
  unsigned char *end = fence(LONGEST);
  static _Thread_local uint32_t rules[CAPACITY];
  interlock_matcher **matchers = calloc((size_t)table_count * MODES, sizeof *matchers);
  for (uint32_t i = 0; i < table_count * MODES; i++) {
    const opened *here = &open_tables[i / MODES];
    if (here->status == 0)
      CHECK(interlock_matcher_new(here->table, i % MODES, &matchers[i]) == 0, "table %u", i / MODES);
  }
  size_t at = first_case;
  for (uint32_t i = 0; i < case_count; i++) {
    const bytes id = text(&at);
    const uint32_t table = number(&at);
    interlock_matcher *matcher = matchers[table * MODES + number(&at)];
    const bytes event = text(&at);
    const bytes error = text(&at);
    const uint32_t place = number(&at);
    unsigned char *copy = end - event.length;
    memcpy(copy, event.start, event.length);
    int32_t status = open_tables[table].status;
    size_t offset = open_tables[table].offset;
    if (status == 0)
      status = interlock_match(matcher, copy, event.length, rules, CAPACITY, &offset);
    if (error.length > 0) {
      const char *words = interlock_error_text(status);
      CHECK(
        status < 0 && strlen(words) == error.length && !memcmp(words, error.start, error.length),
        "%.*s: %s", (int)id.length, id.start, words);
      CHECK(offset == place, "%.*s: byte %zu, not %u", (int)id.length, id.start, offset, place);
    } else {
      check_rules(id, matcher, copy, event.length, status, rules, at);
    }
    at += 4 + 4 * (size_t)number(&(size_t){at});
  }
  for (uint32_t i = 0; i < table_count * MODES; i++) interlock_matcher_free(matchers[i]);
  free(matchers);
  return NULL;
}

static void check_names(const interlock_table *table) {
  char expected[64];
  size_t length;
  for (uint32_t rule = 0; rule < interlock_rule_count(table); rule++) {
    sprintf(expected, "rule-%u", rule);
    const char *name = interlock_rule_name(table, rule, &length);
    CHECK(length == strlen(expected) && !memcmp(name, expected, length), "%s", expected);
    const char *bus = interlock_rule_bus(table, rule, &length);
    CHECK(length == 3 && !memcmp(bus, "bus", 3), "%s", expected);
    CHECK(interlock_target_count(table, rule) == rule % 3, "%s", expected);
    for (uint32_t i = 0; i < rule % 3; i++) {
      sprintf(expected, "target-%u-%u", rule, i);
      const char *target = interlock_target(table, rule, i, &length);
      CHECK(length == strlen(expected) && !memcmp(target, expected, length), "%s", expected);
    }
    CHECK(!interlock_target(table, rule, rule % 3, &length) && length == 0, "rule %u", rule);
  }
  const char *digest = interlock_table_digest(table, &length);
  CHECK(length == 3 && !memcmp(digest, "\1\2\3", 3), "digest");
  CHECK(!interlock_rule_name(table, interlock_rule_count(table), &length) && length == 0, "name");
  CHECK(!interlock_rule_name(table, UINT32_MAX, &length) && length == 0, "name");
}

/// What no argument may lead to is a crash.
static void check_arguments(const interlock_table *table, const char *version) {
  interlock_table *none = NULL;
  interlock_matcher *matcher = NULL;
  size_t length = 1;
  CHECK(interlock_table_open(NULL, 5, 0, &none, NULL) == INTERLOCK_BAD_ARGUMENT, "open");
  CHECK(interlock_table_open("x", 1, 0, NULL, NULL) == INTERLOCK_BAD_ARGUMENT, "open");
  CHECK(interlock_table_open("x", SIZE_MAX, 0, &none, NULL) == INTERLOCK_BAD_ARGUMENT, "open");
  CHECK(interlock_table_open("x", 1, 6, &none, NULL) == INTERLOCK_UNKNOWN_OPTION, "open");
  CHECK(interlock_table_open(NULL, 0, 0, &none, NULL) == INTERLOCK_TABLE_NOT_A_TABLE, "open");
  CHECK(none == NULL, "open");
  CHECK(interlock_matcher_new(NULL, 0, &matcher) == INTERLOCK_BAD_ARGUMENT, "new");
  CHECK(interlock_matcher_new(table, 0, NULL) == INTERLOCK_BAD_ARGUMENT, "new");
  CHECK(interlock_matcher_new(table, 3, &matcher) == INTERLOCK_UNKNOWN_OPTION, "new");
  CHECK(interlock_matcher_new(table, 1u << 31, &matcher) == INTERLOCK_UNKNOWN_OPTION, "new");
  CHECK(matcher == NULL, "new");
  CHECK(interlock_match(NULL, "{}", 2, NULL, 0, NULL) == INTERLOCK_BAD_ARGUMENT, "match");
  CHECK(interlock_matcher_new(table, 0, &matcher) == 0, "new");
  CHECK(interlock_match(matcher, NULL, 2, NULL, 0, NULL) == INTERLOCK_BAD_ARGUMENT, "match");
  CHECK(interlock_match(matcher, "{}", 2, NULL, 1, NULL) == INTERLOCK_BAD_ARGUMENT, "match");
  CHECK(interlock_match(matcher, NULL, 0, NULL, 0, NULL) == INTERLOCK_EVENT_UNEXPECTED_END, "match");
  interlock_matcher_free(matcher);
  CHECK(interlock_rule_count(NULL) == 0 && interlock_target_count(NULL, 0) == 0, "NULL");
  CHECK(!interlock_rule_name(NULL, 0, &length) && length == 0, "NULL");
  CHECK(!interlock_rule_name(table, 0, NULL), "NULL");
  interlock_matcher_free(NULL);
  interlock_table_close(NULL);
  CHECK(!strcmp(interlock_version(), version), "%s", interlock_version());
  CHECK(interlock_table_format() == 1, "%u", interlock_table_format());
  for (int32_t status = -60; status < 3; status++)
    CHECK(strlen(interlock_error_text(status)) > 5, "%d", status);
  CHECK(!strcmp(interlock_error_text(-999), "not a status of this version"), "-999");
}

static bytes read_all(const char *path) {
  FILE *in = fopen(path, "rb");
  if (!in) {
    perror(path);
    exit(2);
  }
  fseek(in, 0, SEEK_END);
  const long size = ftell(in);
  rewind(in);
  unsigned char *room = malloc((size_t)size);
  if (fread(room, 1, (size_t)size, in) != (size_t)size) exit(2);
  fclose(in);
  return (bytes){room, (uint32_t)size};
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  file = read_all(argv[1]);
  size_t at = 0;
  table_count = number(&at);
  tables = calloc(table_count, sizeof *tables);
  for (uint32_t i = 0; i < table_count; i++) tables[i] = text(&at);
  case_count = number(&at);
  first_case = at;
  open_all();
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, run, NULL);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
  check_names(open_tables[0].table);
  check_arguments(open_tables[0].table, argv[2]);
  for (uint32_t i = 0; i < table_count; i++) interlock_table_close(open_tables[i].table);
  printf("C: %u cases, %d threads, %d failures\n", case_count, THREADS, failures);
  return failures ? 1 : 0;
}
