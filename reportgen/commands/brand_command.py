"""The command `brand`: it begins a brand of one's own as a copy of another."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import click

from reportgen.problems import Place, ReportError
from reportgen.sources import Sources

_NAME = re.compile(r"[A-Za-z0-9][\w-]*\Z")
_EXAMPLES = """\b
Examples:
  reportgen brand new ours
  reportgen brand new ours --from briefing
  reportgen brand new ours --from content/brands/theirs.yaml
"""


@click.group()
def brand() -> None:
    """Begin a brand of your own."""


@brand.command(epilog=_EXAMPLES)
@click.argument("name")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--from", "model", default="industrial-strategy", show_default=True, metavar="BRAND", help="Its model.")
def new(name: str, folder: Path, model: str) -> int:
    """Begin the brand NAME: a copy of another in FOLDER/content/brands, with its typefaces and their licences.

    BRAND is the name of a brand that comes with the program or stands in FOLDER/content/brands, or a brand's file. A
    file that is there already is never changed.
    """
    from reportgen.brand.cache import NoBrandError
    from reportgen.commands.starter import BRANDS, write_brand

    if not _NAME.match(name):
        near = re.sub(r"[^\w]+", "-", name, flags=re.ASCII).strip("-_").lower()
        hint = f", like `{near}`" if near else ""
        raise click.UsageError(f"`{name}` is no name for a brand; use letters, digits and hyphens{hint}")
    sources = Sources()
    names = {path.stem for path in sources.files_in(sources.shipped / BRANDS)}
    if name in names and not sources.exists(folder / BRANDS / f"{name}.yaml"):
        raise click.UsageError(f"a brand that comes with the program is called `{name}`; choose another name")
    try:
        written = write_brand(name, model, folder, sources)
    except NoBrandError as error:
        raise ReportError([error.problem(Place("--from"))]) from None
    for file in written:
        click.echo(os.fspath(file.path))
    inside = "" if folder == Path() else f"cd {shlex.quote(os.fspath(folder))} && "
    click.echo(f"Next: change {written[0].path}, then {inside}reportgen build --brand {name}")
    return 0
