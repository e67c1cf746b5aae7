"""How fast and how small the text engine is, measured in the same run as what it is compared with.

    python -m tests.benchmarks.engine           all
    python -m tests.benchmarks.engine --megabytes 2

Article: every line of the bundled article at 60 columns, its cells and its text, against
`get_display(reshape(paragraph))` of the same text; both cold in a fresh process, and both warm. "remembered"
is `layout` of a text that was laid out at another width before. Long texts: 10 MB of UTF-8, repeated.

Seconds are those of the process, for machines are busy; each long text comes with what
`get_display(reshape())` of the article takes just then. Memory is the text and what is allocated at the peak
(`tracemalloc`), over the size of the text as a `str`.
"""

import argparse
import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Final

from arabic_reshaper import reshape
from bidi import get_display

from briefing.arabic import Line, LongText, layout

ARTICLE: Final = Path(__file__).parents[2] / "assets" / "us-japan-dicas" / "article.txt"
WIDTH: Final = 60
SCREEN: Final = 60

# The limits: times, seconds, times, milliseconds.
ARTICLE_LIMIT: Final = 4.0
COUNT_LIMIT: Final = 1.5
MEMORY_LIMIT: Final = 3.0
SCREEN_LIMIT: Final = 5.0


def texts(size: int) -> dict[str, str]:
    """Long texts of `size` bytes in UTF-8, by name."""
    article = ARTICLE.read_text("utf-8")
    samples = {
        "article": article,
        "article, one paragraph": article.replace("\n", " "),
        "vocalised": "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ، قَالَ لَا إِلَٰهَ إِلَّا هُوَ (الحَيُّ القَيُّومُ)\n",
        "Latin": "The quick brown fox (2024-2026) jumps over https://example.org/a-b/c; it's 50% done.\n",
        "CJK and emoji": "漢字仮名交じり文。👩\u200d👧 🇯🇵 と、かな123 नमस्ते दुनिया\n",
    }
    return {name: sample * (size // len(sample.encode())) for name, sample in samples.items()}


def seconds(work: Callable[[], object]) -> float:
    """The seconds of this process that `work` takes: what others do on the machine does not count."""
    begin = process_time()
    work()
    return process_time() - begin


def paint(lines: Sequence[Line]) -> None:
    """Ask every line for all that it paints."""
    for line in lines:
        assert line.cells is not None
        assert line.text is not None


def usual(paragraphs: Sequence[str]) -> None:
    """What programs do today."""
    for paragraph in paragraphs:
        get_display(reshape(paragraph))


def verdict(value: float, limit: float) -> str:
    return f"(limit {limit:g}: {'holds' if value <= limit else 'MISSED'})"


def cold() -> None:
    """Print the seconds that both take, in a process that has done nothing yet."""
    article = ARTICLE.read_text("utf-8")
    print(seconds(lambda: paint(layout(article, WIDTH))), seconds(lambda: usual(article.split("\n\n"))))


def measure_article(runs: int) -> None:
    article = ARTICLE.read_text("utf-8")
    paragraphs = article.split("\n\n")
    afresh, remembered, other = [], [], []
    for turn in range(runs):
        theirs = seconds(lambda: usual(paragraphs))
        anew = seconds(lambda: paint(list(LongText(article).lines(WIDTH))))
        again = seconds(lambda width=WIDTH + turn % 2: paint(layout(article, width)))  # type: ignore[misc]
        other.append(theirs)
        afresh.append(anew / theirs)
        remembered.append(again / theirs)
    print(f"Article at {WIDTH} columns, get_display(reshape()) {median(other) * 1000:.1f} ms, {runs} runs")
    print(f"  laid out, warm: {median(afresh):.2f} times {verdict(median(afresh), ARTICLE_LIMIT)}")
    print(f"  remembered: {median(remembered):.2f} times")
    starts = [
        subprocess.run(
            [sys.executable, "-m", __spec__.name, "--cold"], capture_output=True, check=True
        ).stdout
        for _ in range(5)
    ]
    ratios = [ours / theirs for ours, theirs in (map(float, start.split()) for start in starts)]
    print(f"  cold, in a fresh process: {median(ratios):.2f} times {verdict(median(ratios), ARTICLE_LIMIT)}")


def measure_long(name: str, text: str) -> None:
    size = sys.getsizeof(text)
    source = LongText(text)
    lines = source.lines(WIDTH)
    first = seconds(lines.__len__)
    second = seconds(source.lines(WIDTH + 20).__len__)
    random = Random(1)
    places = [random.randrange(max(1, len(lines) - SCREEN)) for _ in range(100)]
    screens = [seconds(lambda at=at: paint(lines[at : at + SCREEN])) for at in places]  # type: ignore[misc]
    eager = seconds(lambda: [(line.start, line.end) for line in layout(text, WIDTH)])
    paragraphs = ARTICLE.read_text("utf-8").split("\n\n")
    yardstick = median(seconds(lambda: usual(paragraphs)) for _ in range(9))
    print(f"{name}: {len(text.encode()) / 1e6:.1f} MB, a str of {size / 1e6:.1f} MB, {len(lines)} lines")
    print(f"  (get_display(reshape(article)) takes {yardstick * 1000:.1f} ms)")
    print(f"  counted in {first:.2f} s {verdict(first, COUNT_LIMIT)}; at another width in {second:.2f} s")
    print(f"  all of layout() in {eager:.2f} s")
    middle = median(screens)
    print(
        f"  {SCREEN} lines anywhere: median {middle * 1000:.1f} ms {verdict(middle * 1000, SCREEN_LIMIT)}, "
        f"first {screens[0] * 1000:.1f} ms, worst of the others {max(screens[1:]) * 1000:.1f} ms"
    )
    for what, work in (
        ("counting", lambda: len(LongText(text).lines(WIDTH))),
        ("layout()", lambda: layout(text, WIDTH)),
    ):
        gc.collect()
        tracemalloc.start()
        kept = work()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        del kept
        share = (size + peak) / size
        print(
            f"  memory of {what}, the text itself included: {share:.2f} times {verdict(share, MEMORY_LIMIT)}"
        )


def main() -> None:
    """Measure and print, by the command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.engine", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=30, help="layouts of the article (%(default)s)")
    parser.add_argument("--megabytes", type=float, default=10.0, help="of the long texts (%(default)s)")
    parser.add_argument("--cold", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cold:
        cold()
        return
    measure_article(options.runs)
    for name, text in texts(int(options.megabytes * 1e6)).items():
        measure_long(name, text)


if __name__ == "__main__":
    main()
