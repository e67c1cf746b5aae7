"""Dates as documents write them of themselves: what they say, and nothing where it cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.edtf_syntax import looks_like_edtf
from briefing.document.written_dates import edtf_written
from briefing.sources.source_facts import edtf_of


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2025-03-18T10:00:00+03:00", "2025-03-18"),
        ("2025-03-18T10:00:00.000Z", "2025-03-18"),
        ("2025-03-18 10:00", "2025-03-18"),
        ("20250318", "2025-03-18"),
        (" 2025-03 ", "2025-03"),
        ("2025", "2025"),
        ("18 March 2025", "2025-03-18"),
        ("Sept. 3rd, 2025", "2025-09-03"),
        ("Tue, 18 Mar 2025 10:00:00 +0300", "2025-03-18"),
        ("Tue Mar 18 2025 10:00:00 GMT+0300 (AST)", "2025-03-18"),
        ("March 2025", "2025-03"),
        ("Maybe 3 2025", ""),
        ("2025-02-30", ""),
        ("2025-13", ""),
        ("0000", ""),
        ("1446-09-18", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_in_iso_or_english(written: str, edtf: str) -> None:
    assert edtf_written(written) == edtf


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("18 مارس 2025", "2025-03-18"),
        ("الثلاثاء 18 آذار 2025م", "2025-03-18"),
        ("٢٠٢٥-٠٣-١٨", "2025-03-18"),
        ("18/03/2025", "2025-03-18"),
        ("3/4/2025", ""),
        ("18 رمضان 1446", ""),
        ("1403/12/28", ""),
        ("18 مارس", ""),
        ("18 مارس 2025 - 19 مارس 2025", ""),
    ],
)
def test_a_date_in_arabic_that_can_be_one_day_only(written: str, edtf: str) -> None:
    assert edtf_of(written) == edtf


@given(st.text("0123456789-/: TZ+.,MarchOctمارس", max_size=30))
def test_whatever_is_written_gives_a_date_or_nothing(written: str) -> None:
    found = edtf_of(written)
    assert found == "" or looks_like_edtf(found)
