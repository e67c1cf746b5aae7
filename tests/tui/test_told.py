"""What is told of a copy and of a document that came damaged: in which words, how urgently, for how long."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from briefing.document import Origin
from briefing.reading import Copy
from briefing.settings.words import say
from briefing.tui import copied
from briefing.tui.origin_told import LONG_NOTICE, tell_origin


class Told:
    """An application that keeps what it is told."""

    def __init__(self) -> None:
        self.notices: list[tuple[str, dict[str, Any]]] = []
        self.sent: list[tuple[str, str]] = []

    def notify(self, message: str, **how: Any) -> None:
        self.notices.append((message, how))

    def call_from_thread(self, call: Any, *arguments: Any) -> None:
        call(*arguments)

    def send(self, sequence: str) -> None:
        self.sent.append(("send", sequence))

    def copy_to_clipboard(self, text: str) -> None:
        self.sent.append(("copy", text))


@pytest.mark.parametrize(
    ("way", "certain", "severity", "timeout"),
    [
        ("xclip", True, "information", None),
        ("osc52", False, "information", LONG_NOTICE),
        (None, False, "error", LONG_NOTICE),
    ],
)
@pytest.mark.parametrize("is_cancelled", [False, True])
def test_of_a_copy_it_is_told_what_became_of_it(
    way: Any,
    certain: bool,
    severity: str,
    timeout: int | None,
    is_cancelled: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, texts = Told(), list[str]()

    def copy(text: str, **_: Any) -> Any:
        texts.append(text)
        return SimpleNamespace(way=way, certain=certain, message="It is there")

    monkeypatch.setattr(copied, "copy", copy)
    monkeypatch.setattr(copied, "get_current_worker", lambda: SimpleNamespace(is_cancelled=is_cancelled))
    copied.put_on_clipboard(cast(Any, app), Copy(lambda: "words", (), "A claim"))
    assert texts == ["words"]
    told = ("It is there", {"title": "A claim", "severity": severity, "timeout": timeout})
    assert app.notices == ([] if is_cancelled else [told])


def test_the_terminal_is_asked_as_it_has_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Told()

    def copy(text: str, *, osc52: Any, **_: Any) -> Any:
        osc52("\x1b]52;c;x\x07")
        osc52("\x1bPwrapped")
        return SimpleNamespace(way="osc52", certain=False, message="")

    monkeypatch.setattr(copied, "copy", copy)
    monkeypatch.setattr(copied, "get_current_worker", lambda: SimpleNamespace(is_cancelled=True))
    copied.put_on_clipboard(cast(Any, app), Copy(lambda: "words", (), ""))
    assert app.sent == [("copy", "words"), ("send", "\x1bPwrapped")]


def test_what_a_document_lost_is_told_and_stays_long_enough_to_be_read() -> None:
    how = {"severity": "warning", "timeout": LONG_NOTICE}
    altered = (say("notice.altered"), {"title": say("notice.altered.title"), **how})
    lost = (say("notice.lost", encoding="UTF-8", count=3), {"title": say("notice.lost.title"), **how})
    for is_altered, count, expected in (
        (False, 0, []),
        (True, 0, [altered]),
        (False, 3, [lost]),
        (True, 3, [altered, lost]),
    ):
        app = Told()
        tell_origin(
            cast(Any, app), Origin("a.txt", "text", encoding="UTF-8", lost=count, is_altered=is_altered)
        )
        assert app.notices == expected
