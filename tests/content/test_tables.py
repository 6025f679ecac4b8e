"""CSV files: read from any program's export, refused with the line and an arrow; rows picked; tables joined."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import little_work

from reportgen.content.gaps import Gap
from reportgen.content.quantities import Quantity
from reportgen.content.tables.cell_values import read_cells
from reportgen.content.tables.csv_file import read_table
from reportgen.content.tables.join import JoinError, join, unmatched
from reportgen.content.tables.row_numbers import numbers
from reportgen.content.tables.select import RuleError, pick, total_among
from reportgen.content.tables.table import Table, TableError
from reportgen.text.number_reading import NumberError


def table(text: str | bytes) -> Table:
    return read_table(text if isinstance(text, bytes) else text.encode(), "t.csv")


def refused(text: str | bytes) -> str:
    with pytest.raises(TableError) as caught:
        table(text)
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"area,people\nBedford,1\nCorby,2\n",
        b"\xef\xbb\xbfarea,people\r\nBedford,1\r\nCorby,2\r\n\r\n",
        b"area;people\rBedford;1\rCorby;2",
        b"\narea\tpeople\nBedford\t1\nCorby\t2",
        b'"area", people\n"Bedford",1\n"Corby","2"\n'.replace(b", ", b","),
        b"area;people\nBedford;1\nCorby;2\n",
    ],
)
def test_every_usual_form_is_the_same_table(data: bytes) -> None:
    found = table(data)
    assert found.headings == ("area", "people")
    assert (found.key, found.labels(), found.texts("people")) == ("area", ["Bedford", "Corby"], ["1", "2"])


def test_a_delimiter_within_a_heading_or_a_number_does_not_mislead() -> None:
    assert table('"Total, all";people\nA;1,5\nB;2,5\n').headings == ("Total, all", "people")


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\narea;people\nBedford;1,5\nCorby;2,5\n",
        "\ufeffsep=;\r\narea;people\r\nBedford;1,5\r\nCorby;2,5\r\n",
        '"sep=;"\narea;people\nBedford;1,5\nCorby;2,5\n',
        "SEP=;;;\narea;people\nBedford;1,5\nCorby;2,5\n",
        "sep=\t\narea\tpeople\nBedford\t1,5\nCorby\t2,5\n",
        "sep=\\t\narea\tpeople\nBedford\t1,5\nCorby\t2,5\n",
        '"sep=,"\narea,people\nBedford,"1,5"\nCorby,"2,5"\n',
        'sep=,\n\narea,people\nBedford,"1,5"\nCorby,"2,5"\n',
    ],
)
def test_a_first_line_for_excel_names_the_delimiter_and_counts_as_a_line(text: str) -> None:
    found = table(text)
    assert found.headings == ("area", "people")
    assert [found.texts(name) for name in found.headings] == [["Bedford", "Corby"], ["1,5", "2,5"]]
    assert found.line_of(0) == text[: text.index("Bedford")].count("\n") + 1


def test_a_first_line_that_names_another_sign_is_told() -> None:
    assert refused("sep=|\na|b\n1|2\n") == (
        "t.csv:1:5: error: `|` cannot stand between the cells of a table; save the file with commas, semicolons or tabs;"
        " delete this line if one of them stands there already\n    1 | sep=|\n      |     ^"
    )
    assert refused("sep=;\n") == "t.csv: error: the file is empty; its first line must have the headings of the columns"


def test_a_heading_that_begins_with_sep_is_a_heading() -> None:
    assert table("Sep=5,people\nBedford,1\n").headings == ("Sep=5", "people")
    assert table("sep,people\nBedford,1\n").headings == ("sep", "people")


def test_every_cell_knows_its_line_and_column() -> None:
    found = table('name,note,value\n"Bedford, town","two\nlines",12\nCorby, "x", 7a\n')
    places = [found.columns[heading].place(row) for row in found.rows for heading in found.headings]
    assert [(place.line, place.column, place.width) for place in places if place] == [
        (2, 2, 13), (2, 18, 3), (3, 8, 2), (4, 1, 5), (4, 9, 1), (4, 13, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "t.csv: error: the file is empty; its first line must have the headings of the columns"),
        ("\n\n", "t.csv: error: the file is empty; its first line must have the headings of the columns"),
        (
            "a,b\n",
            "t.csv:1:1: error: the table has headings and no rows; write at least one row below the headings\n"
            "    1 | a,b\n"
            "      | ^",
        ),
        (
            "a,,a\n1,2,3\n",
            "t.csv:1:3: error: column 2 has no heading; give it one, or delete the column, or the lines above the headings\n"
            "    1 | a,,a\n"
            "      |   ^\n"
            "t.csv:1:4: error: columns 1 and 3 have the same heading `a`; rename one of them\n"
            "    1 | a,,a\n"
            "      |    ^",
        ),
        (
            "a,b\n1\n1,2,3\n\n,\n1,2\n",
            "t.csv:2:1: error: this row has one cell, and there are 2 headings; write the missing ones, empty if there is no value\n"
            "    2 | 1\n"
            "      | ^\n"
            "t.csv:3:5: error: this row has 3 cells, and there are 2 headings; put a text that holds a comma in quotation marks\n"
            "    3 | 1,2,3\n"
            "      |     ^\n"
            "t.csv:4:1: error: this row is empty; delete it\n"
            "t.csv:5:1: error: this row is empty; delete it\n"
            "    5 | ,\n"
            "      | ^",
        ),
        (
            'a,b\n"x,1\n2,3\n',
            "t.csv:2:1: error: a quotation mark opens here and is never closed; close it, or take it away if the cell does not need it\n"
            '    2 | "x,1\n'
            "      | ^",
        ),
        (
            'a,b\n"x"y,1\n',
            't.csv:2:3: error: behind a closing quotation mark the cell goes on; write a quotation mark within a cell twice: `""`\n'
            '    2 | "x"y,1\n'
            "      |   ^",
        ),
        (
            "a,b\nCaf\xe9,1".encode("cp1252"),
            "t.csv:2:4: error: the file is not UTF-8 text; it looks like Windows-1252 (cp1252); save it as UTF-8: in Excel, “CSV UTF-8 (Comma delimited)”\n"
            "    2 | Caf\N{REPLACEMENT CHARACTER},1\n"
            "      |    ^",
        ),
        (
            "a,b\n".encode("utf-16"),
            "t.csv: error: the file looks like UTF-16, not UTF-8; save it as UTF-8: in Excel, “CSV UTF-8 (Comma delimited)”",
        ),
        (
            "a,b\n1\0,2\n",
            "t.csv:2:2: error: the file holds an invisible character (U+0000); delete it; is this really a CSV file?",
        ),
    ],
)
def test_what_is_no_table_is_refused_with_every_problem(text: str | bytes, said: str) -> None:
    assert refused(text) == said


def test_of_many_problems_the_first_are_told_and_the_rest_counted() -> None:
    said = refused("a,b\n" + "1\n" * 5000).splitlines()
    assert len(said) == 63
    assert said[-3] == "t.csv:22:1: error: 4,980 more rows are like these; mend the first ones and look again"


def test_a_long_line_is_cut_behind_the_cell_that_is_shown() -> None:
    found = table("name,value,source\nA,12x," + "s" * 3000 + "\n")
    place = found.columns["value"].place(0)
    assert place and (place.column, place.excerpt) == (3, "A,12x," + "s" * 59 + "…")


def test_a_large_file_is_little_work() -> None:
    rows = (f'Area {i % 400},{2000 + i // 400},{i * 7},"some, note"\r\n' for i in range(100_000))
    data = ("area,year,people,note\r\n" + "".join(rows)).encode()
    with little_work():
        found = table(data)
    place = found.columns["people"].place(99_999)
    assert place and str(place) == "t.csv:100001:15"


@given(
    st.lists(st.lists(st.text("ab ,;\t\"'\n1é", max_size=6), min_size=3, max_size=3), min_size=1, max_size=6),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_a_program_writes_reads_back(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([["k", "l", "m"], *([f"x{index}", *row[1:]] for index, row in enumerate(rows))])
    found = table(written.getvalue())
    assert [list(cells) for cells in zip(*(found.texts(each) for each in "klm"), strict=True)] == [
        [f"x{index}", " ".join(row[1].split()), " ".join(row[2].split())] for index, row in enumerate(rows)
    ]


@given(st.binary(max_size=60) | st.text(',;\t"\n\r ab1\ufeff\u2028', max_size=40).map(str.encode))
def test_any_bytes_are_a_table_or_sentences(data: bytes) -> None:
    try:
        found = table(data)
    except TableError as error:
        assert error.problems
        assert all(problem.message and problem.place.file == "t.csv" for problem in error.problems)
    else:
        assert all(len(found.texts(heading)) == len(found.rows) > 0 for heading in found.headings)
        for heading in found.headings:
            for row in found.rows:
                place = found.columns[heading].place(row)
                assert place and 1 <= place.column <= len(place.excerpt) + 1


def texts_of(cells: list[Quantity | Gap | NumberError]) -> list[str]:
    return [
        str(each.value) + each.rule.unit + each.rule.prefix
        if isinstance(each, Quantity)
        else each.why
        if isinstance(each, Gap)
        else f"{each.message}; {each.hint}"
        for each in cells
    ]


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [
        ("en-GB", ["1234", "1,234", "1234.5", "-3", "−3", "12.5%", "£1.2bn", "+4"], ["1234", "1234", "1234.5", "-3", "-3", "12.5%", "1200000000£", "4"]),
        ("en-GB", ["", "-", "–", "..", ":", "x", "[x]", "[z]", "n/a", "NA", "Not available"], ["not_available"] * 11),
        ("en-GB", ["c", "[c]", "*", "Suppressed"], ["suppressed"] * 4),
        ("en-GB", ["0", "-0", "0.0"], ["0", "0", "0"]),
        ("de", ["1.234", "12,5"], ["1234", "12.5"]),
        ("de", ["1.234", "12.5"], ["1.234", "12.5"]),
        ("de", ["1.234", "nicht verfügbar", "0.5%"], ["1.234", "not_available", "0.5%"]),
        ("de", ["1.234"], ["`1.234` can be read as 1234 and as 1,234; write `1234`, or `1,234`; or for the whole file `decimal: comma` or `decimal: point` at its table under `data:`"]),
        ("fr", ["1.234", "1 234", "1,5"], ["1.234", "1234", "1.5"]),
        ("pl", ["1234.25"], ["1234.25"]),
        ("en-GB", ["68.123456789012"], ["68.123456789012"]),
    ],
)  # fmt: skip
def test_cells_are_numbers_or_gaps_and_never_guesses(language: str, written: list[str], read: list[str]) -> None:
    assert texts_of(read_cells(written, language)) == read


def test_a_semicolon_between_the_cells_speaks_for_the_language() -> None:
    assert texts_of(read_cells(["1.234", "2.345"], "de", ";")) == ["1234", "2345"]


@given(
    st.sampled_from(["en-GB", "de", "fr", "pl", "cy"]), st.lists(st.text("0123456789.,-% £c*x", max_size=8), max_size=5)
)
def test_any_cells_are_read_or_refused(language: str, cells: list[str]) -> None:
    for each in read_cells([cell.strip() for cell in cells], language):
        assert isinstance(each, Gap) or each.hint if isinstance(each, NumberError) else each


def test_a_cell_that_is_no_number_is_shown_in_its_file() -> None:
    found = table("area,people\nBedford,1\nCorby,1O\nLuton,3\n")
    read = numbers(found, "people", "en-GB")
    read.check([0, 2])  # what no figure uses does no harm
    with pytest.raises(TableError) as caught:
        read.check(found.rows)
    assert str(caught.value) == (
        "t.csv:3:7: error: `O` is not known behind a number; known are `%`, `k`, `m`, `bn`, `tn`, `thousand`, `million`, "
        "`billion`, `trillion`, and units of a few words, such as `km`; other words belong in the label\n"
        "    3 | Corby,1O\n"
        "      |       ^^"
    )


PEOPLE = "area,year,people\nBedford,2001,1\nBedford,2002,2\nCorby,2001,3\nTotal,2001,4\n"


def test_rows_are_picked_by_rule() -> None:
    found = pick(table(PEOPLE), {"area": ["Bedford", "Corby"], "year": ["2001"]}, None)
    assert found.labels() == ["Bedford", "Corby"]
    assert pick(table(PEOPLE), None, {"area": ["Total"], "year": ["2002"]}).texts("people") == ["1", "3"]


@pytest.mark.parametrize(
    ("where", "leave_out", "path", "said"),
    [
        ({"area": ["Bedfrod"]}, None, ("where", "area"), "no row has `Bedfrod` under `area`; did you mean `Bedford`?"),
        ({"aera": ["Bedford"]}, None, ("where", "aera"), "`t.csv` has no column `aera`; did you mean `area`?"),
        (None, {"area": ["total"]}, ("leave_out", "area"), "no row has `total` under `area`; did you mean `Total`?"),
        ({"area": ["Corby"], "year": ["2002"]}, None, ("where",), "no row fits all of `area: Corby and year: 2002`; each fits a row by itself"),
        (None, {"year": ["2001", "2002"]}, ("leave_out",), "this leaves no row of the table"),
    ],
)  # fmt: skip
def test_a_rule_that_fits_nothing_is_told(
    where: dict[str, list[str]] | None, leave_out: dict[str, list[str]] | None, path: tuple[str, ...], said: str
) -> None:
    with pytest.raises(RuleError) as caught:
        pick(table(PEOPLE), where, leave_out)
    (fault,) = caught.value.faults
    assert (fault.path, f"{fault.message}; {fault.hint}".removesuffix("; ")) == (path, said)


@pytest.mark.parametrize(
    ("labels", "values", "total"),
    [
        (["A", "B", "England total"], [1, 2, 9], "England total"),
        (["South East Midlands (sum of 13)", "A"], [3, 3], "South East Midlands (sum of 13)"),
        (["A", "B", "C"], [150, 200, 350], "C"),
        (["A", "B", "C", "D"], [1500, 2000, 1000, 4501], "D"),
        (["All", "Men", "Women"], [100, 48, 52], "All"),
        (["All Saints", "Priory", "Castle"], [10, 48, 52], ""),
        (["A", "B", "C"], [1, 2, 3], ""),
        (["A", "B", "C"], [150, 200, 351], ""),
        (["Assumption", "Totallington", "Summerhill"], [10, 48, 52], ""),
        (["Insgesamt", "Berlin"], [5, 5], "Insgesamt"),
        (["Total"], [5], ""),
        (["A", "B"], [5, 5], ""),
    ],
)
def test_a_total_among_its_parts_is_found(labels: list[str], values: list[int], total: str) -> None:
    assert total_among(labels, [[Decimal(value) for value in values]], frozenset()) == total


def test_a_row_that_is_asked_for_by_name_is_meant() -> None:
    assert total_among(["A", "B", "Total"], [[Decimal(150), Decimal(200), Decimal(350)]], frozenset(["Total"])) == ""


def test_tables_are_joined_by_their_keys_and_cells_keep_their_files() -> None:
    first = table("area,people\nBedford,1\nCorby,2\n")
    second = read_table(b"name,people,jobs\nCorby,9,20\nBedford,8,1O\n", "jobs.csv")
    found = join(first, second, "jobs")
    assert found.headings == ("area", "people", "people (jobs)", "jobs")
    assert (found.texts("jobs"), found.texts("people (jobs)")) == (["1O", "20"], ["8", "9"])
    assert str(found.columns["jobs"].place(0)) == "jobs.csv:3:11"


def test_keys_without_a_partner_are_all_named_in_one_problem() -> None:
    first = table("area,people\nBedford,1\nCorby,2\nLuton,3\n")
    second = read_table(b"name,jobs\nCorbi,9\nBedford,8\nKettering,8\nBedford,8\n", "jobs.csv")
    with pytest.raises(JoinError, match="`jobs` has 2 rows for `Bedford`"):
        join(first, second, "jobs")
    with pytest.raises(JoinError) as caught:
        join(first, pick(second, None, {"jobs": ["8"]}), "jobs")
    assert caught.value.message == ("`Bedford`, `Corby` (`Corbi`?), `Luton` are in `t.csv` but not in `jobs.csv`")


@pytest.mark.parametrize(
    ("labels", "names", "said"),
    [
        (["A", "B"], ["B", "A"], ""),
        (["Milton Keyns", "Corby"], ["Milton Keynes", "Corby"], "`Milton Keyns` (`Milton Keynes`?) is in the table but not in the map"),
        (["Corby"], ["Corby", "Luton", "Bedford"], "`Luton`, `Bedford` are in the map but not in the table"),
        (["X"], ["Luton"], "`X` is in the table but not in the map; `Luton` is in the map but not in the table"),
    ],
)  # fmt: skip
def test_labels_without_an_area_are_named(labels: list[str], names: list[str], said: str) -> None:
    assert unmatched(labels, names) == said
