"""TextToSpeech by espeak-ng, a program of every Linux distribution (GPL) that is only called: one process a reply, killed when late."""

from __future__ import annotations

import asyncio
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from collections import OrderedDict
from dataclasses import dataclass

PROGRAM = "espeak-ng"
VOICES = {
    "en": "en-us",
    "de": "de",
    "es": "es",
    "fr": "fr-fr",
    "ru": "ru",
    "zh": "cmn",
    "ar": "ar",
    "hi": "hi",
    "ur": "ur",
    "it": "it",
    "pt": "pt-br",
    "nl": "nl",
    "tr": "tr",
}
WORDS_PER_MINUTE = 160
LONGEST_TEXT = 1_200
MOST_BYTES = 16_000_000
AT_ONCE = 2
WITHIN_S = 8.0
REMEMBERED = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    program: str
    within_s: float = WITHIN_S


def find_program(wanted: str) -> str | None:
    """Where the program is; `wanted` empty means the one on the path, "off" none."""
    return None if wanted == "off" else shutil.which(wanted or PROGRAM)


class EspeakVoice:
    """Implements `TextToSpeech`. What was said lately is remembered, since a reply may be played twice."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._room = asyncio.Semaphore(AT_ONCE)
        self._said: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    async def speak(self, text: str, *, language: str) -> bytes | None:
        voice = VOICES.get(language.partition("-")[0].lower())
        if voice is None or not text.strip():
            return None
        key = (voice, text[:LONGEST_TEXT])
        if key not in self._said:
            try:
                async with asyncio.timeout(self._options.within_s), self._room:
                    sound = await self._spoken(*key)
            except (TimeoutError, OSError):
                return None
            if sound is None:
                return None
            self._said[key] = sound
            while len(self._said) > REMEMBERED:
                self._said.popitem(last=False)
        return self._said[key]

    async def _spoken(self, voice: str, text: str) -> bytes | None:
        """The text goes in by the standard input: as an argument it could be taken for an option."""
        command = (self._options.program, "-v", voice, "-s", str(WORDS_PER_MINUTE), "--stdin", "--stdout")
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        try:
            sound, _ = await process.communicate(text.encode())
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return sound if process.returncode == 0 and sound.startswith(b"RIFF") and len(sound) <= MOST_BYTES else None
