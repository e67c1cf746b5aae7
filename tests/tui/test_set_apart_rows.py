"""What is set apart in a real terminal: every row FriBidi's, but for labels, bars and rules at its side."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from briefing.sources import load
from tests.judges.panes import read_through
from tests.judges.quick import QuickEmulator
from tests.judges.rows import next_line, seen
from tests.judges.screen import Screen
from tests.needs import needs_library

pytestmark = needs_library("libfribidi.so.0")

TEXT = """\
#### تقرير عن صناعة الأسلحة

مقدمة فيها **كلمات غامقة (2024-2026) ولا** و*مائلة* و~~مشطوبة~~ و`code --flag` ورابط إلى
[صفحة المؤتمر](https://example.org/x) و**لا**إله ثم بقية السطر حتى يلتف النص على أكثر من سطر واحد.

## القوائم

- بند طويل فيه **غامق** يلتف على سطر ثان في نافذة ضيقة حتى يظهر التعليق كما ينبغي (نعم) أو DICAS.
  1. بند داخلي
  2. بند داخلي آخر طويل أيضا يلتف على سطر ثان في نافذة ضيقة حتى يظهر التعليق كما ينبغي له.

     فقرة ثانية
- An English item that is long enough to wrap onto a second row of any pane, with عربي in it, I think.

> قال الوزير إن المحادثات بدأت أمس وإنها ستستمر حتى نهاية الأسبوع المقبل على أقل تقدير، وسيعود.
>
> > اقتباس داخل اقتباس مع (أقواس).

```
def greet(name):  # مرحبا بالعالم كله
    return "a long line of code" + "سطر طويل من الشيفرة يلتف على أكثر من سطر في النافذة"
```

| الاسم | الدور | السنة |
|---|---|---|
| أحمد بن محمد | **وزير** | 2024 |
| DICAS | لجنة (عمل) | 2026 |

نص له حاشية[^1].

[^1]: نص الحاشية الأولى، وهو طويل بعض الشيء حتى يلتف على سطر آخر في نافذة ضيقة.
"""
_RULE = re.compile("[━─╌]+")
_BARS = re.compile("[│┊•]")


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 36)])
def test_every_row(size: tuple[int, int], tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(TEXT, "utf-8")
    article = load(file).paragraphs
    with Screen([sys.executable, "-m", "briefing", file], *size) as screen:
        screen.emulator = QuickEmulator(*size)
        screen.wait_for("¶1")
        screen.wait_until_idle()
        rows = read_through(screen, "Text")
    places = dict.fromkeys(range(1, len(article) + 1), 0)
    number, judged = 0, 0
    for row in rows:
        number = row.number or number
        painted = _BARS.sub("", row.text).strip()
        if not painted or _RULE.fullmatch(painted):
            continue
        one, at = article[number - 1], places[number]
        if row.number and one.label:
            painted = painted.removesuffix(seen(one.label, base=1)).removeprefix(one.label).strip()
        judged += 1
        if one.kind == "row":
            cells = [cell for cell in map(seen, one.text.split("\t")) if cell]
            assert [part for part in re.split(" {3,}", painted) if part] == cells[::-1]
            places[number] = len(one.text)
            continue
        begin = one.text.rfind("\n", 0, at) + 1 if one.kind == "code" else 0
        stop = (one.text + "\n").index("\n", at) if one.kind == "code" else len(one.text)
        found = next_line(one.text[begin:stop], at - begin, painted)
        assert found is not None, (number, at, painted)
        places[number] = begin + found[1] + (begin + found[1] == stop and one.kind == "code")
    assert judged > len(article)
    assert [one.number for one in article if places[one.number] < len(one.text)] == []
