"""Each mistake in a `briefing.toml` is one line: file, where, what, and what would be right."""

from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import load
from tests.document.sample import write_briefing

CITATION = '{ paragraph = 1, quote = "قالَ الوزير إن المحادثات بدأت" }'
EDTF_CURE = 'write it as in "2024-06-10", "2024-06", "2024?-06" (year inferred) or "2024-06-09/2024-06-10"'
QUOTE = 'section "start", claim 1, citation 1'

# What is written instead of what, and the error without the file: where, what; what would be right.
MISTAKES = {
    "toml: text not closed": (
        'english = "Talks"',
        'english = "Talks',
        'line 5: the text is not closed on its line; close it with ", or put """ at both ends',
    ),
    "toml: long text not closed": (
        'bottom_line = "Talks began and ended."',
        'bottom_line = """Talks began and ended.',
        'line 2: the text is not closed; close it with the quotes it opens with: " or """',
    ),
    "toml: quotes inside text": (
        'english = "Talks"',
        'english = "So-called "talks""',
        'line 5: something follows the value; one key = "value" a line; inside text write \\"',
    ),
    "toml: backslash": (
        'english = "Talks"',
        'english = "Talks \\ more"',
        "line 5: a backslash stands alone; write it twice: \\\\",
    ),
    "toml: no quotes": (
        'english = "Talks"',
        "english = Talks",
        'line 5: this is no value; put text in quotes: key = "value"',
    ),
    "toml: key twice": (
        'english = "Talks"',
        'english = "Talks"\nenglish = "Talk"',
        "line 6: a key is there twice; keep one of the two",
    ),
    "toml: table twice": (
        "[title]",
        "[title]\n[title]",
        "line 5: a table is there twice; keep one, or head each entry of a list of tables with [[...]]",
    ),
    "toml: no equals sign": (
        'english = "Talks"',
        'english "Talks"',
        'line 5: a key without a value; write key = "value"',
    ),
    "toml: heading not closed": (
        "[title]",
        "[title",
        "line 4: the heading is not closed; write [table]",
    ),
    "toml: heading of a list not closed": (
        "[[names]]",
        "[[names]",
        "line 35: the heading is not closed; write [[list]]",
    ),
    "toml: list not closed": (
        "paragraphs = [1, 2]",
        "paragraphs = [1, 2",
        "line 17: the list is not closed; close it with ], a comma between its entries",
    ),
    "toml: no comma in a citation": (
        CITATION,
        '{ paragraph = 1 quote = "قالَ" }',
        "line 19: the { is not closed on its line; close it with }, a comma between its keys",
    ),
    "key misspelt": (
        'basis = "inferred"',
        'bassis = "inferred"',
        'event 1: unknown key "bassis"; did you mean "basis"?',
    ),
    "key not known": (
        'role = "Speaks"',
        'role = "Speaks"\nxyz = 1',
        'name 1: unknown key "xyz"; the keys here are "kind", "english", "arabic" or "role"',
    ),
    "key under the wrong table": (
        'bottom_line = "Talks began and ended."\n\n[title]\n',
        '[title]\nbottom_line = "Talks began and ended."\n',
        'title: unknown key "bottom_line"; move it up to the top level, above the first [table]',
    ),
    "key missing": (
        'article = "article.txt"\n',
        "",
        'top level: "article" is missing; write article = "article.txt", above the first [table]',
    ),
    "citation without a quote": (
        CITATION,
        "{ paragraph = 1 }",
        QUOTE + ': "quote" is missing; write quote = "..."',
    ),
    "number as text": (
        CITATION,
        '{ paragraph = "1", quote = "الوزير" }',
        QUOTE + ': "paragraph" needs a whole number, not text in quotes; write paragraph = 3',
    ),
    "list of texts in a list of numbers": (
        "paragraphs = [1, 2]",
        'paragraphs = [1, "2"]',
        'section "start": "paragraphs" needs a whole number, not text in quotes; write paragraphs = [1, 2]',
    ),
    "one table where a list of them belongs": (
        "[[events]]",
        "[events]",
        'top level: "events" needs a list, not a table; write an [[events]] table for each event',
    ),
    "date without quotes": (
        'date = "2024?-06-10"',
        "date = 2024-06-10",
        'event 1: "date" needs text in quotes, not a date without quotes; '
        'write an EDTF date in quotes, as in date = "2024-06-10"',
    ),
    "date not EDTF": (
        'date = "2024?-06-10"',
        'date = "10 June 2024"',
        'event 1: the date "10 June 2024" is not EDTF (years -9999 to 9999); ' + EDTF_CURE,
    ),
    "day that does not exist": (
        'date = "2024?-06-10"',
        'date = "2024?-06-31"',
        'event 1: the date "2024?-06-31" is not EDTF (years -9999 to 9999); ' + EDTF_CURE,
    ),
    "basis misspelt": (
        'basis = "inferred"',
        'basis = "infered"',
        'event 1: "basis" cannot be "infered"; did you mean "inferred"?',
    ),
    "kind unheard of": (
        'kind = "person"',
        'kind = "colour"',
        'name 1: "kind" cannot be "colour"; use "person", "body", "weapon" or "place"',
    ),
    "name as one text": (
        'arabic = ["الوزير"]',
        'arabic = "الوزير"',
        'name 1: "arabic" needs a list, not text in quotes; write arabic = ["...", "..."]',
    ),
    "name in a form the article lacks": (
        'arabic = ["الوزير"]',
        'arabic = ["الوزيرة"]',
        'name 1: "الوزيرة" occurs neither in the article nor in its title; write it as the article does',
    ),
    "name without forms": (
        'arabic = ["الوزير"]',
        "arabic = []",
        'name 1: "The minister" has no Arabic form; write arabic = ["...", "..."]',
    ),
    "quote not there": (
        "قالَ الوزير إن المحادثات بدأت",
        "قالت الوزيرة",
        QUOTE + ': the quote "قالت الوزيرة" is not in ¶1; copy the words exactly as they stand in ¶1',
    ),
    "quote there but for harakat and white space": (
        "قالَ الوزير إن المحادثات بدأت",
        "قال  الوزيـر",
        QUOTE
        + ': the quote "قال  الوزيـر" is not in ¶1; it is in ¶1 but for harakat, tatweel or white space: '
        "copy the words from there exactly as they stand",
    ),
    "quote there but for a mark of direction": (
        "قالَ الوزير إن المحادثات بدأت",
        "قالَ\\u200F الوزير",
        QUOTE + ': the quote "قالَ<U+200F> الوزير" is not in ¶1; it is in ¶1 but for invisible characters: '
        "copy the words from there exactly as they stand",
    ),
    "quote in another paragraph": (
        "قالَ الوزير إن المحادثات بدأت",
        "انتهت المحادثات",
        QUOTE + ': the quote "انتهت المحادثات" is not in ¶1; '
        "it occurs in ¶2: cite that paragraph, or quote words of ¶1",
    ),
    "quote empty": (
        "قالَ الوزير إن المحادثات بدأت",
        "",
        QUOTE + ": the quote is empty; copy the words of ¶1 that carry the claim",
    ),
    "citation of a paragraph that is not there": (
        "{ paragraph = 1,",
        "{ paragraph = 9,",
        QUOTE + ": there is no ¶9; the article has ¶1 to ¶3",
    ),
    "citation of another section's paragraph": (
        "{ paragraph = 1,",
        "{ paragraph = 3,",
        QUOTE + ": ¶3 is not in this section; cite one of its paragraphs (1, 2), or add 3 to them",
    ),
    "claim without citations": (
        f"citations = [{CITATION}]",
        "citations = []",
        'section "start", claim 1: it cites nothing; write citations = [{ paragraph = 3, quote = "..." }]',
    ),
    "claim empty": (
        'text = "The minister said the talks had begun."',
        'text = " "',
        'section "start", claim 1: "text" is empty; write text = "..."',
    ),
    "paragraph out of range": (
        "paragraphs = [3]",
        "paragraphs = [4]",
        'section "end": there is no ¶4; the article has ¶1 to ¶3',
    ),
    "paragraph zero": (
        "paragraphs = [3]",
        "paragraphs = [0]",
        'section "end": there is no ¶0; the article has ¶1 to ¶3',
    ),
    "paragraph twice": (
        "paragraphs = [1, 2]",
        "paragraphs = [1, 2, 1]",
        'section "start": ¶1 is listed twice; list 1 once',
    ),
    "section without paragraphs": (
        "paragraphs = [3]",
        "paragraphs = []",
        'section "end": it has no paragraphs; write paragraphs = [1, 2]',
    ),
    "event about a paragraph that is not there": (
        "paragraphs = [2]\n",
        "paragraphs = [7]\n",
        "event 1: there is no ¶7; the article has ¶1 to ¶3",
    ),
    "section key twice": (
        'key = "end"',
        'key = "start"',
        'section "start": section 2 takes the key "start" again; give each section a key of its own',
    ),
    "section key reserved": (
        'key = "end"',
        'key = "full"',
        'section "full": the key "full" is kept for the full article; give the section another key',
    ),
    "section key badly formed": (
        'key = "end"',
        'key = "The End"',
        'section "The End": the key "The End" is badly formed; '
        'use small letters a to z, digits and hyphens, a letter first, as in "the-end"',
    ),
    "section key not Latin": (
        'key = "end"',
        'key = "نهاية"',
        'section "نهاية": the key "نهاية" is badly formed; '
        'use small letters a to z, digits and hyphens, a letter first, as in "background"',
    ),
    "article not there": (
        'article = "article.txt"',
        'article = "articel.txt"',
        'top level: "article" names "articel.txt", which is not there; did you mean "article.txt"?',
    ),
    "article like nothing but this file": (
        'article = "article.txt"',
        'article = "briefing.tom"',
        'top level: "article" names "briefing.tom", which is not there; put the file there',
    ),
    "article outside the folder": (
        'article = "article.txt"',
        'article = "../article.txt"',
        'top level: "article" names "../article.txt", which is not a file of this folder; '
        'name a file beside it, as in article = "article.txt"',
    ),
    "capture not there": (
        'source = "Source: a test."',
        'source = "Source: a test."\ncapture = "cap.txt"',
        'provenance: "capture" names "cap.txt", which is not there; put the file there',
    ),
    "source empty": (
        'source = "Source: a test."',
        'source = ""',
        'provenance: "source" is empty; write source = "..."',
    ),
    "source's date no EDTF": (
        'source = "Source: a test."',
        'source = "Source: a test."\npublished = "18 March 2025"',
        'provenance: the date "18 March 2025" is not EDTF (years -9999 to 9999); '
        'write published = "2025-03-18", "2025-03" or "2025"',
    ),
    "source's address none": (
        'source = "Source: a test."',
        'source = "Source: a test."\naddress = "www.example.org"',
        'provenance: "www.example.org" is no address of the web; write address = "https://...", or put it '
        'into "source"',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_line_with_file_place_fault_and_cure(tmp_path: Path, mistake: str) -> None:
    old, new, message = MISTAKES[mistake]
    folder = write_briefing(tmp_path, old, new)
    with pytest.raises(BriefingError) as raised:
        load(folder)
    assert str(raised.value) == f"{folder / 'briefing.toml'}: {message}"


def test_the_sample_itself_is_without_a_mistake(tmp_path: Path) -> None:
    briefing = load(write_briefing(tmp_path))
    assert [section.key for section in briefing.sections] == ["start", "end"]


def test_a_file_that_is_not_utf8_names_byte_and_line(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path)
    (folder / "briefing.toml").write_bytes(b'article = "article.txt"\n# caf\xe9\n')
    with pytest.raises(BriefingError) as raised:
        load(folder)
    assert str(raised.value) == (
        f"{folder / 'briefing.toml'}: byte 29 (line 2): byte 0xe9 is not UTF-8; "
        "save it as UTF-8 (for older Arabic files: iconv -f WINDOWS-1256 -t UTF-8)"
    )


def test_an_empty_article_names_the_article(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path)
    (folder / "article.txt").write_text(" \n\n")
    with pytest.raises(BriefingError) as raised:
        load(folder)
    assert str(raised.value) == (
        f"{folder / 'article.txt'}: holds no text; put the article there, a blank line between paragraphs"
    )


def test_a_folder_without_a_briefing_names_a_text_to_open_instead(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("نص")
    with pytest.raises(BriefingError) as raised:
        load(tmp_path)
    assert str(raised.value) == (
        f"{tmp_path}: the folder has no briefing.toml; "
        f"put it back, begin another with `briefing new {tmp_path / 'notes.txt'} FOLDER`, or open that text"
    )


def test_a_missing_file_suggests_the_near_one(tmp_path: Path) -> None:
    write_briefing(tmp_path)
    with pytest.raises(BriefingError) as raised:
        load(tmp_path / "breifing.toml")
    assert str(raised.value) == f'{tmp_path / "breifing.toml"}: no such file; did you mean "briefing.toml"?'


def test_toml_nested_beyond_reason_is_one_line(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path)
    (folder / "briefing.toml").write_text("a = " + "[" * 100_000)
    with pytest.raises(BriefingError, match="nested too deep; "):
        load(folder)


def test_a_number_of_thousands_of_digits_is_one_line(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path, "paragraphs = [3]", f"paragraphs = [{'9' * 5000}]")
    with pytest.raises(BriefingError) as raised:
        load(folder)
    assert "\n" not in str(raised.value)


def test_an_error_never_carries_a_control_character_to_the_terminal(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path, 'key = "end"', 'key = "\\u001B[2J\\u202Eend"')
    with pytest.raises(BriefingError) as raised:
        load(folder)
    assert "␛[2J<U+202E>end" in str(raised.value)
    assert "\x1b" not in str(raised.value)
    assert "\u202e" not in str(raised.value)


def test_a_briefing_with_byte_order_marks_and_crlf_loads(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path)
    for name in ("briefing.toml", "article.txt"):
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    briefing = load(folder / "briefing.toml")
    assert [paragraph.text for paragraph in briefing.paragraphs][1] == "انتهت المحادثات أمس."


def test_text_over_several_lines_is_one_line(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path, '"Talks began and ended."', '"""\n  Talks began\n\n  and ended.\n"""')
    assert load(folder).bottom_line == "Talks began and ended."


def test_a_file_that_was_deleted_is_not_taken_for_its_schema(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path)
    (folder / "briefing.toml").unlink()
    (folder / "briefing.schema.json").write_text("{}")
    for path in (folder, folder / "briefing.toml"):
        with pytest.raises(BriefingError) as caught:
            load(path)
        assert "schema" not in str(caught.value)
        assert caught.value.cure.startswith(
            f"put it back, begin another with `briefing new {folder / 'article.txt'}"
        )
    (folder / "Briefing.toml").write_text("")
    with pytest.raises(BriefingError) as caught:
        load(folder / "briefing.toml")
    assert caught.value.cure == 'did you mean "Briefing.toml"?'
