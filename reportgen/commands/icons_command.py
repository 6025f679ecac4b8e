"""The command `icons`: it shows the icons that a report may name, on a page or as a list, all or those for a word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

_EXAMPLES = """\b
Examples:
  reportgen icons                           a page of all of them: output/icons.pdf
  reportgen icons --search money            those that stand for a word, as a list
  reportgen icons --search energy --format pdf
  reportgen icons --format text
"""


@click.command(epilog=_EXAMPLES)
@click.option("--search", metavar="WORD", help="Only icons that stand for a word, the nearest first.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["pdf", "text"]),
    help="A page, or a list on standard output. [default: pdf, and text for a search]",
)
@click.option("--out", default="output", show_default=True, metavar="DIR", help="The folder to write the page to.")
@click.option(
    "--brand", default="briefing", show_default=True, metavar="NAME", help="The brand that the page is set in."
)
def icons(search: str | None, form: str | None, out: str, brand: str) -> int:
    """Show the icons that a report may name.

    Each has its name, for `icon:` of a highlight and `symbol:` of a count. A list has behind each name the words that
    lead to it.
    """
    from reportgen.content.icon_names import icon_words, icons_for

    names = tuple(icon_words()) if search is None else icons_for(search)
    if not names:
        raise click.UsageError(f"no icon stands for `{search}`; try a plainer word, or `reportgen icons`")
    if (form or ("pdf" if search is None else "text")) == "text":
        wide = max(map(len, names))
        for name in names:
            click.echo(f"{name:<{wide}}   {', '.join(icon_words()[name])}")
        return 0
    _write_page(names, search, Path(out), brand)
    return 0


def _write_page(names: Sequence[str], search: str | None, out: Path, brand: str) -> None:
    """Write the page of the icons. Raises ReportError."""
    from reportgen.brand.cache import NoBrandError, brand_file
    from reportgen.commands.terminal import print_written
    from reportgen.editions.job import Job
    from reportgen.editions.output import Finished, write_all
    from reportgen.layout.icon_sheet import icon_sheet
    from reportgen.pipeline import load, load_brand
    from reportgen.problems import Place, ReportError
    from reportgen.sources import Sources

    try:
        brand_file(brand, Path("content"), Sources())
    except NoBrandError as error:
        raise ReportError([error.problem(Place("--brand"))]) from None
    look = load_brand(brand)
    head = {"title": f"Icons for “{search}”" if search else "Icons", "intro": "Write **icon:** and one of these names."}
    report = load({"brand": brand, "language": "en-GB", **head})
    job = Job(icon_sheet(report, look, names), report, look, Sources(), "icons")
    print_written(write_all([Finished(out / job.names["screen"], job.file("screen"))]))
