"""The versions of Python that the package says it runs on are those that it was tried with."""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CLASSIFIERS = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))


def test_each_was_tried_and_no_other() -> None:
    contributing = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
    [row] = re.findall(r"^\| Python \|(.*)\|$", contributing, re.MULTILINE)
    tried = [cell.strip().rpartition(".")[0] for cell in row.split("|")]
    assert tried == CLASSIFIERS, (
        "the table of versions in CONTRIBUTING.md, and the classifiers of pyproject.toml"
    )


def test_the_first_is_the_least_that_is_asked_for_and_this_is_one_of_them() -> None:
    assert PROJECT["requires-python"] == f">={CLASSIFIERS[0]}"
    assert f"3.{sys.version_info.minor}" in CLASSIFIERS
