"""The program in a language that nothing offers yet, for who translates it.

    python -m tests.settings.in_language french my-briefing/

What follows the name of the language's package is what `briefing` is given.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

from briefing.settings import languages
from briefing.settings.words import Language, use


def all_languages() -> dict[str, Language]:
    """Every language there is, by the name of its package: one that comes is found without a word here."""
    names = [module.name for module in iter_modules(languages.__path__) if module.name != "language"]
    return {name: import_module(f"{languages.__name__}.{name}").LANGUAGE for name in names}


def main(arguments: list[str]) -> int:
    """Run the program in the language named first. Returns its exit status."""
    known = all_languages()
    if not arguments or arguments[0] not in known:
        raise SystemExit(f"name a package of briefing/settings/languages first: {', '.join(known)}")
    use(known[arguments[0]])
    from briefing.commands.main import main as briefing

    return briefing(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
