"""Beginning: a sample report in a brand, a brand as a copy of another, and the icons to choose from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from reportgen import check as checking
from reportgen import load_brand
from reportgen.cli import commands, main
from reportgen.content.icon_names import icon_names, icon_words, icons_for, nearest_icons
from reportgen.content.load_report import load_report
from reportgen.problems import ReportError

ROOT = Path(__file__).parents[1]
SHIPPED = ("briefing", "civic", "industrial-strategy", "night")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs the program in an empty folder; gives its exit code, what it printed and its complaints."""
    monkeypatch.chdir(tmp_path)

    def runner(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        return (int(left.value.code or 0), *capsys.readouterr())

    return runner


class TestBrand:
    @pytest.mark.parametrize("model", SHIPPED)
    def test_a_copy_is_the_brand_that_is_asked_for_and_builds(self, run, tmp_path: Path, model: str) -> None:  # type: ignore[no-untyped-def]
        code, out, err = run("brand", "new", "ours", "--from", model)
        lines = out.splitlines()
        assert (code, err, lines[0]) == (0, "", "content/brands/ours.yaml")
        assert lines[-1] == "Next: change content/brands/ours.yaml, then reportgen build --brand ours"
        assert {line for line in lines if line.endswith("OFL.txt")} == {
            f"fonts/{path.parent.name}/OFL.txt" for path in (tmp_path / "fonts").glob("*/OFL.txt")
        }
        ours, theirs = (
            load_brand(tmp_path / "content/brands/ours.yaml"),
            load_brand(ROOT / f"content/brands/{model}.yaml"),
        )
        assert (ours.name, ours.inks, ours.styles.title.size) == ("ours", theirs.inks, theirs.styles.title.size)
        assert [font.name for font in ours.fonts] == [font.name for font in theirs.fonts]
        assert run("new", "--brand", "ours")[0] == 0
        assert run("build", "--edition", "screen")[0] == 0

    def test_without_a_model_it_is_the_usual_one(self, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        run("brand", "new", "ours")
        text = (tmp_path / "content/brands/ours.yaml").read_text(encoding="utf-8")
        shipped = (ROOT / "content/brands/industrial-strategy.yaml").read_text(encoding="utf-8")
        assert text == re.sub("^name: .*$", "name: ours", shipped, flags=re.MULTILINE)

    def test_a_brand_of_one_s_own_is_a_model_with_its_typefaces_wherever_they_are(self, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        run("brand", "new", "ours", "--from", "briefing")
        (tmp_path / "type").mkdir()
        for path in (tmp_path / "fonts").glob("source-serif-4/*"):
            path.rename(tmp_path / "type" / path.name)
        mine = tmp_path / "mine.yaml"
        text = (tmp_path / "content/brands/ours.yaml").read_text(encoding="utf-8")
        mine.write_text(
            text.replace("../../fonts/source-serif-4/", "type/").replace("../../fonts", "fonts"), encoding="utf-8"
        )
        code, out, err = run("brand", "new", "second", "there", "--from", "mine.yaml")
        assert (code, err) == (0, "")
        assert "there/fonts/type/SourceSerif4_600SemiBold.ttf" in out.splitlines()
        assert "there/fonts/type/OFL.txt" in out.splitlines()
        assert load_brand(tmp_path / "there/content/brands/second.yaml").fonts
        assert out.splitlines()[-1] == (
            "Next: change there/content/brands/second.yaml, then cd there && reportgen build --brand second"
        )

    def test_a_model_that_cannot_be_used_is_told_and_nothing_is_written(self, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        text = (ROOT / "content/brands/briefing.yaml").read_text(encoding="utf-8")
        (tmp_path / "broken.yaml").write_text(text.replace("../../fonts/", "nowhere/"), encoding="utf-8")
        code, out, err = run("brand", "new", "ours", "--from", "broken.yaml")
        assert (code, out) == (1, "")
        assert err.startswith("broken.yaml:")
        assert not (tmp_path / "content").exists()

    @pytest.mark.parametrize(
        ("arguments", "code", "said"),
        [
            (
                ["My Brand!"],
                2,
                "Error: `My Brand!` is no name for a brand; use letters, digits and hyphens, like `my-brand`\n",
            ),
            (["../x"], 2, "Error: `../x` is no name for a brand; use letters, digits and hyphens, like `x`\n"),
            (["!"], 2, "Error: `!` is no name for a brand; use letters, digits and hyphens\n"),
            (["night"], 2, "Error: a brand that comes with the program is called `night`; choose another name\n"),
            (
                ["ours", "--from", "brifing"],
                1,
                "--from: error: there is no brand `brifing`; did you mean `briefing`?\n1 problem; nothing was written.\n",
            ),
        ],
    )
    def test_what_cannot_be_begun(self, run, arguments: list[str], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
        found, out, err = run("brand", "new", *arguments)
        assert (found, out) == (code, "")
        assert err.endswith(said)

    def test_a_file_that_is_there_is_left_as_it_is(self, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        run("brand", "new", "ours")
        file = tmp_path / "content/brands/ours.yaml"
        file.write_text("mine", encoding="utf-8")
        assert run("brand", "new", "ours") == (
            1,
            "",
            "content/brands/ours.yaml: error: it is there already, and is left as it is\n1 problem; nothing was written.\n",
        )
        assert file.read_text(encoding="utf-8") == "mine"


class TestNew:
    @pytest.mark.parametrize("name", SHIPPED)
    def test_a_sample_in_each_brand(self, run, tmp_path: Path, name: str) -> None:  # type: ignore[no-untyped-def]
        assert run("new", "--brand", name)[0] == 0
        assert f"\nbrand: {name}\n" in "\n" + (tmp_path / "content/south-east-midlands.yaml").read_text(
            encoding="utf-8"
        )
        assert run("build", "--edition", "screen")[0] == 0

    @pytest.mark.parametrize("command", [("new",), ("brand", "new", "ours")])
    def test_a_folder_that_cannot_be_is_told_with_what_this_command_takes(  # type: ignore[no-untyped-def]
        self, run, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        (tmp_path / "taken").write_bytes(b"")
        code, out, err = run(*command, "taken")
        assert (code, out) == (1, "")
        assert "because a file is in the way; name another folder\n" in err

    def test_a_brand_that_would_not_be_found_goes_along(self, run, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
        run("brand", "new", "ours", "--from", "night")
        code, out, err = run("new", "elsewhere", "--brand", "ours")
        assert (code, err) == (0, "")
        assert "elsewhere/content/brands/ours.yaml" in out.splitlines()
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert run("build", "--edition", "screen")[0] == 0

    def test_a_brand_that_is_not_there(self, run) -> None:  # type: ignore[no-untyped-def]
        assert run("new", "--brand", "brifing") == (
            1,
            "",
            "--brand: error: there is no brand `brifing`; did you mean `briefing`? "
            "(a brand of your own begins with `reportgen brand new brifing`)\n1 problem; nothing was written.\n",
        )


class TestIcons:
    def test_every_icon_has_words_and_no_other_has(self) -> None:
        assert set(icon_words()) == icon_names()
        assert all(len(words) >= 4 for words in icon_words().values())
        assert all(word == word.lower() and " " not in word for words in icon_words().values() for word in words)

    @pytest.mark.parametrize(
        ("word", "first"),
        [
            ("money", "coin"),
            ("Money", "coin"),
            ("coins", "coin"),
            ("pounds", "currency-gbp"),
            ("home", "house"),
            ("houses", "house"),
            ("school", "graduation-cap"),
            ("doctor", "stethoscope"),
            ("solar energy", "sun"),
            ("graph", "chart-bar"),
            ("piggy", "piggy-bank"),
            ("bicyle", "bicycle"),
            ("electri", "charging-station"),
        ],
    )
    def test_the_nearest_by_meaning_is_first(self, word: str, first: str) -> None:
        assert icons_for(word)[0] == first

    def test_what_nothing_stands_for(self) -> None:
        assert icons_for("xyzzy") == icons_for("") == icons_for("-") == ()

    @given(st.text())
    def test_any_word_may_be_looked_for(self, word: str) -> None:
        assert set(icons_for(word)) <= icon_names()
        assert nearest_icons(word)

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("money", "did you mean `coin`, `coins` or `currency-dollar`?"),
            ("money-bag", "did you mean `coin`, `coins` or `currency-dollar`?"),
            ("aeroplane", "did you mean `airplane`?"),
            ("hospitall", "did you mean `hospital`?"),
            ("xyzzy", "`reportgen icons` shows all that there are"),
        ],
    )
    def test_an_unknown_icon_is_told_the_nearest(self, name: str, hint: str) -> None:
        body = f"highlights:\n  title: a\n  items:\n    - {{icon: {name}, text: b}}\n"
        with pytest.raises(ReportError) as caught:
            load_report("brand: b\nlanguage: en-GB\ntitle: Title\n" + body, name="r.yaml")
        assert str(caught.value).splitlines()[0] == f"r.yaml:7:14: error: unknown icon `{name}`; {hint}"

    def test_a_search_is_a_list(self, run) -> None:  # type: ignore[no-untyped-def]
        code, out, err = run("icons", "--search", "money")
        assert (code, err) == (0, "")
        assert [line.split()[0] for line in out.splitlines()] == list(icons_for("money"))
        assert out.splitlines()[0] == "coin              money, cash, penny, pence, price, cost"

    def test_all_as_a_list(self, run) -> None:  # type: ignore[no-untyped-def]
        assert [line.split()[0] for line in run("icons", "--format", "text")[1].splitlines()] == sorted(icon_names())

    def test_a_search_that_finds_nothing(self, run) -> None:  # type: ignore[no-untyped-def]
        code, out, err = run("icons", "--search", "xyzzy")
        assert (code, out) == (2, "")
        assert err.endswith("Error: no icon stands for `xyzzy`; try a plainer word, or `reportgen icons`\n")

    def test_a_brand_that_is_not_there(self, run) -> None:  # type: ignore[no-untyped-def]
        said = (
            "--brand: error: there is no brand `brifing`; did you mean `briefing`?\n1 problem; nothing was written.\n"
        )
        assert run("icons", "--brand", "brifing") == (1, "", said)

    @pytest.mark.parametrize("name", SHIPPED)
    def test_the_page_has_every_icon_and_is_clean(self, run, tmp_path: Path, name: str) -> None:  # type: ignore[no-untyped-def]
        code, out, err = run("icons", "--brand", name)
        assert (code, err) == (0, "")
        assert out.startswith("output/icons.pdf ")
        data = (tmp_path / "output/icons.pdf").read_bytes()
        assert not checking.check_bytes(data, "icons.pdf").errors
        heard = checking.screen_reader_text(data)
        assert [line.split(": ")[1] for line in heard.splitlines() if "LBody: " in line] == sorted(icon_names())

    def test_a_page_of_a_search(self, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
        assert run("icons", "--search", "money", "--format", "pdf")[0] == 0
        heard = checking.screen_reader_text((tmp_path / "output/icons.pdf").read_bytes())
        assert "heading 1: Icons for “money”" in heard


def test_the_words_are_data_in_order() -> None:
    text = (ROOT / "reportgen/assets/icon_words.json").read_text(encoding="utf-8")
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_help_names_the_commands() -> None:
    said = CliRunner().invoke(commands, ["--help"]).output
    assert all(f"\n  {name} " in said for name in ("brand", "build", "check", "explain", "fit", "icons", "new"))
