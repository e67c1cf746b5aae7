"""The command that drafts: where it is set, and how it is asked for each part of an article."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from briefing.commands.arguments import tell
from briefing.document import BriefingError, Paragraph
from briefing.drafting.answer import Answer, AnswerError, read_answer
from briefing.drafting.prompt import numbers_listed, parts, prompt
from briefing.drafting.schema import schema_text
from briefing.machine.ending.way_out import no_longer, on_the_way_out
from briefing.machine.output import write_error
from briefing.machine.user_command import (
    CommandFailedError,
    WrongCommandError,
    arguments_of,
    command_answer,
)

_PROGRAM: Final = "briefing draft"
_OPTION: Final = "--command"
_LONGEST: Final = 86_400.0  # seconds; more than a day is a slip of the pen


class Drafter(NamedTuple):
    """A command as it was written, `where` that was, and the seconds that it may take for a part."""

    written: str
    where: str
    seconds: float

    def answers(
        self,
        paragraphs: Sequence[Paragraph],
        numbers: Sequence[int],
        sections: Sequence[Sequence[int]],
        size: int,
    ) -> tuple[list[Answer], list[str]]:
        """Return its answer on each part of the paragraphs of these `numbers`, and a line for each failure.

        A failure is told at once. After one that others would follow it is not asked again.
        """
        wanted = [paragraphs[number - 1] for number in numbers]
        all_parts = list(parts(wanted, size))
        answers: list[Answer] = []
        failed: list[str] = []
        for at, part in enumerate(all_parts, 1):
            here = f"¶{numbers_listed([one.number for one in part])}"
            if len(all_parts) > 1:
                tell(_PROGRAM, f"part {at} of {len(all_parts)}: {here}")
            try:
                answers.append(self._answer(prompt(part, len(paragraphs), sections)))
            except (CommandFailedError, AnswerError) as error:
                failed.append(f"{here}: {error}")
                tell(_PROGRAM, f"{self.written}: {error}; {self._cure(error)}")
                if isinstance(error, CommandFailedError) and error.is_final:
                    failed += [
                        f"¶{numbers_listed([one.number for one in later])}: was not asked"
                        for later in all_parts[at:]
                    ]
                    break
        return answers, failed

    def _answer(self, text: str) -> Answer:
        folder = ""
        replaced = {"schema": schema_text()}

        def remove() -> None:
            shutil.rmtree(folder, ignore_errors=True)

        try:
            if "{schema_file}" in self.written:
                folder = tempfile.mkdtemp(prefix="briefing-")
                on_the_way_out(remove)
                file = Path(folder) / "draft.schema.json"
                file.write_text(schema_text(), encoding="utf-8")
                replaced["schema_file"] = str(file)
            try:
                arguments = arguments_of(self.written, replaced)
            except WrongCommandError as error:
                cure = "write it as in a shell: llm --schema {schema}"
                raise BriefingError(self.where, f'"{self.written}": {error}', cure) from None
            printed = command_answer(arguments, text.encode("utf-8", "replace"), self.seconds, _say)
        finally:
            if folder:
                remove()
                no_longer(remove)
        return read_answer(printed)

    def _cure(self, error: Exception) -> str:
        if isinstance(error, AnswerError):
            return "it has to print one JSON object that fits the schema"
        if "has not answered" in str(error):
            return "give it more time with --seconds, or less text with --part-size"
        if "cannot be started" in str(error):
            return f"set another ({self.where})"
        return "try it by itself, with a text on standard input"


def drafter_of(command: str | None, seconds: str | None) -> Drafter | None:
    """Return the command that was given, else that of the preferences; None if there is none.

    `seconds` is how long it may take, as given. Raises BriefingError for a wrong time in the preferences.
    """
    from briefing.settings.file import load_preferences, preferences_path

    loaded = load_preferences()
    if loaded.complaint and (command is None or seconds is None):
        tell(_PROGRAM, loaded.complaint)
    file = str(preferences_path())
    written = loaded.preferences.draft if command is None else command
    if command is None and written == "off":
        return None
    patience = loaded.preferences.draft_seconds if seconds is None else seconds
    where = file if command is None else _OPTION
    limit = seconds_of(patience)
    if not limit:
        what = f'"draft_seconds" cannot be "{patience}"'
        raise BriefingError(file, what, 'write draft_seconds = "900"')
    return Drafter(written, where, limit)


def seconds_of(text: str) -> float:
    """Return a time in seconds that was given as text, 0 if it is none."""
    try:
        seconds = float(text)
    except ValueError:
        return 0.0
    return seconds if 0 < seconds <= _LONGEST else 0.0


def how_to_set_one() -> list[str]:
    """Return, line by line, how a command is set."""
    from briefing.settings.file import preferences_path

    return [
        "no command is set that drafts; what follows was found without one",
        f"set one in {preferences_path()}, as in",
        '    draft = "llm --schema {schema}"',
        "or give one: briefing draft --command 'llm --schema {schema}' FOLDER (--help says more)",
    ]


def _say(line: str) -> None:
    import sys

    try:
        write_error(line, sys.stderr)
    except (OSError, ValueError):  # closed or full
        return
