"""Files broken on purpose: each is caught under the rule that it breaks, and the good ones are not."""

from __future__ import annotations

import pytest
from check_samples import good
from mutations import BROKEN, Broken

from reportgen.check import check_bytes, every_rule
from reportgen.problems import Severity


@pytest.mark.parametrize("kind", ["print", "screen"])
def test_a_good_file_gives_no_finding(kind: str) -> None:
    result = check_bytes(good(kind), "good.pdf")
    assert [str(problem) for problem in result.problems()] == []
    assert result.claims[-2:] == ("PDF/A-2a", "PDF/UA-1")


@pytest.mark.parametrize("broken", BROKEN, ids=lambda each: f"{each.rule}: {each.name}")
def test_a_broken_file_is_caught_under_the_right_rule(broken: Broken) -> None:
    result = check_bytes(broken.data(), "broken.pdf", broken.kind)
    problems = [str(problem) for problem in result.problems()]
    assert broken.rule in result.ids, problems
    assert not any("could not be judged" in each for each in problems), (
        "a rule stumbles over a file that is not so damaged"
    )


def test_there_are_sixty_and_more() -> None:
    assert len({each.name for each in BROKEN}) == len(BROKEN) >= 60


def test_every_rule_is_broken_by_some_file() -> None:
    """But for those whose breach cannot be had alone: a file without pages, without a claim, without a binary mark."""
    elsewhere = {"file.pages", "x4.claim", "ua.claim", "a2.header"}
    assert {rule.id for rule in every_rule()} - {each.rule for each in BROKEN} == elsewhere


@pytest.mark.parametrize(
    "broken",
    [
        each
        for each in BROKEN
        if each.name in ("one RGB fill", "two H1", "an image of 100 ppi", "contrast of 2:1", "no BleedBox")
    ],
    ids=lambda each: each.name,
)
def test_one_breach_is_told_once_and_nothing_else(broken: Broken) -> None:
    result = check_bytes(broken.data(), "broken.pdf")
    assert {each.rule.id for each in result.errors} == {broken.rule}


def test_the_severity_of_a_resolution_depends_on_how_low_it_is() -> None:
    found = {
        each.name: check_bytes(each.data()).findings[0].severity for each in BROKEN if each.rule == "gwg.resolution"
    }
    assert found == {"an image of 100 ppi": Severity.ERROR, "an image of 180 ppi": Severity.WARNING}


def test_the_limit_of_ink_can_be_set() -> None:
    assert check_bytes(good("print"), ink_limit=200).ids == {"gwg.ink-sum"}
