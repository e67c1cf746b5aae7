"""Edits of any kind, of a briefing that is given as data."""

from random import Random

from briefing.document import Citation, Event, Name, Section, Title
from briefing.writing import edits
from briefing.writing.edits import Edit
from tests.writing.styles import QUOTES, Data

_TEXTS = ("New claim.", f"New {'word ' * 40}end.", 'With "quotes" and \\ in it', "two\nlines", "'''", '"""x"')


def some_edit(rng: Random, data: Data) -> Edit:
    """An edit of something that is there."""
    sections = data["sections"]
    section = rng.choice(sections)
    key, claims = section["key"], section.get("claims", [])
    text = rng.choice(_TEXTS)
    citations = tuple(
        Citation(rng.choice(section["paragraphs"]), rng.choice(QUOTES).format("new"))
        for _ in range(rng.randint(1, 3))
    )
    event = Event("2025", "New event", "حدث", (1,), "projected", text)
    name = Name("body", "New name", ("ا", "ب"), "")
    found: list[Edit] = [
        edits.AddClaim(key, text, citations, rng.choice([None, 0, 1, 9])),
        edits.AddEvent(event),
        edits.AddEvent(Event("2025", "New event"), 0),
        edits.AddName(name, rng.choice([None, 0])),
        edits.BeginSection(rng.randint(1, 12), "begun", "Begun"),
        edits.JoinSection(key),
        edits.RenameSection(key, rng.choice(["Other", ""]), rng.choice(["غ", "", None]), "new"),
        edits.SetBottomLine(rng.choice([text, ""])),
        edits.SetTitle(Title(rng.choice(["A", ""]), "ب")),
        edits.AddSection(Section("added", "A", "", (1,)), rng.choice([None, 0])),
    ]
    if claims:
        at = rng.randrange(len(claims))
        old = tuple(Citation(one["paragraph"], one["quote"]) for one in claims[at]["citations"])
        found += [
            edits.ChangeClaim(key, at, text),
            edits.ChangeClaim(key, at, None, citations),
            edits.ChangeClaim(key, at, text, old + citations),
            edits.ChangeClaim(key, at, None, old[1:] or citations),
            edits.MoveClaim(key, at, rng.choice(sections)["key"], rng.randint(0, 4)),
            edits.DeleteClaim(key, at),
            edits.AcceptClaim(key, at),
        ]
    if data.get("events"):
        at = rng.randrange(len(data["events"]))
        found += [edits.ChangeEvent(at, event), edits.DeleteEvent(at)]
    if data.get("names"):
        at = rng.randrange(len(data["names"]))
        found += [edits.ChangeName(at, name), edits.DeleteName(at)]
    return rng.choice(found)
