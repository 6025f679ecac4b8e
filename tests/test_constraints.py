"""The tested versions: constraints, the extra `tested` and the dependencies agree; what tries the newest is harmless."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
DECLARED = tomllib.loads(PROJECT)["project"]
RUNTIME = [Requirement(each) for each in DECLARED["dependencies"]]
TEST = [Requirement(each) for each in DECLARED["optional-dependencies"]["test"]]
TESTED = {Requirement(each).name: Requirement(each) for each in DECLARED["optional-dependencies"]["tested"]}

spec = importlib.util.spec_from_file_location("newest", ROOT / ".ci/newest.py")
assert spec and spec.loader
newest = importlib.util.module_from_spec(spec)
spec.loader.exec_module(newest)

CONSTRAINTS = newest.versions((ROOT / "constraints.txt").read_text(encoding="utf-8"))
BY_NAME = {canonicalize_name(name): number for name, number in CONSTRAINTS.items()}


@pytest.mark.parametrize("needed", [*RUNTIME, *TEST], ids=lambda needed: needed.name)
def test_every_dependency_has_a_tested_version_and_no_cap(needed: Requirement) -> None:
    assert needed.specifier.contains(BY_NAME[canonicalize_name(needed.name)])
    assert [each.operator for each in needed.specifier] == [">="]


def test_the_extra_has_the_versions_of_the_constraints() -> None:
    assert {name: str(each.specifier) for name, each in TESTED.items()} == {
        name: f"=={number}" for name, number in CONSTRAINTS.items() if name in TESTED
    }
    assert newest.with_tested(PROJECT, {name: CONSTRAINTS[name] for name in TESTED}) == PROJECT


def test_the_extra_has_all_that_the_program_needs() -> None:
    """The dependencies and theirs, as they are installed here: so only where the tested versions are installed."""
    needed, left = set[str](), [(each, "") for each in RUNTIME]
    while left:
        requirement, extra = left.pop()
        name = canonicalize_name(requirement.name)
        if (requirement.marker and not requirement.marker.evaluate({"extra": extra})) or name in needed:
            continue
        needed.add(name)
        if version(name) != BY_NAME.get(name):
            pytest.skip(f"{name} {version(name)} is installed, not the tested version")
        left += [(Requirement(each), extra) for each in requires(name) or () for extra in (*requirement.extras, "")]
    assert {canonicalize_name(name) for name in TESTED} == needed


def test_the_commands_of_the_readme_use_the_constraints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    installs = re.findall(r"pip install[^&\n]*", readme)
    assert [each.split()[:5] for each in installs] == [["pip", "install", "-q", "-c", "constraints.txt"]] * 2


def test_what_is_no_exact_version_is_no_constraint() -> None:
    for line in ("babel>=2.18", "babel @ file:///tmp/babel", "-e .", "babel"):
        with pytest.raises(ValueError, match="is no exact version"):
            newest.versions(line)


def test_what_differs_is_told() -> None:
    assert newest.differences({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == [
        "b 2 (tested: 1)",
        "c gone (tested: 1)",
        "d 1 (tested: none)",
    ]


def test_what_broke_is_told_without_a_closing_line() -> None:
    log = "..F\n=== short test summary info ===\nFAILED tests/test_a.py::test_b[1] - assert 1 == 2\n1 failed, 2 passed in 3.21s\n"
    assert newest.said(log) == ["tests/test_a.py::test_b[1] - assert 1 == 2"]
    assert newest.said("INTERNALERROR> no\n2 errors in 0.10s\n") == ["INTERNALERROR> no"]
    many = newest.said("".join(f"ERROR tests/test_a.py::test_{number}\n" for number in range(99)))
    assert many[-1] == "and 59 more"
