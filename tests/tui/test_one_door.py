"""No text goes round the door: nothing in the program hands a text to what would read it as markup.

The framework reads a str as markup in these places. There, only texts that are written out in the program may
stand, or what cannot be markup: `Text`, `Content` made from plain text, a table.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefing

PACKAGE = Path(briefing.__file__).parent
DOOR = PACKAGE / "tui" / "textual_private" / "plain_app.py"
FRAMEWORK = ("textual", "rich")

#: Attributes that are markup, or go to the window's title, when they are set to a str.
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}
#: Those that are a widget's of our own, which paints them through the engine, or a property of a Word file.
OWN = {("reader_screen.py", "title"), ("docx.py", "title")}
#: Widgets of the framework that show their first argument.
SHOWS = {"Static", "Label", "Markdown", "Button", "Checkbox", "Option", "Tooltip", "Toast", "Collapsible"}
#: What reads markup, whatever it is given, or tells the terminal about the window.
# The one thing that a style may say beside its looks: a number, which no action is made of.
NUMBER = "{_KEY: number}"
READS = {"from_markup", "render_markup", "render_str", "search_commands", "search_themes"}
READS |= {"set_window_title", "set_terminal_title", "open_url"}
#: Modules of the framework for markup, and what of it prints by itself.
MODULES = {"textual.command", "rich.markup", "rich.markdown"}
PRINTS = {("rich", "print"), ("rich", "print_json")}
#: Without one of these words nothing in a module can go round the door: what has none need not be parsed.
SUSPICIOUS = re.compile(
    rf"\.(?:{'|'.join(sorted(ATTRIBUTES))})\b"
    rf"|\b(?:{'|'.join(sorted(SHOWS | READS | {one.rpartition('.')[2] for one in MODULES}))})\b"
    r"|\b(?:notify|Notification|Style|from rich|tooltip|meta)\b|\bupdate\(\s*f|(?i:console)"
)

IMPORTS = "from textual.widgets import Label, Markdown, Static; from rich.style import Style"


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def faults(source: str, name: str = "x.py") -> Iterator[str]:
    """What in a module goes round the door, by line."""
    if not SUSPICIOUS.search(source):
        return
    nodes = list(ast.walk(ast.parse(source)))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    theirs = {
        one.asname or one.name
        for node in imports
        for one in node.names
        if (node.module or "").partition(".")[0] in FRAMEWORK
    }
    for node in nodes:
        found: Iterator[str] = iter(())
        if isinstance(node, ast.ImportFrom):
            found = imported(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            found = assigned(node, name)
        elif isinstance(node, ast.Call):
            found = called(node, theirs)
        yield from (f"{name}:{getattr(node, 'lineno', 0)}: {what}" for what in found)


def imported(node: ast.ImportFrom) -> Iterator[str]:
    if node.module in MODULES:
        yield f"imports {node.module}"
    yield from (f"imports {one.name}" for one in node.names if (node.module, one.name) in PRINTS)


def assigned(node: ast.Assign | ast.AnnAssign | ast.AugAssign, name: str) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        read = (
            isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES and (name, target.attr) not in OWN
        )
        if read and node.value is not None and not is_plain(node.value):
            yield f"{ast.unparse(target)} is set to what may be markup"


def called(call: ast.Call, theirs: set[str]) -> Iterator[str]:
    owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    arguments = {word.arg: word.value for word in call.keywords}
    if name in READS:
        yield f"calls {name}"
    if name == "notify" and (
        not owner or ("markup" in arguments and ast.unparse(arguments["markup"]) != "False")
    ):
        yield "notifies with markup"
    if name == "Notification":
        yield "makes a notification"
    if name in SHOWS & theirs and call.args and not is_plain(call.args[0]):
        yield f"{name} shows what may be markup"
    if name in theirs and "tooltip" in arguments and not is_plain(arguments["tooltip"]):
        yield f"{name} is given a tooltip that may be markup"
    if name == "update" and len(call.args) == 1 and isinstance(call.args[0], ast.JoinedStr):
        yield "updates with what may be markup"
    if name == "print" and "console" in owner.lower():
        yield "prints on a console, which reads markup"
    meta = ast.unparse(arguments["meta"]) if "meta" in arguments else NUMBER
    if name == "Style" and ("link" in arguments or meta != NUMBER):
        yield "makes a style that acts or links"
    if owner == "Style" and name in ("on", "from_meta"):
        yield "makes a style that acts"


def is_plain(value: ast.expr) -> bool:
    """Whether a value is written out in the program, or of a kind that is never read as markup."""
    if isinstance(value, ast.Call):
        made_by = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
        return made_by in ("Text", "Content", "_Listed")
    return isinstance(value, ast.Constant)


def test_nothing_goes_round_the_door() -> None:
    found = [
        (str(file.relative_to(PACKAGE)), fault)
        for file in files()
        if file != DOOR
        for fault in faults(file.read_text(encoding="utf-8"), file.name)
    ]
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        "box.border_title = section.title", "box.border_subtitle = f'{count}'", "widget.tooltip = text",
        "self.title = name", "self.app.sub_title = name", "yield Static(text)", "Label(f'{name}')",
        "Content.from_markup(text)", "Text.from_markup('[b]x')", "notify(text)", "Markdown(text)",
        "self.notify(text, markup=True)", "self.notify(text, markup=wanted)", "console.print(text)",
        "from rich import print", "from rich.markup import render", "label.update(f'{name}')",
        "Style(link=url)", "Style(meta={'@click': action})", "Style.on(click=action)", "Static(tooltip=name)",
        "from textual.command import Provider", "self.search_commands(names)", "Notification(text)",
    ],
)  # fmt: skip
def test_what_would_go_round_it_is_found(source: str) -> None:
    assert list(faults(f"{IMPORTS}\n{source}"))


@pytest.mark.parametrize(
    "source",
    [
        "box.border_title = 'Keys'", "Static(_Listed([]))", "Static(Text(name))", "self.notify(text)",
        "Content(name)", "written.update(changes)", "Static('x')", "box.border_title = Content(name)",
    ],
)  # fmt: skip
def test_what_is_right_is_let_through(source: str) -> None:
    assert not list(faults(f"{IMPORTS}\n{source}"))


def test_nobody_but_the_door_makes_an_application_of_textuals() -> None:
    for file in files():
        source = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if re.search(r"\bApp\b", source) else ():
            if isinstance(node, ast.ClassDef) and file != DOOR:
                assert not any(ast.unparse(base).partition("[")[0] == "App" for base in node.bases)
