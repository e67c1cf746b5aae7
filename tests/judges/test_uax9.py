"""The plain algorithm by which others are judged, judged itself by Unicode's file."""

from itertools import islice

from tests.arabic.effort import WHOLE
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.judges import uax9
from tests.needs import needs_file

FILE = UNICODE_DATA / "BidiCharacterTest.txt"


@needs_file(FILE)
def test_bidi_character_test() -> None:
    records = (line.strip() for line in FILE.read_text("utf-8").splitlines())
    cases = (line for line in records if line and not line.startswith("#"))
    count = 0
    for case in cases if WHOLE else islice(cases, 0, None, 53):
        codes, _, base, levels, _ = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        assert uax9.levels(text, int(base)) == [None if x == "x" else int(x) for x in levels.split()], case
        count += 1
    assert count == 91_707 or not WHOLE
