"""The package as it is installed: built, put where nothing else is, run in an empty folder. And the README's commands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

import reportgen

CHECKOUT = Path(__file__).parent.parent
NOTICES = {
    "fonts/archivo/OFL.txt",
    "fonts/source-sans-3/OFL.txt",
    "fonts/source-serif-4/OFL.txt",
    "content/data/LICENCE-DATA.md",
    "licences/LICENSE",
    "licences/LICENCES.md",
}


def run(*command: str | Path, folder: Path) -> str:
    """What a command prints, in an environment that does not know of the checkout."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SOURCE_DATE_EPOCH")}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, without network."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT, folder=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """The program of an environment that has the wheel and, of everything else, what this one has."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    packages = next(home.glob("lib/python*/site-packages"))
    with ZipFile(wheel) as archive:
        archive.extractall(packages)
    # behind the wheel, so that an editable install of the checkout in this environment does not hide it
    (packages / "everything_else.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "python"


@pytest.mark.slow
class TestWheel:
    def test_holds_what_is_needed_in_any_folder(self, wheel: Path) -> None:
        names = set(ZipFile(wheel).namelist())
        assert {f"reportgen/shipped/{name}" for name in NOTICES} <= names
        assert "reportgen/shipped/content/south-east-midlands.yaml" in names
        assert "reportgen/shipped/content/brands/industrial-strategy.yaml" in names
        assert {"reportgen/assets/phosphor.json", "reportgen/assets/phosphor.LICENSE"} <= names

    def test_holds_nothing_else(self, wheel: Path) -> None:
        tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
        assert tops == {"reportgen", f"reportgen-{reportgen.__version__}.dist-info"}
        assert not [name for name in ZipFile(wheel).namelist() if "__pycache__" in name or name.endswith(".pyc")]

    def test_works_in_an_empty_folder_away_from_the_checkout(self, installed: Path, tmp_path: Path) -> None:
        folder = tmp_path / "empty"
        folder.mkdir()
        where = run(installed, "-c", "import reportgen; print(reportgen.__file__)", folder=folder)
        assert where.startswith(str(tmp_path))
        assert run(installed, "-m", "reportgen", "new", folder=folder).endswith("Next: reportgen build\n")
        told = run(installed, "-m", "reportgen", "build", folder=folder)
        assert [line.split()[0] for line in told.splitlines()] == [
            "output/south-east-midlands.pdf",
            "output/south-east-midlands-print.pdf",
            "output/south-east-midlands-print.txt",
            "output/south-east-midlands.png",
        ]
        run(installed, "-m", "reportgen", "brand", "new", "ours", folder=folder)
        run(installed, "-m", "reportgen", "build", "--brand", "ours", "--edition", "screen", folder=folder)


def test_every_notice_that_licences_md_names_is_there() -> None:
    named = re.findall(r"`([^`]+)` \|$", (CHECKOUT / "LICENCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(named) == 8
    assert [name for name in named if not (CHECKOUT / name).is_file()] == []


def test_every_folder_of_fonts_has_its_licence_and_is_listed() -> None:
    table = (CHECKOUT / "LICENCES.md").read_text(encoding="utf-8")
    families = [folder for folder in (CHECKOUT / "fonts").iterdir() if folder.is_dir()]
    assert families
    assert [family.name for family in families if f"`fonts/{family.name}/OFL.txt`" not in table] == []
    assert [family.name for family in families if not (family / "OFL.txt").is_file()] == []


@pytest.mark.parametrize("mark", ["build-command", "test-command"])
def test_the_readme_has_the_commands_that_ci_runs(mark: str) -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(rf"^<!-- {mark} -->\n```bash\n(.+?)\n```$", readme, re.MULTILINE | re.DOTALL)
    assert f"run {mark}" in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    assert ".venv/bin/" in command
