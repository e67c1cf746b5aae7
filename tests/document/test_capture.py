"""The bundled article against the capture: every line of the capture is accounted for, in order, once."""

from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.sources import load_bundled


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


@pytest.fixture(scope="module")
def capture(bundled: Briefing) -> list[str]:
    assert bundled.provenance is not None
    path = Path(bundled.path).parent / bundled.provenance.capture
    return path.read_bytes().decode("utf-8").split("\n")


def test_capture_is_title_details_article_and_furniture_in_that_order(
    bundled: Briefing, capture: list[str]
) -> None:
    assert bundled.provenance is not None
    details = [line for detail in bundled.provenance.details for line in detail.captured]
    left_out = [line for detail in bundled.provenance.left_out for line in detail.captured]
    article = [paragraph.text for paragraph in bundled.paragraphs]
    # The white-space line stands above the two words of furniture.
    furniture = sorted(left_out, key=capture.index)
    assert [line for line in capture if line != ""] == [bundled.title.arabic, *details, *article, *furniture]


def test_capture_holds_what_the_product_names(capture: list[str]) -> None:
    assert len(capture) == 45
    assert capture[0] == "الولايات المتحدة تتطلع إلى اليابان كقاعدة لإنتاج الأسلحة"
    assert capture[2:14:1] == [
        "صبيان نجد",
        "",
        "التحالف يجمعنا",
        "طاقم الإدارة",
        "مشرف",
        "إنضم",
        "29/9/21",
        "المشاركات",
        "4,747",
        "التفاعلات",
        "13,094",
        "1000279983.jpg",
    ]
    assert capture[42:] == ["\u00a0", "عودة", "أعلى"]


def test_article_file_is_the_fourteen_paragraphs_a_blank_line_apart(
    bundled: Briefing, capture: list[str]
) -> None:
    article = (Path(bundled.path).parent / "article.txt").read_bytes().decode("utf-8")
    assert article == "\n\n".join(line for line in capture[15:42] if line) + "\n"
    assert [paragraph.number for paragraph in bundled.paragraphs] == list(range(1, 15))


def test_no_character_of_the_article_is_folded_or_shaped(bundled: Briefing) -> None:
    text = "".join(paragraph.text for paragraph in bundled.paragraphs)
    assert "أيضًا" in text  # the tanwin is still behind its letter
    assert not any("\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc" for c in text)
