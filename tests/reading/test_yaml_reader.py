"""YAML as it is written: scalars stay text, and what YAML itself cannot read is said in plain words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportgen.reading.located_tree import Scalar, find
from reportgen.reading.positions import place_within
from reportgen.reading.quoting import quote
from reportgen.reading.yaml_reader import decode, read_yaml


def only(text: str) -> str:
    (problem,) = read_yaml(text, "f.yaml").problems
    return str(problem)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "12:30", "0800", "1_000", "2018-12", "2018-12-03", "~", "null", "0x1F", "1e3", ".inf", "True"],
)
def test_scalars_stay_as_they_are_written(written: str) -> None:
    reading = read_yaml(f"key: {written}\n", "f.yaml")
    assert reading.root is not None and not reading.problems
    value = find(reading.root, ("key",))
    assert isinstance(value, Scalar)
    assert value.text == written


@pytest.mark.parametrize(
    ("line", "column", "cause", "quoted"),
    [
        ("title: Growth: a plan", 14, "it holds `: `", 'title: "Growth: a plan"'),
        ("title: *Note* x", 8, "it begins with `*`", 'title: "*Note* x"'),
        ("title: *Note", 8, "it begins with `*`", 'title: "*Note"'),
        ("title: **Bold** words", 8, "it begins with `*`", 'title: "**Bold** words"'),
        ("title: &c", 8, "it begins with `&`", 'title: "&c"'),
        ("title: & more", 8, "it begins with `&`", 'title: "& more"'),
        ("title: %x", 8, "it begins with `%`", 'title: "%x"'),
        ("title: @x", 8, "it begins with `@`", 'title: "@x"'),
        ("title: `x`", 8, "it begins with a backtick", 'title: "`x`"'),
        ("title: !x y", 8, "it begins with `!`", 'title: "!x y"'),
        ("title: !!python/object:os.system x", 8, "it begins with `!`", 'title: "!!python/object:os.system x"'),
        ("title: | foo", 8, "it begins with `|`", 'title: "| foo"'),
        ("title: > 5", 8, "it begins with `>`", 'title: "> 5"'),
        ("title: [12] people", 8, "it begins with `[`", 'title: "[12] people"'),
        ("title: {x} people", 8, "it begins with `{`", 'title: "{x} people"'),
        ('title: "x" y', 8, 'it begins with `"`', "title: '\"x\" y'"),
        ("title: 'it's'", 8, "it begins with `'`", 'title: "it\'s"'),
        ("title: ,x", 8, "it begins with `,`", 'title: ",x"'),
        ("title: a \\ b: c", 13, "it holds `: `", "title: 'a \\ b: c'"),
        ("- title: b: c", 11, "it holds `: `", 'title: "b: c"'),
    ],
)
def test_quotation_marks_are_asked_for_and_shown(line: str, column: int, cause: str, quoted: str) -> None:
    said = only(f"{line}\nother: text\n" if not line.startswith("-") else f"{line}\n").splitlines()
    assert said[0] == f"f.yaml:1:{column}: error: this text needs quotation marks, because {cause}; write `{quoted}`"
    assert said[1] == f"    1 | {line}"
    assert said[2].index("^") == len("    1 | ") + column - 1
    key, value = next(iter(yaml.safe_load(quoted).items()))
    assert key == "title"
    assert value.strip("'") in line


@given(
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), max_size=40)
)
def test_what_quote_writes_reads_back(text: str) -> None:
    read = yaml.safe_load(f"key: {quote(text)}")["key"]
    assert read in (text, text[1:-1])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a: kurz\n  b: c\n", "2:3: error: this line is indented further than the line above allows"),
        ("a:\n   b: 1\n  c: 2\n", "3:3: error: this line cannot be read: it begins after 2 spaces"),
        ("a: x\nkey without\nc: d\n", "2:1: error: this line has no `: ` after a key"),
        ("key without\nc: d\n", "1:1: error: this line has no `: ` after a key"),
        ("a: b\nc:d\n", "2:1: error: a space is missing behind the colon; write `c: d`"),
        ("a:\n\tb: c\n", "2:1: error: a tab stands before the text, where YAML wants spaces"),
        ('a: "x\nb: c\n', "1:4: error: the double quotation mark that opens here is never closed"),
        ('a: "C:\\data"\n', "1:7: error: `\\d` has no meaning between double quotation marks"),
        ('a: "\\ud800"\n', "1:5: error: `\\u` has no meaning between double quotation marks"),
        (
            "items: - a\n",
            '1:8: error: this text needs quotation marks, because it begins with `- `; write `items: "- a"`',
        ),
        ("a: b\n---\nc: d\n", "2:1: error: `---` begins a second document"),
        ("- a\n", "1:1: error: the file begins with a list; it should have lines of `key: text`"),
        ("just words\n", "1:1: error: the file has no keys; it should have lines of `key: text`"),
        ("? [a, b]\n: c\n", "1:3: error: a key must be a word or two"),
        ("<<: {a: b}\n", "1:1: error: `<<` has no meaning here"),
        ("a: x # y\n  z\n", "1:6: error: YAML cuts the text short here: ` #` begins a comment"),
        ("a: b\na: c\n", "2:1: error: key `a` stands twice: in line 1 and in line 2; keep one"),
        ("a: x\0y\n", "1:5: error: an invisible character (U+0000) stands here"),
        ("a: b\u2028c\n", "1:5: error: an invisible character (U+2028) stands here"),
        ('a: "\\0"\n', "1:4: error: this text holds an invisible character (U+0000)"),
        ("x: " + "[" * 10_000, "1:15: error: this is nested 13 levels deep; 12 are the most"),
        ("{" * 10_000, "1:13: error: this is nested 13 levels deep"),
        ("x: " + "{a: " * 10_000, "1:48: error: this is nested 13 levels deep"),
        ("\n".join(" " * depth + "a:" for depth in range(1300)), "13:13: error: this is nested 13 levels deep"),
        ("a: [" + "b, " * 5000 + "]\n", "1:9002: error: the file has more than 3,000 keys and values"),
    ],
)
def test_what_yaml_cannot_read_is_one_plain_sentence(body: str, expected: str) -> None:
    assert only(body).startswith(f"f.yaml:{expected}")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", "f.yaml: error: the file is empty; begin with a line like `title: A year of building`"),
        (" \n\n", "f.yaml: error: the file is empty; begin with a line like `title: A year of building`"),
        ("# only this\n", "f.yaml: error: the file has no keys; it should have lines of `key: text`; "
         "begin with a line like `title: A year of building`"),
        ("a: " + "x" * 1_000_001, "f.yaml: error: the file has 1,000,004 characters; no more than 1,000,000 are read; "
         "put tables of data into a file of their own"),
    ],
)  # fmt: skip
def test_files_without_a_report(body: str, expected: str) -> None:
    assert only(body) == expected


def test_billion_laughs_are_not_told() -> None:
    lines = ["a0: &a0 ha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    problems = read_yaml("\n".join(lines), "f.yaml").problems
    assert len(problems) == 10 + 81  # each anchor and each alias is refused where it stands; none is followed
    assert "it begins with `&`" in problems[0].message


def test_bytes_that_are_not_utf8() -> None:
    _, (problem,) = decode("title: a\nkicker: Stra\u00dfe\n".encode("latin-1"), "f.yaml")
    assert str(problem).splitlines()[0] == "f.yaml:2:13: error: the file is not UTF-8 text; save it as UTF-8"
    _, (problem,) = decode("title: a\n".encode("utf-16"), "f.yaml")
    assert problem.place.line == 1


def test_byte_order_mark_and_line_ends_of_other_systems_change_nothing() -> None:
    text, _ = decode(b"\xef\xbb\xbftitle: a\r\nkicker: |\r\n  b\r\n  c\r\n", "f.yaml")
    reading = read_yaml(text, "f.yaml")
    assert reading.root is not None
    kicker = find(reading.root, ("kicker",))
    assert isinstance(kicker, Scalar)
    assert kicker.text == "b\nc\n"
    assert (reading.root.entries[1].key.place.line, reading.root.entries[1].key.place.column) == (2, 1)


def test_columns_count_characters_not_bytes() -> None:
    reading = read_yaml("𝔸é: 𝔸𝔸 x # Vermerk\n", "f.yaml")
    assert reading.root is not None
    entry = reading.root.entries[0]
    assert isinstance(entry.value, Scalar) and entry.value.comment
    assert (entry.key.place.column, entry.key.place.width) == (1, 2)
    assert (entry.value.place.column, entry.value.place.width) == (5, 4)
    assert entry.value.comment.column == 10


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("a: one two X three\n", 1, 12),
        ("a: 'it''s two X three'\n", 1, 15),
        ('a: "\\u0041\\t\\"b\\" X"\n', 1, 19),
        ('a: "one\\\n    X"\n', 2, 5),
        ("a: one\n  two\n   X three\n", 3, 4),
        ("a: |\n  one\n\n  two X\n", 4, 7),
        ("a: >-  # a remark\n    one\n    two X\n", 3, 9),
        ("a: |2\n    one X\n", 2, 9),
        ("a:\n  - b: 𝔸 X\n", 2, 10),
    ],
)
def test_a_character_of_a_value_has_its_place_in_the_file(body: str, line: int, column: int) -> None:
    reading = read_yaml(body, "f.yaml")
    assert reading.root is not None
    value = find(reading.root, ("a", 0, "b") if "- b" in body else ("a",))
    assert isinstance(value, Scalar)
    place = place_within(value, value.text.index("X"))
    assert (place.line, place.column) == (line, column)
    assert place.excerpt[place.column - 1] == "X"
