"""The JSON Schema of a `briefing.toml` (draft 2020-12), from the types that read it, for editors."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from briefing.sources.shape import BriefingFile

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_KEY: Final = r"^(?!full$)[a-z][a-z0-9-]*$"
# What a person sees in an editor, by table and key.
_SAID: Final = {
    "BriefingFile": {
        "": "An article and what is said about it",
        "article": "The file of the article, in UTF-8: .txt (a blank line between paragraphs) or .md",
        "title": "The title in both languages",
        "bottom_line": "The bottom line up front: two or three sentences in English",
        "sections": "The article's sections, in the order in which they are shown",
        "provenance": "Where the text comes from",
        "events": "Dated events, for the timeline",
        "names": "People, bodies, weapons and places",
    },
    "Title": {
        "": "A title in both languages",
        "english": "The English title",
        "arabic": "The article's own title, as it writes it",
    },
    "Section": {
        "": "Paragraphs that belong together, and the claims that rest on them",
        "key": "What --section calls it: small letters, digits and hyphens, a letter first, not full",
        "title": "The English title",
        "arabic": "The Arabic title",
        "paragraphs": "The numbers of its paragraphs, from 1",
        "claims": "What the article says, in English",
    },
    "Claim": {
        "": "One statement in English, and the words that carry it",
        "text": "The statement; it says no more than its quotes",
        "citations": "The evidence: at least one quote, from paragraphs of this section",
        "likelihood": "Of a judgement: how likely it is (ICD 203); left out where the article simply says it",
        "confidence": "Of a judgement: how sure it is; not in one sentence with a likelihood",
        "drafted": "true: a program wrote it; whoever has read it against its quotes takes this line out",
    },
    "Citation": {
        "": "Words of the article",
        "paragraph": "The number of the paragraph, from 1",
        "quote": "The words exactly as they stand there, punctuation and harakat included",
    },
    "Event": {
        "": "Something that happened or is expected",
        "date": "EDTF: 2024-06-10, 2024-06, 2024?-06 (year inferred), 2024-06-09/2024-06-10, XXXX-06-10",
        "title": "What happened, in English",
        "arabic": "The same in the article's words",
        "paragraphs": "The numbers of the paragraphs that say so",
        "basis": "stated: the article gives the date; inferred: part of it is concluded; projected: expected",
        "note": "How the date is known, in words",
    },
    "Name": {
        "": "A person, body, weapon or place",
        "kind": "What it is",
        "english": "The English name",
        "arabic": "Every form that the article uses, as it writes it",
        "role": "Who or what it is in the article",
    },
    "Provenance": {
        "": "Where the text comes from",
        "source": "One line, which goes under every summary that is copied",
        "capture": "The file of the text as captured, beside this one",
        "details": "What stood beside the article",
        "left_out": "Page furniture that was dropped",
        "unknown": "What nobody recorded",
        "author": "Who wrote the article, as it names them",
        "published": "When it appeared, in EDTF: 2025-03-18, 2025-03, 2025",
        "publication": "The paper, the journal or the site that it appeared in",
        "address": "Its address: https://...",
        "accessed": "When it was read or captured there, in EDTF",
    },
    "CapturedDetail": {
        "": "Lines of the capture that are not the article's",
        "label": "What they are",
        "captured": "The lines, character for character",
        "english": "What they say, in English",
    },
}  # fmt: skip


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a `briefing.toml`: every key with a title and a description."""
    made = msgspec.json.schema(BriefingFile)
    tables = made["$defs"]
    for table, said in _SAID.items():
        tables[table]["description"] = said[""]
        for key, value in tables[table]["properties"].items():
            value["title"] = key.replace("_", " ").capitalize()
            value["description"] = said[key]
            value.pop("default", None)
    paragraphs = [tables[name]["properties"]["paragraphs"] for name in ("Section", "Event")]
    for numbers in paragraphs:
        numbers |= {"uniqueItems": True, "minItems": 1, "items": {"type": "integer", "minimum": 1}}
    for name in ("Section", "Event"):
        tables[name]["required"].append("paragraphs")
    tables["Citation"]["properties"]["paragraph"]["minimum"] = 1
    tables["Section"]["properties"]["key"] |= {"pattern": _KEY, "maxLength": 100}
    tables["Claim"]["properties"]["citations"]["minItems"] = 1
    tables["Name"]["properties"]["arabic"]["minItems"] = 1
    for name, keys in _FILLED.items():
        for key in keys:
            tables[name]["properties"][key]["pattern"] = r"\S"
    return {"$schema": _DRAFT, "title": "briefing.toml", **made}


# Texts that may not be blank.
_FILLED: Final = {
    "BriefingFile": ("article",),
    "Claim": ("text",),
    "Citation": ("quote",),
    "Event": ("title",),
    "Name": ("english",),
    "Provenance": ("source",),
}


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
