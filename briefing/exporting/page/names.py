"""The names as a table: what each is called in English and in every form of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document import Name
from briefing.exporting.page.wording import english, foreign
from briefing.exporting.tongues import Tongue


def names_table(names: Iterable[Name], tongue: Tongue) -> Iterator[str]:
    """Yield the table."""
    yield '<div class="wide" role="region" aria-label="Names, a table" tabindex="0"><table class="names">\n'
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Name", "In the article", "Kind", "Role"))
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    for name in names:
        forms = "".join(foreign("li", form, tongue) for form in name.arabic)
        yield (
            f'<tr><th scope="row">{english("div", name.english, tongue)}</th>'
            f"<td>{f'<ul>{forms}</ul>' if forms else ''}</td>"
            f"<td>{name.kind}</td><td>{english('div', name.role, tongue) if name.role else ''}</td></tr>\n"
        )
    yield "</tbody></table></div>\n"
