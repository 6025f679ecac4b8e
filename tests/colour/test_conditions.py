"""Printing conditions: how they are named, and that no file says one and is made for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.brand.load_brand import read_brand
from reportgen.colour.conditions import disagreement, registered
from reportgen.colour.profiles import REGISTRY, ProfileError, fogra39, printer_intent
from reportgen.problems import ReportError
from reportgen.sources import Sources

ROOT = Path(__file__).parents[2]
PROFILE = ROOT / "reportgen" / "assets" / "coated-fogra39l.icc"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FOGRA39", "FOGRA39"),
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("Coated offset, FOGRA39L characterisation data", "FOGRA39"),
        ("fogra 51", "FOGRA51"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSOcoated_v3.icc", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("ISO Coated v2 300% (ECI)", "FOGRA39"),
        ("PSO Uncoated ISO12647 (ECI)", "FOGRA47"),
        ("GRACoL2006_Coated1v2", "CGATS TR 006"),
        ("CGATS TR006", "CGATS TR 006"),
        ("CRPC6", "CGATS21-2-CRPC6"),
        ("U.S. Web Coated (SWOP) v2", "CGATS TR 001"),
        ("Our press", ""),
        ("FOGRA39 to FOGRA51", ""),
        ("FOGRA511", ""),
        ("", ""),
    ],
)
def test_conditions_by_name(text: str, expected: str) -> None:
    assert registered(text) == expected


@pytest.mark.parametrize(
    ("condition", "made_for", "said"),
    [
        ("FOGRA51", "FOGRA39", "it was made for FOGRA39, and the condition is FOGRA51"),
        ("PSO Coated v3", "FOGRA39", "it was made for FOGRA39, and the condition is PSO Coated v3"),
        ("FOGRA39", "FOGRA39", ""),
        ("ISO Coated v2 (ECI)", "FOGRA39", ""),
        ("Our press", "FOGRA39", ""),
        ("FOGRA51", "", ""),
    ],
)
def test_what_disagrees(condition: str, made_for: str, said: str) -> None:
    assert disagreement(condition, made_for) == said


def test_the_shipped_profile_is_one_for_fogra39_alone() -> None:
    assert fogra39().profile.made_for == "FOGRA39"
    found = printer_intent(PROFILE.read_bytes(), "FOGRA39")
    assert (found.condition, found.registry) == ("FOGRA39", REGISTRY)
    with pytest.raises(ProfileError) as caught:
        printer_intent(PROFILE.read_bytes(), "FOGRA51")
    assert str(caught.value) == "it was made for FOGRA39, and the condition is FOGRA51"
    assert caught.value.hint == "write `FOGRA39` as the condition, or name a profile for FOGRA51"


def test_the_measurements_of_a_profile_say_it_where_its_description_does_not() -> None:
    data = PROFILE.read_bytes().replace(b"offset, FOGRA39L", b"offset, our mark")
    assert "our mark" in printer_intent(data).profile.description
    assert printer_intent(data).profile.made_for == "FOGRA39"
    assert printer_intent(data.replace(b"FOGRA39", b"FOGRA47")).condition == "FOGRA47"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{condition: FOGRA51}",
         "error: the shipped profile cannot be used: it was made for FOGRA39, and the condition is FOGRA51; "
         "name a profile for FOGRA51 with `profile`, or leave `condition` out"),
        ("{profile: press.icc, condition: FOGRA51}",
         "error: `press.icc` cannot be used: it was made for FOGRA39, and the condition is FOGRA51; "
         "write `FOGRA39` as the condition, or name a profile for FOGRA51"),
        ("{profile: press.icc, condition: FOGRA39}", ""),
        ("{condition: FOGRA39}", ""),
        ("{profile: press.icc, condition: Our press}", ""),
    ],
)  # fmt: skip
def test_in_a_brand(block: str, said: str, tmp_path: Path) -> None:
    text = (ROOT / "content" / "brands" / "briefing.yaml").read_text(encoding="utf-8")
    text = text.replace("../../fonts", str(ROOT / "fonts"))
    (tmp_path / "mine.yaml").write_text(f"{text}\noutput intent: {block}\n", encoding="utf-8")
    (tmp_path / "press.icc").write_bytes(PROFILE.read_bytes())
    try:
        read_brand(tmp_path / "mine.yaml", "mine.yaml", Sources())
    except ReportError as error:
        (problem,) = (str(each).partition("\n")[0].partition(": ")[2] for each in error.problems)
        assert problem == said
    else:
        assert not said
