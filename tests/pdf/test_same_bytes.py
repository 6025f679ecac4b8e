"""The same page gives the same bytes, and not a word, whatever stands in a home, a folder or the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

PROGRAM = r"""
import sys
from pdf_samples import *
from reportgen.page import LinkArea, PathBox as Shape, Rect, artifact, box_path
from reportgen.editions.pictures import png

def chart(width, height):
    from matplotlib.figure import Figure
    figure = Figure(figsize=(width / 72, height / 72))
    axes = figure.add_axes((0.2, 0.2, 0.7, 0.7))
    axes.plot([1, 2, 3], [2000.5, 1000, 3000], color=TEAL.hex, marker="o")
    axes.set_title(r"Office $x^2$", color=INK.hex)
    return [figure]

pdf = rendered(
    artifact(Shape(box_path(Rect(0, 0, 300, 30)), fill=INK)), line("Officers: AVA", y=50), line("heads", HEAD, y=20),
    FigureBox(Rect(80, 60, 200, 130), Drawing(chart)), LinkArea(Rect(0, 0, 9, 9), "https://example.org", "more"),
)
sys.stdout.buffer.write(pdf + png(pdf, 72))
"""

MATPLOTLIBRC = """
lines.linewidth: 9
axes.edgecolor: red
axes.formatter.use_locale: True
axes.grid: True
font.family: Comic Sans MS
path.simplify: False
mathtext.fontset: stix
backend: TkAgg
no.such.key: 1
a line without a colon
"""
REPORTLAB = "print('hello from your settings')\nuseA85 = 1\ninvariant = 0\npageCompression = 0\npdfComments = 1\n"
STOP = "raise SystemExit('stopped by your settings')\n"


def run(folder: Path, **environment: str) -> bytes:
    """What the program writes when it runs in `folder` with nothing but `environment`."""
    paths = os.pathsep.join([str(ROOT), str(HERE)])
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder, env=variables, capture_output=True, check=False)
    assert done.stderr.decode() == ""
    assert done.returncode == 0
    return done.stdout


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes from an empty home and folder."""
    folder = tmp_path_factory.mktemp("plain")
    return run(folder, HOME=str(folder), PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


def test_a_page_is_drawn(plain: bytes) -> None:
    assert plain.startswith(b"%PDF-1.6")
    assert b"\x89PNG" in plain


def test_settings_of_a_home_and_a_folder_change_nothing(plain: bytes, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "matplotlib"
    config.mkdir(parents=True)
    (config / "matplotlibrc").write_text(MATPLOTLIBRC)
    (tmp_path / ".reportlab_settings").write_text(REPORTLAB)
    (tmp_path / ".reportlab_mods").write_text(STOP)
    (tmp_path / "matplotlibrc").write_text(MATPLOTLIBRC)
    (tmp_path / "reportlab_mods.py").write_text(STOP)
    (tmp_path / "reportlab_settings.py").write_text(REPORTLAB + STOP)
    assert run(tmp_path, HOME=str(tmp_path), PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="de_DE.UTF-8") == plain


def test_settings_of_a_home_alone_change_nothing(plain: bytes, tmp_path: Path) -> None:
    (tmp_path / ".reportlab_settings").write_text(REPORTLAB)
    (tmp_path / ".reportlab_mods").write_text(STOP)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert run(folder, HOME=str(tmp_path)) == plain


def test_variables_change_nothing(plain: bytes, tmp_path: Path) -> None:
    (tmp_path / "rc").write_text(MATPLOTLIBRC)
    variables = {
        "MATPLOTLIBRC": str(tmp_path / "rc"),
        "MPLBACKEND": "no such backend",
        "RL_useA85": "maybe",
        "RL_pageCompression": "0",
        "RL_invariant": "0",
        "RL_pdfComments": "1",
        "RL_canvas_basefontname": "Times-Roman",
        "RL_documentLang": "fr",
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONHASHSEED": "99",
    }
    assert run(tmp_path, HOME=str(tmp_path), **variables) == plain


def test_a_settings_file_that_cannot_be_read_and_a_home_that_cannot_be_written_do_not_matter(
    plain: bytes, tmp_path: Path
) -> None:
    (tmp_path / "matplotlibrc").write_bytes(b"\xff\xfe lines.linewidth: 9")
    assert run(tmp_path, HOME="/dev/null", XDG_CONFIG_HOME="/dev/null/x", TMPDIR=str(tmp_path)) == plain


def test_a_search_for_fonts_is_spared(tmp_path: Path) -> None:
    program = (
        "import subprocess; subprocess.check_output = None;"  # what Matplotlib would ask fontconfig with
        "from reportgen.figures.drawing.mpl import load_matplotlib; load_matplotlib();"
        "from matplotlib.font_manager import fontManager;"
        "print({entry.fname.split('mpl-data')[-1].split('fonts')[0] for entry in fontManager.ttflist}, end='')"
    )
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=variables, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{'/'}", "")
    assert list(tmp_path.rglob("fontlist*")) == [], "a list without the system's fonts must not stay"
