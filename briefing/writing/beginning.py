"""A document that is being read, made the folder of a briefing, in which its first claim can be written."""

from __future__ import annotations

from pathlib import Path

from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.document.model import Briefing
from briefing.machine.files import decode
from briefing.machine.new_folder import check_new_folder, write_new_folder
from briefing.sources.material import Material


def begin_folder(read: Briefing, material: Material, folder: Path, *, asked: str = "") -> Path:
    """Write a new folder (or fill an empty one) for a document, as `briefing new` does; return its path.

    The paragraphs of the folder have the numbers that they have in the reading. What stands there beside the
    article (furniture of a forum's post) stays in it, for that.

    Args:
        read: The document as it is being read.
        material: Its bytes as they came.
        folder: Where it goes; its parent is there.
        asked: The name of the format that was asked for, "" if it was recognised.

    Raises:
        BriefingError: The folder cannot be written, the document changed since it was read, or its
            paragraphs cannot be kept one by one. Nothing is left behind.
    """
    from briefing.machine.assets import schema
    from briefing.sources.article_paragraphs import article_paragraphs
    from briefing.sources.beginning import begin, read_whole

    check_new_folder(folder)
    try:
        whole = read_whole(material, asked)
        if [one.text for one in whole.paragraphs] != [one.text for one in read.paragraphs]:
            raise BriefingError(material.name, "was changed since it was opened", "open it again")
        begun = begin(whole, material, schema(), asked=asked, as_read=True)
        article = article_paragraphs(decode(begun.files[begun.article], begun.article), begun.article)
    except FAULTS as error:
        raise refused(material.name, error) from None
    for number, one in enumerate(whole.paragraphs):
        if number >= len(article) or article[number].text != one.text:
            what = f"¶{one.number} has blank lines or line ends that a plain text cannot keep"
            raise BriefingError(material.name, what, "begin it with `briefing new`, which parts them")
    write_new_folder(folder, begun.files)
    return folder
