"""Why figures are what they are: of each statistic its kind, the reason, and what else it could be; which have bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from reportgen.blocks import blocks_in
from reportgen.content.amount_bars import LEAST_BAR, least_width
from reportgen.content.data_facts import Facts, facts_of
from reportgen.content.kind_choice import missing, others, suits
from reportgen.content.kinds import KIND_KEYS, KINDS, NUMBER
from reportgen.content.kinds.declaration import Kind
from reportgen.content.quantities import is_plain, unlike
from reportgen.content.report import Datum, Highlights, Report, Statistic
from reportgen.figures.bars.table_scales import column_scales
from reportgen.figures.plugins import usable_kinds
from reportgen.text.spans import plain

_LONGEST = 60


def explain(report: Report) -> str:
    """A paragraph for each statistic, each figure and each list of amounts, in the order of the report."""
    found = [block for _, block in blocks_in(report) if isinstance(block, Statistic) or _has_amounts(block)]
    if not found:
        return f"{report.file}: no statistics and no figures\n"
    kinds = (*KINDS.values(), *usable_kinds())
    told = (
        _of_list(report, each) if isinstance(each, Highlights) else _paragraph(report, each, kinds) for each in found
    )
    return "\n".join("\n".join(lines) + "\n" for lines in told)


def _has_amounts(block: object) -> bool:
    return isinstance(block, Highlights) and bool(block.amounts)


def _of_list(report: Report, found: Highlights) -> Iterator[str]:
    """Whether the amounts of a list have bars."""
    yield f"{report.place_of(found.path)}: {found.path}: {_cut(plain(found.title))}"
    if found.why_no_bars:
        yield f"  no bars, because {found.why_no_bars}"
        return
    longest = max(found.amounts, key=lambda amount: amount.value)
    shortest = min((amount for amount in found.amounts if amount.value > 0), key=lambda amount: amount.value)
    yield f"  bars on one scale, that of {longest.text}; `bars: no` turns them off"
    yield (
        f"  no bars after all where the amounts have less than {ceil(least_width(found.amounts))} mm, because that of"
        f" {shortest.text} would be under {LEAST_BAR} mm"
    )


def _paragraph(report: Report, statistic: Statistic, kinds: Iterable[Kind]) -> Iterator[str]:
    yield f"{report.place_of(statistic.path)}: {statistic.path}: {_headline(statistic)}"
    if statistic.path.startswith("place."):
        yield "  a number on the map: it has no figure of its own"
        return
    kind = statistic.kind or NUMBER
    yield f"  {kind.name}: {_reason(statistic, kind)}"
    if kind.tabular:
        yield from _of_columns(statistic)
    if statistic in report.statistics and kind.lengths:
        yield from _of_scale(report, statistic, kind)
    given = _given(report, statistic)
    facts = facts_of(statistic, given)
    possible = [kind.name for kind in others(facts, kind, kinds) if not given & KIND_KEYS - {*kind.all_keys}]
    if possible:
        yield f"  `figure:` may also be {_listed(possible)}"
    for keys, names in _more(facts, kinds):
        yield f"  with {_either(keys)} it could be {_listed(names)}"


def _of_scale(report: Report, statistic: Statistic, kind: Kind) -> Iterator[str]:
    """With which other statistics it is on one scale, or why with none."""
    others = [each for each in report.statistics if each is not statistic and each.kind]
    counted = _counted(statistic)
    same = [each for each in others if each.kind and each.kind.lengths == kind.lengths]
    alike = [each.path for each in same if not unlike(_counted(each).rule, counted.rule)]
    if alike and is_plain(counted.rule):
        yield f"  on a scale of its own, because numbers without a unit may count something else in {_listed(alike)}"
    elif alike:
        yield f"  on one scale with {_listed(alike)} where they stand side by side"


def _counted(statistic: Statistic) -> Datum:
    """A number of those that a figure draws."""
    return next((point.datum for point in statistic.series if point.datum), statistic.datum)


def _of_columns(statistic: Statistic) -> Iterator[str]:
    """Which columns of a table have bars, on which scales, and why the others have none."""
    scales, met = column_scales(statistic), set[str]()
    for series, scale in zip(statistic.sets, scales, strict=True):
        name = f"`{series.name}`" if series.name else "the column"
        if scale.why:
            yield f"  no bars for {name}, because {scale.why}"
        elif series.name not in met:
            met |= {series.name, *scale.beside}
            beside = f" and {_listed(scale.beside)}, on one scale" if scale.beside else ", on a scale of its own"
            yield f"  bars for {name}{beside}"
    rows = [label for label in statistic.totals if label not in {each.name for each in statistic.sets}]
    if rows:
        yield f"  no bars for the row {_listed(rows)}, because it is the total of the others"


def _headline(statistic: Statistic) -> str:
    """The number and its label, or the title, cut to a line."""
    return _cut(plain(statistic.title) or f"{statistic.datum.text} {plain(statistic.label)}")


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _reason(statistic: Statistic, kind: Kind) -> str:
    if statistic.why:
        return f"chosen, because {statistic.why}"
    return f"asked for with `figure: {kind.name}`"


def _given(report: Report, statistic: Statistic) -> frozenset[str]:
    """The keys that stand in the statistic's block."""
    start = f"{statistic.path}."
    return frozenset(path.removeprefix(start) for path in report.places if path.startswith(start))


def _more(facts: Facts, kinds: Iterable[Kind]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The keys that are not there, and the kinds that each of them would make possible."""
    found: dict[tuple[str, ...], list[str]] = {}
    for kind in kinds:
        needs = missing(kind, facts)
        if needs and suits(kind, facts):
            found.setdefault(needs, []).append(kind.name)
    yield from found.items()


def _either(keys: Iterable[str]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
