// Interlock's matcher for C and whatever speaks C: which rules of a compiled table match an event.
//
//   interlock_table *table;
//   int32_t status = interlock_table_open(bytes, length, 0, &table, NULL);
//   interlock_matcher *matcher;
//   if (status == 0) status = interlock_matcher_new(table, 0, &matcher);
//   uint32_t rules[64];
//   int32_t count = interlock_match(matcher, event, event_length, rules, 64, NULL);
//
// Status. A function that returns int32_t returns 0 or a count when it succeeded and a negative
// INTERLOCK_… code when it did not; interlock_error_text() says it in words. What a failed function
// would have written through a pointer is left as it was, but for `offset`.
//
// Ownership. Table and matcher belong to the caller, who gives each back once: matchers before the
// table that they were made of, the table before the bytes that it was opened on. Texts that the
// library hands out lie in the table (or, for errors and the version, in the program) and are not
// to be freed. No other memory passes between the two.
//
// Threads. A table never changes: any number of threads may read it and match with it. A matcher is
// the working memory of one thread at a time; make one for each. There is no global state.
//
// Memory. After the first events a matcher allocates nothing. If memory runs out the process is
// ended, as there is no way to go on; nothing else that is given to these functions can end it.
#ifndef INTERLOCK_H
#define INTERLOCK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A table that has been checked.
typedef struct interlock_table interlock_table;

/// The working memory for matching events with one table.
typedef struct interlock_matcher interlock_matcher;

/// What went wrong. The numbers stay the same from version to version.
typedef enum interlock_status {
  INTERLOCK_OK = 0,
  /// A pointer is NULL that must not be, or a length is larger than memory.
  INTERLOCK_BAD_ARGUMENT = -1,
  /// An option that this version does not know.
  INTERLOCK_UNKNOWN_OPTION = -2,

  /// The first eight bytes are not those of a table.
  INTERLOCK_TABLE_NOT_A_TABLE = -10,
  /// The table is of a format that this version does not read.
  INTERLOCK_TABLE_UNKNOWN_VERSION = -11,
  INTERLOCK_TABLE_UNKNOWN_FEATURE = -12,
  /// The table is truncated, or there is something behind it.
  INTERLOCK_TABLE_WRONG_LENGTH = -13,
  /// The bytes were altered since they were written.
  INTERLOCK_TABLE_WRONG_CHECKSUM = -14,
  INTERLOCK_TABLE_BAD_SECTION = -15,
  INTERLOCK_TABLE_BAD_REFERENCE = -16,

  /// The event is not a JSON object.
  INTERLOCK_EVENT_NOT_AN_OBJECT = -30,
  INTERLOCK_EVENT_UNEXPECTED_END = -31,
  INTERLOCK_EVENT_UNEXPECTED_BYTE = -32,
  /// A control character stands in a string without an escape.
  INTERLOCK_EVENT_CONTROL_CHARACTER = -33,
  INTERLOCK_EVENT_BAD_ESCAPE = -34,
  INTERLOCK_EVENT_BAD_UTF8 = -35,
  INTERLOCK_EVENT_BAD_NUMBER = -36,
  INTERLOCK_EVENT_BAD_LITERAL = -37,
  /// Objects and arrays nest deeper than 1,101 levels.
  INTERLOCK_EVENT_TOO_DEEP = -38,
  /// More than 2^30 bytes.
  INTERLOCK_EVENT_TOO_LONG = -39,
  /// Repeated keys over arrays leave more combinations than are worth trying.
  INTERLOCK_EVENT_TOO_MANY_COMBINATIONS = -40
} interlock_status;

/// Options of interlock_table_open.
enum {
  /// Keep a copy of the bytes, which the caller may then free or change at once.
  INTERLOCK_COPY = 1
};

/// Options of interlock_matcher_new.
enum {
  /// Refuse every event that is not exactly a JSON object as RFC 8259 has it, UTF-8 included.
  INTERLOCK_STRICT = 1,
  /// Take an event to be well-formed, without a key that comes twice in an object, is empty or holds
  /// a dot, and stop reading once all that rules look at has been seen. Where it is not so, the
  /// result may be wrong, and no worse than that.
  INTERLOCK_TRUSTING = 2
};

/// Checks the `length` bytes of a table, as `interlock compile` writes them, and opens it.
///
/// The bytes are read where they lie, so a mapped file is shared by all processes that open it:
/// they must stay there, unchanged, until the table is closed (or see INTERLOCK_COPY). They need
/// not be aligned. Whatever they hold, the call returns: 0 and the table, or an INTERLOCK_TABLE_…
/// code and, where `offset` is not NULL, the byte that is wrong.
int32_t interlock_table_open(
  const void *bytes, size_t length, uint32_t options, interlock_table **table, size_t *offset);

/// Gives the table back; its matchers must be gone. NULL is nothing to do.
void interlock_table_close(interlock_table *table);

/// Number of rules; they are numbered from 0 in the order in which they were compiled. 0 for NULL.
uint32_t interlock_rule_count(const interlock_table *table);

/// A rule's name, UTF-8, `*length` bytes without a zero behind them, readable until the table is
/// closed. NULL and length 0 where the table has no such rule. `length` must not be NULL.
const char *interlock_rule_name(const interlock_table *table, uint32_t rule, size_t *length);

/// The bus on which the rule stands; as interlock_rule_name.
const char *interlock_rule_bus(const interlock_table *table, uint32_t rule, size_t *length);

/// Number of targets of a rule; 0 where the table has no such rule.
uint32_t interlock_target_count(const interlock_table *table, uint32_t rule);

/// One of a rule's targets, such as `queue/orders`; as interlock_rule_name.
const char *interlock_target(
  const interlock_table *table, uint32_t rule, uint32_t index, size_t *length);

/// The digest (SHA-256, as bytes) of the files that the table was compiled from.
const char *interlock_table_digest(const interlock_table *table, size_t *length);

/// Makes working memory for one thread; it takes a few bytes for each path and rule of the table.
///
/// Without an option, what lies in values that no rule looks at is checked for its structure only:
/// brackets, separators, keys and the ends of strings. At most one option may be given.
int32_t interlock_matcher_new(
  const interlock_table *table, uint32_t options, interlock_matcher **matcher);

/// Gives the matcher back. NULL is nothing to do.
void interlock_matcher_free(interlock_matcher *matcher);

/// Matches an event, a JSON object of `length` bytes of UTF-8, which is not kept.
///
/// Returns how many rules match and writes their numbers, ascending, to `rules`, which has room for
/// `capacity` of them. A result larger than `capacity` says how much room is needed: the first
/// `capacity` numbers were written; call again with more room for all. `rules` may be NULL where
/// `capacity` is 0. interlock_rule_count() is always room enough.
///
/// An event that is found not to be well-formed matches nothing: an INTERLOCK_EVENT_… code is returned and,
/// where `offset` is not NULL, the byte that is wrong (the event's length where it ends too early).
int32_t interlock_match(
  interlock_matcher *matcher, const void *event, size_t length, uint32_t *rules, size_t capacity,
  size_t *offset);

/// A status in words: one line in lower case, ending in a zero byte, never NULL.
const char *interlock_error_text(int32_t status);

/// The version of the library, such as `0.1.0`.
const char *interlock_version(void);

/// The version of the table format that it reads.
uint32_t interlock_table_format(void);

#ifdef __cplusplus
}
#endif
#endif
