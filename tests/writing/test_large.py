"""A briefing of 1,000 claims: an edit costs about as much as reading it does."""

import gc
import time
import tomllib
from pathlib import Path

import pytest

from briefing.document import Citation
from briefing.writing.edits import AddClaim, JoinSection, MoveClaim
from briefing.writing.manuscript import Manuscript

pytestmark = pytest.mark.whole
PARAGRAPHS = [f"كلمة رقم {number} من النص الذي يحمل الدعوى ويقول فيها ما يقول" for number in range(200)]


def large_text() -> str:
    text = 'article = "article.txt"\n'
    for section in range(20):
        numbers = list(range(section * 10 + 1, section * 10 + 11))
        text += f'\n\n[[sections]]\nkey = "s{section}"\nparagraphs = {numbers}\n'
        for claim in range(50):
            number = numbers[claim % 10]
            text += (
                f'\n[[sections.claims]]\ntext = """\nThis is claim {claim} of these, and\nit says it.\n"""\n'
                f'citations = [\n  {{ paragraph = {number}, quote = "{PARAGRAPHS[number - 1]}" }},\n]\n'
            )
    return text


def test_an_edit_costs_a_few_readings(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = large_text()
    (tmp_path / "article.txt").write_text("\n\n".join(PARAGRAPHS) + "\n")
    (tmp_path / "briefing.toml").write_text(text)
    gc.collect()  # of this process's other tests: else it takes place in one of the two, and is measured
    gc.disable()
    request.addfinalizer(gc.enable)
    start = time.process_time()
    tomllib.loads(text)
    reading = time.process_time() - start
    manuscript = Manuscript.open(tmp_path)
    start = time.process_time()
    manuscript.do(AddClaim("s5", "New.", (Citation(55, "النص"),)))
    manuscript.do(MoveClaim("s5", 3, "s5", 40))
    manuscript.do(JoinSection("s7"))
    assert time.process_time() - start < 3 * 8 * reading
    for _ in range(3):
        manuscript.undo()
    assert (tmp_path / "briefing.toml").read_text() == text
