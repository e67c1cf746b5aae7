"""The file is read anew while a slip is open: what it changes is what it was opened for, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.sources import load
from tests.tui.reader import Reader
from tests.tui.writing.conftest import data, done, said, save, slip, writing

pytestmark = pytest.mark.whole

_CLAIM = """
[[sections.claims]]
text = "{}"
citations = [{{ paragraph = 1, quote = "{}" }}]
"""
_QUOTES = {"A": "خطة", "B": "الموانئ", "C": "الكبرى", "X": "في المغرب"}
_EVENT = """
[[events]]
date = "{}"
title = "{}"
paragraphs = [1]
basis = "stated"
"""
_NAME = """
[[names]]
kind = "place"
english = "Name {}"
arabic = ["{}"]
"""


def write(folder: Path, claims: str, events: str = "", names: str = "") -> Path:
    """A briefing with these claims, events and names, of a letter each."""
    folder.mkdir(exist_ok=True)
    (folder / "article.txt").write_text("خطة الموانئ الكبرى في المغرب\n", "utf-8")
    head = 'article = "article.txt"\n[[sections]]\nkey = "one"\nparagraphs = [1]\n'
    all_claims = "".join(_CLAIM.format(f"Claim {one}.", _QUOTES[one.upper()]) for one in claims)
    all_events = "".join(_EVENT.format(f"20{ord(one)}", f"Event {one}.") for one in events)
    all_names = "".join(_NAME.format(one, _QUOTES[one]) for one in names)
    (folder / "briefing.toml").write_text(head + all_claims + all_events + all_names, "utf-8")
    return folder


def texts(folder: Path) -> list[str]:
    """What the claims say, or the events."""
    read = data(folder)
    return [one["text"] for one in read["sections"][0]["claims"]] + [
        one["title"] for one in read.get("events", ())
    ]


async def read_anew(reader: Reader, folder: Path) -> None:
    """Read the file as it is now, as watching does."""
    reader.app.reload(load(str(folder)))
    await reader.settle()


async def test_the_claim_is_changed_that_the_slip_was_opened_for(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", "ABC")
    async with writing(folder) as reader:
        await reader.press("0", "tab", "home", "down", "E")
        assert slip(reader).values == {"text": "Claim B."}
        await reader.write(" And more.")
        write(folder, "XABC")
        await read_anew(reader, folder)
        await save(reader)
        assert texts(folder) == ["Claim X.", "Claim A.", "Claim B. And more.", "Claim C."]


@pytest.mark.parametrize("there", ["AC", "AbC"])
async def test_a_claim_that_another_has_changed_or_taken_out_stays_so(tmp_path: Path, there: str) -> None:
    folder = write(tmp_path / "own", "ABC")
    async with writing(folder) as reader:
        await reader.press("0", "tab", "home", "down", "E")
        await reader.write(" And more.")
        write(folder, there)
        await read_anew(reader, folder)
        await save(reader)
        assert texts(folder) == [f"Claim {one}." for one in there]
        assert "no longer as you saw it" in " ".join(said(reader).split())
        assert slip(reader).values == {"text": "Claim B. And more."}, "it stays in the slip"
        await reader.press("escape", "E")
        kept = {"text": "Claim B. And more."}
        assert (slip(reader).values == kept) == ("b" in there), "only of the claim that quotes the same"


async def test_words_are_added_to_the_claim_beside_that_was_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", "AB")
    async with writing(folder) as reader:
        await reader.press("0", "tab", "home", "down", "tab", "escape")
        await reader.press("home", "w", "shift+left", "A")
        beside = slip(reader).slip.beside_text
        assert beside
        write(folder, "XAB")
        await read_anew(reader, folder)
        await reader.press("ctrl+l")
        await done(reader)
        count = {one["text"]: len(one["citations"]) for one in data(folder)["sections"][0]["claims"]}
        assert count == {f"Claim {one}.": 1 + (f"Claim {one}." == beside) for one in "XAB"}


async def test_the_event_is_changed_that_the_slip_was_opened_for(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", "A", "BC")
    async with writing(folder) as reader:
        await reader.press("t", "home", "E")
        assert slip(reader).values["title"] == "Event B."
        await reader.press("tab")
        await reader.write(" And more.")
        write(folder, "A", "ABC")
        await read_anew(reader, folder)
        await save(reader)
        assert sorted(texts(folder)) == ["Claim A.", "Event A.", "Event B. And more.", "Event C."]


async def test_what_was_typed_of_one_claim_is_not_offered_for_another(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", "ABC")
    async with writing(folder) as reader:
        await reader.press("0", "tab", "home", "E")
        await reader.write(" And more.")
        await reader.press("escape", "alt+down")
        await done(reader)
        assert texts(folder) == ["Claim B.", "Claim A.", "Claim C."]
        await reader.press("home", "E")
        assert slip(reader).values == {"text": "Claim B."}
        await reader.press("escape", "down", "E")
        assert slip(reader).values == {"text": "Claim A. And more."}


async def test_the_name_goes_that_was_chosen_in_the_window(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", "A", names="ABC")
    async with writing(folder) as reader:
        for there, after in (("XABC", ["X", "A", "C"]), ("X", ["X"])):
            await reader.press("m", "down" if there == "XABC" else "end")
            write(folder, "A", names=there)
            await read_anew(reader, folder)
            await reader.press("D")
            await done(reader)
            assert [one["english"] for one in data(folder)["names"]] == [f"Name {one}" for one in after]
        assert "no longer as it was" in said(reader)
