"""Keyboard layouts as this machine has them: xkeyboard-config's symbols files, read by libxkbcommon."""

import ctypes
from functools import cache

from tests.needs import used

SONAME = "libxkbcommon.so.0"
SYMBOLS = "/usr/share/X11/xkb/symbols"

#: X's codes of the keys, by what they type on a US keyboard.
CODES = {
    "`": 49,
    **{key: code for code, key in enumerate("1234567890-=", 10)},
    **{key: code for code, key in enumerate("qwertyuiop[]", 24)},
    **{key: code for code, key in enumerate("asdfghjkl;'", 38)},
    "\\": 51,
    **{key: code for code, key in enumerate("zxcvbnm,./", 52)},
}


class _Names(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


def typed(name: str) -> dict[tuple[str, bool], str]:
    """What each key types in the layout called `name` ("ara", "ara(mac)"): by key, and whether with Shift.

    Raises LookupError for a layout that the machine does not have.
    """
    layout, _, variant = name.removesuffix(")").partition("(")
    library = _library()
    names = _Names(b"evdev", b"pc105", layout.encode(), variant.encode(), b"")
    context = ctypes.c_void_p(library.xkb_context_new(0))
    keymap = ctypes.c_void_p(library.xkb_keymap_new_from_names(context, ctypes.byref(names), 0))
    if not keymap.value:
        raise LookupError(name)
    try:
        return {
            (key, shift): _symbols(keymap, code, int(shift))
            for key, code in CODES.items()
            for shift in (False, True)
        }
    finally:
        library.xkb_keymap_unref(keymap)
        library.xkb_context_unref(context)


def _symbols(keymap: ctypes.c_void_p, code: int, level: int) -> str:
    found = ctypes.POINTER(ctypes.c_uint32)()
    count = _library().xkb_keymap_key_get_syms_by_level(keymap, code, 0, level, ctypes.byref(found))
    return "".join(chr(_library().xkb_keysym_to_utf32(found[index])) for index in range(count))


def _library() -> ctypes.CDLL:
    used(SONAME)
    return _loaded()


@cache
def _loaded() -> ctypes.CDLL:
    library = ctypes.CDLL(SONAME)
    library.xkb_context_new.restype = library.xkb_keymap_new_from_names.restype = ctypes.c_void_p
    library.xkb_keysym_to_utf32.restype = ctypes.c_uint32
    return library
