"""Texts in braces and brackets that lack their quotation marks: what is said works when it is done."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.reading.flow_mending import mended
from reportgen.reading.located_tree import MappingNode, Scalar, SequenceNode
from reportgen.reading.yaml_reader import read_yaml


def heads(text: str) -> list[str]:
    return [str(problem).splitlines()[0] for problem in read_yaml(text, "r.yaml").problems]


@pytest.mark.parametrize(
    ("line", "cause", "wanted"),
    [
        (
            "ink: {srgb: #C1121F, cmyk: [0, 1, 2, 3]}",
            "it begins with `#`",
            'ink: {srgb: "#C1121F", cmyk: [0, 1, 2, 3]}',
        ),
        (
            "ink: {cmyk: [0, 1, 2, 3], srgb: #C1121F}",
            "it begins with `#`",
            'ink: {cmyk: [0, 1, 2, 3], srgb: "#C1121F"}',
        ),
        ("inks: [#C1121F, #fff]", "it begins with `#`", 'inks: ["#C1121F", "#fff"]'),
        ("inks: [a, #C1121F", "it begins with `#`", 'inks: [a, "#C1121F"'),
        ("  - {icon: bank, text: #1 in town}", "it begins with `#`", '- {icon: bank, text: "#1 in town"}'),
        ("- {value: £5, label: a: b}", "it holds `: `", '- {value: £5, label: "a: b"}'),
        ("a: {text: @home, more: %5}", "it begins with `@`", 'a: {text: "@home", more: "%5"}'),
        ("a: {text: *bold* words}", "it begins with `*`", 'a: {text: "*bold* words"}'),
        ("a: {text: {change} more}", "it begins with `{`", 'a: {text: "{change} more"}'),
        ("a: {text: more {change}}", "it holds brackets", 'a: {text: "more {change}"}'),
        ("a: {text: `b`}", "it begins with a backtick", 'a: {text: "`b`"}'),
        ("a: &c {srgb: #C1121F}", "it begins with `#`", 'a: {srgb: "#C1121F"}'),
        ("a: {b: {c: [d, @e]}}", "it begins with `@`", 'a: {b: {c: [d, "@e"]}}'),
        ("a: {b: - c}", "it begins with `-`", 'a: {b: "- c"}'),
    ],
)
def test_the_text_that_lacks_its_marks(line: str, cause: str, wanted: str) -> None:
    found = mended(line)
    assert found is not None
    assert (found.cause, found.line) == (cause, wanted)


@pytest.mark.parametrize(
    "line",
    [
        "a: b",
        "a: {b: c}",
        "a: [b, 'c: d', \"#e\"]",
        "a: {b: 'c",
        "a: [draft: b",
        "a: {change} more",
        'a: {b: "c" d}',
        "- x",
        "",
    ],
)
def test_what_lacks_nothing_or_something_else(line: str) -> None:
    assert mended(line) is None


@pytest.mark.parametrize(
    "text", ["a: [b, # c\n  d]\n", "a: ['#b', # c\n  d] # e\n", "a: [b#c, 'd, #e']\n", "a: [b]  #c\n"]
)
def test_a_comment_that_is_meant_is_left(text: str) -> None:
    assert heads(text) == []


TEXTS = st.from_regex(r"[#@%`*&!|>]{0,2}[A-Za-z0-9£][A-Za-z0-9 :#'%-]{0,12}[a-z0-9]", fullmatch=True)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_the_advice_works_when_it_is_followed(texts: list[str]) -> None:
    texts = [re.sub(" +", " ", text) for text in texts]
    for line in (f"a: [{', '.join(texts)}]", f"a: {{{', '.join(f'k{n}: {text}' for n, text in enumerate(texts))}}}"):
        found = mended(line)
        reading = read_yaml(found.line if found else line, "r.yaml")
        assert reading.root is not None, (line, found)
        assert not reading.problems, (line, found)
        (entry,) = reading.root.entries
        values = entry.value.items if isinstance(entry.value, SequenceNode) else [
            one.value for one in entry.value.entries if isinstance(entry.value, MappingNode)
        ]  # fmt: skip
        assert [value.text for value in values if isinstance(value, Scalar)] == texts


@given(st.text("{}[]:,#'\" ab&*\n", max_size=30))
def test_any_line_is_mended_or_left(line: str) -> None:
    found = mended(line.replace("\n", " "))
    assert found is None or found.line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a: {srgb: #C1121F, b: c}\nd: e\n",
            "r.yaml:1:11: error: this text needs quotation marks, because it begins with `#`; write `a: {srgb: \"#C1121F\", b: c}`",
        ),
        (
            "a: [b, #C1121F]\nd: e\n",
            "r.yaml:1:8: error: this text needs quotation marks, because it begins with `#`; write `a: [b, \"#C1121F\"]`",
        ),
        (
            "a: [ {b: one}, {b: #2}\n ]\n",
            "r.yaml:1:20: error: this text needs quotation marks, because it begins with `#`; write `a: [ {b: one}, {b: \"#2\"}`",
        ),
        (
            "a: {\n  b: {c: #C1121F},\n  d: e}\n",
            "r.yaml:2:10: error: this text needs quotation marks, because it begins with `#`; write `b: {c: \"#C1121F\"},`",
        ),
        (
            "a: &red #C1121F\n",
            "r.yaml:1:4: error: `&red` names what follows for use elsewhere, which is not read here; "
            "write `a: \"#C1121F\"`, and write the value out where `*red` stands",
        ),
        (
            "a: &red {b: c}\n",
            "r.yaml:1:4: error: `&red` names what follows for use elsewhere, which is not read here; "
            "delete `&red`, and write the value out where `*red` stands",
        ),
        (
            "a: &red \"#C1121F\"\nb: *red\n",
            "r.yaml:2:4: error: `*red` repeats what stands at `&red`, which is not read here; write it out",
        ),
        (
            "a: !c '#C1121F'\n",
            "r.yaml:1:4: error: `!c` says what kind of value follows, which is not read here; delete `!c`",
        ),
        (
            "a: &red\n  b: c\n",
            "r.yaml:1:4: error: `&red` names what follows for use elsewhere, which is not read here; "
            "delete `&red`, and write the value out where `*red` stands",
        ),
        (
            "a: [b, #c\n]\n",
            "r.yaml:1:8: error: YAML passes over `#c`: `#` begins a comment; "
            "write `\"#c\"` if it belongs to the list, or `# c` if it is a comment",
        ),
        (
            "a: [#c]\nb: c\nd:\n  - {e: f}\n",
            "r.yaml:1:5: error: this text needs quotation marks, because it begins with `#`; write `a: [\"#c\"]`",
        ),
        (
            "a: [ #c,\n b]\n",
            "r.yaml:1:6: error: YAML passes over `#c`: `#` begins a comment; "
            "write `\"#c\"` if it belongs to the list, or `# c` if it is a comment",
        ),
        (
            "a: “Growth: the facts”\n",
            "r.yaml:1:11: error: this text needs quotation marks, because it holds `: `; write `a: \"Growth: the facts\"`",
        ),
        (
            "a: &amp more\n",
            "r.yaml:1:4: error: this text needs quotation marks, because it begins with `&`; write `a: \"&amp more\"`",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_file(text: str, said: str) -> None:
    assert said in heads(text)
