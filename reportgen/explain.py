"""Why figures are what they are: a report in; of each statistic the kind, why, and what else it could be, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.blocks import blocks_in
from reportgen.content.data_facts import Facts, facts_of
from reportgen.content.kind_choice import missing, others, suits
from reportgen.content.kinds import KINDS, NUMBER, PLACED
from reportgen.content.report import Report, Statistic
from reportgen.text.spans import plain

_LONGEST = 60


def explain(report: Report) -> str:
    """A paragraph for each statistic and each figure, in the order of the report."""
    found = [block for _, block in blocks_in(report) if isinstance(block, Statistic)]
    if not found:
        return f"{report.file}: no statistics and no figures\n"
    return "\n".join("\n".join(_told(report, each)) + "\n" for each in found)


def _told(report: Report, statistic: Statistic) -> Iterator[str]:
    yield f"{report.place_of(statistic.path)}: {statistic.path}: {_headline(statistic)}"
    if statistic.path.startswith("place."):
        yield "  a number on the map: it has no figure of its own"
        return
    yield f"  {statistic.figure or NUMBER}: {_reason(statistic)}"
    facts, given = facts_of(statistic), _given(report, statistic)
    possible = [name for name in others(facts, statistic.figure) if _has_all(name, given)]
    if possible:
        yield f"  `figure:` may also be {_listed(possible)}"
    for keys, kinds in _more(facts):
        yield f"  with {_either(keys)} it could be {_listed(kinds)}"


def _headline(statistic: Statistic) -> str:
    """The number and its label, or the title, cut to a line."""
    words = plain(statistic.title) or f"{statistic.datum.text} {plain(statistic.label)}"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _reason(statistic: Statistic) -> str:
    if statistic.why:
        return f"chosen, because {statistic.why}"
    return f"asked for with `figure: {statistic.figure or NUMBER}`"


def _given(report: Report, statistic: Statistic) -> frozenset[str]:
    """The keys that stand in the statistic's block."""
    start = f"{statistic.path}."
    return frozenset(path.removeprefix(start) for path in report.places if path.startswith(start))


def _has_all(name: str, given: frozenset[str]) -> bool:
    """Whether a kind may have all the keys that are given, so that it could be asked for without another change."""
    kind = KINDS[name]
    return not given & PLACED - {*kind.needs, *kind.keys}


def _more(facts: Facts) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The keys that are not there, and the kinds that each of them would make possible."""
    found: dict[tuple[str, ...], list[str]] = {}
    for kind in KINDS.values():
        needs = missing(kind, facts)
        if needs and suits(kind, facts):
            found.setdefault(needs, []).append(kind.name)
    yield from found.items()


def _either(keys: Iterable[str]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
