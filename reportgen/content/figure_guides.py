"""What a figure is held against and marked with: guides, breaks, emphasised labels, rules that are silenced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.content.field_reader import FieldReader
from reportgen.content.lint_rules import RULES
from reportgen.content.named_values import NamedValues
from reportgen.content.quantities import unlike
from reportgen.content.report import Allowed, Break, Datum, Guide
from reportgen.content.schema_parts import BandShape, GuideShape
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import MappingNode, Path, find


def guides_of(reader: FieldReader, made: StatisticBuilder, local: NamedValues) -> tuple[Guide, ...]:
    """The target, the reference and the band of a figure."""
    if made.full is None:
        return ()
    found = [_guide(reader, made, key, getattr(made.full, key), local) for key in ("target", "reference")]
    found.append(_band(reader, made, made.full.band, local))
    return tuple(guide for guide in found if guide)


def _guide(
    reader: FieldReader, made: StatisticBuilder, key: str, shape: GuideShape | None, local: NamedValues
) -> Guide | None:
    if shape is None:
        return None
    path = (*made.path, key)
    inner = (*path, "value") if isinstance(find(reader.log.root, path), MappingNode) else path
    datum = reader.number(inner, shape.value, made.language, made.unit_of_values)
    label = reader.words((*path, "label"), shape.label, made.language, local)
    return Guide(key, label, datum) if datum and _fits(reader, made, datum, inner) else None


def _band(reader: FieldReader, made: StatisticBuilder, shape: BandShape | None, local: NamedValues) -> Guide | None:
    if shape is None:
        return None
    path = (*made.path, "band")
    since = reader.number((*path, "from"), shape.since, made.language, made.unit_of_values)
    until = reader.number((*path, "to"), shape.until, made.language, made.unit_of_values)
    label = reader.words((*path, "label"), shape.label, made.language, local)
    if not since or not until:
        return None
    if since.value >= until.value:
        message = f"`band` reaches from {since.text} to {until.text}, which is no range"
        reader.log.at_value("figure", message, (*path, "to"), "let `to` be larger than `from`")
        return None
    fit = [_fits(reader, made, datum, (*path, key)) for datum, key in ((since, "from"), (until, "to"))]
    return Guide("band", label, since, until) if all(fit) else None


def _fits(reader: FieldReader, made: StatisticBuilder, datum: Datum, path: Path) -> bool:
    """Whether a guide is of the same kind of number as the values."""
    value = next(iter(made.facts().known), None) or made.data.get("value")
    if value is None or not unlike(value.rule, datum.rule):
        return True
    message = f"{datum.text} cannot be held against {value.text}: two kinds of number"
    reader.log.at_value("figure", message, path, f"write it like {value.text}")
    return False


def breaks_of(reader: FieldReader, made: StatisticBuilder, local: NamedValues) -> tuple[Break, ...]:
    """Where a series is counted in another way, and how."""
    written = made.full.breaks if made.full else None
    found = []
    labels = made.facts().labels
    for label, note in (written or {}).items():
        path = (*made.path, "breaks", label)
        if labels and made.words_of(label) not in labels:
            message = f"`breaks` names `{label}`, which the series does not have"
            reader.log.at_key("figure", message, path, did_you_mean(label, labels))
        said = reader.words(path, note, made.language, local)
        found.append(Break(made.words_of(label), said))
    return tuple(found)


def emphasised_of(reader: FieldReader, made: StatisticBuilder) -> tuple[str, ...]:
    """The labels, or the names of sets, that matter most. A `{name}` stands for the text that it has in `values`."""
    facts = made.facts()
    known = (*facts.labels, *(name for name in facts.names if name))
    path = (*made.path, "emphasise")
    listed = not reader.log.is_stand_in(path) and made.full is not None and made.full.emphasise
    found = []
    for index, written in enumerate(listed or ()):
        place = path if find(reader.log.root, (*path, index)) is None else (*path, index)
        label = made.words_of(reader.words(place, written, made.language) if "{" in written else written)
        if known and label not in known:
            message = f"`emphasise` names `{label}`, which the series does not have"
            reader.log.at_value("figure", message, place, did_you_mean(label, known))
        else:
            found.append(label)
    return tuple(found)


def short_of(reader: FieldReader, made: StatisticBuilder) -> dict[str, str]:
    """Names that are drawn shorter than they are: those of the figure's table, and over them the figure's own."""
    facts, found, own = made.facts(), dict[str, str](), made.full.short if made.full else None
    known = dict.fromkeys((*facts.labels, *(name for name in facts.names if name)))
    table = made.full.data if made.full and made.full.data else ""
    of_table = reader.workbook().short_of(table, known) if table else {}
    listed = [(("data", table, "short"), of_table), ((*made.path, "short"), own or {})]
    for path, written in listed:
        if reader.log.is_stand_in(path):
            continue
        for name, short in written.items():
            reader.check_value((*path, name))
            label = made.words_of(name)
            if label in known:
                found[label] = short
            elif path[0] != "data" and known:
                message = f"`short` names `{name}`, which the series does not have"
                reader.log.at_key("figure", message, (*path, name), did_you_mean(name, known))
    _tell_alike(reader, made, found, known)
    return found


def _tell_alike(reader: FieldReader, made: StatisticBuilder, short: Mapping[str, str], known: Iterable[str]) -> None:
    """Two names that would be drawn alike."""
    drawn: dict[str, str] = {}
    for name in known:
        shown = short.get(name, name)
        if shown in drawn:
            path = (*made.path, "short", name if name in short else drawn[shown])
            message = f"`{drawn[shown]}` and `{name}` would both be drawn as `{shown}`"
            reader.log.at_value("figure", message, path, "give each a short name of its own")
        drawn[shown] = name


def allowed_of(reader: FieldReader, path: Path, written: Mapping[str, str] | None) -> tuple[Allowed, ...]:
    """The rules of the lint that the author silences, each with a reason."""
    found = []
    for rule, reason in (written or {}).items():
        here = (*path, "allow", rule)
        if rule not in RULES:
            reader.log.at_key("allow", f"no rule is called `{rule}`", here, did_you_mean(rule, RULES))
        said = reader.literal(here, reason)
        if said:
            found.append(Allowed(rule, said))
    return tuple(found)
