"""What an endpoint can do, found out by asking it: one small question per capability."""

from __future__ import annotations

import asyncio
import io
import json
import math
import struct
import wave
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from shopkeeper.adapters.models.openai_compatible import OpenAICompatible
from shopkeeper.adapters.models.profiles import Profile
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.ports.language_model import (
    Capability,
    MessagePart,
    ModelDown,
    ModelMessage,
    ModelRefused,
    ModelRequest,
    PicturePart,
    ProbeReport,
    SoundPart,
    Tool,
    WordsPart,
)

YES = "yes"
RED = ("red",)
BEEPS = ("3", "three")
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"color": {"type": "string", "enum": ["red", "blue"]}},
    "required": ["color"],
    "additionalProperties": False,
}
TOOL = Tool(
    name="find_product",
    description="Find a product in the catalog.",
    parameters={"type": "object", "properties": {"words": {"type": "string"}}, "required": ["words"]},
)


async def probe(model: OpenAICompatible, *, url: str, profile: Profile, now: datetime, timeout_s: float = 60.0) -> ProbeReport:
    """Every capability tried once. An endpoint that cannot even do text is not asked further."""
    findings: dict[Capability, str] = {}
    for capability in Capability:
        if findings.get(Capability.TEXT, YES) != YES:
            findings[capability] = "not asked"
            continue
        try:
            async with asyncio.timeout(timeout_s):
                findings[capability] = await _try(model, capability)
        except TimeoutError:
            findings[capability] = "timeout"
        except (ModelDown, ModelRefused) as fault:
            findings[capability] = fault.reason
    return ProbeReport(url=url, model=model.name, profile=profile.name, at=now, findings=findings)


async def _try(model: OpenAICompatible, capability: Capability) -> str:
    match capability:
        case Capability.TEXT:
            return await _says(model, ("ok",), WordsPart(text="Answer with the one word: ok"))
        case Capability.STREAM:
            pieces = [piece async for piece in model.stream(_request(WordsPart(text="Count from one to five in words.")))]
            return YES if "".join(pieces).strip() else "said nothing"
        case Capability.SCHEMA:
            return await _follows_schema(model)
        case Capability.TOOLS:
            answer = await model.complete(_request(WordsPart(text="Find red shoes. Call the tool."), tools=(TOOL,)))
            return YES if any(call.name == TOOL.name for call in answer.tool_calls) else "did not call"
        case Capability.IMAGE:
            return await _says(model, RED, WordsPart(text="Which color is this picture? One word."), _picture())
        case Capability.AUDIO:
            return await _says(model, BEEPS, WordsPart(text="How many beeps do you hear? One digit."), _sound())
        case Capability.IMAGE_AND_AUDIO:
            words = WordsPart(text="Which color is the picture, and how many beeps do you hear? A word and a digit.")
            told = await _says(model, RED, words, _picture(), _sound())
            return told if told != YES else await _says(model, BEEPS, words, _picture(), _sound())


async def _says(model: OpenAICompatible, words: Sequence[str], *parts: MessagePart) -> str:
    """Whether the answer has one of `words`. Whoever cannot see or hear answers too."""
    answer = await model.complete(_request(*parts))
    return YES if any(word in answer.text.casefold() for word in words) else "answered something else"


async def _follows_schema(model: OpenAICompatible) -> str:
    words = WordsPart(text='The sky is blue. Answer as JSON: {"color": "red" or "blue"}')
    answer = await model.complete(_request(words, schema=SCHEMA))
    try:
        return YES if as_mapping(json.loads(answer.text)).get("color") in ("red", "blue") else "broke the schema"
    except ValueError:
        return "no JSON"


def _request(*parts: MessagePart, schema: Mapping[str, object] | None = None, tools: tuple[Tool, ...] = ()) -> ModelRequest:
    return ModelRequest(messages=(ModelMessage(role="user", parts=parts),), use="probe", schema=schema, tools=tools, max_tokens=60)


def _picture(side: int = 32) -> PicturePart:
    """A red square as PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\x00" + b"\xff\x00\x00" * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return PicturePart(media_type="image/png", data=png)


def _sound(rate_hz: int = 16_000) -> SoundPart:
    """Three beeps as WAV, each a fifth of a second with as much silence after it."""
    length = rate_hz // 5
    beep = b"".join(struct.pack("<h", int(8000 * math.sin(2 * math.pi * 440 * at / rate_hz))) for at in range(length))
    frames = (beep + bytes(2 * length)) * 3
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(frames)
    return SoundPart(format="wav", data=file.getvalue())


def report_json(report: ProbeReport) -> Mapping[str, object]:
    findings = {capability.value: finding for capability, finding in report.findings.items()}
    return {"url": report.url, "model": report.model, "profile": report.profile, "at": report.at.isoformat(), "findings": findings}


def save_report(report: ProbeReport, path: Path) -> None:
    """Keep the latest report of each endpoint and model."""
    others = [kept for kept in load_reports(path) if (kept.get("url"), kept.get("model")) != (report.url, report.model)]
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"reports": [*others, report_json(report)]}, indent=1), encoding="utf-8")
    fresh.replace(path)


def report_of(url: str, model: str, path: Path) -> ProbeReport | None:
    """What that model at that endpoint was found to do; None where nobody asked."""
    kept = next((one for one in load_reports(path) if (one.get("url"), one.get("model")) == (url, model)), None)
    if kept is None:
        return None
    findings = {Capability(name): str(finding) for name, finding in as_mapping(kept.get("findings")).items() if name in set(Capability)}
    at = datetime.fromisoformat(str(kept.get("at")))
    return ProbeReport(url=url, model=model, profile=str(kept.get("profile")), at=at, findings=findings)


def load_reports(path: Path) -> list[Mapping[str, object]]:
    if not path.exists():
        return []
    kept = as_mapping(json.loads(path.read_text(encoding="utf-8")))
    return [as_mapping(report) for report in as_sequence(kept.get("reports"))]
