"""All that comes from outside is asked for here alone: files, what is shipped, and the date."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date in the file of a report that has none: never today's, so that the same report gives the same bytes."""

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Sources:
    """Where everything that is not in the YAML comes from. `environment` holds what may override a date."""

    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def read_bytes(self, path: Path) -> bytes:
        """The content of a file; raises OSError."""
        return path.read_bytes()

    def exists(self, path: Path) -> bool:
        """Whether `path` is a file."""
        try:
            return path.is_file()
        except (OSError, ValueError):
            return False

    def files_in(self, folder: Path) -> tuple[Path, ...]:
        """The files directly in a folder, by name; none when there is no such folder."""
        try:
            return tuple(sorted(path for path in folder.iterdir() if path.is_file()))
        except OSError:
            return ()

    @property
    def shipped(self) -> Path:
        """The folder with the shipped `content/` and `fonts/`: inside the installed package, or the checkout itself."""
        installed = _PACKAGE / "shipped"
        return installed if installed.is_dir() else _PACKAGE.parent

    def asset(self, name: str) -> Path:
        """A file of the package's own data, such as the icons."""
        return _PACKAGE / "assets" / name

    def build_date(self, dated: str) -> datetime:
        """The date that goes into the file: `SOURCE_DATE_EPOCH` (seconds), else `dated` (YYYY, YYYY-MM or YYYY-MM-DD).

        A month stands for its first day, a year for the first of January, at midnight UTC.
        Raises ValueError when `SOURCE_DATE_EPOCH` is no number of seconds.
        """
        epoch = self.environment.get("SOURCE_DATE_EPOCH")
        if epoch:
            return datetime.fromtimestamp(int(epoch), tz=UTC)
        if not dated:
            return UNDATED
        year, month, day = ([int(part) for part in dated.split("-")] + [1, 1])[:3]
        return datetime(year, month, day, tzinfo=UTC)
