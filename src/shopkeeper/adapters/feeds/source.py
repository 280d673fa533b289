"""Bytes of a feed file as text: gzip, byte order marks, and a clear word about other encodings."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from shopkeeper.adapters.feeds.rows import LONGEST_ROW
from shopkeeper.domain.core.outcome import InvalidInput

GZIP = b"\x1f\x8b"
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
HEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """One file. `encoding` None = UTF-8, after any byte order mark."""

    path: Path
    encoding: str | None = None

    def open(self) -> BinaryIO:
        """The unpacked bytes."""
        raw = self.path.open("rb")
        zipped = raw.read(2) == GZIP
        raw.seek(0)
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if zipped else raw

    def head(self) -> bytes:
        with Readable(self), self.open() as stream:
            return stream.read(HEAD_BYTES)

    def text(self) -> io.TextIOWrapper:
        """The text, byte order mark removed, line ends as they are."""
        stream = self.open()
        encoding = self.encoding or marked(self.head()) or "utf-8"
        return io.TextIOWrapper(stream, encoding=encoding + "-sig" if encoding == "utf-8" else encoding, newline="")

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """Numbered lines; None for one that is longer than any product can be, of which the rest is skipped."""
        with Readable(self), self.text() as stream:
            number = 0
            while line := stream.readline(LONGEST_ROW):
                number += 1
                whole = line.endswith("\n") or len(line) < LONGEST_ROW
                yield number, (line if number > 1 else line.removeprefix("\ufeff")) if whole else None
                while not whole:
                    rest = stream.readline(LONGEST_ROW)
                    whole = rest.endswith("\n") or len(rest) < LONGEST_ROW

    def digest(self) -> str:
        with self.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()


def marked(head: bytes) -> str | None:
    return next((encoding for mark, encoding in MARKS if head.startswith(mark)), None)


class Readable:
    """Turns decoding and unpacking faults into one sentence that says what to do."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        name = self.source.path.name
        if isinstance(error, UnicodeDecodeError):
            guess, expected = _guess(error.object), error.encoding.upper().removesuffix("-SIG")
            raise InvalidInput(
                "encoding",
                f"{name} is not {expected} text (byte 0x{error.object[error.start]:02x}); it looks like {guess}."
                f" Save it as UTF-8, or name its encoding in the mapping: `encoding: {guess}`",
            ) from error
        if isinstance(error, (gzip.BadGzipFile, zlib.error, EOFError)):
            raise InvalidInput("damaged", f"{name} is a damaged gzip file: {error}") from error


def _guess(data: bytes) -> str:
    """Bytes 0x80 to 0x9f are control characters in Latin-1 and letters or quotes in Windows-1252."""
    return "windows-1252" if any(0x80 <= byte <= 0x9F for byte in data) else "latin-1"
