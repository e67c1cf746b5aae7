"""The JSON Schema (draft 2020-12) of what a drafting program is to return, from the types that read it.

Every key is required and no other allowed, and nothing is referred to: so it suits programs that hold a model
to a schema, most of which take a part of JSON Schema only.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from briefing.drafting.draft import Draft

# What a model is told, by table and key.
_SAID: Final = {
    "Draft": {
        "": "A draft of a briefing in English on the article given",
        "bottom_line": "Two or three sentences in English: what matters most; no more than the claims",
        "sections": "The article parted by subject, in its order, each paragraph in one section",
        "claims": "What the article says, one statement each, every one proved by its citations",
        "events": "What is dated in the article",
        "names": "People, bodies, weapons and places that the article names",
    },
    "DraftSection": {
        "": "Paragraphs that belong together",
        "title": "A title in English",
        "paragraphs": "Their numbers, as given",
        "arabic": "A title in the article's language, or an empty text",
    },
    "DraftClaim": {
        "": "One statement, and the words that carry it, all from paragraphs of one section",
        "text": "The statement, one sentence in English; it says no more than its quotes, and who said it",
        "citations": "The evidence: at least one quote",
        "likelihood": "Only if the article itself gives a judgement: how likely it is; else null",
        "confidence": "Only if the article itself says how sure the judgement is; else null",
    },
    "DraftCitation": {
        "": "Words of the article",
        "paragraph": "The number of the paragraph, as given",
        "quote": "Words copied from that paragraph character for character, in one piece, nothing left out",
    },
    "DraftEvent": {
        "": "Something that happened or is expected, with its date",
        "date": "EDTF: 2024-06-10, 2024-06, 2024, XXXX-06-10 (no year given), 2024-06-09/2024-06-10",
        "title": "What happened, in English",
        "paragraphs": "The numbers of the paragraphs that say so",
        "quote": "The words that give the date and say what happened, copied character for character",
        "basis": "stated: the article gives the date; inferred: part is concluded; projected: it is expected",
    },
    "DraftName": {
        "": "A person, body, weapon or place",
        "kind": "What it is",
        "english": "The name in English",
        "arabic": "Every form that the article uses, copied character for character",
        "role": "Who or what it is in the article, in English, or an empty text",
    },
}  # fmt: skip


def schema() -> dict[str, Any]:
    """Return the schema of a draft."""
    made = msgspec.json.schema(Draft)
    tables = made["$defs"]
    for table, said in _SAID.items():
        properties = tables[table]["properties"]
        tables[table] |= {
            "description": said[""],
            "required": list(properties),
            "additionalProperties": False,
        }
        for key, value in properties.items():
            value["description"] = said[key]
            value.pop("default", None)
    return {"title": "Draft", **_inlined(tables["Draft"], tables)}


def schema_text() -> str:
    """Return the schema as one line of JSON."""
    return msgspec.json.encode(schema()).decode()


def _inlined(value: Any, tables: dict[str, Any]) -> Any:
    """`value` with what it refers to in its place; no type refers to itself."""
    if isinstance(value, list):
        return [_inlined(one, tables) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        rest = {key: one for key, one in value.items() if key != "$ref"}
        return {**_inlined(tables[value["$ref"].rpartition("/")[2]], tables), **rest}
    return {
        key: _inlined(one, tables) for key, one in value.items() if key != "title" or isinstance(one, dict)
    }
