"""The formats of documents that can be opened.

Each has a line in `SOURCES`, and a file here, whose `read(material)` makes an article of a document's bytes.
"""

from __future__ import annotations

from typing import Final

from briefing.sources.recognising import MARKDOWN, PAGES, is_markdown, is_web_page
from briefing.sources.recognising_json import is_given
from briefing.sources.recognising_mail import MAILS, SAVED_PAGES, is_mail, is_saved_page, mail_ending
from briefing.sources.recognising_packages import is_docx, is_epub, is_odt, is_pdf
from briefing.sources.recognising_subtitles import SUBTITLES, is_subtitles, subtitles_ending
from briefing.sources.source import Source

#: The name of the source that takes everything.
TEXT: Final = "text"
_PUT_THERE: Final = "put the article there, a blank line between paragraphs"
# Of a page that a program builds where it is read, nothing comes but that program.
_SAVE_PAGE: Final = "if a browser shows some, save the page there, and name that file"
#: What can be opened beside a briefing's folder, in the order in which it is recognised; the last one takes
#: everything.
SOURCES: Final[tuple[Source, ...]] = (
    Source("epub", is_epub, "epub", "EPUB", (".epub",)),
    Source("docx", is_docx, "docx", "Word (DOCX)", (".docx",)),
    Source("odt", is_odt, "odt", "OpenDocument (ODT)", (".odt",)),
    Source("pdf", is_pdf, "pdf", "PDF", (".pdf",)),
    Source("json", is_given, "json", "briefing as JSON", (".json",), is_text=True),
    Source("mhtml", is_saved_page, "mhtml", "saved web page (MHTML)", SAVED_PAGES),
    Source("eml", is_mail, "eml", "e-mail", MAILS, is_text=True, ending_told=mail_ending),
    Source(
        "subtitles",
        is_subtitles,
        "subtitles",
        "subtitles (SubRip, WebVTT)",
        SUBTITLES,
        is_text=True,
        ending_told=subtitles_ending,
    ),
    Source("html", is_web_page, "html", "web page (HTML)", PAGES, is_text=True, cure=_SAVE_PAGE),
    Source("markdown", is_markdown, "markdown", "Markdown", MARKDOWN, is_text=True, cure=_PUT_THERE),
    Source(TEXT, lambda _: True, "plain_text", "plain text", (".txt",), is_text=True, cure=_PUT_THERE),
)
