"""The time it takes to load grows as what is loaded, not as its square."""

import math
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import BriefingError
from briefing.document.toml_text import LARGEST, PARTS
from briefing.exporting import briefing_text
from briefing.sources import load
from briefing.sources.occurrences import absent
from tests.judges.ceiling import ceiling

HEAD = 'article = "article.txt"\nbottom_line = "b"\n[title]\nenglish = "e"\narabic = "a"\n'


def section(numbers: Iterable[int], quotes: Iterable[tuple[int, str]], key: str = "k") -> str:
    claims = "".join(
        f'[[sections.claims]]\ntext = "c"\ncitations = [{{ paragraph = {number}, quote = "{quote}" }}]\n'
        for number, quote in quotes
    )
    return f'[[sections]]\nkey = "{key}"\ntitle = "t"\narabic = "a"\nparagraphs = {[*numbers]}\n{claims}'


def names(forms: Iterable[str]) -> str:
    return "".join(
        f'[[names]]\nkind = "person"\nenglish = "n"\narabic = ["{form}"]\nrole = ""\n' for form in forms
    )


def words(n: int) -> list[str]:
    return [f"رقم {number} في" for number in range(1, n + 1)]


LARGE: dict[str, Callable[[int], tuple[str, str]]] = {
    "n claims on n paragraphs": lambda n: (
        section(range(1, n + 1), enumerate(words(n), 1)),
        "\n\n".join(words(n)),
    ),
    "n claims on one paragraph": lambda n: (
        section([1], ((1, word) for word in words(n))),
        " ".join(words(n)),
    ),
    "the last of n claims is wrong": lambda n: (
        section(range(1, n + 1), [*enumerate(words(n - 1), 1), (n, "xyz")]),
        "\n\n".join(words(n)),
    ),
    "n names on n paragraphs": lambda n: (section([1], []) + names(words(n)), "\n\n".join(words(n))),
    "n names, none of which is there": lambda n: (
        section([1], []) + names(word + "!" for word in words(n)),
        "\n\n".join(words(n)),
    ),
    "n sections": lambda n: (
        "".join(section([i], [(i, word)], f"k{i}") for i, word in enumerate(words(n), 1)),
        "\n\n".join(words(n)),
    ),
    "n claims under a long key": lambda n: (section([1], [(1, "رقم 1")] * n, "k" * 10 * n), "رقم 1"),
    "n keys that are none": lambda n: ("".join(f"titel{i} = 1\n" for i in range(n)), "رقم 1"),
}


def seconds(folder: Path, toml: str, article: str) -> float:
    """How long the processor is at it."""
    (folder / "article.txt").write_text(article, "utf-8")
    (folder / "briefing.toml").write_text(HEAD + toml, "utf-8")
    start = time.process_time()
    try:
        briefing_text(load(folder))
    except BriefingError as error:
        assert len(str(error)) < 500  # noqa: PT017 - not all of them are right
    return time.process_time() - start


@pytest.mark.whole
@pytest.mark.parametrize("kind", LARGE)
def test_four_times_as_much_takes_about_four_times_as_long(tmp_path: Path, kind: str) -> None:
    small, large = (LARGE[kind](n) for n in (1500, 6000))
    one = four = math.inf
    for _ in range(8):  # a busy machine only ever adds time, and one measurement may be all noise
        one, four = min(one, seconds(tmp_path, *small)), min(four, seconds(tmp_path, *large))
        if four < 9 * one:  # a square would be 16 times
            return
    pytest.fail(f"{four:.3f} s is {four / one:.1f} times {one:.3f} s")


@given(st.lists(st.text("ab", min_size=1, max_size=6), max_size=8), st.lists(st.text("ab", max_size=12)))
def test_what_is_absent_is_exactly_what_python_does_not_find(words: list[str], texts: list[str]) -> None:
    assert absent(words, texts) == {word for word in words if not any(word in text for text in texts)}


def loaded(folder: Path, toml: str) -> str:
    (folder / "article.txt").write_text("نص", "utf-8")
    (folder / "briefing.toml").write_text(toml, "utf-8")
    with pytest.raises(BriefingError) as raised:
        load(folder)
    line = str(raised.value)
    assert line.startswith(f"{folder / 'briefing.toml'}: ")
    return line.removeprefix(f"{folder / 'briefing.toml'}: ")


@pytest.mark.whole
@pytest.mark.parametrize(
    "key",
    [
        ".".join("a" * (PARTS + 1)),
        ".".join("a" * 100_000),
        " . ".join(["'a.b'"] * 100_000),
        ".".join(['"\\"a"'] * 100_000),
    ],
    ids=["just too many", "bare", "apart", "in quotes"],
)
@pytest.mark.parametrize("line", ["{} = 1", "[{}]", "[[{}]]", "x = [1, {{ {} = 1 }}]"])
def test_a_key_of_too_many_parts_is_refused_before_it_is_parsed(tmp_path: Path, key: str, line: str) -> None:
    what = f"line 3: a key of more than {PARTS} parts; a briefing needs three; "
    with ceiling():  # the square took minutes
        assert loaded(tmp_path, '"""\n."""\n' + line.format(key)).startswith(what)


@pytest.mark.parametrize(
    "toml",
    [
        "# {}\nx = 1",
        'x = "{}"',
        "x = '{}'",
        'x = """\n{}\n"" {} """""',
        "x = '''\n{}\n'''",
        'x = "\\"" # {}',
        "x = [{{{}\n}}]".replace("{}", "# {}"),
        "y = 1",
        ".".join("a" * PARTS) + " = 1",
    ],
)
def test_dots_elsewhere_are_no_key(tmp_path: Path, toml: str) -> None:
    dots = ".".join("a" * 100)
    assert "parts" not in loaded(tmp_path, toml.replace("{}", dots))


def test_toml_too_large_is_refused_with_the_limit(tmp_path: Path) -> None:
    assert loaded(tmp_path, "#" * (LARGEST + 1)) == "is larger than 16 MiB; split it into smaller files"


@pytest.mark.whole
def test_more_names_than_there_is_memory_for(tmp_path: Path) -> None:
    toml = HEAD + section([1], []) + names(f"{i:0200}" for i in range(3000))
    (tmp_path / "briefing.toml").write_text(toml, "utf-8")
    (tmp_path / "article.txt").write_text("0" * 100_000, "utf-8")
    with pytest.raises(BriefingError, match="names: more than 500,000 characters of Arabic forms; keep"):
        load(tmp_path)
