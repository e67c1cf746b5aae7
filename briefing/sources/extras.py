"""Libraries that only some formats need, and that are installed by extras of their own."""

from __future__ import annotations

from importlib.util import find_spec

from briefing.document.errors import BriefingError


def require(name: str, module: str, library: str, extra: str) -> None:
    """Raise BriefingError, for the document called `name`, unless `module` of `library` can be imported.

    `extra` is the name of the extra of this project that installs it.
    """
    if find_spec(module) is None:
        cure = f"pip install 'briefing[{extra}]' (in a clone: pip install '.[{extra}]')"
        raise BriefingError(name, f"this format needs {library}, which is not installed", cure)
