"""Stacked: a whole and its parts, or several wholes under each other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from reportgen.content.captions import caption_of_series
from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import one_series, slack, too_many, total, wholes
from reportgen.content.kinds.declaration import DrawnIn, Fit, Kind, Orientation, Recommendation, Refusal
from reportgen.content.kinds.key_groups import ALL_SERIES, RANKING, SERIES, WHOLE
from reportgen.content.quantities import unlike
from reportgen.text.locale import NumberRule, format_number


def _check(facts: Facts) -> Refusal | None:
    if facts.least.value < 0:
        message = f"stacked parts must not be negative, and one is {facts.least.text}"
        return Refusal(message, "use `figure: diverging`" if len(facts.sets) == 1 else "use `figure: table`")
    if not facts.complete:
        return Refusal("a whole cannot be stacked while one of its parts is missing", "use `figure: bars`")
    parts = len(facts.labels) if len(facts.sets) == 1 else len(facts.sets)
    if parts < 2:
        return Refusal("one part alone makes no whole", "use `figure: share`")
    return (
        too_many(parts, "parts", "bars" if len(facts.sets) == 1 else "table")
        or _over_hundred(facts)
        or _off_whole(facts)
    )


def _off_whole(facts: Facts) -> Refusal | None:
    """Parts that do not come to the `of` that is given, but for what rounding does, are not its parts."""
    whole = facts.whole
    if whole is None or facts.percent or len(facts.sets) > 1 or unlike(whole.rule, facts.known[0].rule):
        return None
    parts, added = list(facts.known), total(facts.known)
    if abs(added - whole.value) <= slack([*parts, whole]):
        return None
    places = max(datum.rule.decimals for datum in parts)
    text = format_number(added, replace(whole.rule, decimals=places), facts.language)
    what = "so that a part is missing" if added < whole.value else "which is more"
    return Refusal(f"these parts come to {text} of {whole.text}, {what}", "let the parts and `of` agree", "of")


def _over_hundred(facts: Facts) -> Refusal | None:
    """Percentages that do not add to 100, but for what rounding does, are no parts of a whole."""
    if not facts.percent:
        return None
    for whole in wholes(facts):
        added = total(whole)
        better = "use `figure: bars`" if len(facts.sets) == 1 else "use `figure: table`"
        places = max(datum.rule.decimals for datum in whole)
        text = format_number(added, NumberRule(unit="%", decimals=places), facts.language)
        if added > 100 + slack(whole):
            return Refusal(f"these percentages add to {text}; what is more than 100% is no whole", better)
        if added < 100 - slack(whole):
            return Refusal(f"these percentages add to {text}, so that a part is missing", f"give the rest, or {better}")
    return None


def _recommend(facts: Facts) -> Recommendation | None:
    if not _make_a_whole(facts):
        return None
    if len(facts.sets) > 1:
        return Recommendation(Fit.WELL, f"the {len(facts.sets)} parts of each name add to a whole")
    if not one_series(facts) or facts.over_time:
        return None
    return Recommendation(Fit.WELL, f"its {len(facts.labels)} parts add to a whole")


def _make_a_whole(facts: Facts) -> bool:
    """Whether the values add to a whole that is known: 100%, the `of`, or the value of the statistic."""
    if not facts.complete or len(facts.labels) < 2 or facts.least.value < 0:
        return False
    if facts.percent:
        return all(abs(total(whole) - 100) <= slack(whole) for whole in wholes(facts))
    known = [datum for datum in (facts.value, facts.whole) if datum]
    parts = list(facts.known)
    return len(facts.sets) == 1 and any(abs(total(parts) - datum.value) <= slack([*parts, datum]) for datum in known)


KIND = Kind(
    "stacked",
    DrawnIn("reportgen.figures.bars.stacked"),
    needs=SERIES,
    keys=(*ALL_SERIES, *RANKING, *WHOLE),
    check=_check,
    orientation=Orientation.ALONG_TIME,
    adds_up=True,
    caption=partial(caption_of_series, largest="caption_part"),
    reads_across=True,
    recommend=_recommend,
)
