"""What a text's encoding was taken for is said in the title bar, quietly; what could not be read, once."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.sources import Material, briefing_of
from briefing.tui.painting import one_line
from tests.judges.surroundings import environment
from tests.tui.reader import SIZES, Reader, reading

ARABIC = "مقال طويل عن السفر\n\nفي البر والبحر وما رأيت هناك من عجائب\n"


def top(reader: Reader) -> str:
    return reader.row(0).strip()


@pytest.mark.parametrize(
    ("codec", "asked", "said"),
    [
        ("cp1256", "", "windows-1256, recognised"),
        ("cp1256", "cp1256", "windows-1256, as asked for"),
        ("utf-16", "", "UTF-16LE"),
        ("utf-32-be", "", "UTF-32BE, recognised"),
        ("utf-8", "", ""),
        ("utf-8-sig", "", ""),
    ],
)
async def test_the_encoding_stands_beside_the_title(codec: str, asked: str, said: str) -> None:
    briefing = briefing_of(Material("a.txt", ARABIC.encode(codec), encoding=asked))
    title = one_line("مقال طويل عن السفر", 100, "R").text
    async with reading(briefing, size=SIZES[0]) as reader:
        for size in SIZES:
            await reader.resize(*size)
            assert top(reader).split("   ", 1)[0] == (said or title)
            assert top(reader).endswith(title)


async def test_an_english_title_has_it_at_the_other_side() -> None:
    briefing = briefing_of(Material("a.txt", "A café in Cairo\n\nسلام".encode("utf-16-le"), charset="x"))
    async with reading(briefing, size=(80, 24)) as reader:
        assert top(reader).startswith("A café in Cairo   ")
        assert top(reader).endswith("   UTF-16LE, recognised")


async def test_a_long_title_is_not_shortened_for_it() -> None:
    long = "مقال " * 14
    shown = []
    for codec in ("utf-8", "cp1256"):
        async with reading(briefing_of(Material("a.txt", long.encode(codec))), size=(80, 24)) as reader:
            shown.append(reader.row(0))
    assert shown[0] == shown[1]


async def test_bytes_that_were_lost_are_told_in_a_notice() -> None:
    data = ARABIC.encode() * 20
    async with reading(briefing_of(Material("a.txt", data[:-2])), size=(120, 36)) as reader:
        assert "Unreadable as UTF-8: 1" in reader.text
        assert top(reader).startswith("UTF-8, recognised")
    async with reading(briefing_of(Material("a.txt", data)), size=(120, 36)) as reader:
        assert "Unreadable" not in reader.text


@pytest.mark.parametrize("command", [[], pytest.param(["export", "-o", "-"], marks=pytest.mark.whole)])
def test_bytes_that_were_lost_are_told_on_standard_error(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARABIC.encode() * 20 + b"\xd8")
    for arguments, places in (([], "1 place unreadable as UTF-8"), (["--encoding", "utf-8"], "1 place")):
        done = subprocess.run(
            [sys.executable, "-m", "briefing", *command, str(tmp_path / "a.txt"), *arguments],
            capture_output=True,
            env=environment(),
        )
        assert done.returncode == 0
        assert done.stderr.decode().count("\n") == 1
        assert done.stderr.decode().startswith(f"briefing: {tmp_path / 'a.txt'}: {places}")
        assert done.stdout
