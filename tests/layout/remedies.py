"""What a refusal promises: a report that does not fit and the problems in; the reports that are said to fit, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.layout.trimming import shortened, without
from reportgen.pipeline import compose
from reportgen.problems import Problem, ReportError

_LISTS = {"highlight": "highlights.items", "statistic": "statistics", "figure": "figures", "section": "sections"}


def over(problems: Sequence[Problem]) -> dict[str, int]:
    """The texts that are over, with the words of each that are."""
    found = (re.match(r"`(.+)` is (\d+) words? over", problem.message) for problem in problems)
    return {match[1]: int(match[2]) for match in found if match}


def fits(report: Report, brand: Brand) -> bool:
    """Whether a report can be composed."""
    try:
        compose(report, brand)
    except ReportError:
        return False
    return True


def broken(report: Report, brand: Brand, problems: Sequence[Problem]) -> list[str]:
    """The promises of a refusal that do not hold: each remedy makes the page fit, and less than its words does not."""
    found = [what for what, less in _promised(report, problems) if not fits(less, brand)]
    words = {path: int(count * 0.75) for path, count in over(problems).items()}
    if words and fits(shortened(report, words), brand):
        found.append("three quarters of the words are enough")
    return found


def _promised(report: Report, problems: Sequence[Problem]) -> Iterator[tuple[str, Report]]:
    """What a refusal says has to be done, and what it says would do instead."""
    words = over(problems)
    hint = problems[0].hint
    if words:
        yield "cut the words", shortened(report, words)
        drop = re.search(r"drop [^,]+", hint)
        if drop:
            yield drop[0], _dropped(report, drop[0])
    else:
        yield "drop all that it names", _all_dropped(report, problems)
    larger = re.search(r"`page: ([^`]+)`", hint)
    if larger:
        yield f"use {larger[1]}", replace(report, page=larger[1])


def _all_dropped(report: Report, problems: Sequence[Problem]) -> Report:
    for problem in problems:
        several = re.match(r"highlights (\d+) to (\d+) are over", problem.message)
        if several:
            for number in range(int(several[2]), int(several[1]) - 1, -1):
                report = _dropped(report, f"drop highlight {number}")
        elif problem.hint.startswith("drop it"):
            report = _dropped(report, f"drop {problem.message.partition(' is over')[0]}")
        else:
            report = _dropped(report, problem.hint.partition(",")[0])
    return report


def _dropped(report: Report, act: str) -> Report:
    """The report without what an `act` such as "drop highlight 8" or "drop `quote`" names."""
    name, _, number = act.removeprefix("drop ").partition(" ")
    return without(report, f"{_LISTS[name]}[{int(number) - 1}]" if number else name.strip("`"))
