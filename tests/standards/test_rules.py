"""The table of what forbids what: facts in, all violations out at once, each with its clause, place and hint."""

from __future__ import annotations

import pytest

from reportgen.problems import Place, Problem
from reportgen.standards import FORBIDS, PRINT, SCREEN, Fact, Standard, violations


def place_of(source: str) -> Place:
    return Place("content/area.yaml", {"title": 3, "photo": 9}.get(source, 0), 1)


def test_all_violations_come_at_once_with_clause_and_place() -> None:
    facts = [Fact("no-alternative", "photo"), Fact("no-title", "title"), Fact("no-alternative", "photo")]
    problems = [violation.problem(place_of) for violation in violations(facts, PRINT.promises)]
    assert problems == [
        Problem(
            "no-alternative",
            "a picture has no words for those who cannot see it, which PDF/A-2a (ISO 19005-2, 6.7.5) and PDF/UA-1 "
            "(ISO 14289-1, 7.3) does not allow",
            Place("content/area.yaml", 9, 1),
            "write `alt: ` and say in a sentence what it shows",
        ),
        Problem(
            "no-title",
            "the page has no title, which PDF/X-4 (ISO 15930-7, document metadata) and PDF/UA-1 (ISO 14289-1, 7.1) "
            "does not allow",
            Place("content/area.yaml", 3, 1),
            "write `title: ` and the title",
        ),
    ]


def test_a_fact_matters_only_to_who_forbids_it() -> None:
    facts = [Fact("live-link"), Fact("hidden-address", "link", "https://example.org/{}")]
    assert violations(facts, SCREEN.promises) == ()
    assert [violation.message for violation in violations(facts, PRINT.promises)] == [
        "a live link stands on the page, which PDF/X-4 (ISO 15930-7, 6.17) does not allow",
        "the words of a link hide its address `https://example.org/{}`, which paper cannot follow, "
        "which PDF/X-4 (ISO 15930-7, 6.17) does not allow",
    ]
    assert violations(facts, frozenset()) == ()


def test_a_fact_that_no_rule_knows_is_loud() -> None:
    with pytest.raises(KeyError, match="no-such-thing"):
        violations([Fact("no-such-thing")], PRINT.promises)


def test_the_table_is_sound() -> None:
    codes = [rule.code for rule in FORBIDS]
    assert len(codes) == len(set(codes))
    for rule in FORBIDS:
        assert rule.clauses, rule.code
        assert set(rule.clauses) <= set(Standard)
        assert rule.what.count("{}") <= 1
        assert rule.what[0].islower() or rule.what.startswith("{}")
        assert not rule.what.endswith(".")
        assert rule.hint and not rule.hint.endswith(".")
