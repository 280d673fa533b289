"""A language model as an optional booster: messages in, text or tool calls out, and what the endpoint can do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias

from shopkeeper.domain.core.outcome import PermanentFault, TransientFault


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPart:
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePart:
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPart:
    """`format` as the API names it: wav, mp3."""

    format: str
    data: bytes


MessagePart: TypeAlias = WordsPart | PicturePart | SoundPart


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelMessage:
    role: Literal["system", "user", "assistant"]
    parts: tuple[MessagePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Something the model may ask for. Nothing in this shop runs because a model called a tool."""

    name: str
    description: str
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRequest:
    """`use` names what it is for (acts, rephrase, summary, look, probe); `scope` is the conversation whose budget pays."""

    messages: tuple[ModelMessage, ...]
    use: str
    scope: str = ""
    schema: Mapping[str, object] | None = None
    tools: tuple[Tool, ...] = ()
    max_tokens: int = 400
    temperature: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """`arguments` is the model's own text: JSON if all went well."""

    name: str
    arguments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    prompt_tokens: int = 0
    completion_tokens: int = 0

    @property
    def total(self) -> int:
        return self.prompt_tokens + self.completion_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    text: str
    model: str
    tool_calls: tuple[ToolCall, ...] = ()
    usage: Usage = Usage()
    is_whole: bool = True
    """False when the answer ran into its token limit."""


class Capability(StrEnum):
    TEXT = "text"
    STREAM = "stream"
    SCHEMA = "schema"
    TOOLS = "tools"
    IMAGE = "image"
    AUDIO = "audio"
    IMAGE_AND_AUDIO = "image_and_audio"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeReport:
    """What an endpoint was found to do. `findings` maps a capability to "yes", or to why not."""

    url: str
    model: str
    profile: str
    at: datetime
    findings: Mapping[Capability, str] = field(default_factory=dict[Capability, str])

    def can(self, capability: Capability) -> bool:
        return self.findings.get(capability) == "yes"


class ModelDown(TransientFault):
    """It did not answer, or not in a usable form. `reason` is a short code; `retry_after_s` what the endpoint asked for."""

    def __init__(self, reason: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(f"model: {reason}")
        self.reason = reason
        self.retry_after_s = retry_after_s


class ModelRefused(PermanentFault):
    """Asking again cannot help: budget spent, breaker open, request not accepted. `reason` is a short code."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"model: {reason}")
        self.reason = reason


class LanguageModel(Protocol):
    @property
    def name(self) -> str: ...

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        """One whole answer. Raises ModelDown or ModelRefused, nothing else."""
        ...


class StreamingModel(LanguageModel, Protocol):
    def stream(self, request: ModelRequest) -> AsyncIterator[str]:
        """The answer's text piece by piece, as it comes. Raises as `complete` does."""
        ...


class TokenLedger(Protocol):
    """Tokens spent per account (a conversation, a day). Shared by every process of a shop."""

    def spent(self, account: str) -> int: ...
    def add(self, accounts: Sequence[str], tokens: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecord:
    """What the trace keeps of one call: never its contents. `fallback` says why the rules answered instead."""

    use: str
    model: str
    prompt: str
    prompt_hash: str
    usage: Usage = field(default_factory=Usage)
    latency_ms: float = 0.0
    fallback: str | None = None
    is_down: bool = False
    """Whether there is no model for now (endpoint failing, budget spent), rather than an answer of no use."""

    def unused(self, reason: str) -> CallRecord:
        return replace(self, fallback=reason)

    def plain(self) -> Mapping[str, object]:
        return {
            "use": self.use,
            "model": self.model,
            "prompt": self.prompt,
            "prompt_hash": self.prompt_hash,
            "tokens": {"prompt": self.usage.prompt_tokens, "completion": self.usage.completion_tokens},
            "latency_ms": self.latency_ms,
            "fallback": self.fallback,
        }


class CallWatch(Protocol):
    """Told of every call once it is known what became of it: for metrics and logs."""

    def model_called(self, record: CallRecord) -> None: ...
