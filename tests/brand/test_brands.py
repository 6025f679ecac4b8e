"""The shipped brands: they load, fill every role, and keep their proportions at every step."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

import pytest
from brand_samples import ROOT

from reportgen import load_brand
from reportgen.brand import Brand, Roles, Spaces, Styles
from reportgen.brand.cache import NoBrandError, brand_file, brand_names
from reportgen.brand.model import BrandFaces
from reportgen.colour.inks import Ink
from reportgen.geometry import Flex
from reportgen.problems import ReportError
from reportgen.sources import Sources
from reportgen.text.type_style import TypeStyle

NAMES = ("briefing", "industrial-strategy")


@cache
def brand(name: str) -> Brand:
    return load_brand(ROOT / "content/brands" / f"{name}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_every_role_and_style_is_filled(name: str) -> None:
    found = brand(name)
    inks = [getattr(found.roles, field.name) for field in fields(Roles)]
    assert all(isinstance(ink, Ink) and ink in found.inks for ink in inks)
    styles = [getattr(found.styles, field.name) for field in fields(Styles)]
    assert all(isinstance(style, TypeStyle) and style.leading > style.size * 0.9 for style in styles)
    assert len({ink.srgb for ink in found.inks}) == len(found.inks)
    assert all(ink.cmyk and sum(ink.cmyk) <= 300 for ink in found.inks)


@pytest.mark.parametrize("name", NAMES)
def test_every_ink_of_a_brand_is_used(name: str) -> None:
    found = brand(name)
    used = {getattr(found.roles, field.name) for field in fields(Roles)}
    assert {ink.name for ink in found.inks} == {ink.name for ink in used}


@pytest.mark.parametrize("name", NAMES)
def test_a_step_keeps_the_proportions(name: str) -> None:
    normal = brand(name)
    assert normal.at_step(normal.steps.text.index(1)) is normal
    for step, (text, display) in enumerate(zip(normal.steps.text, normal.steps.display, strict=True)):
        sized = normal.at_step(step)
        for field in fields(Styles):
            was, now = getattr(normal.styles, field.name), getattr(sized.styles, field.name)
            kept = {normal.bounds.kept(field.name, was.size, was.size * factor) for factor in (text, display)}
            assert now.size in kept
            assert now.leading / now.size == pytest.approx(was.leading / was.size)
            assert (now.family, now.tracking, now.balance) == (was.family, was.tracking, was.balance)
        for field in fields(Spaces):
            assert_scaled(getattr(sized.spaces, field.name), getattr(normal.spaces, field.name), text)
        assert_scaled(sized.figure_height, normal.figure_height, display)
        assert (sized.format, sized.measures, sized.roles) == (normal.format, normal.measures, normal.roles)


def assert_scaled(now: Flex, was: Flex, factor: float) -> None:
    assert (now.least, now.normal, now.most) == pytest.approx(
        tuple(factor * v for v in (was.least, was.normal, was.most))
    )


@pytest.mark.parametrize("name", NAMES)
def test_display_grows_more_than_text(name: str) -> None:
    largest = brand(name).at_step(len(brand(name).steps.text) - 1)
    assert (
        largest.styles.number.size / brand(name).styles.number.size
        > largest.styles.text.size / brand(name).styles.text.size
    )


def test_measures_are_points_and_spaces_units() -> None:
    found = brand("industrial-strategy")
    assert found.format.width == pytest.approx(595.276, abs=0.001)
    assert found.format.columns == 12
    assert found.measures.code == pytest.approx(24.2 * 72 / 25.4)
    assert found.spaces.row.normal == pytest.approx(7 * 1.1 * 72 / 25.4)
    assert found.styles.title.tracking == pytest.approx(-0.008)


def test_fonts_are_listed_once() -> None:
    names = [font.name for font in brand("industrial-strategy").fonts]
    assert sorted(names) == sorted(set(names)) and len(names) == 6


def test_a_brand_is_found_by_name_by_path_and_beside_the_report() -> None:
    content, sources = ROOT / "content", Sources()
    assert brand_file("briefing", content, sources) == content / "brands/briefing.yaml"
    assert brand_file("brands/briefing.yaml", content, sources) == content / "brands/briefing.yaml"
    with pytest.raises(NoBrandError):
        brand_file("no-such-brand", content, sources)
    assert set(NAMES) <= set(brand_names(content, sources))


def test_a_brand_that_there_is_not() -> None:
    with pytest.raises(ReportError) as caught:
        load_brand("breifing", beside=ROOT / "content")
    assert str(caught.value) == "breifing: error: there is no brand `breifing`; did you mean `briefing`?"


def test_faces_are_found_as_a_figure_asks_for_them() -> None:
    faces = BrandFaces(brand("industrial-strategy"))
    text = brand("industrial-strategy").styles.text.family
    assert faces.find(["sans-serif"], 400, False) == text.regular
    assert faces.find(["DejaVu Sans", "text"], 700, False) == text.bold
    assert faces.find(["text"], 400, True) == text.italic
    assert faces.find(["display"], 400, False) == brand("industrial-strategy").styles.title.family.regular
