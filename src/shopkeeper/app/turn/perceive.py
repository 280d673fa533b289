"""From the parts of a message to what they say and show; one bad part never loses the others."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.app.turn.hear import Ears, Words, gather_words
from shopkeeper.app.turn.unburden import CARD_SHOWN, unburden_photo
from shopkeeper.app.understanding.printed import recognized
from shopkeeper.app.understanding.second_opinion import SecondOpinion
from shopkeeper.domain.conversation.message import ActionPart, IncomingMessage, MediaPart, TextPart
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.dialogue.grammar.addresses import find_address
from shopkeeper.domain.dialogue.grammar.lexicon import phrase_key
from shopkeeper.domain.dialogue.photo import PhotoReading
from shopkeeper.domain.dialogue.printed.asked import asks_for_text
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.media_store import MediaStore
from shopkeeper.ports.photo_reader import PhotoReader
from shopkeeper.ports.understander import Perception

MAX_TEXT = 4_000
MOST_PHOTOS = 6


class LanguageIdentifier(Protocol):
    def identify(self, text: str, *, prior: str) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """Reads photos and keeps the clean copy of each; None in their place = this shop cannot see."""

    reader: PhotoReader
    media: MediaStore
    index: CatalogIndex | None = None
    """Finds products by what is printed on them."""
    cleared: Callable[[ConversationId, str], Awaitable[bool]] | None = None
    """Whether a person said that a photo which was held back may be shown."""
    second: SecondOpinion | None = None
    """Somebody to ask where a photo leaves doubt."""
    shop: str = ""
    """What the shop is called: its letterhead is no product."""
    finds_marks: bool = False
    """Whether kept photos are looked through afterwards for what others have the rights to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Senses:
    """What this shop takes in besides typed words."""

    eyes: Eyes | None = None
    ears: Ears | None = None


async def perceive(
    message: IncomingMessage, identify: LanguageIdentifier, senses: Senses, state: ConversationState, titles: Sequence[str] = ()
) -> Perception:
    """Typed and spoken words with their language (the conversation's as prior), and what the photos show.

    What cannot be read or heard is named in `notices`. `titles` are what lies in the cart, as hints for hearing.
    """
    words, (photos, unread) = await asyncio.gather(
        gather_words(message, senses.ears, state, titles, most=MAX_TEXT), _look(message, senses.eyes, state.language)
    )
    spoken = _without_address(words.text)
    plain = bool(spoken.strip()) and not _is_choice(spoken, state)
    language = identify.identify(spoken, prior=_prior(words, state)) if plain else state.language
    notices = tuple(dict.fromkeys((*unread, *words.notices)))
    return Perception(text=words.text, language=language, notices=notices, photos=photos, voices=words.voices, pieces=words.pieces)


def _without_address(text: str) -> str:
    """A street and a city are in the language of the place, not of who names them."""
    found = find_address(text, "") if text else None
    return text if found is None else f"{text[: found.start]} {text[found.end :]}"


def _is_choice(text: str, state: ConversationState) -> bool:
    """The words of a choice are those the question offered: "tan" to "tan or brown?" is no Spanish."""
    question = state.question
    if question is None or question.topic not in ("product", "variant"):
        return False
    said = set(phrase_key(text))
    offered = {word for choice in question.choices for label in choice.words for word in phrase_key(label)}
    return bool(said) and said <= offered


def _prior(words: Words, state: ConversationState) -> str:
    """The language that was heard, where everything was spoken; else that of the conversation."""
    spoken = [voice.transcript.language for voice in words.voices if voice.transcript is not None]
    return spoken[0] if spoken and len(words.pieces) == len(spoken) else state.language


async def _look(message: IncomingMessage, eyes: Eyes | None, language: str) -> tuple[tuple[PhotoReading, ...], tuple[str, ...]]:
    images = [(at, part) for at, part in enumerate(message.parts) if isinstance(part, MediaPart) and part.type == "image"]
    if not images:
        return (), ()
    if eyes is None:
        return (), ("perception.image",)
    photos = await asyncio.gather(*(_photo(message, at, part, eyes, language) for at, part in images[:MOST_PHOTOS]))
    unread = dict.fromkeys(photo.notice for photo in photos if photo.notice is not None)
    if len(images) > MOST_PHOTOS:
        unread["perception.image_many"] = None
    return tuple(photos), tuple(unread)


async def _photo(message: IncomingMessage, at: int, part: MediaPart, eyes: Eyes, language: str) -> PhotoReading:
    typed = " ".join(one.text for one in message.parts if isinstance(one, TextPart))
    sha256 = hashlib.sha256(part.data).hexdigest()
    cleared = eyes.cleared is not None and await eyes.cleared(message.conversation_id, sha256)
    seen = await eyes.reader.read(part.data, part=at, text=asks_for_text(typed), cleared=cleared)
    reading = unburden_photo(seen.reading)
    if reading.notice == CARD_SHOWN:
        await eyes.reader.forget((sha256,))
    elif seen.copy:
        await eyes.media.put(message.conversation_id, seen.reading.sha256, seen.copy, at=message.received_at)
    reading = reading if eyes.index is None else recognized(reading, eyes.index, language, eyes.shop)
    return reading if eyes.second is None else await eyes.second.about(seen, reading, language=language, scope=message.conversation_id)


def unread(perception: Perception) -> tuple[Say, ...]:
    """What could not be read or heard, and of several photos which ones."""
    told = tuple(Say(key=notice) for notice in perception.notices)
    photos = sorted(perception.photos, key=lambda photo: photo.part)
    numbers = [str(number) for number, photo in enumerate(photos, start=1) if photo.notice is not None]
    if not numbers or len(photos) < 2:
        return told
    of_photos = {photo.notice for photo in photos}
    last = max(at for at, say in enumerate(told) if say.key in of_photos)
    facts: dict[str, object] = {"numbers": ", ".join(numbers), "several": len(numbers) - 1, "count": len(photos)}
    return (*told[: last + 1], Say(key="perception.which_photos", facts=facts), *told[last + 1 :])


def taps(message: IncomingMessage) -> tuple[ActionPart, ...]:
    return tuple(part for part in message.parts if isinstance(part, ActionPart))
