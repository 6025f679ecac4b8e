"""Profiles: what an ICC profile says of itself, why one cannot be used, and the intents that are shipped."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from reportgen.colour.profiles import (
    REGISTRY,
    ProfileError,
    check_printer,
    fogra39,
    load_intent,
    printer_intent,
    read_profile,
    srgb_intent,
)
from reportgen.colour.separation import check_converts

ASSETS = Path(__file__).parents[2] / "reportgen" / "assets"
CMYK = (ASSETS / "coated-fogra39l.icc").read_bytes()
SRGB = (ASSETS / "sRGB.icc").read_bytes()


def with_bytes(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def with_description(tag: bytes) -> bytes:
    """A profile that has nothing but a description."""
    head = struct.pack(">I", 132 + 12 + len(tag)) + CMYK[4:128]
    return head + struct.pack(">I4sII", 1, b"desc", 144, len(tag)) + tag


def test_the_shipped_profiles_say_what_they_are() -> None:
    press, screen = fogra39(), srgb_intent()
    assert (press.condition, press.registry, press.ink_limit) == ("FOGRA39", REGISTRY, 300)
    assert (press.profile.space, press.profile.device) == ("CMYK", "prtr")
    assert (screen.profile.space, screen.profile.device) == ("RGB ", "mntr")
    assert press.profile.description == "Coated offset, FOGRA39L characterisation data"
    assert press.profile.data == CMYK


def test_what_follows_a_profile_in_its_file_is_left_out() -> None:
    padded = read_profile(CMYK + b"\0" * 100)
    assert padded.data == CMYK
    assert padded == read_profile(CMYK)


@pytest.mark.parametrize(
    ("tag", "description"),
    [
        (b"desc\0\0\0\0" + struct.pack(">I", 7) + b"Coated\0", "Coated"),
        (
            b"mluc\0\0\0\0" + struct.pack(">IIHHII", 1, 12, 0x656E, 0x4742, 12, 28) + "Papier".encode("utf-16-be"),
            "Papier",
        ),
        (b"desc\0\0\0\0" + struct.pack(">I", 6) + b"a\nb \x01c", "a b c"),
        (b"text\0\0\0\0" + b"Coated", ""),
    ],
)
def test_the_description_of_either_version_is_read(tag: bytes, description: str) -> None:
    assert read_profile(with_description(tag)).description == description


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.6" * 40, "it is no ICC profile"),
        (CMYK[:1000], f"it is cut off: 1000 of its {len(CMYK)} bytes are there"),
        (with_bytes(CMYK, 36, b"ascp"), "it is no ICC profile"),
        (with_bytes(CMYK, 8, b"\5"), "it is of version 5 of the ICC's format"),
        (with_bytes(CMYK, 128, b"\xff\xff\xff\xff"), "its list of tags is damaged"),
        (with_bytes(CMYK, 136, b"\xff\xff\xff\xff"), "its tag `desc` is damaged"),
        (with_bytes(CMYK, 0, b"\0\0\0\x10"), f"it is cut off: {len(CMYK)} of its 16 bytes are there"),
    ],
)
def test_a_broken_profile_is_refused_in_plain_words(data: bytes, message: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile(data)
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (SRGB, "it is an RGB profile"),
        (with_bytes(CMYK, 16, b"GRAY"), "it is a grey profile"),
        (with_bytes(CMYK, 16, b"6CLR"), "it is a `6CLR` profile"),
        (with_bytes(CMYK, 12, b"link"), "it is a `link` profile"),
        (with_bytes(CMYK, 12, b"scnr"), "it is a scanner profile"),
        (with_description(b"desc\0\0\0\0\0\0\0\1x"), "it has no tables to convert colours with"),
    ],
)
def test_an_output_intent_needs_a_cmyk_printer_profile(data: bytes, message: str) -> None:
    with pytest.raises(ProfileError) as caught:
        check_printer(read_profile(data))
    assert caught.value.message == message
    assert caught.value.hint.startswith("an output intent needs a CMYK printer profile")


def test_a_profile_with_spoiled_tables_is_found_by_converting() -> None:
    spoiled = CMYK[:400] + b"\xaa" * (len(CMYK) - 400)
    with pytest.raises(ProfileError, match="no colour can be converted with it"):
        check_converts(read_profile(spoiled))


def test_an_intent_takes_its_condition_from_the_profile_if_none_is_named() -> None:
    found = printer_intent(CMYK)
    assert (found.condition, found.registry, found.ink_limit) == ("FOGRA39", REGISTRY, 320)
    named = printer_intent(CMYK, "Our press", 280)
    assert (named.condition, named.registry, named.ink_limit) == ("Our press", "", 280)
    assert named.info == "Coated offset, FOGRA39L characterisation data"


def test_an_intent_is_loaded_by_name_or_path(tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(CMYK)
    assert load_intent("FOGRA39") is fogra39()
    assert load_intent(str(path)).profile == fogra39().profile
    with pytest.raises(ProfileError) as caught:
        load_intent(str(tmp_path / "none.icc"))
    assert str(caught.value) == "it cannot be read (no such file or directory)"
    assert caught.value.hint == "write the path of an ICC profile, or `FOGRA39` for the one that is shipped"
