"""What an operator may set, by environment variables named `SHOPKEEPER_*`; everything has a working default."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PICTURE_REQUESTS = ("messages", "objects", "addresses")
MODEL_USES = ("acts", "rerank", "rephrase", "summary", "look", "hear")
USED_UNASKED = ("acts", "rephrase", "summary")
"""What a model is used for where nothing else is said: `rerank` asks it once more before an answer, `look` sends it photos and
`hear` voice notes, so a shop has to want these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`data_dir` holds the database, indexes, keys and uploads of one shop."""

    data_dir: Path = Path("var/shop")
    database_url: str = ""
    """`sqlite:///path` or `postgresql://…`; empty = SQLite in `data_dir`."""
    host: str = "127.0.0.1"
    port: int = 8765
    public_url: str = ""
    """How shoppers reach the server; used in pay and return links. Empty = http://host:port."""
    cors_origins: tuple[str, ...] = ()
    max_body_bytes: int = 12_000_000
    rate_per_minute: int = 3000
    """Requests a minute per client address (burst of a quarter of it), wide enough for many shoppers behind one; 0 = no limit."""
    turns_per_minute: int = 600
    """Turns a minute per conversation (burst of a quarter of it); the gate slows buying long before. 0 = no limit."""
    trusted_proxies: tuple[str, ...] = ()
    pack: str = "lantern_market"
    plugins: Path | None = None
    """A folder of the shop's own commands (`*.py`) and flows (`*.yaml`)."""
    log_level: str = "info"
    sandbox_payments: bool = True
    callbacks_to_private: bool = False
    """Whether events may be sent to addresses in the shop's own network, and by http."""
    payment_provider: str = ""
    """Who takes new payments: sandbox or stripe. Empty = stripe where it has a key, else what the pack says."""
    acp_keys: tuple[str, ...] = field(default=(), repr=False)
    """Assistants that may check out for their users (Agentic Commerce Protocol), each as `name:key`; empty = that door is closed."""
    stripe_secret_key: str = field(default="", repr=False)
    """A (restricted) secret key; empty = no Stripe."""
    stripe_publishable_key: str = ""
    stripe_webhook_secrets: tuple[str, ...] = field(default=(), repr=False)
    """Signing secrets of the webhook endpoint; two while one is being rotated."""
    stripe_api_base: str = "https://api.stripe.com"
    stripe_script_url: str = "https://js.stripe.com/v3/"
    classifier: str = ""
    """Folder made by `shopkeeper train`, with a `labels.yaml` beside it. Empty = `classifier` in `data_dir`, where there is one."""
    labels_kept_days: int = 90
    """How long a message nobody was sure of is kept for labelling; 0 = none is kept."""
    speech_model: str = ""
    """Folder of a Whisper model in CTranslate2's format; empty = the weights that come with the extra `speech`."""
    photos_unsuitable_from: float = 0.8
    """From this score (0 to 1) on a shopper's photo is held back for staff to look at; above 1 none is."""
    photo_marks: bool = True
    """Whether shoppers' photos are looked through for brands and marks of others, after the answer; staff get a notice."""
    spoken_replies: str = ""
    """Program that says replies aloud where a browser cannot: espeak-ng, by name or path. Empty = if it is installed; "off" = never."""
    picture_model: str = ""
    """Folder of a CLIP or SigLIP image model in ONNX. Empty = the endpoint below, or else the network that comes with Shopkeeper."""
    picture_model_url: str = ""
    """An OpenAI-compatible endpoint for embeddings of pictures, up to and with its `/v1`."""
    picture_model_name: str = ""
    picture_model_key: str = field(default="", repr=False)
    picture_model_request: str = ""
    """How the endpoint takes pictures: messages, objects or addresses; empty = tried out."""
    voice_kept_hours: int = 24
    """How long a voice note is kept; its words stay with the conversation."""
    model_url: str = ""
    """An OpenAI-compatible endpoint, up to and with its `/v1`. Empty = rules only."""
    model_name: str = ""
    model_key: str = field(default="", repr=False)
    model_profile: str = ""
    """openai, qwen, qwen-omni, vllm, ollama or llama.cpp; empty = told by the address."""
    model_uses: tuple[str, ...] = USED_UNASKED
    model_timeout_s: float = 6.0
    """For one call of a turn, retries included."""
    model_tokens_per_conversation: int = 40_000
    model_tokens_per_day: int = 2_000_000

    @property
    def storage_url(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'shop.db'}"

    @property
    def classifier_folder(self) -> Path | None:
        """None when nothing was trained."""
        if self.classifier:
            return Path(self.classifier)
        trained = self.data_dir / "classifier"
        return trained if trained.is_dir() else None

    @property
    def labels_file(self) -> Path:
        return self.data_dir / "labels" / "queue.jsonl"

    @property
    def base_url(self) -> str:
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


PREFIX = "SHOPKEEPER_"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `environment` (default: the process's). Raises ValueError that names the variable."""
    given = {k.removeprefix(PREFIX).lower(): v for k, v in (environment or os.environ).items() if k.startswith(PREFIX)}
    values: dict[str, object] = {}
    for name, read in READERS.items():
        if name not in given:
            continue
        try:
            values[name] = read(given[name])
        except ValueError as error:
            raise ValueError(f"{PREFIX}{name.upper()}={given[name]!r}: {error}") from error
    unknown = sorted(set(given) - set(READERS))
    if unknown:
        raise ValueError(f"unknown setting {PREFIX}{unknown[0].upper()}; known: {', '.join(sorted(READERS))}")
    return Settings(**values)  # pyright: ignore[reportArgumentType]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.replace(",", " ").split() if word)


def _uses(text: str) -> tuple[str, ...]:
    uses = _words(text)
    unknown = [use for use in uses if use not in MODEL_USES]
    if unknown:
        raise ValueError(f"{unknown[0]} is no use of a model; known are {', '.join(MODEL_USES)}")
    return uses


def _picture_request(text: str) -> str:
    if text and text not in PICTURE_REQUESTS:
        raise ValueError(f"known are {', '.join(PICTURE_REQUESTS)}")
    return text


def _flag(text: str) -> bool:
    match text.strip().lower():
        case "1" | "true" | "yes" | "on":
            return True
        case "0" | "false" | "no" | "off":
            return False
        case _:
            raise ValueError("write true or false")


READERS = {
    "data_dir": Path,
    "database_url": str,
    "host": str,
    "port": int,
    "public_url": str,
    "cors_origins": _words,
    "max_body_bytes": int,
    "rate_per_minute": int,
    "turns_per_minute": int,
    "trusted_proxies": _words,
    "pack": str,
    "plugins": Path,
    "log_level": str,
    "sandbox_payments": _flag,
    "callbacks_to_private": _flag,
    "payment_provider": str,
    "acp_keys": _words,
    "stripe_secret_key": str,
    "stripe_publishable_key": str,
    "stripe_webhook_secrets": _words,
    "stripe_api_base": str,
    "stripe_script_url": str,
    "classifier": str,
    "speech_model": str,
    "labels_kept_days": int,
    "photos_unsuitable_from": float,
    "photo_marks": _flag,
    "spoken_replies": str,
    "picture_model": str,
    "picture_model_url": str,
    "picture_model_name": str,
    "picture_model_key": str,
    "picture_model_request": _picture_request,
    "voice_kept_hours": int,
    "model_url": str,
    "model_name": str,
    "model_key": str,
    "model_profile": str,
    "model_uses": _uses,
    "model_timeout_s": float,
    "model_tokens_per_conversation": int,
    "model_tokens_per_day": int,
}
