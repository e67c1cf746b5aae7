"""Bytes of a file to text: UTF-8 or one clear line."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefing.document.errors import BriefingError

LARGEST = 128 * 1024 * 1024  # bytes; far above any article, far below what would exhaust a small machine


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file: a byte order mark dropped, CRLF line ends as LF, nothing else changed.

    Raises BriefingError if the file cannot be read, is a device or a folder, is larger than `LARGEST`, or is
    not UTF-8.
    """
    return decode(_read_bytes(path, str(path)), str(path))


def decode(data: bytes, shown: str) -> str:
    """Return UTF-8 `data` as `read_text` does. Raises BriefingError, naming byte and line, if it is not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, shown) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def near_file(path: Path) -> str:
    """Return `did you mean "..."?` for the file beside `path` whose name is most like its own, or nothing."""
    from briefing.document.near_miss import did_you_mean  # only a mistake needs it

    try:
        with os.scandir(path.parent) as entries:
            return did_you_mean(
                path.name, [entry.name for entry, _ in zip(entries, range(2000), strict=False)]
            )
    except OSError:
        return ""


def _read_bytes(path: Path, shown: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise BriefingError(shown, "is a device", "give a UTF-8 text file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        cure = near_file(path) or "check the name, or give the folder of a briefing or a UTF-8 text file"
        raise BriefingError(shown, "no such file", cure) from None
    except IsADirectoryError:
        raise BriefingError(shown, "is a folder", "give a UTF-8 text file") from None
    except PermissionError:
        raise BriefingError(
            shown, "may not be read", "allow reading it (chmod +r) or give another file"
        ) from None
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise BriefingError(shown, f"cannot be read ({why})", "give a UTF-8 text file") from None
    except ValueError:  # a NUL in the name
        raise BriefingError(shown, "is not a file name", "give the name of a UTF-8 text file") from None
    if len(data) > LARGEST:
        raise BriefingError(shown, f"is larger than {LARGEST // 2**20} MiB", "split it into smaller files")
    return data


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> BriefingError:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return BriefingError(
            shown,
            "is UTF-16, not UTF-8",
            "save it as UTF-8 (iconv -f UTF-16 -t UTF-8)",
            where="byte 0 (line 1)",
        )
    line = data.count(b"\n", 0, error.start) + 1
    return BriefingError(
        shown,
        f"byte 0x{data[error.start]:02x} is not UTF-8",
        "save it as UTF-8 (for older Arabic files: iconv -f WINDOWS-1256 -t UTF-8)",
        where=f"byte {error.start} (line {line})",
    )
