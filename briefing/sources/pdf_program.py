"""The program that reads a PDF, in a process of its own: lines with their places on standard output, as JSON.

It imports nothing of this package. A parser written in another language may end it at any moment, by a signal
or for want of memory; whoever started it makes a line of that.
"""

import json
import sys
from typing import Any

MEMORY = 3 << 30  # bytes of address space
SECONDS = 60  # of processor time
LARGEST = 64 << 20  # bytes that may be written to any file
OPEN_FILES = 32

# Linux: flags of unshare(2), which Python has from 3.12 on only; one of prctl(2).
_NEW_USER, _NEW_NETWORK = 0x1000_0000, 0x4000_0000
_NO_NEW_PRIVILEGES = 38

#: Exit statuses.
DAMAGED, UNREADABLE = 3, 4


def main() -> int:
    """Read the PDF at the path that is the one argument; returns the exit status."""
    _limit()
    leave_network()
    try:
        import qalam
    except ImportError:
        return UNREADABLE
    try:
        document = qalam.Document(sys.argv[1])
    except (qalam.QalamError, OSError):
        return DAMAGED
    pages = json.loads(document.to_json())["pages"]
    json.dump([_page(page) for page in pages], sys.stdout, ensure_ascii=True)
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # a system without it
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some
            continue


def leave_network() -> bool:
    """Leave the machine's network for one without any interface; returns whether that was possible.

    The parser fetches nothing. Were a document to make it run code of its own, that code would reach nobody.
    Linux lets a process do so as root, or in a user namespace of its own where these are allowed; elsewhere
    the limits above are all there is.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        system = ctypes.CDLL(None, use_errno=True)
        system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return any(system.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))
    except (OSError, AttributeError):  # a C library that has no such functions
        return False


def _page(page: dict[str, Any]) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    for block in page["blocks"]:
        if block["type"] == "text":
            lines = [[line["text"], *line["bbox"], line["size"]] for line in block["lines"]]
            blocks.append({"lines": lines})
        elif block["type"] == "table":
            rows = [[cell["text"] for cell in row] for row in block["rows"]]
            blocks.append({"place": block["bbox"], "rows": rows})
        elif block["type"] == "image":
            blocks.append({"picture": True})
    return {"height": page["height"], "unread": page["verdict"] == "needs_ocr", "blocks": blocks}


if __name__ == "__main__":
    sys.exit(main())
