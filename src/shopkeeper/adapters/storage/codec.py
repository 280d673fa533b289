"""Domain values as stored JSON and back. Adapters are built once, on first use; unknown fields of newer writers are ignored."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from threading import Lock
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

    The values of the last `keep` texts are kept, those written as well as those read: values are frozen, so the same text may
    give the same value again, and what one turn wrote the next one mostly reads.
    """

    __slots__ = ("_adapter", "_keep", "_kept", "_lock", "_type")

    def __init__(self, type_: Any, *, keep: int = 0) -> None:
        self._type = type_
        self._adapter: TypeAdapter[T] | None = None
        self._keep = keep
        self._kept: OrderedDict[str, T] = OrderedDict()
        self._lock = Lock()

    @property
    def adapter(self) -> TypeAdapter[T]:
        if self._adapter is None:
            self._adapter = TypeAdapter(self._type)
        return self._adapter

    def encode(self, value: T) -> str:
        """Raises InvalidInput for text that is not Unicode (a lone surrogate)."""
        try:
            text = self.adapter.serializer.to_json(value).decode()
        except PydanticSerializationError as error:
            raise InvalidInput("unstorable", f"a value cannot be stored: {error}") from error
        self._remember(text, value)
        return text

    def decode(self, text: str) -> T:
        with self._lock:
            if text in self._kept:
                self._kept.move_to_end(text)
                return self._kept[text]
        value = self.adapter.validator.validate_json(text)
        self._remember(text, value)
        return value

    def _remember(self, text: str, value: T) -> None:
        if not self._keep:
            return
        with self._lock:
            self._kept[text] = value
            self._kept.move_to_end(text)
            if len(self._kept) > self._keep:
                self._kept.popitem(last=False)


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
