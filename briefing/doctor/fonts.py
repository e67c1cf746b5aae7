"""Whether fonts have the joined letters. No terminal tells which font it uses: only the system is asked."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from briefing.machine.ending.children import Asked

#: The joined forms that are painted (Arabic Presentation Forms-B, its letters), as fontconfig writes them.
_FORMS: Final = "fe80-fefc"
_SECONDS: Final = 3.0

YesOrNo = Literal["yes", "no", "not known"]


class SystemFonts(Struct, frozen=True):
    """What fontconfig says of this system: `default` is what it gives out for "monospace".

    `fixed` names the fixed-width families that have all forms, `other` counts those of other widths, which a
    terminal may borrow letters from. `why` is why nothing is known, or "".
    """

    default: str = ""
    default_has_forms: YesOrNo = "not known"
    fixed: tuple[str, ...] = ()
    other: int = 0
    why: str = ""


def fonts(env: Mapping[str, str], *, elsewhere: str) -> SystemFonts:
    """Ask fontconfig; `elsewhere` names whose machine draws the letters, if it is not this one."""
    if elsewhere:
        return SystemFonts(why=f"the letters are drawn on {elsewhere}, whose fonts cannot be seen from here")
    if not (shutil.which("fc-list", path=env.get("PATH")) and shutil.which("fc-match", path=env.get("PATH"))):
        return SystemFonts(why="fontconfig (fc-list, fc-match) is not installed here")
    try:
        default = _run(env, "fc-match", "--format=%{family[0]}", "monospace")
        having = _run(env, "fc-list", "--format=%{family[0]}\t%{spacing}\n", f":charset={_FORMS}")
    except (OSError, ValueError):
        return SystemFonts(why="fontconfig gives no answer")
    fixed, other = set[str](), set[str]()
    for line in having.splitlines():
        family, _, spacing = line.partition("\t")
        (fixed if spacing in ("100", "110") else other).add(family)
    return SystemFonts(
        default=default,
        default_has_forms="yes" if default in fixed | other else "no",
        fixed=tuple(sorted(fixed)),
        other=len(other - fixed),
    )


def _run(env: Mapping[str, str], *command: str) -> str:
    said = Asked(command, env).answer(_SECONDS)
    if said is None:
        raise OSError("no answer")
    return said.decode(errors="replace")
