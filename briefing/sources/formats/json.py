"""JSON that `briefing export` made: the briefing that was given out, with all that is said in it."""

from __future__ import annotations

import codecs
import json

from briefing.document.errors import BriefingError
from briefing.document.json_text import parsed
from briefing.machine.files import decode
from briefing.sources.article import Article
from briefing.sources.given_checks import check_given
from briefing.sources.given_shape import shaped_given
from briefing.sources.material import Material


def read(material: Material) -> Article:
    """Return the briefing in a JSON text (UTF-8; UTF-16 and UTF-32 as well) as that of its article.

    Raises BriefingError for what is no JSON, is out of shape, or does not fit its article.
    """
    text = text_of(material)
    data = parsed(text, material.name)
    exported = shaped_given(data, text, material.name)
    briefing = check_given(exported, text, material.name)
    return Article(briefing.paragraphs, briefing=briefing)


def text_of(material: Material) -> str:
    """Return the JSON as text. Raises BriefingError if it cannot be read as that."""
    data = material.data
    if material.encoding:
        from briefing.sources.encodings import decoded

        return decoded(data, material.name, asked=material.encoding, declared=()).text.removeprefix("\ufeff")
    wide = json.detect_encoding(data)
    if wide.startswith(("utf-16", "utf-32")):
        try:
            return data.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            what = f"byte {error.start} is not {wide}"
            raise BriefingError(material.name, what, "save it as UTF-8") from None
    return decode(data.removeprefix(codecs.BOM_UTF8), material.name)
