"""Texts of one briefing as many people would write it: headings or brackets, quotes, comments, line ends."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.fuzz.toml_writing import quoted

Data = dict[str, Any]


def some_briefing(rng: Random) -> Data:
    """A briefing of up to four sections, as data; every text occurs once."""
    counter = iter(range(10_000))
    number = 0
    sections = []
    for at in range(rng.randint(1, 4)):
        numbers = [number := number + 1 for _ in range(rng.randint(1, 4))]
        section: Data = {"key": f"s{at}", "paragraphs": numbers}
        if rng.random() < 0.7:
            section["title"] = f"Title {next(counter)}."
        if rng.random() < 0.5:
            section["arabic"] = f"عنوان {next(counter)}."
        claims = []
        for _ in range(rng.choice([0, 1, 1, 2, 3, 5])):
            cited = [rng.choice(numbers) for _ in range(rng.choice([1, 1, 2, 3]))]
            claim: Data = {
                "text": " ".join(f"word{next(counter)}." for _ in range(rng.choice([1, 3, 30]))),
                "citations": [
                    {"paragraph": one, "quote": rng.choice(QUOTES).format(f"{next(counter)}.")}
                    for one in cited
                ],
            }
            if rng.random() < 0.3:
                claim["drafted"] = True
            if rng.random() < 0.2:
                claim["confidence"] = "low"
            claims.append(claim)
        if claims:
            section["claims"] = claims
        sections.append(section)
    events = [
        {"date": "2024", "title": f"Event {next(counter)}.", "paragraphs": [1], "basis": "inferred",
         "note": f"Note {next(counter)}."}
        for _ in range(rng.choice([0, 0, 1, 3]))
    ]  # fmt: skip
    names = [
        {"kind": "person", "english": f"Name {next(counter)}.", "arabic": [f"اسم {next(counter)}.", "x"]}
        for _ in range(rng.choice([0, 0, 1, 3]))
    ]
    data: Data = {"article": "article.txt", "sections": sections}
    if rng.random() < 0.7:
        data["title"] = {"english": f"The title {next(counter)}."}
    if rng.random() < 0.5:
        data["bottom_line"] = f"The bottom line {next(counter)}."
    if events:
        data["events"] = events
    if names:
        data["names"] = names
    if rng.random() < 0.5:
        data["provenance"] = {"source": f"Source {next(counter)}.", "unknown": ["a", "b"]}
    return data


QUOTES = (
    "كلمة {}",
    'قال "نعم" {}',
    "با\\ {} \t",
    "\u2066x\u2069 {}",
    "é\u0301 {}",
    "'{}'",
    "a\n{}",
    "[[sections]] # {}",
)


class Written:
    """The text of a briefing, in a manner that `rng` chooses."""

    def __init__(self, rng: Random, data: Data) -> None:
        self.rng = rng
        self.newline = rng.choice(["\n", "\n", "\r\n"])
        self.indent = rng.choice(["", "", "  ", "\t"])
        self.equals = rng.choice([" = ", " = ", "=", "  =  "])
        self.pad = rng.choice([" ", ""])
        self.gap = rng.choice([0, 1, 1, 2])
        self.remarks = rng.choice([0, 0, 0.15, 0.5])
        self.counter = iter(range(10_000))
        self.lines: list[str] = []
        self.section_style = rng.choice(["headings"] * 5 + ["brackets"])
        self.claim_style = rng.choice(["headings", "headings", "brackets", "mixed"])
        self.citation_style = rng.choice(["brackets"] * 4 + ["headings"])
        self._write(data)
        text = self.newline.join(self.lines)
        text += rng.choice([self.newline, self.newline, "", self.newline * 3])
        self.text = rng.choice(["", "", "\ufeff"]) + text

    def _write(self, data: Data) -> None:
        rng = self.rng
        self._remark()
        self._pair("article", data["article"])
        if "bottom_line" in data:
            self._pair("bottom_line", data["bottom_line"])
        title = data.get("title")
        title_style = rng.choice(["heading", "heading", "dotted", "inline"])
        if title and title_style == "dotted":
            for key, value in title.items():
                self._pair(f"title.{key}", value)
        elif title and title_style == "inline":
            self._line(f"title{self.equals}{self._inline(title)}")
        inline_lists = [key for key in ("events", "names") if key in data and rng.random() < 0.2]
        for key in inline_lists:
            self._list(key, data[key], "")
        if self.section_style == "brackets":
            self._list("sections", data["sections"], "")
        if title and title_style == "heading":
            self._heading("[title]", 0)
            self._pairs(title, 0)
        lists = ["provenance", "sections", "events", "names"]
        if rng.random() < 0.3:
            rng.shuffle(lists)
        for key in lists:
            if key == "provenance" and key in data:
                self._heading("[provenance]", 0)
                self._pairs(data[key], 0)
            elif key == "sections" and self.section_style == "headings":
                for section in data[key]:
                    self._section(section)
            elif key in ("events", "names") and key in data and key not in inline_lists:
                if rng.random() < 0.3:
                    self.lines += ["", f"# ============ {key}", *[""] * rng.choice([0, 1])]
                for one in data[key]:
                    self._heading(f"[[{key}]]", 0)
                    self._pairs(one, 0)

    def _section(self, section: Data) -> None:
        own = {key: value for key, value in section.items() if key != "claims"}
        claims = section.get("claims", [])
        style = self.claim_style
        if style == "mixed":
            style = self.rng.choice(["headings", "brackets"])
        self._heading("[[sections]]", 0)
        self._pairs(own, 0)
        if style == "brackets" and (claims or self.rng.random() < 0.3):
            self._list("claims", claims, self.indent)
            return
        for claim in claims:
            self._heading("[[sections.claims]]", 1)
            citations = claim["citations"]
            if self.citation_style == "brackets":
                self._pairs({key: value for key, value in claim.items() if key != "citations"}, 1)
                self._list("citations", citations, self.indent)
                continue
            self._pairs({key: value for key, value in claim.items() if key != "citations"}, 1)
            for citation in citations:
                self._heading("[[sections.claims.citations]]", 2)
                self._pairs(citation, 2)

    def _heading(self, heading: str, depth: int) -> None:
        self.lines += [""] * self.gap
        self._remark(above=self.rng.random() < 0.5)
        self._line(self.indent * depth + heading, can_bear=True)

    def _pairs(self, data: Data, depth: int) -> None:
        for key, value in data.items():
            self._pair(key, value, self.indent * depth)

    def _pair(self, key: str, value: Any, indent: str = "") -> None:
        self._remark()
        if self.rng.random() < 0.05 and "." not in key:
            key = f'"{key}"'
        self._line(f"{indent}{key}{self.equals}{self._value(value, key)}", can_bear=True)

    def _value(self, value: Any, key: str = "") -> str:
        if isinstance(value, str):
            plain = "\n" not in value and '"' not in value and "\\" not in value and value.isprintable()
            if plain and "'" not in value and self.rng.random() < 0.2:
                return f"'{value}'"
            if plain and " " in value and key in ("text", "note", "bottom_line") and self.rng.random() < 0.5:
                words = value.split(" ")
                half = len(words) // 2
                lines = [" ".join(words[:half]), " ".join(words[half:])]
                return f'"""{self.newline}{self.newline.join(lines)}{self.newline}"""'
            return quoted(value)
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, list):
            return f"[{', '.join(map(self._value, value))}]"
        return str(value)

    def _inline(self, data: Data) -> str:
        pairs = []
        for key, value in data.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                written = f"[{', '.join(map(self._inline, value))}]"
            elif isinstance(value, str):
                written = quoted(value)
            else:
                written = self._value(value)
            pairs.append(f"{key}{self.equals}{written}")
        return f"{{{self.pad}{', '.join(pairs)}{self.pad}}}"

    def _list(self, key: str, items: list[Data], indent: str) -> None:
        written = [self._inline(one) for one in items]
        style = self.rng.choice(["one line", "lines", "lines", "commas first"])
        if style == "one line" or not items:
            comma = self.rng.choice(["", ","]) if items else ""
            self._line(
                f"{indent}{key}{self.equals}[{self.pad}{', '.join(written)}{comma}{self.pad}]", can_bear=True
            )
            return
        self._line(f"{indent}{key}{self.equals}[", can_bear=True)
        trailing = self.rng.random() < 0.7
        for at, one in enumerate(written):
            self._remark(indent=indent + "  ", blank=False)
            comma = "," if at < len(written) - 1 or trailing else ""
            if style == "commas first":
                self._line(f"{indent}{', ' if at else '  '}{one}", can_bear=True)
            else:
                self._line(f"{indent}  {one}{comma}", can_bear=True)
        self._line(f"{indent}]", can_bear=True)

    def _line(self, line: str, *, can_bear: bool = False) -> None:
        if can_bear and self.rng.random() < self.remarks:
            line += f"  # remark {next(self.counter)}!"
        self.lines.append(line)

    def _remark(self, *, above: bool = True, indent: str = "", blank: bool = True) -> None:
        if self.rng.random() < self.remarks:
            self.lines.append(f"{indent}# remark {next(self.counter)}! [[not.a.heading]]")
            if blank and not above:
                self.lines.append("")
