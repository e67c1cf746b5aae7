"""The styles by name that a person changes in Word, and with them every text of that part."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.exporting.word.elements import Element, add, tag

_LEVELS: Final = 6
_FONT: Final = "Times New Roman"  # on every machine with Word, with Arabic, Persian, Urdu and Hebrew letters


class _Style(NamedTuple):
    """A style of paragraphs: sizes in half points, distances in twentieths of a point."""

    name: str
    based_on: str = "Normal"
    size: int = 22
    right_size: int = 28
    before: int = 0
    after: int = 120
    indent: int = 0
    looks: tuple[str, ...] = ()
    color: str = ""
    font: str = ""
    outline: int | None = None
    is_right: bool = False
    goes_on: bool = False


_PARAGRAPHS: Final = (
    _Style("Article Paragraph", after=160, is_right=True),
    _Style("Article Item", "Article Paragraph", after=60, is_right=True),
    _Style("Article Quote", "Article Paragraph", indent=567, looks=("i", "iCs"), is_right=True),
    _Style("Article Code", "Article Paragraph", size=20, right_size=22, font="Courier New"),
    _Style("Article Note", "Article Paragraph", size=18, right_size=22, is_right=True),
    _Style("Article Table Cell", "Article Paragraph", after=40, right_size=24, is_right=True),
    _Style("Section Title", right_size=30, after=80, looks=("b", "bCs"), goes_on=True, is_right=True),
    _Style("Article Title", size=32, right_size=40, looks=("b", "bCs"), is_right=True),
    _Style("Bottom Line", size=24, after=200, looks=("b", "bCs")),
    _Style("Claim", after=120, indent=227),
    _Style("Evidence", size=18, right_size=24, after=40, is_right=True),
    _Style("Table Text", size=20, right_size=24, after=20),
    _Style("Source Line", size=18, right_size=22, after=200, color="595959"),
    _Style("Source Detail", size=20, right_size=24, after=40),
    *(
        _Style(
            f"Article Heading {level}",
            "Article Paragraph",
            size=max(22, 30 - 2 * level),
            right_size=max(28, 36 - 2 * level),
            before=240,
            looks=("b", "bCs"),
            outline=level,
            is_right=True,
        )
        for level in range(1, _LEVELS + 1)
    ),
)
#: Name, looks, font, and colour of the ground (no line under words, which would run into their dots).
_CHARACTERS: Final = (
    ("Evidence Quote", (), "", ""),
    ("Evidence Words", (), "", "EEF3F8"),
    ("Article Code Words", (), "Courier New", ""),
    ("Label", ("b", "bCs"), "", ""),
    ("Draft", ("b", "bCs", "caps"), "", ""),
)


def style_id(name: str) -> str:
    """Return what elements call a style of that name."""
    return name.replace(" ", "")


def heading_style(level: int) -> str:
    """Return the style of an article's heading of a level, from 1."""
    return f"Article Heading {min(max(1, level), _LEVELS)}"


def add_styles(styles: Element, lang: str) -> None:
    """Add all styles to a document's; `lang` is the article's language."""
    defaults = next(styles.iter(tag("rPrDefault")))[0]
    for old in defaults.findall(tag("lang")):
        defaults.remove(old)
    add(defaults, "lang", val="en-GB", eastAsia="en-US", bidi=lang)
    known = {one.get(tag("styleId")) for one in styles.iter(tag("style"))}
    for name in ("footnote text", "footnote reference"):
        if (key := "".join(map(str.capitalize, name.split()))) not in known:
            _add_note_style(styles, name, key)
    if "Hyperlink" not in known:
        link = add(styles, "style", type="character", styleId="Hyperlink")
        add(link, "name", val="Hyperlink")
        properties = add(link, "rPr")
        add(properties, "color", val="0563C1")
        add(properties, "u", val="single")
    for style in _PARAGRAPHS:
        _add_style(styles, style)
    for name, looks, font, ground in _CHARACTERS:
        one = add(styles, "style", type="character", customStyle="1", styleId=style_id(name))
        add(one, "name", val=name)
        add(one, "qFormat")
        properties = add(one, "rPr")
        if font:
            add(properties, "rFonts", ascii=font, hAnsi=font, cs=font)
        for look in looks:
            add(properties, look)
        if ground:
            add(properties, "shd", val="clear", color="auto", fill=ground)


def _add_style(styles: Element, style: _Style) -> None:
    one = add(styles, "style", type="paragraph", customStyle="1", styleId=style_id(style.name))
    add(one, "name", val=style.name)
    add(one, "basedOn", val=style_id(style.based_on))
    add(one, "qFormat")
    paragraph = add(one, "pPr")
    if style.goes_on or style.outline is not None:
        add(paragraph, "keepNext")
    add(paragraph, "bidi", val="1" if style.is_right else "0")
    add(paragraph, "spacing", before=str(style.before), after=str(style.after))
    if style.indent:
        add(paragraph, "ind", left=str(style.indent))
    if style.outline is not None:
        add(paragraph, "outlineLvl", val=str(style.outline))
    run = add(one, "rPr")
    font = style.font or _FONT
    add(run, "rFonts", cs=font, **({"ascii": font, "hAnsi": font} if style.font else {}))
    for look in style.looks:
        add(run, look)
    if style.color:
        add(run, "color", val=style.color)
    add(run, "sz", val=str(style.size))
    add(run, "szCs", val=str(style.right_size))


def _add_note_style(styles: Element, name: str, key: str) -> None:
    is_text = name.endswith("text")
    one = add(styles, "style", type="paragraph" if is_text else "character", styleId=key)
    add(one, "name", val=name)
    if not is_text:
        add(add(one, "rPr"), "vertAlign", val="superscript")
