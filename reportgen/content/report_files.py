"""The files that a report names: read below its own folder, and told where the report names one that cannot be had."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Protocol

from reportgen.content.problem_log import ProblemLog
from reportgen.reading.located_tree import Path


class FilePort(Protocol):
    """How files are reached: `reportgen.sources.Sources`, or a test's own."""

    def read_bytes(self, path: FilePath) -> bytes: ...

    def exists(self, path: FilePath) -> bool: ...


@dataclass(frozen=True)
class ReportFiles:
    """Files through a port. `folder` is what paths in the report count from."""

    log: ProblemLog
    folder: FilePath
    port: FilePort

    def path_of(self, written: str) -> FilePath:
        """The path that a report means; in the file's own name accents may stand apart from their letters (NFD)."""
        file = self.folder / written.strip()
        apart = self.folder / unicodedata.normalize("NFD", written.strip())
        return apart if apart != file and not self.port.exists(file) and self.port.exists(apart) else file

    def read(self, path: Path, written: str | None) -> tuple[FilePath, bytes] | None:
        """The file that the report names at `path`; None when there is none, which is told."""
        if written is None or self.log.is_stand_in(path):
            return None
        file = self.path_of(written)
        try:
            if not written.strip() or not self.port.exists(file):
                hint = f"paths count from the folder of the report, `{self.folder.as_posix()}`"
                self.log.at_value("file", f"there is no file `{written}`", path, hint)
                return None
            return file, self.port.read_bytes(file)
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            self.log.at_value("file", f"`{written}` cannot be read: {reason}", path)
            return None
