"""Requests and answers of the chat completions API as JSON."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from shopkeeper.adapters.models.profiles import Profile
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.ports.language_model import (
    MessagePart,
    ModelAnswer,
    ModelDown,
    ModelMessage,
    ModelRequest,
    PicturePart,
    SoundPart,
    Tool,
    ToolCall,
    Usage,
    WordsPart,
)

CUT_SHORT = "length"
"""The `finish_reason` of an answer that ran into its token limit."""


def request_json(request: ModelRequest, model: str, profile: Profile, *, stream: bool) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": model,
        "messages": [_message(message, profile) for message in request.messages],
        profile.max_tokens_field: request.max_tokens,
        **profile.extra,
    }
    if profile.sends_temperature:
        body["temperature"] = request.temperature
    if request.schema is not None:
        body["response_format"] = _format(request.schema, request.use, profile)
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    if stream:
        body["stream"] = True
        if profile.streams_usage:
            body["stream_options"] = {"include_usage": True}
    return body


def _message(message: ModelMessage, profile: Profile) -> dict[str, Any]:
    words = [part.text for part in message.parts if isinstance(part, WordsPart)]
    if len(words) == len(message.parts):
        return {"role": message.role, "content": "\n".join(words)}
    return {"role": message.role, "content": [_part(part, profile) for part in message.parts]}


def _part(part: MessagePart, profile: Profile) -> dict[str, Any]:
    match part:
        case WordsPart(text=text):
            return {"type": "text", "text": text}
        case PicturePart(media_type=media_type, data=data):
            return {"type": "image_url", "image_url": {"url": f"data:{media_type};base64,{base64.b64encode(data).decode()}"}}
        case SoundPart(format=form, data=data):
            encoded = base64.b64encode(data).decode()
            content = f"data:;base64,{encoded}" if profile.audio_style == "data_url" else encoded
            return {"type": "input_audio", "input_audio": {"data": content, "format": form}}
        case _:
            assert_never(part)


def _format(schema: Mapping[str, object], name: str, profile: Profile) -> dict[str, Any]:
    match profile.schema_style:
        case "json_schema":
            return {"type": "json_schema", "json_schema": {"name": name, "schema": schema, "strict": profile.is_strict}}
        case "json_object_with_schema":
            return {"type": "json_object", "schema": schema}
        case "json_object":
            return {"type": "json_object"}


def _tool(tool: Tool) -> dict[str, Any]:
    return {"type": "function", "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One `data:` line of a stream: some text, the usage (in the last pieces), and why the answer ended (in its last piece)."""

    text: str
    usage: Usage | None
    ended: str | None


def read_answer(body: bytes, *, model: str) -> ModelAnswer:
    """Raises ModelDown("garbage") for anything that is not a completion."""
    completion = _json(body)
    choices = as_sequence(completion.get("choices"))
    if not choices:
        raise ModelDown("garbage")
    choice = as_mapping(choices[0])
    message = as_mapping(choice.get("message"))
    return ModelAnswer(
        text=_text(message.get("content")),
        model=str(completion.get("model") or model),
        tool_calls=_tool_calls(as_sequence(message.get("tool_calls"))),
        usage=_usage(completion),
        is_whole=choice.get("finish_reason") != CUT_SHORT,
    )


def read_piece(line: bytes) -> Piece:
    piece = _json(line)
    first = as_mapping(next(iter(as_sequence(piece.get("choices"))), None))
    ended = first.get("finish_reason")
    return Piece(
        text=_text(as_mapping(first.get("delta")).get("content")),
        usage=_usage(piece) if piece.get("usage") else None,
        ended=str(ended) if ended else None,
    )


def _json(body: bytes) -> Mapping[str, object]:
    try:
        return as_mapping(json.loads(body))
    except (ValueError, RecursionError) as error:
        raise ModelDown("garbage") from error


def _text(content: object) -> str:
    """Content is a text, or a list of parts of which the texts count."""
    if isinstance(content, str):
        return content
    return "".join(str(as_mapping(part).get("text", "")) for part in as_sequence(content))


def _tool_calls(calls: Sequence[object]) -> tuple[ToolCall, ...]:
    functions = [as_mapping(as_mapping(call).get("function")) for call in calls]
    return tuple(ToolCall(name=str(f.get("name", "")), arguments=str(f.get("arguments", ""))) for f in functions)


def _usage(completion: Mapping[str, object]) -> Usage:
    usage = as_mapping(completion.get("usage"))
    return Usage(prompt_tokens=as_int(usage.get("prompt_tokens")) or 0, completion_tokens=as_int(usage.get("completion_tokens")) or 0)
