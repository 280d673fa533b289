"""Domain values as stored JSON and back. Adapters are built once, on first use; unknown fields of newer writers are ignored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, get_args

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from shopkeeper.domain.conversation.events import ConversationEvent
from shopkeeper.domain.core.outcome import InvalidInput

T = TypeVar("T")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Codec(Generic[T]):
    """`encode(decode(text))` and `decode(encode(value))` give back what they were given.

    The values of the last `keep` texts are kept: values are frozen, so the same text may give the same value again.
    """

    __slots__ = ("_adapter", "_type", "decode")

    def __init__(self, type_: Any, *, keep: int = 0) -> None:
        self._type = type_
        self._adapter: TypeAdapter[T] | None = None
        self.decode: Callable[[str], T] = lru_cache(keep)(self._decode) if keep else self._decode

    @property
    def adapter(self) -> TypeAdapter[T]:
        if self._adapter is None:
            self._adapter = TypeAdapter(self._type)
        return self._adapter

    def encode(self, value: T) -> str:
        """Raises InvalidInput for text that is not Unicode (a lone surrogate)."""
        try:
            return self.adapter.serializer.to_json(value).decode()
        except PydanticSerializationError as error:
            raise InvalidInput("unstorable", f"a value cannot be stored: {error}") from error

    def _decode(self, text: str) -> T:
        return self.adapter.validator.validate_json(text)


OBJECT: Codec[Mapping[str, object]] = Codec(dict[str, Any])
"""Free JSON objects: answers, traces, facts, effect bodies. Values must be JSON values to come back as they were."""


@cache
def event_codecs() -> Mapping[str, Codec[Any]]:
    """The codec of each conversation event by its type tag."""
    return {_tag(kind): Codec(kind) for kind in get_args(ConversationEvent)}


def _tag(kind: Any) -> str:
    return kind.__dataclass_fields__["type"].default


def micros(moment: datetime) -> int:
    """Whole microseconds since 1970 UTC. Raises TypeError for a moment without a zone."""
    return (moment - EPOCH) // MICROSECOND


def moment(value: int) -> datetime:
    return EPOCH + timedelta(microseconds=value)
