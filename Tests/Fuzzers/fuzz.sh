#!/usr/bin/env bash
# Builds the fuzzers and runs each for so many seconds: Tests/Fuzzers/fuzz.sh SECONDS [TARGET…]
# What they find lies in .build/fuzzing/found; what they learn is kept beside it for the next run.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=$1
shift
[ $# -gt 0 ] || set -- events tables patterns yaml
out=.build/fuzzing
flags=()
# Optimised, and yet with every assertion.
for flag in -O -assert-config Debug -sanitize=fuzzer,address -use-ld=lld; do flags+=(-Xswiftc "$flag"); done
INTERLOCK_FUZZ=1 "${SWIFT:-swift}" build --scratch-path "$out/build" --product fuzz "${flags[@]}"

mkdir -p "$out/found"
failed=0
for target in "$@"; do
  mkdir -p "$out/$target"
  echo "fuzzing $target for $seconds seconds"
  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$out/build/debug/fuzz" "$target" -max_total_time="$seconds" \
    -max_len=2048 -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 -print_funcs=0 -verbosity=0 \
    -dict=Tests/Fuzzers/json.dict -artifact_prefix="$out/found/$target-" \
    "$out/$target" "Tests/Fuzzers/Seeds/$target" 2>&1 | { grep -vE '^"|^#####' || true; } || failed=1
done
exit $failed
