"""Reconciles what a report says with the texts that stand on its page: nothing may be missing, or stand there twice.

Each text is known by where it comes from, not by its words, of which a report may have the same anywhere: a date that
is also a label, a source that is also a name. It takes its own stretch away from a text of the page that comes from its
field, or from what the field stands in, the longest first; so nothing counts twice, and what the report says and finds
no stretch is lost. What then is left of the page are the words of the program, marks and separators; a text of the same
field among it, or a long one of any, stands there once too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.text.invisible import SOFT_HYPHEN, visible
from reportgen.text.words import wordings
from reportgen.verify.drawn import ShownRun
from reportgen.verify.expected_runs import ExpectedObject
from reportgen.verify.expected_speech import ExpectedSpeech
from reportgen.verify.match import RunPair
from reportgen.verify.wording import DrawingFault, fault

TAKEN = "\0"
"""What stands in a text of the page where a text of the report was."""

LONG = 3
"""Words from which a text is known wherever it stands, and not only where it stands alone."""

_AROUND = " .,;:·()[]–—-"


@dataclass
class Stretch:
    """A text of the page that is read as one; `rest` is what of it is not accounted for."""

    source: str
    rest: str
    figure: bool


def stretches(
    pairs: Sequence[RunPair], loose: Sequence[tuple[ExpectedObject, ShownRun]], addresses: Sequence[str]
) -> list[Stretch]:
    """The texts of a page as they were drawn: lines joined, the hyphens of divided words gone."""
    parts: dict[int, list[RunPair]] = {}
    for pair in pairs:
        parts.setdefault(pair.owner.paragraph, []).append(pair)
    found = [
        Stretch(members[0].owner.source, unmarked(_joined(members), addresses), members[0].owner.figure is not None)
        for members in parts.values()
    ]
    return found + [Stretch(item.source, unmarked(shown.text, addresses), figure=True) for item, shown in loose]


def _joined(members: Sequence[RunPair]) -> str:
    """The runs of one text; labels of a figure stand apart."""
    if members[0].owner.figure is None:
        return "".join(pair.shown.text for pair in members)
    parts, last = [], members[0].owner.number
    for pair in members:
        parts.append(pair.shown.text if pair.owner.number == last else f" {pair.shown.text}")
        last = pair.owner.number
    return "".join(parts)


def unmarked(text: str, addresses: Sequence[str]) -> str:
    """A text with single spaces, without the hyphens of divided words and the addresses behind its links.

    The addresses are the page's, so both sides lose them.
    """
    plain = " ".join(text.replace(SOFT_HYPHEN, "").split())
    for address in addresses:
        plain = plain.replace(f" ({address})", "")
    return plain


class Reconciliation:
    """What a report says, made ready to be looked for on its pages."""

    def __init__(self, speech: ExpectedSpeech) -> None:
        texts = [(one, unmarked(visible(one.text), speech.addresses)) for one in speech.texts]
        self._texts = sorted(((one, text) for one, text in texts if text), key=lambda entry: -len(entry[1]))
        ours = frozenset(wording for row in wordings().values() for wording in row.values())
        known = {text for _, text in self._texts if text not in ours}
        self._long = [text for text in known if text.count(" ") >= LONG - 1]

    def faults(self, page: Sequence[Stretch]) -> Iterator[DrawingFault]:
        """What is not on the page, and what is there more often than it is said. Takes from `page`."""
        homes: dict[str, list[Stretch]] = {}
        own: dict[str, set[str]] = {}
        for one, text in self._texts:
            if one.home not in homes:
                homes[one.home] = _in_order_of_kinship(one.home, page)
                own[one.home] = set()
            own[one.home].add(text)
            if not _take(text, homes[one.home]):
                yield fault("lost", "text", text, source=one.source)
        for stretch in page:
            for words in stretch.rest.split(TAKEN) if not stretch.figure else ():
                alone = words.strip(_AROUND)
                if alone and (alone in own.get(stretch.source, ()) or self._says(alone)):
                    yield fault("twice", "text", alone, source=stretch.source)

    def _says(self, words: str) -> bool:
        """Whether what is left of a text has a long text of the report in it."""
        return any(_place(text, words) >= 0 for text in self._long)


def _in_order_of_kinship(home: str, page: Sequence[Stretch]) -> list[Stretch]:
    """The texts of a page that a field's text may stand in: its own first, then those of what it stands in.

    In the labels of a figure stand those alone that are at home there.
    """
    related = [one for one in page if one.source == home or (not one.figure and _related(one.source, home))]
    return sorted(related, key=lambda stretch: (stretch.source != home, -len(stretch.source)))


def _take(text: str, page: Sequence[Stretch]) -> bool:
    """Take a text away from the first text of the page that has it."""
    for stretch in page:
        start = _place(text, stretch.rest)
        if start >= 0:
            stretch.rest = stretch.rest[:start] + TAKEN + stretch.rest[start + len(text) :]
            return True
    return False


def _related(source: str, block: str) -> bool:
    """Whether a text of the page may be of a block: it is the block's own, or that of what it stands in."""
    return bool(source) and (source == block or _within(source, block) or _within(block, source))


def _within(path: str, other: str) -> bool:
    return path.startswith(other) and path[len(other)] in ".["


def _place(text: str, whole: str) -> int:
    """Where a text stands in another, not as a part of longer words or numbers; -1 where it does not."""
    start = whole.find(text)
    while start >= 0:
        before, after = whole[start - 1 : start] if start else "", whole[start + len(text) : start + len(text) + 1]
        if not (_joins(before, text[0]) or _joins(text[-1], after)):
            return start
        start = whole.find(text, start + 1)
    return -1


def _joins(left: str, right: str) -> bool:
    """Whether two characters belong to one word or number; the superior figure of a note does not."""
    return _of_words(left) and _of_words(right)


def _of_words(char: str) -> bool:
    return char.isalpha() or char.isdecimal()
