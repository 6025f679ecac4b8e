"""The command line: what a person types becomes calls to the pipeline. Files are listed on stdout, problems on stderr.

Exit codes: 0 all is written, 1 a problem in the content or on the disk, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from reportgen import __version__
from reportgen.commands.brand_command import brand
from reportgen.commands.check_command import check
from reportgen.commands.icons_command import icons
from reportgen.commands.terminal import print_json, print_problems, print_unexpected, print_written
from reportgen.editions.job import EDITIONS
from reportgen.pipeline import Build, Content, build_all, load
from reportgen.pipeline import fit as fit_of
from reportgen.problems import ERROR_EXIT, Place, Problem, ReportError, Severity, did_you_mean, in_order
from reportgen.sources import Sources

INTERRUPTED_EXIT = 130
CONTENT = Path("content")
STANDARD_INPUT = "-"

_EXAMPLES = """\b
Examples:
  reportgen new                             begin with a sample report
  reportgen brand new ours --from briefing  begin a brand of your own
  reportgen icons --search money            find an icon
  reportgen build                           build every report in content/
  reportgen build content/my-area.yaml      build one
  reportgen check output/*.pdf              check PDF files, whoever made them
"""
_BUILD_EXAMPLES = """\b
Examples:
  reportgen build
  reportgen build --edition screen --strict
  reportgen build --edition print --intent press.icc --condition FOGRA51
  reportgen build --brand content/brands/ours.yaml content/*.yaml
  reportgen build content/areas --consistent --sheet output/areas.png
  my-program | reportgen build -

\b
Exit codes:
  0  every file is written
  1  problems; nothing is written, and older files are as they were
  2  wrong usage
"""
_EXPLAIN_EXAMPLES = """\b
Examples:
  reportgen explain content/my-area.yaml

\b
Exit codes:
  0  every report is explained
  1  problems in a report, which are printed instead
  2  wrong usage
"""
_FIT_EXAMPLES = """\b
Examples:
  reportgen fit content/my-area.yaml
  reportgen fit --brand briefing content/my-area.yaml
"""
_NEW_EXAMPLES = """\b
Examples:
  reportgen new
  reportgen new summaries
  reportgen new --brand briefing
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Turn a page of content in YAML into a finished, branded, one-page infographic."""


@commands.command(epilog=_BUILD_EXAMPLES)
@click.argument("files", metavar="[FILE.yaml ...]", nargs=-1)
@click.option("--out", default="output", show_default=True, metavar="DIR", help="The folder to write to.")
@click.option("--brand", metavar="NAME", help="A brand to use instead of the reports' own: its name or its file.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How problems are printed.")
@click.option("--strict", is_flag=True, help="Let warnings count as problems.")
@click.option("--consistent", is_flag=True, help="Give all reports one size of type and, where it suits, one layout.")
@click.option(
    "--edition",
    "editions",
    type=click.Choice(EDITIONS),
    multiple=True,
    help="What to make; may be repeated. [default: all]",
)
@click.option("--sheet", metavar="FILE.png", help="A contact sheet of all pages as well: a picture with each of them.")
@click.option("--intent", metavar="PROFILE.icc", help="The press profile of this job, instead of the brand's.")
@click.option("--condition", metavar="NAME", default="", help="The printing condition of --intent, such as FOGRA51.")
def build(
    files: tuple[str, ...],
    out: str,
    brand: str | None,
    form: str,
    strict: bool,
    consistent: bool,
    editions: tuple[str, ...],
    sheet: str | None,
    intent: str | None,
    condition: str,
) -> int:
    """Build reports.

    Without a FILE every report directly in content/ is built; a folder stands for the reports in it, and - for a report
    on standard input, whose files are called report. The screen edition is NAME.pdf, the print edition NAME-print.pdf
    with NAME-print.txt for the printer, the picture NAME.png. Each file written is one line on standard output;
    problems and warnings go to standard error.
    """
    if condition and intent is None:
        raise click.UsageError("--condition names the printing condition of an --intent; give both")
    if sheet is not None and editions and "png" not in editions:
        raise click.UsageError("--sheet is made from the pictures of the pages; add --edition png")
    reports = _reports(files)
    wanted = editions or EDITIONS
    done = build_all(
        reports,
        out=out,
        brand=brand,
        editions=wanted,
        intent=intent,
        condition=condition,
        strict=strict,
        consistent=consistent,
        sheet=sheet,
    )
    print_written(done.written)
    print_json(done) if form == "json" else print_problems(done)
    return 0 if done.written else ERROR_EXIT


commands.add_command(check)
commands.add_command(icons)
commands.add_command(brand)


@commands.command(epilog=_EXPLAIN_EXAMPLES)
@click.argument("files", metavar="[FILE.yaml ...]", nargs=-1)
def explain(files: tuple[str, ...]) -> int:
    """Say why each figure is what it is.

    For every statistic and figure of a report: its kind of figure and why it has been chosen, the other kinds that its
    data allow, and the keys that would make more of them possible. Without a FILE every report directly in content/ is
    explained. Nothing is built.
    """
    from reportgen.explain import explain as explanation_of

    reports = _reports(files)
    problems: list[Problem] = []
    for source in reports:
        try:
            report = load(source)
        except ReportError as error:
            problems.extend(error.problems)
            continue
        problems.extend(report.warnings)
        click.echo(explanation_of(report))
    for problem in in_order(problems):
        click.echo(str(problem), err=True)
    return ERROR_EXIT if any(problem.severity is Severity.ERROR for problem in problems) else 0


@commands.command(epilog=_FIT_EXAMPLES)
@click.argument("files", metavar="FILE.yaml ...", nargs=-1, required=True)
@click.option("--brand", metavar="NAME", help="A brand to use instead of the reports' own: its name or its file.")
def fit(files: tuple[str, ...], brand: str | None) -> int:
    """Say how a report fits its page.

    The composition that was chosen, the runner-up, what each costs and why, how many words of room each text has left,
    and what would make the page better. Nothing is built.
    """
    code = 0
    for index, report in enumerate(_reports(files)):
        try:
            text = str(fit_of(report, brand=brand))
        except ReportError as error:
            print_problems(Build(problems=list(error.problems)))
            code = ERROR_EXIT
            continue
        name = os.fspath(report) if isinstance(report, str | os.PathLike) else "standard input"
        click.echo(("\n" if index else "") + f"{name}: {text}")
    return code


@commands.command(epilog=_NEW_EXAMPLES)
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--brand", "name", metavar="NAME", default="", help="The brand of the report.")
def new(folder: Path, name: str) -> int:
    """Begin: write a sample report, ready to build, into FOLDER/content.

    A file that is there already is never changed. A brand of your own begins with `reportgen brand new`.
    """
    from reportgen.brand.cache import NoBrandError
    from reportgen.commands.starter import write_sample

    try:
        written = write_sample(folder, name, Sources())
    except NoBrandError as error:
        error.hint += f" (a brand of your own begins with `reportgen brand new {name}`)"
        raise ReportError([error.problem(Place("--brand"))]) from None
    for file in written:
        click.echo(os.fspath(file.path))
    inside = "" if folder == Path() else f"cd {shlex.quote(os.fspath(folder))} && "
    click.echo(f"Next: {inside}reportgen build")
    return 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code. No exception comes out of it but SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):  # a stream that is closed, or was replaced by a caller
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # the replaced one, as above
    sys.exit(_run(arguments))


def command() -> NoReturn:
    """The program as a process. It leaves without taking Python apart, a fifth of a cold build."""
    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a pipe that is closed
            stream.flush()
    os._exit(code if isinstance(code, int) else ERROR_EXIT)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = commands.main(arguments, prog_name="reportgen", standalone_mode=False)
        return int(code or 0)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED_EXIT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ReportError as error:
        print_problems(Build(problems=list(error.problems)))
        return ERROR_EXIT
    except Exception as error:  # whatever it is, nobody is shown a traceback who has not asked for one
        print_unexpected(error)
        return ERROR_EXIT


def _reports(files: Sequence[str]) -> list[Content]:
    """What the FILEs stand for; without one, the reports in content/. Raises UsageError when there is no such thing."""
    return [report for file in dict.fromkeys(files) for report in _named(file)] if files else _reports_in(CONTENT)


def _named(file: str) -> list[Content]:
    """What one FILE stands for. Raises UsageError when there is no such thing."""
    path = Path(file)
    if file == STANDARD_INPUT:
        return [sys.stdin.buffer]
    if os.path.isdir(path):
        return _reports_in(path)
    if not os.path.exists(path):
        folder = path.parent
        near = did_you_mean(
            file, [os.fspath(each) for each in Sources().files_in(folder) if each.suffix in (".yaml", ".yml")]
        )
        raise click.UsageError(f"there is no file `{file}`" + (f"; {near}" if near else ""))
    return [path]


def _reports_in(folder: Path) -> list[Content]:
    from reportgen.content.load_report import reports_in

    try:
        found = reports_in(folder)
    except OSError:
        found = ()
    if not found:
        raise click.UsageError(f"there is no report in `{folder}`; name one, or begin with `reportgen new`")
    return list(found)
