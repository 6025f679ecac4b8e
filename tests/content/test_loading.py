"""Whole reports: the sample letter for letter, dicts and texts, languages, sources, files, and who is a report."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reportgen.content.load_report import load_report, reports_in
from reportgen.content.report import Report
from reportgen.problems import ReportError
from reportgen.text.spans import Rich, plain
from reportgen.text.words import languages

Load = Callable[..., Report]
Problems = Callable[..., list[str]]
KNOWN = "known: " + ", ".join(f"`{language}`" for language in languages())
CONTENT = Path(__file__).resolve().parents[2] / "content"

# The text of the leaflet, as shared/source/south-east-midlands.md has it.
LEAFLET = (
    "South East Midlands",
    "Our modern Industrial Strategy sets out our long-term plan to boost productivity by backing business to create high "
    "quality, well-paid jobs throughout the United Kingdom with investment in skills, industries and infrastructure.",
    "In the South East Midlands a partnership of business and civic leaders – alongside other local partners – is working "
    "with the government to build on existing strengths, help business to flourish, and grow skills and opportunities for "
    "workers across the area.",
    "2,017,000 people",
    "93,690 businesses",
    "1,025,000 people in employment, an increase of 111,400 since 2010.",
    "50,500 workers directly benefiting from the National Living and Minimum Wages.",
    "16,450 apprenticeships starts last year.",
    "Industrial Strategy highlights include:",
    "£5m to Millbrook Proving Ground to develop new vehicle testing facilities",
    "Investing in new road and rail links between Oxford and Cambridge.",
    "£28m to develop a new Institute of Digital Technology (IoT) at Bletchley Park, which will help lead the way in "
    "advancing digital skills.",
    "Multi-User Environment for Autonomous Vehicle Innovation (MUEAVI)",
    "The MUEAVI is a purpose-built transport corridor running through Cranfield University campus. Benefitting from £3m of "
    "funding, it is an experimental facility for the rapid development of on and off highway, ground and airborne "
    "autonomous solutions including vehicles infrastructure, data, logistics, environment, sensors and their "
    "implementation and management. Clients currently using the facility include Nissan, Oxbotica, Jaguar Land Rover, "
    "Honda and Westfield, and CORAM projects led by Innovate UK.",
    "The South East Midlands Local Enterprise Partnership is now working with the government to develop its Local "
    "Industrial Strategy.",
    "South East Midlands Local Enterprise Partnership is a trailblazer in developing its Local Industrial Strategy as part "
    "of the family of strategies covering the Oxford-Cambridge Arc.",
    "For more examples go to bit.ly/IS-map",
)


@pytest.fixture(scope="module")
def sample() -> Report:
    return load_report(CONTENT / "south-east-midlands.yaml")


def bold(rich: Rich) -> list[str]:
    return [span.text for span in rich if span.bold]


def test_the_sample_has_the_whole_leaflet_to_the_letter(sample: Report) -> None:
    assert sample.place and sample.blocks.get("highlights") and sample.blocks.get("case_study") and sample.link
    said = [
        plain(sample.title),
        *map(plain, sample.intro),
        *(f"{each.datum.text} {plain(each.label)}" for each in (*sample.place.statistics, *sample.statistics)),
        plain(sample.blocks.get("highlights").title),
        *(
            f"{item.amount.text if item.amount else ''} {plain(item.text)}".strip()
            for item in sample.blocks.get("highlights").items
        ),
        plain(sample.blocks.get("case_study").title),
        *map(plain, sample.blocks.get("case_study").text),
        *map(plain, sample.closing),
        f"{plain(sample.link.text)} {sample.link.shown}",
    ]
    assert said == list(LEAFLET)


def test_the_sample_has_its_marks_its_figures_and_its_source(sample: Report) -> None:
    assert sample.place and sample.blocks.get("highlights") and sample.blocks.get("case_study") and sample.link
    assert [bold(item.text) for item in sample.blocks.get("highlights").items] == [
        ["Millbrook Proving Ground"], ["road and rail links"], ["Institute of Digital Technology"],
    ]  # fmt: skip
    assert bold(sample.statistics[0].label) == ["111,400"]
    assert bold(sample.blocks.get("case_study").text[0]) == ["£3m"]
    assert [bold(rich) for rich in sample.closing] == [["South East Midlands Local Enterprise Partnership"], []]
    assert [each.figure for each in sample.statistics] == ["change", "share", "count"]
    assert [plain(each.caption) for each in sample.statistics] == [
        "", "About 1 in 20 people in employment", "Each figure stands for 1,000 starts",
    ]  # fmt: skip
    assert [source.text for source in sample.sources] == [
        "Boundaries: ONS and OS © Crown copyright and database right 2016, OGL v3."
    ]
    assert (plain(sample.kicker), sample.foot.date) == ("Industrial Strategy | Local summary", "December 2018")
    assert sample.place.boundary and len(sample.place.boundary.data) == 13
    assert sample.place.name == "South East Midlands"
    assert sample.link.url == "https://bit.ly/IS-map"
    assert not sample.warnings


def test_a_path_of_the_report_leads_to_its_line(sample: Report) -> None:
    lines = (CONTENT / "south-east-midlands.yaml").read_text(encoding="utf-8").splitlines()
    for path, start in {
        "case_study.text": "  text: |",
        "statistics[1].caption": "    caption: About",
        "highlights.items[2]": "    - amount: £28m",
        "link.nothing.here": "link:",
    }.items():
        assert lines[sample.place_of(path).line - 1].startswith(start)
    assert sample.place_of("nowhere").line == 0


def as_dict() -> dict[str, Any]:
    return {
        "brand": "b", "language": "en-GB", "title": "Title", "date": datetime.date(2018, 12, 3),
        "statistics": [{"id": "a", "value": 4.93, "label": "of **{big}**", "since": 2010},
                       {"value": Decimal("12.50"), "label": "x"}, {"value": "£28m", "label": "y"}],
        "values": {"big": 1_000_000},
        "logo": [],
    }  # fmt: skip


def test_a_report_comes_from_a_dict() -> None:
    report = load_report(as_dict())
    assert [each.datum.text for each in report.statistics] == ["4.93", "12.50", "£28m"]
    assert plain(report.statistics[0].label) == "of 1,000,000"
    assert (report.statistics[0].since, report.foot.date, report.file) == ("2010", "3 December 2018", "<dict>")


def test_problems_of_a_dict_name_the_key() -> None:
    wrong: dict[str, Any] = as_dict() | {"titel": "x", "kicker": True, "contact": float("nan"), "reference": "a\0b"}
    wrong["statistics"][0] |= {"captoin": "c", "value": "12:30"}
    wrong["statistics"][1] |= {"label": "**x", "value": 10**20}
    wrong["statistics"][2] |= {"label": object()}
    del wrong["language"]
    with pytest.raises(ReportError) as caught:
        load_report(wrong)
    assert sorted(str(problem) for problem in caught.value.problems) == [
        "<dict>: error: contact: nan is not a number to print",
        "<dict>: error: kicker: bool is neither a text nor a number",
        "<dict>: error: reference: the text holds an invisible character (U+0000)",
        "<dict>: error: statistics[0].captoin: unknown key `captoin`; did you mean `caption`?",
        "<dict>: error: statistics[0].value: `12:30` is a time of day, not a number; put it in a text",
        "<dict>: error: statistics[1].label: `**` opens here and is never closed; write `**bold**`; "
        "with a space on both sides it stays as it is",
        "<dict>: error: statistics[1].value: 100000000000000000000 has too many digits; round it",
        "<dict>: error: statistics[2].label: object is neither a text nor a number",
        "<dict>: error: the report has no key `language`; write `language: en-GB`, or the tag of another language",
        "<dict>: error: titel: unknown key `titel`; did you mean `title`?",
    ]


def test_a_dict_that_holds_itself_is_refused() -> None:
    endless: dict[str, Any] = as_dict()
    endless["link"] = endless
    with pytest.raises(ReportError, match="this is nested deeper than 12 levels"):
        load_report(endless)
    with pytest.raises(ReportError, match="the report is empty"):
        load_report({})


def test_a_report_comes_from_a_text() -> None:
    with pytest.raises(ReportError) as caught:
        load_report("brand: b\nlanguage: no\ntitle: x\ncase_study: {title: a, text: b}", name="<stdin>")
    assert str(caught.value).splitlines()[0] == (f"<stdin>:2:11: error: no words for language `no` yet; {KNOWN}")


def test_the_brand_may_come_from_outside() -> None:
    text = "language: en\ntitle: x"
    assert load_report(text, brand="other").brand == "other"
    with pytest.raises(ReportError, match="the report has no key `brand`"):
        load_report(text)


def test_blocks_have_languages_of_their_own(load: Load, problems: Problems) -> None:
    report = load("case_study:\n  language: sv\n  kicker: Enghraifft\n  title: Caerdydd\n  text: x\n")
    assert report.blocks.get("case_study") and report.blocks.get("case_study").language == "sv"
    said = problems("case_study:\n  language: sv\n  title: a\n  text: b\nlink:\n  language: xy\n  text: a\n"
                    "  url: https://a.org\nstatistics:\n  - value: 1\n    label: a\n    figure: amount\n    language: sv\n")  # fmt: skip
    assert [line.splitlines()[0] for line in said] == [
        f"r.yaml:5:13: error: no words for language `sv` yet; {KNOWN}",
        "r.yaml:9:13: error: `xy` is not a language tag that is known; write a tag like `en-GB`, `en` or `de`",
        "r.yaml:13:5: error: there are no words for language `sv` yet, so this figure must bring its own; "
        "write `alt: ` and what the figure shows",
    ]


def test_a_language_without_words_brings_its_own(load: Load, problems: Problems) -> None:
    head = "brand: b\nlanguage: sv\ntitle: Arbete\n"
    body = ("statistics:\n  - {value: 20, label: osób, of: 50, alt: 20 z 50 osób}\n  - {value: 7, label: domów}\n"
            "link: {text: Więcej, url: https://a.pl}\nhighlights:\n  title: T\n  items:\n    - {amount: 5, text: x}\n")  # fmt: skip
    share, number = load(body, head).statistics
    assert (share.figure, share.alt, number.figure) == ("share", "20 z 50 osób", "")
    wrong = body.replace(", alt: 20 z 50 osób", "").replace(
        "domów", "domów, change: 2, since: 2010, alt: a, caption: auto"
    )
    assert [text.splitlines()[0] for text in problems(wrong, head)] == [
        f"r.yaml:2:11: error: no words for language `sv` yet; {KNOWN}",
        "r.yaml:5:5: error: there are no words for language `sv` yet, so this figure must bring its own; "
        "write `alt: ` and what the figure shows",
    ]


def test_equal_sources_share_a_number_in_reading_order(load: Load, tmp_path: Path) -> None:
    area = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    (tmp_path / "map.geojson").write_text(json.dumps(area))
    stat = "  - value: 1\n    label: a\n    source: {}\n"
    report = load("source: Last\nstatistics:\n" + stat.format("ONS") + stat.format("DfE") + stat.format("ONS")
                  + "place:\n  boundary: map.geojson\n  source: Maps\n")  # fmt: skip
    assert [source.text for source in report.sources] == ["Maps", "ONS", "DfE", "Last"]
    assert [source.text for each in report.statistics for source in each.source] == ["ONS", "DfE", "ONS"]


def test_the_foot_has_what_is_given(load: Load) -> None:
    foot = load('publisher: Her **Office**\ncontact: "[us](mailto:a@b.org)"\nreference: 0800\n').foot
    assert (plain(foot.publisher), foot.contact[0].url, plain(foot.reference)) == (
        "Her Office",
        "mailto:a@b.org",
        "0800",
    )
    assert (foot.request, foot.date) == ((), "")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("intro: [a]\n", 'r.yaml:4:8: error: this text needs quotation marks, because it begins with `[`; '
                         'write `intro: "[a]"`'),
        ("statistics: none\n", "r.yaml:4:1: error: `statistics` must be a list; begin each entry with `- `"),
        ("statistics:\n  - none\n", "r.yaml:5:5: error: this entry must be a block of keys; write its keys below it, "
                                    "indented: `label: `"),
        ("logo: logo.svg\n", "r.yaml:4:7: error: `logo` must be a block of keys; write its keys below it, indented: "
                             "`file: `, `alt: `; begin each of several with `- `"),
        ("highlights:\n  title: a\n  items: []\n", "r.yaml:6:3: error: `items` has no entries; begin each entry with `- `"),
        ("caption: a\n", "r.yaml:4:1: error: unknown key `caption`; it belongs to `statistics` or `figures`"),
        ("kicker: |\n  a\n\n  b\n", "r.yaml:4:1: error: `kicker` has 2 paragraphs and may have one"),
        ('kicker: ""\n', "r.yaml:4:9: error: `kicker` is empty; fill it in or delete the line"),
        ("kicker: " + "a" * 2001 + "\n", "r.yaml:4:1: error: `kicker` has 2,001 characters; 2,000 is the most"),
        ("values: {}\nclosing: {text: a, langage: en}\n", "r.yaml:5:20: error: unknown key `langage`; "
                                                          "did you mean `language`?"),
        ("place:\n  boundary: b\n  statistics:\n" + "    - {value: 1, label: a}\n" * 5, "r.yaml:6:3: error: `statistics` has 5 entries; "
                                                                         "4 is the most"),
        ("photo:\n  file: a.png\n", "r.yaml:4:1: error: `photo` has no key `alt`; say in a sentence what the picture shows"),
        ("place:\n  name: a\n", "r.yaml:4:1: error: `place` has no key `boundary`; "
                               "write `boundary: ` and the path of a GeoJSON file"),
    ],
)  # fmt: skip
def test_shapes_that_do_not_fit(problems: Problems, body: str, said: str) -> None:
    assert said in [text.splitlines()[0] for text in problems(body)]


def test_missing_files(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"nowhere\.yaml: error: there is no such file$"):
        load_report(tmp_path / "nowhere.yaml")


def test_who_is_a_report(tmp_path: Path) -> None:
    for name, text in {
        "b.yaml": "title: b", "a.yml": ": broken [", "series.yaml": "series: x", "brand.yaml": "name: x\r\ninks:\r\n",
        "c.txt": "title: c", ".d.yaml": "title: d", "e.yaml": "title: e\nkicker: 'series: of inks'",
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    (tmp_path / "f.yaml").mkdir()
    assert [path.name for path in reports_in(tmp_path)] == ["a.yml", "b.yaml", "e.yaml"]
    assert [path.name for path in reports_in(CONTENT)] == ["south-east-midlands.yaml"]


def test_the_sample_holds_no_number_that_the_leaflet_has_not() -> None:
    written = (CONTENT / "south-east-midlands.yaml").read_text(encoding="utf-8")
    numbers = set(re.findall(r"(?<![\w.-])\d{2,}", written))
    assert numbers == {"2018", "2016", "2017000", "93690", "1025000", "111400", "2010", "50500", "16450", "1000",
                       "28"}  # fmt: skip


def test_tables_and_formulas_are_loaded_only_for_reports_that_have_them(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("name,people\nA,5\nB,9\n", encoding="utf-8")
    plain = "brand: b\nlanguage: en\ntitle: T\n"
    (tmp_path / "without.yaml").write_text(f"{plain}statistics:\n  - {{value: 5, label: a}}\n", encoding="utf-8")
    (tmp_path / "with.yaml").write_text(
        f"{plain}figures:\n  - {{title: P, data: d.csv, y: people}}\n", encoding="utf-8"
    )
    code = (
        "import sys\nfrom pathlib import Path\nfrom reportgen.content.load_report import load_report\n"
        "for name in ('without.yaml', 'with.yaml'):\n    load_report(Path(name))\n"
        "    print(sorted({each for each in sys.modules if each.endswith(('.tables', '.formulas', '.workbook'))}))\n"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    late = ["reportgen.content.formulas", "reportgen.content.tables", "reportgen.content.workbook"]
    assert told.splitlines() == ["[]", str(late)]
