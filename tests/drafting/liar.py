"""A command that drafts, and lies: `python liar.py MODE [FILE...]` reads the prompt and prints MODE's answer.

MODE "many9" claims nine things. With a FILE it keeps there what it was given: the arguments as JSON, then the
prompt.
"""

import json
import os
import subprocess
import sys
import time
from typing import Any

LETTERS = str.maketrans("01", "ab")
Q = "قالَ الوزير إن المحادثات بدأت"


def claim(text: str, *citations: tuple[Any, Any]) -> dict[str, Any]:
    return {"text": text, "citations": [{"paragraph": number, "quote": quote} for number, quote in citations]}


def draft(*claims: Any, **more: Any) -> dict[str, Any]:
    return {"bottom_line": "", "sections": [], "claims": list(claims), "events": [], "names": [], **more}


TRUE = claim("The talks ended the day before, it is said.", (2, "انتهت المحادثات أمس"))
LIES = (
    claim("Marks, it is said.", (1, "قال الوزير إن المحادثات")),  # but for harakat
    claim("Hamza, it is said.", (1, "الوزير ان المحادثات")),
    claim("Quotation marks, it is said.", (1, "«الوزير» إن")),
    claim("Near, it is said.", (1, "قالَ الوزير إن المحادثة بدأت")),
    claim("Another paragraph, it is said.", (1, "انتهت المحادثات أمس")),
    claim("Stitched, it is said.", (1, "قالَ الوزير إن المحادثات ... انتهت المحادثات أمس")),
    claim("Absent, it is said.", (2, "وصل القطار إلى المحطة متأخرا")),
    claim("Empty, it is said.", (1, "")),
    claim("Blank, it is said.", (1, "  \n ")),
    claim("Nothing cited."),
    claim("Paragraph nought, it is said.", (0, "انتهت المحادثات أمس")),
    claim("Paragraph 999, it is said.", (999, "انتهت المحادثات أمس")),
    claim("Minus one, it is said.", (-1, "لا تعليق")),
    claim("Two sections, it is said.", (1, Q), (3, "لا تعليق")),
    claim("One lie of two, it is said.", (1, Q), (2, "وصل القطار إلى المحطة متأخرا")),
    claim("", (1, Q)),
    claim("\x1b]0;owned\x07\x1b[2J\x9b31mred\u202e", (1, Q)),
    claim("Escapes in the quote, it is said.", (1, "\x1b[31m" + Q + "\x9b0m")),
    claim("x" * 5000, (1, Q)),
)
ESCAPES = "\x1b[2J\x1b]52;c;eA==\x07\x9b31m\u202e\x7f\x00\ud800"

MODES: dict[str, Any] = {
    "true": draft(
        TRUE,
        bottom_line="Talks began and ended.",
        events=[
            {
                "date": "2024-06-10",
                "title": "A delegation came",
                "paragraphs": [4],
                "quote": "وصل الوفد في 10 يونيو ٢٠٢٤",
                "basis": "stated",
            }
        ],
        names=[{"kind": "body", "english": "The talks", "arabic": ["المحادثات"], "role": "What it is about"}],
    ),
    "lies": draft(TRUE, *LIES),
    "repairable": draft(*LIES[:3]),
    "near": draft(*LIES[3:6]),
    "types": draft(
        7,
        None,
        [],
        "claim",
        {"text": 3, "citations": []},
        {"text": "No citations"},
        claim("A word for a number, it is said.", ("one", Q)),
        claim("A number in quotes, it is said.", ("1", Q)),
        claim("A list for a quote, it is said.", (1, [Q])),
        events="none",
        names={"a": 1},
        sections=3,
        bottom_line=4,
    ),
    "dated": draft(
        events=[
            {"date": date, "title": f"Event {at}", "paragraphs": numbers, "quote": quote, "basis": "stated"}
            for at, (date, numbers, quote) in enumerate(
                [
                    ("2024-06-10", [2], "انتهت المحادثات أمس"),
                    ("June", [2], "انتهت"),
                    ("2024-06-10", [0], "انتهت"),
                    ("2024-06-10", [4], "وصل القطار"),
                    ("2024-06-10", [], "انتهت"),
                    ("2024-06-10", [4], "وصل الوفد في 10 يونيو"),
                    ("2024?-06-10", [2], "انتهت"),
                ]
            )
        ],
        names=[
            {"kind": "person", "english": english, "arabic": forms, "role": ""}
            for english, forms in [
                ("The minister", ["الوزير"]),
                ("Nobody", ["السفير"]),
                ("Empty", [""]),
                ("None", []),
                ("Half", ["المحادثات", "السفير"]),
                ("Half again", ["المحادثات"]),
                ("\x1b[2J", ["تعليق"]),
            ]
        ],
    ),
    "escapes": {
        "bottom_line": ESCAPES,
        "sections": [{"title": ESCAPES, "paragraphs": [1], "arabic": ESCAPES}],
        "claims": [
            claim(ESCAPES, (1, ESCAPES)),
            {ESCAPES: 1},
            {"text": "x", "likelihood": ESCAPES, "citations": []},
        ],
        "events": [
            {"date": ESCAPES, "title": ESCAPES, "paragraphs": [1], "quote": ESCAPES, "basis": "stated"}
        ],
        "names": [{"kind": "person", "english": ESCAPES, "arabic": [ESCAPES], "role": ESCAPES}],
    },
    "doubles": draft(TRUE, TRUE, claim("The minister said the talks had begun", (1, Q))),
    "numbers": draft(claim("There were 35 talks.", (1, Q)), claim("Talks begin.", (1, "المحادثات بدأت"))),
    "sections": draft(
        claim("It ended, it is said.", (2, "انتهت المحادثات أمس")),
        sections=[
            {"title": "The Talks", "paragraphs": [1, 2], "arabic": "المحادثات"},
            {"title": "Full", "paragraphs": [3], "arabic": ""},
        ],
    ),
}


def main() -> None:
    mode, *files = sys.argv[1:]
    given = sys.stdin.buffer.read().decode()
    if files:
        with open(files[0], "a", encoding="utf-8") as kept:  # noqa: PTH123
            kept.write(json.dumps(sys.argv) + "\n" + given)
    answer = MODES.get(mode, MODES["true"])
    if mode.startswith("many"):
        numbers = (f"{at:b}".translate(LETTERS) for at in range(int(mode.removeprefix("many"))))
        answer = draft(*(claim(f"It is said of {number}.", (1, Q)) for number in numbers))
    text = json.dumps(answer, ensure_ascii=mode == "escapes")
    if mode == "hang":
        subprocess.Popen(["sleep", "321"])
        print("started", file=sys.stderr, flush=True)
        time.sleep(321)
    elif mode == "huge":
        while True:
            os.write(1, b"x" * 65536)
    elif mode == "crash":
        print("\x1b[31mno key\x1b[0m is\x07 set\x1b]0;t\x07\rhere\x9b", file=sys.stderr)
        sys.exit(3)
    elif mode == "killed":
        os.kill(os.getpid(), 9)
    elif mode == "chatter":
        for at in range(100_000):
            print(f"line {at}", file=sys.stderr)
        print(text)
    else:
        raw = "I cannot do that." if mode == "prose" else text
        sys.stdout.buffer.write(raw.encode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    main()
