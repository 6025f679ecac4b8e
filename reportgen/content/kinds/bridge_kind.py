"""Bridge: from a start through what came and went to an end."""

from __future__ import annotations

from reportgen.content.captions import CaptionFacts, filled, with_values
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import lone, slack, total
from reportgen.content.kinds.declaration import DrawnIn, Kind, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, SERIES
from reportgen.content.report import Datum
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.spans import Rich
from reportgen.text.words import Words


def _check(facts: Facts) -> Refusal | None:
    if several := lone(facts, "bridge", "table"):
        return several
    if not facts.complete:
        return Refusal("a bridge cannot be built while one of its values is missing", "use `figure: bars`")
    values = facts.known
    if len(values) < 3:
        return Refusal("a bridge needs a start, what came or went, and an end", "use `figure: change`", "series")
    added = total(values[:-1])
    rounded_alike = not facts.over_time and len({(each.rule.scale, each.rule.decimals) for each in values}) == 1
    if abs(added - values[-1].value) <= (slack(list(values)) if rounded_alike else 0):
        return None
    places = max(datum.rule.decimals for datum in values)
    rule = NumberRule(values[-1].rule.prefix, values[-1].rule.unit, values[-1].rule.scale, places)
    steps = " ".join(_step(datum) for datum in values[1:-1])
    message = f"a bridge must add up: {values[0].text} {steps} is {format_number(added, rule, facts.language)}"
    return Refusal(f"{message}, not {values[-1].text}", "the first value is the start and the last the end", "series")


def _step(datum: Datum) -> str:
    size = datum.size
    return f"{'−' if datum.value < 0 else '+'} {size}"


def _caption(basis: CaptionFacts, column: Words) -> Rich:
    if not basis.facts.known:
        return ()
    known = with_values(basis.facts.sets[0].points)
    name, change = max(known[1:-1], key=lambda pair: abs(pair[1].value))
    first, last = known[0][1].text, known[-1][1].text
    return filled(column["caption_bridge"], first=first, last=last, name=name, change=change.text)


KIND = Kind(
    "bridge",
    DrawnIn("reportgen.figures.bars.bridge"),
    needs=SERIES,
    keys=ALL_SERIES,
    check=_check,
    leads_to_last=True,
    caption=_caption,
    reads_across=True,
)
