#!/usr/bin/env bash
# Every part of Interlock on the logistics example: docs/examples/demo.sh PROGRAM
set -euo pipefail

interlock=$1
sound=docs/examples/logistics
broken=docs/examples/logistics-broken
out=.build/demo
mkdir -p "$out"

if [ -t 1 ]; then bold=$'\033[1;36m' faint=$'\033[2m' plain=$'\033[0m'; else bold='' faint='' plain=''; fi

# say TITLE COMMAND…: shows the command, runs it, and returns its exit status.
say() {
  printf '\n%s━━ %s%s\n%s$ interlock %s%s\n\n' "$bold" "$1" "$plain" "$faint" "${*:2}" "$plain"
  "$interlock" "${@:2}"
}

# Some of its mistakes are in the text itself, so it is refused as invalid: anything else stops the demo.
status=0
say "Lint a topology with mistakes" lint "$broken" || status=$?
[ "$status" = 2 ] || { echo "expected an invalid topology, got exit status $status" >&2; exit 1; }

say "Lint the same system without them" lint "$sound"
say "Run the topology's own tests" test "$sound"
say "Compile its rules to a table" compile "$sound" -o "$out/routes.ilk" --stats
say "Make 100,000 events as its catalogue describes them" \
  sample "$sound" --bus logistics --count 100000 --seed 7 -o "$out/events.ndjson"
head -n 1 "$out/events.ndjson"
say "Match them" match "$out/routes.ilk" "$out/events.ndjson" --bus logistics --count
say "What a month of it costs" cost "$sound"
say "Draw its routes" graph "$sound" --format mermaid -o "$out/routes.mmd"
head -n 12 "$out/routes.mmd"
printf '%s…%s\n\nwritten: %s\n' "$faint" "$plain" "$(ls "$out"/* | tr '\n' ' ')"
