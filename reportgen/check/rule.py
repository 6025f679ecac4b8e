"""A rule as data: its name, the clause it comes from, what it is asked of, and the function that finds its breaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.geometry import Bbox
from reportgen.problems import Severity

if TYPE_CHECKING:
    from reportgen.check.document import Document


class RuleFamily(StrEnum):
    """What a rule is asked of: every file, or one that claims (or is asked) to keep a standard."""

    FILE = "PDF"
    X4 = "PDF/X-4"
    GWG = "Ghent Workgroup"
    A2 = "PDF/A-2"
    A2A = "PDF/A-2a"
    UA = "PDF/UA-1"


@dataclass(frozen=True, slots=True)
class Breach:
    """What a rule's function yields: a clause without a full stop, and where."""

    message: str
    page: int = 0
    box: Bbox | None = None
    severity: Severity | None = None
    """Another than the rule's own, where one breach weighs less than another."""


FindBreaches = Callable[["Document"], Iterable[Breach]]


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One rule. `clause` names the standard and where it says so; `hint` what to do about a breach."""

    id: str
    title: str
    clause: str
    applies: frozenset[RuleFamily]
    find: FindBreaches
    hint: str = ""
    severity: Severity = Severity.ERROR


def odd_streams(**messages: str) -> FindBreaches:
    """What finds streams that the inventory has, by what is odd about them; `{}` in a message is an object's number."""

    def find(document: Document) -> Iterator[Breach]:
        for kind, message in messages.items():
            yield from (Breach(message.format(number)) for number in document.inventory.odd.get(kind, ()))

    return find


def rule(
    name: str,
    title: str,
    clause: str,
    find: FindBreaches,
    *applies: RuleFamily,
    hint: str = "",
    severity: Severity = Severity.ERROR,
) -> CheckRule:
    """A rule for the families given."""
    return CheckRule(name, title, clause, frozenset(applies), find, hint, severity)
