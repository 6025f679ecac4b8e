"""The sentences for what verification finds, for who built the page. All of it is the program's own fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportgen.problems import Place, Problem
from reportgen.verify.drawn import ShownRun
from reportgen.verify.expected_runs import ExpectedObject, ExpectedRun
from reportgen.verify.match import RunPair

LONGEST = 60
"""Characters of a text that are quoted."""

HINT = "this is a fault of the program, not of your report, and nothing was written; please send it to its makers"


@dataclass(frozen=True, slots=True)
class DrawingFault:
    """Something that is not as it should be: its code, the block that it is in, and a clause about it."""

    code: str
    source: str
    message: str

    def problem(self, place_of: Callable[[str], Place]) -> Problem:
        """The fault at its place in the YAML."""
        return Problem(self.code, self.message, place_of(self.source), HINT)


MESSAGES: Mapping[tuple[str, str], str] = {
    ("lost", "run"): "`{text}` was not drawn on the page",
    ("lost", "text"): "`{text}` is in the report and nowhere on the page",
    ("lost", "misread"): "`{text}` was drawn as `{other}`",
    ("lost", "figure"): "nothing is drawn of the figure of `{source}`",
    ("lost", "picture"): "the picture of `{source}` is not on the page, or not at its place",
    ("lost", "drawing"): "nothing is drawn of `{source}`",
    ("lost", "photograph"): "the picture of `{source}` is in the report and nowhere on the page",
    ("twice", "run"): "`{text}` was drawn once more than it should be",
    ("twice", "text"): "`{text}` stands on the page once more than in the report",
    ("outside", "trim"): "`{text}` reaches over the edge of the page",
    ("outside", "figure"): "the label `{text}` reaches out of its figure",
    ("outside", "box"): "`{text}` does not stand in its place, or is not of its size",
    ("outside", "width"): "`{text}` is wider or narrower than it was set",
    ("clipped", "clip"): "a part of `{text}` is cut off",
    ("covered", "fill"): "`{text}` lies under something that was painted over it",
    ("covered", "picture"): "`{text}` lies under a picture",
    ("covered", "object"): "the picture of `{source}` lies under something that was painted over it",
    ("covered", "colour"): "`{text}` has the colour of its ground and cannot be seen",
    ("overlap", "text"): "`{text}` and `{other}` stand on each other",
    ("overlap", "ground"): "`{text}` stands on the ground of another block",
    ("overlap", "edge"): "`{text}` runs over the edge of its ground",
    ("unread", "page"): "the page has something that verification cannot read: {text}",
}

Subject = RunPair | ExpectedRun | ShownRun | ExpectedObject | str


def fault(code: str, what: str, subject: Subject, other: Subject = "", source: str = "") -> DrawingFault:
    """A fault by its code and what it is about."""
    (block, text), (_, second) = _about(subject), _about(other)
    where = source or block
    return DrawingFault(code, where, MESSAGES[code, what].format(text=text, other=second, source=where or "the page"))


def _about(subject: Subject) -> tuple[str, str]:
    """The block that something shows, "" of what has none, and its text, on one line and not too long."""
    match subject:
        case RunPair():
            source, text = subject.owner.source, subject.expected.text
        case ExpectedRun():
            source, text = subject.owner.source, subject.text
        case ExpectedObject():
            source, text = subject.source, subject.source
        case ShownRun():
            source, text = "", subject.text
        case _:
            source, text = "", subject
    line = " ".join(text.split())
    return source, line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
