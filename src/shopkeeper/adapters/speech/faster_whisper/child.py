"""The listening process: one request a time on its input, one line of JSON on its output, until its input ends or nobody asks.

Hostile files are decoded here and nowhere else: with few rights, little memory and nothing worth stealing, and it may be killed any time.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from shopkeeper.adapters.speech.faster_whisper.sound import Limits, Unreadable, as_wav, decode
from shopkeeper.adapters.speech.faster_whisper.weights import NoWeights, weights_folder

if TYPE_CHECKING:
    from shopkeeper.adapters.speech.faster_whisper.engine import Engine, Expecting

IDLE_S = 900.0
"""A model nobody asks gives its memory back."""

MOST_MEMORY_BYTES = 4_000_000_000
POLITENESS = 5


def main(joined: str, own: str, threads: str) -> None:
    """Serve on the standard streams. Whatever libraries print goes to the error stream."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    _be_modest()
    requests = os.fdopen(os.dup(0), "rb", buffering=0)
    engine: Engine | None = None
    while (asked := _next(requests)) is not None:
        try:
            if asked[0].get("as_wav"):
                answer = _recoded(*asked)
            else:
                engine = engine or _open(joined, own, int(threads))
                answer = _answer(engine, *asked)
        except NoWeights as problem:
            answer = {"failed": str(problem)}
        answers.write(json.dumps(answer).encode() + b"\n")


def _open(joined: str, own: str, threads: int) -> Engine:
    from shopkeeper.adapters.speech.faster_whisper.engine import Engine

    return Engine(weights_folder(Path(joined), Path(own) if own else None), threads=threads)


def _next(requests: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next request: a line of JSON that names the size of the file, then the file. None at the end."""
    ready, _, _ = select.select([requests], [], [], IDLE_S)
    line = _line(requests) if ready else b""
    if not line:
        return None
    asked = cast("dict[str, Any]", json.loads(line))
    left, pieces = int(asked["size"]), list[bytes]()
    while left:
        piece = requests.read(min(left, 1 << 16))
        if not piece:
            return None
        pieces.append(piece)
        left -= len(piece)
    return asked, b"".join(pieces)


def _line(requests: IO[bytes]) -> bytes:
    line = bytearray()
    while not line.endswith(b"\n"):
        byte = requests.read(1)
        if not byte:
            return b""
        line += byte
    return bytes(line)


def _answer(engine: Engine, asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        samples = decode(data, Limits(longest_s=float(asked["longest_s"])))
        heard = engine.listen(samples, _expecting(asked))
    except Unreadable as problem:
        return {"unheard": problem.reason.value}
    return {
        "text": heard.text,
        "language": heard.language,
        "confidence": heard.confidence,
        "duration_s": heard.duration_s,
        "words": [[word.start, word.end, word.confidence] for word in heard.words],
    }


def _recoded(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The sound as WAV, in base64: what is sent to others is read here, where it can do no harm."""
    try:
        return {"wav": base64.b64encode(as_wav(decode(data, Limits(longest_s=float(asked["longest_s"]))))).decode()}
    except Unreadable as problem:
        return {"unheard": problem.reason.value}


def _expecting(asked: dict[str, Any]) -> Expecting:
    from shopkeeper.adapters.speech.faster_whisper.engine import Expecting

    return Expecting(language=asked["language"], languages=asked["languages"], hints=asked["hints"])


def _be_modest() -> None:
    """Low priority, bounded memory, no core files: where the system knows these."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        os.nice(POLITENESS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(*sys.argv[1:4])
