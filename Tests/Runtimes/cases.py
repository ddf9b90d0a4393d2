"""Holds libinterlock to the corpus through ctypes: cases.py LIBRARY FILE"""

import ctypes
import struct
import sys

size, status = ctypes.c_size_t, ctypes.c_int32
library = ctypes.CDLL(sys.argv[1])
library.interlock_table_open.argtypes = [
    ctypes.c_char_p, size, ctypes.c_uint32, ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(size)]
library.interlock_matcher_new.argtypes = [
    ctypes.c_void_p, ctypes.c_uint32, ctypes.POINTER(ctypes.c_void_p)]
library.interlock_match.argtypes = [
    ctypes.c_void_p, ctypes.c_char_p, size, ctypes.POINTER(ctypes.c_uint32), size,
    ctypes.POINTER(size)]
library.interlock_error_text.argtypes = [status]
library.interlock_error_text.restype = ctypes.c_char_p
library.interlock_table_close.argtypes = [ctypes.c_void_p]
library.interlock_matcher_free.argtypes = [ctypes.c_void_p]
library.interlock_rule_count.argtypes = [ctypes.c_void_p]


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def number(self):
        self.at += 4
        return struct.unpack_from("<I", self.data, self.at - 4)[0]

    def text(self):
        length = self.number()
        self.at += length
        return self.data[self.at - length:self.at]


def outcome(table_bytes, mode, event):
    """The rules that match, or the error's text and offset."""
    table, matcher, offset = ctypes.c_void_p(), ctypes.c_void_p(), size()
    code = library.interlock_table_open(
        table_bytes, len(table_bytes), 0, ctypes.byref(table), ctypes.byref(offset))
    if code < 0:
        return library.interlock_error_text(code), offset.value
    library.interlock_matcher_new(table, mode, ctypes.byref(matcher))
    room = library.interlock_rule_count(table)
    rules = (ctypes.c_uint32 * room)()
    code = library.interlock_match(matcher, event, len(event), rules, room, ctypes.byref(offset))
    library.interlock_matcher_free(matcher)
    library.interlock_table_close(table)
    return list(rules[:code]) if code >= 0 else (library.interlock_error_text(code), offset.value)


reader = Reader(open(sys.argv[2], "rb").read())
tables = [reader.text() for _ in range(reader.number())]
failures, count = 0, reader.number()
for _ in range(count):
    name, table, mode, event = reader.text(), reader.number(), reader.number(), reader.text()
    error, offset = reader.text(), reader.number()
    rules = [reader.number() for _ in range(reader.number())]
    expected = (error, offset) if error else rules
    found = outcome(tables[table], mode, event)
    if found != expected:
        failures += 1
        print(f"{name.decode()}: {found}, not {expected}", file=sys.stderr)
print(f"Python: {count} cases, {failures} failures")
sys.exit(failures > 0)
