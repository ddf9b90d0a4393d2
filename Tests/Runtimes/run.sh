#!/usr/bin/env bash
# Holds the C library and the WebAssembly module to the corpus, and runs the examples of
# docs/runtimes.md: run.sh FOLDER BIN, where the libraries and the built programs are.
set -euo pipefail
cd "$(dirname "$0")/../.."
libraries=$(cd "$1" && pwd)
bin=$(cd "$2" && pwd)
work=$libraries/tests
mkdir -p "$work"
swift=${SWIFTC:-swiftc}
resources=$($swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
PATH=$(cd "$resources/../../bin" && pwd):$PATH

fail() { echo "error: $1" >&2; exit 1; }
have() { command -v "$1" > /dev/null || { echo "$1 is not here: its tests are skipped"; false; }; }

# Nothing may be asked of the system but what every C library has, nothing shown but the interface.
needed=$(llvm-nm -D --undefined-only "$libraries/libinterlock.so" | awk '$1 == "U" {print $2}' \
  | grep -vE '^(free|mem(cpy|move|set)|posix_memalign)(@.*)?$' || true)
[ -z "$needed" ] || fail "libinterlock.so needs more than memory: $needed"
declared=$(grep -oE 'interlock_[a-z_]+\(' Sources/CInterlock/interlock.h | tr -d '(' | sort -u)
for library in "-D libinterlock.so" libinterlock.a; do
  shown=$(cd "$libraries" && llvm-nm --defined-only --extern-only ${library} \
    | awk 'NF == 3 {print $3}' | sort -u)
  [ "$shown" = "$declared" ] || fail "${library##* } shows something else than interlock.h declares"
done

"$bin/dev" cases "$work/cases.bin"
version=$("$bin/interlock" --version | sed 's/^interlock //')
flags="-std=c11 -Wall -Wextra -Werror -pedantic -O1 -pthread -I $libraries"
clang $flags Tests/Runtimes/cases.c -o "$work/shared" -L "$libraries" -linterlock \
  -Wl,-rpath,"$libraries"
clang $flags Tests/Runtimes/cases.c -o "$work/static" "$libraries/libinterlock.a"
"$work/shared" "$work/cases.bin" "$version"
"$work/static" "$work/cases.bin" "$version"
if have python3; then
  python3 Tests/Runtimes/cases.py "$libraries/libinterlock.so" "$work/cases.bin"
fi
if have node; then node Tests/Runtimes/cases.mjs "$libraries/interlock.wasm" "$work/cases.bin"; fi

# A table that was built into a program is the table, and its rules have names.
emitted=$work/emitted
mkdir -p "$emitted"
for form in "table routes.ilk" "c routes.c" "swift routes.swift"; do
  "$bin/interlock" compile docs/examples/logistics --emit ${form% *} -o "$emitted/${form#* }"
done
cat > "$emitted/main.c" <<'END'
#include "routes.c"
#include <interlock.h>
#include <stdio.h>
int main(void) {
  interlock_table *table;
  if (interlock_table_open(routes_table, sizeof routes_table, 0, &table, NULL)) return 1;
  if (interlock_rule_count(table) != ROUTES_RULE_COUNT_) return 2;
  size_t length;
  const char *name = interlock_rule_name(table, ROUTES_LOGISTICS_CUSTOMS, &length);
  fprintf(stderr, "%.*s", (int)length, name);
  interlock_table_close(table);
  return fwrite(routes_table, 1, sizeof routes_table, stdout) != sizeof routes_table;
}
END
clang $flags "$emitted/main.c" -o "$emitted/c" "$libraries/libinterlock.a"
"$emitted/c" > "$emitted/c.ilk" 2> "$emitted/c.name"
cmp "$emitted/c.ilk" "$emitted/routes.ilk" || fail "--emit c is another table"
[ "$(cat "$emitted/c.name")" = customs ] || fail "--emit c names another rule"
cat > "$emitted/main.swift" <<'END'
import Glibc
precondition(Routes.Rule.logisticsCustoms.rawValue == 2)
fwrite(Routes.table, 1, Routes.table.count, stdout)
END
$swift -suppress-warnings "$emitted/main.swift" "$emitted/routes.swift" -o "$emitted/swift"
"$emitted/swift" > "$emitted/swift.ilk"
cmp "$emitted/swift.ilk" "$emitted/routes.ilk" || fail "--emit swift is another table"
echo "compile --emit: C and Swift carry the same table"

# The examples of the manual do what it says.
example() { # language, file
  awk -v fence='```'"$1" '$0 == fence {on = 1; next} $0 == "```" {if (on) exit} on' docs/runtimes.md
}
expect() { # name, output
  [ "$2" = "$expected" ] || fail "the $1 example of docs/runtimes.md prints: $2"
  echo "docs/runtimes.md: $1 as written"
}
expected=$(example text)
examples=$work/examples
mkdir -p "$examples/.build"
ln -sfn "$libraries" "$examples/.build/runtimes"
"$bin/interlock" compile docs/examples/shop.yaml -o "$examples/shop.ilk"
example c > "$examples/match.c"
example python > "$examples/match.py"
example javascript > "$examples/match.mjs"
cd "$examples"
clang -Wall -Wextra -Werror match.c -I .build/runtimes .build/runtimes/libinterlock.a -o match
expect C "$(./match)"
if have python3; then expect Python "$(python3 match.py)"; fi
if have node; then expect JavaScript "$(node match.mjs)"; fi
