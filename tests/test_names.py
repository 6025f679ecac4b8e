"""Names and openings: a class or a module has a name of its own, and every module opens with what it is for."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "reportgen"
MODULES = sorted(PACKAGE.rglob("*.py"))
FORMULA = re.compile(r"\bin; |\bin, .*\bout\b")
"""`X in; Y out`, which says neither what a module is for nor why there is one."""


def dotted(path: Path) -> str:
    """A module's name, or a package's."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def opening(path: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())


def twice(names: list[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)


def test_a_class_name_stands_once() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES]
    assert twice([node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]) == []


def test_a_module_name_stands_once() -> None:
    assert twice([dotted(path).rpartition(".")[2] for path in MODULES]) == []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    assert opening(path).endswith((".", ":")), "a docstring begins with a sentence"
    assert not FORMULA.search(opening(path)), "say what it is for, then what goes in and out"
