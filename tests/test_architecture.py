"""The map of the house: docs/architecture.md names every folder and every module at the root, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reportgen"
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = re.findall(r"`([a-z_0-9/]+(?:/|\.py))`", MAP)
OWN = ("__init__.py", "__main__.py")


def rows(ending: str) -> list[str]:
    """What stands in the first column of the tables."""
    return [name for name in re.findall(r"^\| `([^`]+)` \|", MAP, re.MULTILINE) if name.endswith(ending)]


def test_every_folder_has_its_line_and_no_other() -> None:
    folders = {f"{folder.relative_to(PACKAGE)}/" for folder in PACKAGE.rglob("*") if folder.is_dir()}
    assert sorted(rows("/")) == sorted(each for each in folders if "__pycache__" not in each)


def test_every_module_at_the_root_has_its_line_and_no_other() -> None:
    assert sorted(rows(".py")) == sorted(path.name for path in PACKAGE.glob("*.py") if path.name not in OWN)


def test_every_place_that_the_map_names_is_there() -> None:
    assert len(PATHS) > 60
    missing = [path for path in PATHS if not any((base / path).exists() for base in (PACKAGE, ROOT))]
    assert missing == []


def test_every_line_says_something() -> None:
    assert all(len(said.split()) >= 2 for said in re.findall(r"^\| `[^`]+` \| (.*) \|$", MAP, re.MULTILINE))
