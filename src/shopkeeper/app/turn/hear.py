"""Voice notes of a message: heard with the shop's own words as hints, kept for a day, joined with what was typed."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from shopkeeper.app.understanding.second_hearing import SecondHearing
from shopkeeper.domain.conversation.card_numbers import MASK, mask_card_numbers
from shopkeeper.domain.conversation.message import IncomingMessage, MediaPart, TextPart
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.dialogue.sounding import mended
from shopkeeper.domain.dialogue.understanding import Source
from shopkeeper.domain.dialogue.voice import Piece, Transcript, VoiceReading
from shopkeeper.ports.media_store import MediaStore
from shopkeeper.ports.speech_to_text import Hearing, NotHeard, SpeechToText

MOST_VOICES = 4
CARD_SAID = "privacy.card_masked"
NOT_KEPT = ("perception.audio_too_large", "perception.audio_unknown", CARD_SAID)
"""What is no voice note is not kept either, nor one in which somebody reads out a card number."""


class HintSource(Protocol):
    async def hints(self, state: ConversationState, language: str, titles: Sequence[str]) -> Sequence[str]:
        """What this shopper is likely to say now, likeliest first: what is asked, shown and in the cart, then the shop's own words."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """Listens to voice notes and keeps the recordings; None in their place = this shop cannot hear. `languages` are those spoken here."""

    listener: SpeechToText
    media: MediaStore
    hints: HintSource
    languages: tuple[str, ...]
    second: SecondHearing | None = None
    """Somebody else to ask what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All words of a message, typed and spoken, in the order of its parts."""

    text: str
    pieces: tuple[Piece, ...]
    voices: tuple[VoiceReading, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        return tuple(voice.notice for voice in self.voices if voice.notice is not None)


async def gather_words(message: IncomingMessage, ears: Ears | None, state: ConversationState, titles: Sequence[str], *, most: int) -> Words:
    """The words of every part. A voice note that cannot be heard has its reason in `notices`, and the rest goes on."""
    heard = await _listen(message, ears, state, titles)
    pieces: list[Piece] = []
    text = ""
    for at, part in enumerate(message.parts):
        said = _said(part, heard.get(at))
        if not said.strip():
            continue
        start = len(text) + bool(text)
        text = f"{text}\n{said}" if text else said
        spoken = heard[at].transcript if at in heard else None
        source = Source.AUDIO if spoken else Source.TEXT
        pieces.append(Piece(source=source, part=at, start=start, end=len(text), words=spoken.words if spoken else ()))
    return Words(text=text[:most], pieces=tuple(pieces), voices=tuple(heard.values()))


def _said(part: object, voice: VoiceReading | None) -> str:
    if isinstance(part, TextPart):
        return part.text.replace(MASK, " ")
    return voice.transcript.text.replace(MASK, " ") if voice is not None and voice.transcript is not None else ""


async def _listen(
    message: IncomingMessage, ears: Ears | None, state: ConversationState, titles: Sequence[str]
) -> Mapping[int, VoiceReading]:
    parts = [(at, part) for at, part in enumerate(message.parts) if isinstance(part, MediaPart) and part.type == "audio"]
    if not parts:
        return {}
    if ears is None:
        return {at: _unheard(at, part, "perception.audio") for at, part in parts}
    hints = await ears.hints.hints(state, state.language, titles)
    heard = await asyncio.gather(
        *(ears.listener.hear(part.data, language=state.language, languages=ears.languages, hints=hints) for _, part in parts[:MOST_VOICES])
    )
    righted = [mended(one, hints) if isinstance(one, Transcript) and one.language == state.language else one for one in heard]
    if ears.second is not None:
        righted = await asyncio.gather(
            *(_again(ears.second, part, one, hints, message.conversation_id) for (_, part), one in zip(parts, righted, strict=False))
        )
    readings = [_reading(at, part, one) for (at, part), one in zip(parts, righted, strict=False)]
    for reading, (_, part) in zip(readings, parts, strict=False):
        if reading.notice not in NOT_KEPT:
            await ears.media.put(message.conversation_id, reading.sha256, part.data, at=message.received_at)
    left_out = [_unheard(at, part, "perception.audio_many") for at, part in parts[MOST_VOICES:]]
    return {reading.part: reading for reading in (*readings, *left_out)}


async def _again(second: SecondHearing, part: MediaPart, heard: Hearing, hints: Sequence[str], scope: ConversationId) -> Hearing:
    """Nobody else hears a recording in which there is nothing to hear, or in which a card number is read out."""
    if isinstance(heard, NotHeard) or mask_card_numbers(heard.text).count:
        return heard
    return await second.about(part.data, heard, hints=hints, scope=scope)


def _reading(at: int, part: MediaPart, heard: Hearing) -> VoiceReading:
    if isinstance(heard, NotHeard):
        return _unheard(at, part, f"perception.audio_{heard.reason.value}")
    digest, masked = hashlib.sha256(part.data).hexdigest(), mask_card_numbers(heard.text)
    if masked.count:
        return VoiceReading(part=at, sha256=digest, transcript=replace(heard, text=masked.text, words=()), notice=CARD_SAID)
    return VoiceReading(part=at, sha256=digest, transcript=heard)


def _unheard(at: int, part: MediaPart, notice: str) -> VoiceReading:
    return VoiceReading(part=at, sha256=hashlib.sha256(part.data).hexdigest(), notice=notice)
