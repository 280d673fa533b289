"""How endpoints that speak the same API differ: fields only, no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from shopkeeper.domain.core.outcome import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`schema_style`: how a JSON schema is asked for. `audio_style`: bare base64, or a data URL in the same field."""

    name: str
    max_tokens_field: str = "max_tokens"
    schema_style: Literal["json_schema", "json_object_with_schema", "json_object"] = "json_schema"
    is_strict: bool = False
    audio_style: Literal["base64", "data_url"] = "base64"
    sends_temperature: bool = True
    streams_usage: bool = True
    streams_always: bool = False
    extra: Mapping[str, object] = field(default_factory=dict[str, object])


PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile(name="openai", max_tokens_field="max_completion_tokens", is_strict=True),
        # Qwen by DashScope's compatible mode: schemas are accepted as "JSON, please"; thinking would spend the deadline.
        Profile(name="qwen", schema_style="json_object", audio_style="data_url", extra={"enable_thinking": False}),
        # Qwen-Omni answers streamed requests only.
        Profile(name="qwen-omni", schema_style="json_object", audio_style="data_url", streams_always=True, extra={"modalities": ["text"]}),
        Profile(name="vllm", extra={"chat_template_kwargs": {"enable_thinking": False}}),
        Profile(name="ollama", extra={"reasoning_effort": "none"}),
        Profile(name="llama.cpp", schema_style="json_object_with_schema", streams_usage=False, extra={"cache_prompt": True}),
    )
}

_HOSTS = (("dashscope", "qwen"), ("api.openai.com", "openai"))
_PORTS = {11434: "ollama", 8080: "llama.cpp"}


def profile_for(url: str, model: str, name: str = "") -> Profile:
    """The profile by `name`, else the one that address and model suggest. Raises InvalidInput for a name that none has."""
    if name:
        if name not in PROFILES:
            raise InvalidInput("model_profile", f"there is no model profile {name!r}; known: {', '.join(PROFILES)}")
        return PROFILES[name]
    address = urlsplit(url)
    guessed = next((profile for word, profile in _HOSTS if word in (address.hostname or "")), None)
    if guessed == "qwen" and "omni" in model.casefold():
        guessed = "qwen-omni"
    return PROFILES[guessed or _PORTS.get(address.port or 0, "vllm")]
