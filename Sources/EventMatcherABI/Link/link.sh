#!/usr/bin/env bash
# Builds the C library and the WebAssembly module: link.sh FOLDER
#
# EventMatcher and its C functions are compiled together as one module of Embedded Swift, so nothing
# of the Swift runtime is needed. The Swift toolchain brings every tool used here.
set -euo pipefail
out=$1
sources=$(cd "$(dirname "$0")/../.." && pwd)
here=$sources/EventMatcherABI/Link
objects=$out/objects
mkdir -p "$objects"

swift=${SWIFTC:-swiftc}
resources=$($swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
PATH=$(cd "$resources/../../bin" && pwd):$PATH

compile() { # target, object, further flags
  # Each file is part of the module whose import it would be, which is worth a warning and no more.
  $swift -target "$1" -enable-experimental-feature Embedded -O -wmo -parse-as-library -swift-version 6 \
    -package-name interlock -module-name EventMatcher -suppress-warnings \
    -Xfrontend -function-sections -Xfrontend -disable-stack-protector \
    -I "$sources/CBlockMap" -I "$sources/CInterlock" "${@:3}" \
    "$sources"/EventMatcher/*.swift "$sources"/EventMatcherABI/*.swift -c -o "$2"
}

native=$objects/native.o
compile "$(uname -m)-unknown-linux-gnu" "$native" -Xcc -fPIC
functions=$(llvm-nm --defined-only "$native" | sed -n 's/.* T \(interlock_.*\)/\1/p')

# Only what the header names is visible: Embedded Swift has its own swift_retain and the like, which
# must not take the place of those of a program that has the Swift runtime beside it.
echo '{ global: interlock_*; local: *; };' > "$objects/exports.map"
clang -shared -fuse-ld=lld -Wl,-soname,libinterlock.so -Wl,--gc-sections -Wl,-Bsymbolic \
  -Wl,--version-script="$objects/exports.map" -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,-s \
  -o "$out/libinterlock.so" "$native"

ld.lld -r --gc-sections --force-group-allocation $(printf -- '-u %s ' $functions) \
  -o "$objects/whole.o" "$native"
llvm-objcopy --wildcard --keep-global-symbol='interlock_*' --strip-unneeded --strip-debug \
  "$objects/whole.o" "$objects/interlock.o"
rm -f "$out/libinterlock.a"
llvm-ar crs "$out/libinterlock.a" "$objects/interlock.o"

compile wasm32-unknown-none-wasm "$objects/wasm.o" -Xcc -msimd128
clang --target=wasm32-unknown-none-wasm -Os -mbulk-memory -ffreestanding -Wall -Werror \
  -c "$here/wasm.c" -o "$objects/memory.o"
# The stack lies first, so that one that is too deep ends the call and overwrites nothing.
wasm-ld --no-entry --gc-sections --strip-all --stack-first -z stack-size=131072 \
  $(printf -- '--export=%s ' $functions malloc free) \
  -o "$out/interlock.wasm" "$objects/wasm.o" "$objects/memory.o"

cp "$sources/CInterlock/interlock.h" "$out/"
for file in libinterlock.so libinterlock.a interlock.wasm; do
  printf '%-16s %7d bytes\n' "$file" "$(wc -c < "$out/$file")"
done
