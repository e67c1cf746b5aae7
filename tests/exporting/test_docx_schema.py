"""The Word form against the order in which ECMA-376 wants elements: Word refuses a document out of order."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from briefing.exporting.chosen import chosen
from briefing.exporting.forms.docx import written
from briefing.sources import load_bundled
from tests.exporting.hard import BRIEFING

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The children of each element in their order (ECMA-376-1, annex A.1), as far as this program writes them.
_ORDER = {
    "p": "pPr",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind"
    " contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike vanish color spacing kern sz szCs"
    " highlight u shd vertAlign rtl cs lang",
    "numPr": "ilvl numId",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders"
    " tblLayout tblCellMar tblLook",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr tblPr"
    " trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle suff lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "numbering": "numPicBullet abstractNum num",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols docGrid",
}


def test_elements_stand_in_the_order_of_the_schema() -> None:
    for data in (written(chosen(BRIEFING)), written(chosen(load_bundled()))):
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [
                name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")
            ]
            roots = {name: etree.fromstring(package.read(name)) for name in parts}
        assert {"word/footnotes.xml", "word/numbering.xml", "word/styles.xml"} <= roots.keys()
        for root in roots.values():
            for element in root.iter(*(f"{_W}{name}" for name in _ORDER)):
                _check(element)
        ids = [one.get(f"{_W}id") for one in roots["word/document.xml"].iter(f"{_W}bookmarkStart")]
        names = [one.get(f"{_W}name") for one in roots["word/document.xml"].iter(f"{_W}bookmarkStart")]
        ends = [one.get(f"{_W}id") for one in roots["word/document.xml"].iter(f"{_W}bookmarkEnd")]
        assert len(set(ids)) == len(ids) == len(set(names))
        assert sorted(ids) == sorted(ends)
        for root in roots.values():
            assert {one.get(f"{_W}anchor") for one in root.iter(f"{_W}hyperlink")} - {None} <= {*names}


def _check(element: etree._Element) -> None:
    name = str(element.tag).removeprefix(_W)
    order = _ORDER[name].split()
    own = [str(child.tag).removeprefix(_W) for child in element if str(child.tag).startswith(_W)]
    if name == "p":
        assert "pPr" not in own[1:]
        return
    assert {*own} <= {*order}, f"{name} has {own}"
    places = [order.index(child) for child in own]
    assert places == sorted(places), f"{name} has {own}"
