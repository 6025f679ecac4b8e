"""The commands as a person meets them: what stands on standard output, what on standard error, and the exit code."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import reportgen
from reportgen import pipeline
from reportgen.cli import main
from reportgen.colour.profiles import fogra39
from reportgen.editions import output
from reportgen.problems import Place, Problem, ReportError, Severity

CHECKOUT = Path(__file__).parent.parent
REPORT = "brand: industrial-strategy\nlanguage: en-GB\ntitle: A title\nintro: A few words.\n"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def runner(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        out, err = capsys.readouterr()
        return Ran(int(left.value.code or 0), out, err)

    return runner


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder `content/` with one small report in it."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "area.yaml").write_text(REPORT, encoding="utf-8")
    return folder


def process(
    folder: Path, *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)} | environment,
        timeout=60,
    )


class TestBuild:
    def test_tells_one_line_for_each_file_and_nothing_else(self, run: Run, content: Path) -> None:
        ran = run("build")
        assert (ran.code, ran.err) == (0, "")
        first, *others = ran.out.splitlines()
        assert re.fullmatch(r"output/area\.pdf         \d+ KB   \d+\.\d\d s", first)
        for line, ending in zip(others, ("-print\\.pdf   ", "-print\\.txt   ", "\\.png         "), strict=True):
            assert re.fullmatch(rf"output/area{ending}\d+ KB   \d+\.\d\d s", line)
        written = content.parent / "output" / "area.pdf"
        assert f"{round(written.stat().st_size / 1000)} KB" in first
        assert written.read_bytes().startswith(b"%PDF-")
        assert (content.parent / "output" / "area.png").read_bytes().startswith(b"\x89PNG")

    def test_out_and_edition(self, run: Run, content: Path) -> None:
        assert run("build", "content/area.yaml", "--out", "a/b", "--edition", "screen").code == 0
        assert [path.name for path in (content.parent / "a" / "b").iterdir()] == ["area.pdf"]

    def test_the_print_edition_for_a_press_of_ones_own(self, run: Run, content: Path) -> None:
        (content.parent / "press.icc").write_bytes(fogra39().profile.data.replace(b"FOGRA39", b"FOGRA51"))
        ran = run("build", "--edition", "print", "--intent", "press.icc", "--condition", "FOGRA51")
        assert (ran.code, ran.err) == (0, "")
        assert [path.name for path in sorted((content.parent / "output").iterdir())] == [
            *("area-print.pdf", "area-print.txt"),
        ]
        assert "FOGRA51" in (content.parent / "output" / "area-print.txt").read_text(encoding="utf-8")
        assert run("build", "--intent", "pres.icc") == Ran(
            1,
            "",
            "pres.icc: error: it cannot be read (no such file or directory); write the path of an ICC profile, or `FOGRA39` "
            "for the one that is shipped\n1 problem; nothing was written.\n",
        )

    def test_a_folder_stands_for_its_reports_and_a_file_named_twice_is_built_once(
        self, run: Run, content: Path
    ) -> None:
        (content / "other.yaml").write_text(REPORT, encoding="utf-8")
        ran = run("build", "content", "--edition", "screen")
        assert [line.split()[0] for line in ran.out.splitlines()] == ["output/area.pdf", "output/other.pdf"]
        ran = run("build", "content/area.yaml", "content/area.yaml", "--edition", "screen")
        assert (ran.code, len(ran.out.splitlines())) == (0, 1)

    def test_two_reports_of_one_name(self, run: Run, content: Path) -> None:
        (content / "2018").mkdir()
        (content / "2018" / "area.yaml").write_text(REPORT, encoding="utf-8")
        ran = run("build", "content/area.yaml", "content/2018/area.yaml", "--edition", "screen")
        assert ran == Ran(
            1,
            "",
            "output/area.pdf: error: two reports would be written to `output/area.pdf`; "
            "rename one of the reports, or build them into different folders with `--out`\n"
            "1 problem; nothing was written.\n",
        )

    def test_problems_go_to_standard_error_and_older_files_stay(self, run: Run, content: Path) -> None:
        run("build", "--edition", "screen")
        before = (content.parent / "output" / "area.pdf").read_bytes()
        (content / "area.yaml").write_text(REPORT + "captoin: x\ncolour: y\n", encoding="utf-8")
        (content / "good.yaml").write_text(REPORT, encoding="utf-8")
        ran = run("build")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines()[0].startswith("content/area.yaml:5:1: error: unknown key `captoin`")
        assert ran.err.splitlines()[1:3] == ["    5 | captoin: x", "      | ^^^^^^^"]
        assert ran.err.splitlines()[-1] == "2 problems; nothing was written."
        assert [path.name for path in (content.parent / "output").iterdir()] == ["area.pdf"]
        assert (content.parent / "output" / "area.pdf").read_bytes() == before

    def test_json(self, run: Run, content: Path) -> None:
        ran = run("build", "--format", "json", "--edition", "screen")
        document = json.loads(ran.err)
        assert document["problems"] == []
        assert [file["path"] for file in document["written"]] == ["output/area.pdf"]
        assert document["written"][0]["bytes"] == (content.parent / "output" / "area.pdf").stat().st_size
        (content / "area.yaml").write_text(REPORT + "captoin: x\n", encoding="utf-8")
        ran = run("build", "--format", "json")
        document = json.loads(ran.err)
        assert (ran.code, ran.out, document["written"]) == (1, "", [])
        (problem,) = document["problems"]
        place = {"file": "content/area.yaml", "line": 5, "column": 1, "width": 7}
        assert place.items() <= problem.items()
        assert problem["severity"] == "error"
        assert "captoin" in problem["message"]

    def test_warnings_are_told_and_count_only_if_strict(
        self, run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        warning = Problem("w", "a warning", Place("content/area.yaml"), severity=Severity.WARNING)
        load = pipeline.load

        def load_warned(source: pipeline.Content, **options: object) -> object:
            return replace(load(source, **options), warnings=(warning,))  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "load", load_warned)
        ran = run("build", "--edition", "screen")
        assert (ran.code, ran.err) == (0, "content/area.yaml: warning: a warning\n1 warning.\n")
        assert len(ran.out.splitlines()) == 1
        ran = run("build", "--strict")
        assert ran == Ran(1, "", "content/area.yaml: warning: a warning\n1 warning; nothing was written.\n")

    def test_a_brand_that_is_not_there(self, run: Run, content: Path) -> None:
        ran = run("build", "--brand", "industrial-stratgy")
        assert ran == Ran(
            1,
            "",
            "--brand: error: there is no brand `industrial-stratgy`; did you mean `industrial-strategy`?\n"
            "1 problem; nothing was written.\n",
        )


class TestStandardInput:
    def test_a_report_on_standard_input(self, tmp_path: Path) -> None:
        ran = process(tmp_path, "build", "-", "--edition", "screen", stdin=REPORT.encode())
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.split()[0] == b"output/report.pdf"

    @pytest.mark.parametrize(
        ("stdin", "first"),
        [
            (b"title: \xff\n", b"<stdin>:1:8: error: the file is not UTF-8 text; save it as UTF-8"),
            (b"title: A\n  b: [", b"<stdin>:2:"),
            (b"", b"<stdin>"),
        ],
    )
    def test_its_problems_name_it(self, tmp_path: Path, stdin: bytes, first: bytes) -> None:
        ran = process(tmp_path, "build", "-", stdin=stdin)
        assert (ran.returncode, ran.stdout) == (1, b"")
        assert ran.stderr.startswith(first)
        assert b"Traceback" not in ran.stderr


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["build", "content/aera.yaml"], "there is no file `content/aera.yaml`; did you mean `content/area.yaml`?"),
            (["build", "nowhere/area.yaml"], "there is no file `nowhere/area.yaml`"),
            (
                ["build", "content/brands"],
                "there is no report in `content/brands`; name one, or begin with `reportgen new`",
            ),
            (["build", "x" * 5000], f"there is no file `{'x' * 5000}`"),
            (["biuld"], "No such command 'biuld'. Did you mean 'build'?"),
            (["build", "--stirct"], "No such option '--stirct'. Did you mean '--strict'?"),
            (
                ["build", "--edition", "paper"],
                "Invalid value for '--edition': 'paper' is not one of 'screen', 'print', 'png'.",
            ),
            (
                ["build", "--condition", "FOGRA51"],
                "--condition names the printing condition of an --intent; give both",
            ),
            (["brand", "new", "../x"], "`../x` is no name for a brand; use letters, digits and hyphens, like `x`"),
        ],
    )
    def test_wrong_usage_is_exit_2(self, run: Run, content: Path, arguments: list[str], message: str) -> None:
        (content / "brands").mkdir()
        ran = run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[-1] == f"Error: {message}"

    def test_a_folder_without_reports_says_how_to_begin(self, run: Run) -> None:
        ran = run("build")
        assert ran.code == 2
        assert ran.err.endswith("Error: there is no report in `content`; name one, or begin with `reportgen new`\n")

    def test_version(self, run: Run) -> None:
        assert run("--version") == Ran(0, f"reportgen {reportgen.__version__}\n", "")

    @pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["new", "-h"]])
    def test_help_has_examples(self, run: Run, arguments: list[str]) -> None:
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert "Examples:\n" in ran.out
        assert max(len(line) for line in ran.out.splitlines()) <= 80


class TestNew:
    def test_the_sample_is_ready_to_build(self, run: Run, tmp_path: Path) -> None:
        ran = run("new", "my summaries")
        written = [
            "my summaries/content/south-east-midlands.yaml",
            "my summaries/content/data/semlep_districts.geojson",
            "my summaries/content/data/england_outline.geojson",
            "my summaries/content/data/LICENCE-DATA.md",
        ]
        assert ran == Ran(0, "\n".join([*written, "Next: cd 'my summaries' && reportgen build", ""]), "")
        os.chdir("my summaries")
        built = run("build", "--edition", "screen")
        assert (built.code, built.err) == (0, "")
        assert built.out.startswith("output/south-east-midlands.pdf   ")

    def test_nothing_is_overwritten(self, run: Run, tmp_path: Path) -> None:
        data = tmp_path / "content" / "data"
        data.mkdir(parents=True)
        (tmp_path / "content" / "south-east-midlands.yaml").write_text("mine", encoding="utf-8")
        (data / "england_outline.geojson").write_text("mine too", encoding="utf-8")
        assert run("new") == Ran(
            1,
            "",
            "content/data/england_outline.geojson: error: it is there already, and is left as it is\n"
            "content/south-east-midlands.yaml: error: it is there already, and is left as it is\n"
            "2 problems; nothing was written.\n",
        )
        assert (tmp_path / "content" / "south-east-midlands.yaml").read_text(encoding="utf-8") == "mine"
        assert [path.name for path in data.iterdir()] == ["england_outline.geojson"]

    def test_a_brand_to_change(self, run: Run, content: Path) -> None:
        ran = run("brand", "new", "ours")
        lines = ran.out.splitlines()
        assert (ran.code, ran.err, lines[0]) == (0, "", "content/brands/ours.yaml")
        assert "fonts/archivo/OFL.txt" in lines
        assert lines[-1] == "Next: change content/brands/ours.yaml, then reportgen build --brand ours"
        brand = content / "brands" / "ours.yaml"
        brand.write_text(brand.read_text(encoding="utf-8").replace('"#0F2C4C"', '"#123456"'), encoding="utf-8")
        assert run("build", "--edition", "png", "--brand", "ours").code == 0
        assert run("brand", "new", "theirs").out.splitlines()[0] == "content/brands/theirs.yaml"


class TestDisk:
    def test_a_file_in_the_way_of_the_folder(self, run: Run, content: Path) -> None:
        (content.parent / "output").write_text("", encoding="utf-8")
        assert run("build", "--edition", "screen") == Ran(
            1,
            "",
            "output/area.pdf: error: `output` cannot be a folder, because a file is in the way; "
            "choose another folder with `--out`\n1 problem; nothing was written.\n",
        )

    def test_a_folder_in_the_way_of_the_file(self, run: Run, content: Path) -> None:
        (content.parent / "output" / "area.png").mkdir(parents=True)
        assert run("build") == Ran(
            1,
            "",
            "output/area.png: error: a folder of this name is in the way; rename it, or choose another folder with "
            "`--out`\n1 problem; nothing was written.\n",
        )
        assert [path.name for path in (content.parent / "output").iterdir()] == ["area.png"]

    @pytest.mark.parametrize(
        ("number", "message"),
        [
            (errno.ENOSPC, "the disk is full; make room, or choose another folder with `--out`"),
            (errno.EROFS, "the folder `out` may not be written to; choose another folder with `--out`"),
            (errno.EIO, "the file cannot be written (input/output error); choose another folder with `--out`"),
        ],
    )
    def test_a_disk_that_fails_at_the_second_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("out").mkdir()
        Path("out/a").write_bytes(b"older")
        staged: list[str] = []
        whole = os.fdopen

        def failing(handle: int, mode: str) -> object:
            stream = whole(handle, mode)
            staged.append(mode)
            if len(staged) < 2:
                return stream
            stream.close()
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(output.os, "fdopen", failing)
        files = [output.Finished(Path("out/a"), b"new"), output.Finished(Path("out/b"), b"new")]
        with pytest.raises(ReportError) as caught:
            output.write_all(files)
        assert str(caught.value) == f"out/b: error: {message}"
        assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == {"a": b"older"}

    @pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
    def test_new_files_have_ordinary_permissions(self, run: Run, content: Path) -> None:
        before = os.umask(0o027)
        try:
            run("build", "--edition", "screen")
        finally:
            os.umask(before)
        assert (content.parent / "output" / "area.pdf").stat().st_mode & 0o777 == 0o640

    @pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
    def test_a_source_date_epoch_that_is_no_number(
        self, run: Run, content: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert run("build") == Ran(
            1,
            "",
            "SOURCE_DATE_EPOCH: error: it is no number of seconds; unset it, or set it to the seconds since the beginning "
            "of 1970\n1 problem; nothing was written.\n",
        )


class TestNeverATraceback:
    @pytest.fixture
    def broken(self, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise KeyError("an accident")

        monkeypatch.setattr(pipeline, "compose", fail)

    @pytest.mark.usefixtures("broken")
    def test_an_accident_is_one_sentence_with_its_place(self, run: Run) -> None:
        ran = run("build")
        assert (ran.code, ran.out) == (1, "")
        assert re.fullmatch(
            r"reportgen: this is a fault of the program, not of your content \(KeyError in reportgen\.pipeline:\d+\)\. "
            r"Please report it with the file that you were building; REPORTGEN_TRACEBACK=1 shows more\.\n",
            ran.err,
        )

    @pytest.mark.usefixtures("broken")
    def test_the_traceback_is_shown_to_who_asks(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("REPORTGEN_TRACEBACK", "1")
        assert "KeyError: 'an accident'" in run("build").err

    def test_an_interruption_is_quiet(self, run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(pipeline, "compose", interrupt)
        assert run("build") == Ran(130, "", "\n")

    @pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
    def test_an_interrupted_process(self, tmp_path: Path) -> None:
        program = (
            "import signal, sys, time, types\n"
            "from reportgen.cli import main\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored where the tests run in the background
            "def read():\n    print('reading', flush=True)\n    time.sleep(60)\n"
            "sys.stdin = types.SimpleNamespace(buffer=types.SimpleNamespace(name='<stdin>', read=read))\n"
            "main(['build', '-'])\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == b"reading\n"
            running.send_signal(signal.SIGINT)
            _, err = running.communicate(timeout=30)
        assert (running.returncode, err.strip()) == (130, b"")

    @pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
    def test_a_closed_pipe_is_quiet(self, content: Path) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        try:
            ran = subprocess.run(
                [sys.executable, "-m", "reportgen", "build", "--edition", "screen"],
                cwd=content.parent,
                stdout=writer,
                stderr=subprocess.PIPE,
                check=False,
                env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            )
        finally:
            os.close(writer)
        assert ran.stderr == b""
        assert (content.parent / "output" / "area.pdf").is_file()

    def test_a_name_that_the_terminal_cannot_show(self, tmp_path: Path) -> None:
        (tmp_path / "Zürich.yaml").write_text(REPORT, encoding="utf-8")
        ran = process(tmp_path, "build", "Zürich.yaml", "--edition", "screen", PYTHONIOENCODING="iso8859-7")
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout.startswith(rb"output/Z\xfcrich.pdf")


def test_an_open_file_of_text_or_of_bytes_is_a_report() -> None:
    assert reportgen.load(io.StringIO(REPORT)).name == "A title"
    assert reportgen.load(io.BytesIO(REPORT.encode())).name == "A title"
