"""What each key costs in documents far larger than any that people write, for n of something and for 4n.

    python -m tests.benchmarks.large                    all
    python -m tests.benchmarks.large claims line        some
    python -m tests.benchmarks.large claims --scale 0.1
    python -m tests.benchmarks.large text               the program on texts of 1 KB to 100 MB (`large_text`)

Milliseconds of the main thread, so that other load does not count: `key` is all that is done until the screen
is settled again, but for what is measured in the background meanwhile; `turn` the longest that the event loop
was held up at a time, which is what another key has to wait for. A `key` that grows with n is linear if it
grows by no more than 4. The peak is the memory of the whole process.
"""

import argparse
import asyncio
import datetime
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Final

from briefing.document import Briefing, Citation, Claim, Event, Paragraph, Section, Title
from briefing.sources import Material, briefing_of
from briefing.tui import BriefingApp
from briefing.tui.panes.heights import Heights
from briefing.tui.panes.item_view import ItemView
from tests.benchmarks import large_text

WORDS: Final = "قال المتحدث إن الاجتماع (2024) انتهى في Tokyo دون اتفاق، وسيعود الطرفان بعد شهر. "
#: The issue's limit, in milliseconds.
KEY_LIMIT: Final = 100.0


def briefing(
    paragraphs: tuple[Paragraph, ...], sections: tuple[Section, ...], events: tuple[Event, ...] = ()
) -> Briefing:
    return Briefing(
        title=Title("Large", "كبير"),
        bottom_line="",
        provenance=None,
        paragraphs=paragraphs,
        sections=sections,
        events=events,
        names=(),
        path="large",
    )


def section(numbers: tuple[int, ...], claims: tuple[Claim, ...] = (), key: str = "one") -> Section:
    return Section(key=key, title=f"Section {key}", arabic="قسم", paragraphs=numbers, claims=claims)


def texts(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(number, f"{number} {WORDS * (1 + number % 3)}") for number in range(1, count + 1))


