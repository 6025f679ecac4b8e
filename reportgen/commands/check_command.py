"""The command `check`: it prints what is wrong with PDF files, whoever made them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from reportgen.check import PURPOSES
from reportgen.problems import ERROR_EXIT

_EXAMPLES = """\b
Examples:
  reportgen check output/my-area.pdf output/my-area-print.pdf
  reportgen check --for print --ink-limit 300 from-the-agency.pdf
  reportgen check --read output/my-area.pdf
  reportgen check --format sarif output/*.pdf

\b
Exit codes:
  0  no errors (there may be warnings)
  1  errors
  2  wrong usage
"""


_BROKEN = ("file.opens", "file.damaged")
"""Findings after which there is nothing to be read."""


@click.command(epilog=_EXAMPLES)
@click.argument("files", metavar="FILE.pdf ...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--for", "purpose", type=click.Choice(PURPOSES), help="Judge by this, not by what the file claims.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="How it is printed."
)
@click.option(
    "--ink-limit",
    type=click.FloatRange(100, 400),
    default=320,
    show_default=True,
    metavar="PER CENT",
    help="How much ink the paper bears.",
)
@click.option(
    "--read", "screen_reader", is_flag=True, help="Print what a screen reader reads instead, in order, with roles."
)
def check(files: tuple[Path, ...], purpose: str | None, form: str, ink_limit: float, screen_reader: bool) -> int:
    """Check PDF files, whoever made them.

    A file is judged by what its metadata claims: PDF/X-4 by the rules of the standard and of the Ghent Workgroup,
    PDF/A and PDF/UA by what validators do not see. A file that claims nothing is only asked to be whole.
    """
    contents = [(os.fspath(path), _bytes(path)) for path in files]
    if screen_reader:
        if form != "text":
            raise click.UsageError("`--read` prints text; leave `--format` out")
        return _read(contents)
    from reportgen.check import check_bytes
    from reportgen.check.reports import as_json, as_sarif, as_text

    results = [check_bytes(data, name, purpose, ink_limit=ink_limit) for name, data in contents]
    click.echo({"text": as_text, "json": as_json, "sarif": as_sarif}[form](results))
    return ERROR_EXIT if any(result.errors for result in results) else 0


def _bytes(path: Path) -> bytes:
    """A file's bytes. Raises UsageError if there is no such file or it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise click.UsageError(f"cannot read `{path}`: {error.strerror or error}") from None


def _read(contents: list[tuple[str, bytes]]) -> int:
    from reportgen.check import check_bytes, screen_reader_text

    code = 0
    for name, data in contents:
        broken = any(finding.rule.id in _BROKEN for finding in check_bytes(data, name).errors)
        code = ERROR_EXIT if broken else code
        if len(contents) > 1:
            click.echo(f"== {name}")
        click.echo(screen_reader_text(data), nl=False, err=broken)
    return code
