// The body of `ilk_skip`, once for each width of vectors.
//
// Each rule of the grammar says what may stand behind what. It becomes a question about two words
// of a bit a byte: where something has just ended, white space passed over, and where something
// begins. Only brackets are looked at one by one.
{
  // All bits set while a string goes on; bit 0 where the first byte is escaped, where the string
  // that goes on is a key, where a number or literal goes on.
  uint64_t in_string = 0, escape = 0, in_key = 0, in_bare = 0;
  // Bit 0 where the first byte, or the first that is no space, stands behind a separator or an
  // opening bracket; behind a comma or such a bracket; behind such a bracket; behind a key.
  uint64_t lead = 1, first = depth > 0, open = 0, key = 0;
  for (; start < end; start += 64) {
    const ilk_tokens found = ILK_TOKENS(text + start);
    ilk_rare_bytes rare = {0, 0};
    uint64_t quotes = found.quotes;
    if (found.rare | escape) {
      rare = ILK_RARE_BYTES(text + start);
      // The bytes behind backslashes that are not escaped themselves: those of odd runs.
      const uint64_t odd = 0xAAAAAAAAAAAAAAAA, candidates = rare.escapes & ~escape;
      const uint64_t runs = ((candidates << 1 | odd) - candidates) ^ odd;
      quotes &= ~(runs ^ (rare.escapes | escape));
      escape = (runs & rare.escapes) >> 63;
    }
    // From an opening quote to before the closing one.
    const uint64_t strings = ILK_ALTERNATE(quotes) ^ in_string;
    in_string = 0 - (strings >> 63);
    const uint64_t outside = ~(strings | quotes);
    const uint64_t spaces = found.spaces & outside;
    const uint64_t commas = found.commas & outside, colons = found.colons & outside;
    const uint64_t opened = found.opening & outside, closed = found.closing & outside;

    // The bytes that lie in objects; a bracket itself lies with what is around it where it opens,
    // and with what is within where it closes.
    uint64_t objects = 0 - (kinds & 1), wrong = 0, within = ~(uint64_t)0;
    int64_t last = -1;
    if (depth + __builtin_popcountll(opened) > limit) return 0;
    for (uint64_t left = opened | closed; left; left &= left - 1) {
      const int bit = __builtin_ctzll(left);
      const uint64_t is_object = text[start + bit] >> 5 & 1, outer = kinds;
      if (opened >> bit & 1) {
        depth++;
        kinds = kinds << 1 | is_object;
      } else {
        wrong |= is_object ^ (kinds & 1);
        if (--depth == 0) {
          last = bit;
          within = ~(uint64_t)0 >> (63 - bit);
          break;
        }
        kinds >>= 1;
      }
      objects ^= (0 - ((outer ^ kinds) & 1)) << bit << 1;
    }

    const uint64_t open_quotes = quotes & strings;
    const uint64_t bare = found.plain & outside & ~(commas | colons | spaces);
    const uint64_t starts = open_quotes | opened | (bare & ~(bare << 1 | in_bare));
    in_bare = bare >> 63;
    const uint64_t leads = commas | colons | opened, firsts = commas | opened;
    uint64_t behind_lead = leads << 1 | lead, behind_first = firsts << 1 | first;
    uint64_t behind_open = opened << 1 | open;
    lead = leads >> 63, first = firsts >> 63, open = opened >> 63;
    if (spaces) {
      behind_lead = ilk_pass(behind_lead, spaces, &lead);
      behind_first = ilk_pass(behind_first, spaces, &first);
      behind_open = ilk_pass(behind_open, spaces, &open);
    }
    // A bit added to a string at its quote comes out at the other quote.
    unsigned long long sum;
    in_key = __builtin_add_overflow(
        strings, (open_quotes & behind_first & objects) | in_key, &sum);
    const uint64_t key_ends = sum & ~strings;
    uint64_t behind_key = key_ends << 1 | key;
    key = key_ends >> 63;
    if (spaces) behind_key = ilk_pass(behind_key, spaces, &key);

    wrong = wrong ? ~(uint64_t)0 : (rare.controls & ~spaces) | (rare.escapes & outside);
    wrong |= outside & ~(found.plain | spaces | opened | closed);
    wrong |= behind_lead ^ (starts | (closed & behind_open));
    wrong |= behind_key ^ colons;
    wrong |= objects & behind_first & ~(open_quotes | closed);
    if (wrong & within) return 0;
    if (last >= 0) return start + last + 1;
  }
  return 0;
}