def of_claims(count: int) -> Briefing:
    """So many claims on a tenth as many paragraphs."""
    paragraphs = texts(max(1, count // 10))
    claims = tuple(
        Claim(
            f"Claim {at} says what the paragraph says, in other words and at some length, as claims do.",
            (Citation(1 + at % len(paragraphs), "قال المتحدث"),),
        )
        for at in range(count)
    )
    return briefing(paragraphs, (section(tuple(one.number for one in paragraphs), claims),))


def of_paragraphs(count: int) -> Briefing:
    paragraphs = texts(count)
    claim = Claim("The last paragraph carries this one.", (Citation(count, "قال المتحدث"),))
    return briefing(paragraphs, (section(tuple(one.number for one in paragraphs), (claim,)),))


def of_sections(count: int) -> Briefing:
    paragraphs = texts(count)
    return briefing(paragraphs, tuple(section((one.number,), key=f"s{one.number}") for one in paragraphs))


def of_events(count: int) -> Briefing:
    first = datetime.date(1200, 1, 1)
    events = tuple(
        Event(
            date=(first + datetime.timedelta(days=at * 37 % 290_000)).isoformat(),
            title=f"Event {at}: something happened",
            arabic="حدث شيء ما",
            paragraphs=(1 + at % 9,),
            basis="stated",
            note="The article says so.",
        )
        for at in range(count)
    )
    return briefing(texts(9), (section(tuple(range(1, 10))),), events)


def of_line(count: int) -> Briefing:
    """One line of so many bytes."""
    data = (WORDS * (1 + count // len(WORDS.encode()))).encode()[:count].decode("utf-8", "ignore")
    return briefing_of(Material("line", data.encode()))


def of_zeros(count: int) -> Briefing:
    return briefing_of(Material("zeros", b"\0" * count))


READING: Final = ("down", "end", "up", "pageup", "home", "pagedown", "shift+down", "shift+down", "shift+left",
                  "v", "v", "d", "f", "f", "resize", "end", "resize")  # fmt: skip
DOCUMENTS: Final[dict[str, tuple[Callable[[int], Briefing], int, tuple[str, ...]]]] = {
    "claims": (
        of_claims,
        25_000,
        ("down", "end", "home", "tab", "down", "end", "home", "pagedown", *READING),
    ),
    "paragraphs": (of_paragraphs, 25_000, (*READING, "0", "tab", "enter", "escape", "g", "G")),
    "sections": (of_sections, 2_500, ("]", "2", "0", "[", "1", "shift+tab", "end", "home", "down", "resize")),
    "events": (
        of_events,
        5_000,
        ("down", "t", "right", "end", "left", "home", "pagedown", "resize", "right"),
    ),
    "line": (of_line, 25_000_000, READING),
    "zeros": (of_zeros, 25_000_000, READING),
}


class Background:
    """The milliseconds of measuring in the background."""

    def __init__(self) -> None:
        self.spent = 0.0
        measure_some = ItemView._measure_some

        def timed(view: ItemView, heights: Heights, start: int, seconds: float = 0.008) -> None:
            begin = time.thread_time()
            measure_some(view, heights, start, seconds)
            self.spent += (time.thread_time() - begin) * 1000

        setattr(ItemView, "_measure_some", timed)  # noqa: B010 - only here


class Watch:
    """The turns of the event loop: the longest of them, in milliseconds of this thread."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.get_running_loop().create_task(self._watch())

    async def _watch(self) -> None:
        while True:
            begin = time.thread_time()
            await asyncio.sleep(0.0005)
            self.longest = max(self.longest, (time.thread_time() - begin) * 1000)

    def stop(self) -> None:
        self._task.cancel()


async def measure(name: str, count: int) -> dict[str, tuple[float, float]]:
    """Milliseconds by key (numbered: a key may come again), all in all and in the longest turn."""
    make, _, keys = DOCUMENTS[name]
    app = BriefingApp(make(count))
    times: dict[str, tuple[float, float]] = {}
    background = Background()
    begin = time.thread_time()
    async with app.run_test(size=(120, 36)) as pilot:
        times["start"] = ((time.thread_time() - begin) * 1000, 0.0)
        await pilot.pause(1.0 if name == "events" else 0.1)
        for at, key in enumerate(keys):
            watch = Watch()
            await asyncio.sleep(0.002)
            watch.longest = background.spent = 0.0
            begin = time.thread_time()
            if key == "resize":
                await pilot.resize_terminal(*((100, 30) if at % 2 else (140, 40)))
            else:
                await pilot.press(key)
            await pilot.pause()
            whole = (time.thread_time() - begin) * 1000
            times[f"{at:02} {key}"] = (whole - background.spent, watch.longest)
            watch.stop()
        begin = time.thread_time()
    times["end of the program"] = ((time.thread_time() - begin) * 1000, 0.0)
    return times


def report(name: str, scale: float) -> None:
    """Measure in processes of their own, and print n beside 4n."""
    count = max(1, int(DOCUMENTS[name][1] * scale))
    results = []
    for n in (count, 4 * count):
        command = [sys.executable, "-m", __spec__.name, name, "--once", str(n)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        results.append([line.split("\t") for line in lines])
    print(f"{name}: n = {count}, 4n = {4 * count}; peak {results[0][-1][1]} and {results[1][-1][1]} MB")
    for (key, one, turn), (_, four, turn_of_four) in zip(results[0][:-1], results[1][:-1], strict=True):
        ratio = float(four) / max(0.1, float(one))
        late = "  OVER" if float(turn_of_four) > KEY_LIMIT else ""
        print(
            f"  {key:20} key {float(one):8.1f} {float(four):8.1f}  ratio {ratio:5.2f}"
            f"   turn {float(turn):7.1f} {float(turn_of_four):7.1f}{late}"
        )


def main() -> None:
    """Measure and print, by the command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.large", description=main.__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *DOCUMENTS, "text"], help="which documents (all)")
    parser.add_argument("--scale", type=float, default=1.0, help="times their size (%(default)s)")
    parser.add_argument("--once", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    for name in options.names or (*DOCUMENTS, "text"):
        if name == "text":
            large_text.report(options.scale)
        elif options.once:
            for key, (whole, turn) in asyncio.run(measure(name, options.once)).items():
                print(f"{key}\t{whole}\t{turn}")
            print(f"peak\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
        else:
            report(name, options.scale)


if __name__ == "__main__":
    main()
