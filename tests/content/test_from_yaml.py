"""From YAML text to a report: what YAML makes of a text is told, and files are reached through one door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Problems = Callable[..., list[str]]


def test_a_text_that_turns_into_something_else_needs_quotation_marks(problems: Problems) -> None:
    said = problems("kicker: [12]\ncontact:\n  Press: 12\nrequest: {a}\nreference: #7\n")
    assert [line.splitlines()[0] for line in said] == [
        'r.yaml:4:9: error: this text needs quotation marks, because it begins with `[`; write `kicker: "[12]"`',
        'r.yaml:6:3: error: this text needs quotation marks, because it holds `: `; write `contact: "Press: 12"`',
        'r.yaml:7:10: error: this text needs quotation marks, because it begins with `{`; write `request: "{a}"`',
        'r.yaml:8:1: error: `reference` has no value, because `#` begins a comment; write `reference: "#7"`',
    ]


def test_a_comment_behind_a_number_or_a_name_is_only_a_comment(load: Callable[..., object]) -> None:
    load("statistics:\n  - value: 12  # from ONS\n    label: people\n    # a line of its own\n")


def test_files_are_reached_through_one_door(tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "folder.geojson").mkdir()
    (said,) = problems("place:\n  boundary: folder.geojson\n")
    assert "there is no file `folder.geojson`" in said
