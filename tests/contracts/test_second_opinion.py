"""A model as a second pair of eyes: asked only in doubt, with a small copy; it offers a choice. J1 is the same with and without."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from shopkeeper import bootstrap
from shopkeeper.adapters.clock.held import HeldClock
from shopkeeper.adapters.models.probe import save_report
from shopkeeper.adapters.models.prompt_files import PromptFiles
from shopkeeper.adapters.speech.faster_whisper.listener import can_listen
from shopkeeper.app.models.asking import Asker
from shopkeeper.app.understanding.pieces import SURE_COUNT
from shopkeeper.app.understanding.second_hearing import SecondHearing, combined
from shopkeeper.app.understanding.second_opinion import SecondOpinion
from shopkeeper.bootstrap import CONTENT, Shop, can_see, model_reports_file, open_shop
from shopkeeper.domain.conversation.redaction import Redaction
from shopkeeper.domain.core.ids import ConversationId, ProductId, Sku
from shopkeeper.domain.dialogue.photo import Means, PhotoCandidate, PhotoReading, Verdict, judge
from shopkeeper.domain.dialogue.voice import Transcript, Word
from shopkeeper.entry.http.app import create_app
from shopkeeper.ports.catalog_index import Hit, Resolution
from shopkeeper.ports.language_model import CallRecord, Capability, LanguageModel, ModelRefused, PicturePart, ProbeReport, SoundPart
from shopkeeper.ports.photo_reader import SeenPhoto
from shopkeeper.settings import MODEL_USES
from shopkeeper.testing.conversations.reading import OPENING
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.models import HostileModel, ScriptedModel

TALK = ConversationId("cnv_1")
TALKS = Path(__file__).parents[1] / "conversations"


class Titles:
    """A catalog index that knows two titles."""

    def resolve(self, text: str, *, language: str = "en", limit: int = 10) -> Resolution:
        known = {"leather tote": "leather-tote", "paper lantern": "paper-lantern"}
        hits = tuple(Hit(product_id=ProductId(found), score=0.9) for title, found in known.items() if title in text)
        return Resolution(hits=hits)


class Watch:
    def __init__(self) -> None:
        self.records: list[CallRecord] = []

    def model_called(self, record: CallRecord) -> None:
        self.records.append(record)


def opinion(model: LanguageModel) -> tuple[SecondOpinion, Watch]:
    watch = Watch()
    asker = Asker(model, PromptFiles(CONTENT / "prompts"), lambda text, _: Redaction(text=text))
    return SecondOpinion(asker, index=Titles(), watch=watch), watch  # type: ignore[arg-type]


def photo(*candidates: tuple[str, float], notice: str | None = None) -> PhotoReading:
    judged = judge([PhotoCandidate(product_id=ProductId(name), skus=(Sku(name),), score=score) for name, score in candidates])
    return PhotoReading(part=0, sha256="0" * 64, verdict=judged.verdict, candidates=judged.candidates, open=judged.open, notice=notice)


SEEN = SeenPhoto(reading=photo(), copy=b"whole", glimpse=b"small")


async def test_what_a_model_names_is_offered_and_never_more_than_a_question() -> None:
    model = ScriptedModel(look=[json.dumps({"words": "leather tote tan"})])
    asked, watch = opinion(model)
    told = await asked.about(SEEN, photo(), language="en", scope=TALK)
    assert (told.verdict, told.means) == (Verdict.ALIKE, Means.MODEL)
    assert told.candidates[0].product_id == "leather-tote"
    surer = await asked.about(SEEN, photo(("leather-tote", 0.7), ("rug", 0.2)), language="en", scope=TALK)
    assert surer.verdict is Verdict.EITHER
    assert [record.fallback for record in watch.records] == [None, None]
    pictures = [
        part for request in model.requests for message in request.messages for part in message.parts if isinstance(part, PicturePart)
    ]
    assert {picture.data for picture in pictures} == {b"small"}


@pytest.mark.parametrize(
    ("seen", "reading"),
    [
        (SEEN, photo(("leather-tote", 0.95))),
        (replace(SEEN, glimpse=b""), photo()),
        (SEEN, photo(notice="perception.image_identity")),
    ],
)
async def test_it_is_not_asked_without_need_or_about_what_nobody_may_see(seen: SeenPhoto, reading: PhotoReading) -> None:
    model = ScriptedModel(look=[json.dumps({"words": "leather tote"})])
    asked, _ = opinion(model)
    assert await asked.about(seen, reading, language="en", scope=TALK) == reading
    assert not model.requests


async def test_an_endpoint_that_takes_no_pictures_is_asked_once() -> None:
    model = ScriptedModel(look=[ModelRefused("http_400")])
    asked, _ = opinion(model)
    for _ in range(3):
        assert await asked.about(SEEN, photo(), language="en", scope=TALK) == photo()
    assert len(model.requests) == 1


@pytest.mark.parametrize("answer", ["", "no JSON", '{"words": null}', '{"words": 7}', '{"words": "buy STAFF50 now"}', '{"acts": []}'])
async def test_an_answer_of_another_kind_changes_nothing(answer: str) -> None:
    asked, _ = opinion(ScriptedModel(look=[answer]))
    assert await asked.about(SEEN, photo(("rug", 0.4)), language="en", scope=TALK) == photo(("rug", 0.4))


def part(kind: str, file: str) -> Mapping[str, str]:
    media = "image/jpeg" if kind == "image" else "audio/ogg"
    return {"type": kind, "media_type": media, "data": base64.b64encode((TALKS / file).read_bytes()).decode()}


WORDS = {"type": "text", "text": "budget 100"}
REQUEST: Sequence[Mapping[str, str]] = (
    part("image", "photos/tote_on_chair.jpg"),
    part("audio", "voice/this_one_two_of_them_in_mitte.ogg"),
    WORDS,
)
TYPED: Sequence[Mapping[str, str]] = (
    REQUEST[0],
    {"type": "text", "text": "this one please, two of them, and can I get it today in Mitte? budget 100"},
)
SPOKEN = "This one please, two of them, and can I get it today, in Mitte."


PATIENCE_S = 300.0
"""No deadline of a model or of listening shall decide here: the machine may be busy."""


class Lent:
    """Eyes that one shop lends the others, so that the same photo is looked at once."""

    def __init__(self, own: Any) -> None:
        self._own = own

    def __getattr__(self, name: str) -> Any:
        return getattr(self._own, name)

    def close(self) -> None:
        """The owner closes them."""


class LentEars(Lent):
    async def close(self) -> None:  # type: ignore[override]
        """The owner closes them."""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def lender() -> AsyncGenerator[tuple[Templates, Shop]]:
    """A shop without a model that stays open, and whose senses the other shops use."""
    with Templates() as templates:
        settings = await templates.copy("lantern_market")
        async with open_shop(settings, clock=HeldClock(OPENING), background=False) as shop:
            yield templates, shop


async def payload(
    lender: tuple[Templates, Shop],
    model: LanguageModel | None,
    monkeypatch: pytest.MonkeyPatch,
    *,
    can: Sequence[Capability] = (),
    parts: Sequence[Mapping[str, str]] = REQUEST,
) -> dict[str, Any]:
    """What J1 comes to: its acts, slots and checkout, without ids and times of their own. `can` is what the model was found to do."""
    templates, shop = lender
    monkeypatch.setattr(bootstrap, "LazyReader", lambda *_, **__: Lent(shop.photos))
    monkeypatch.setattr(bootstrap, "speech_listener", lambda _: LentEars(shop.listener) if shop.listener is not None else None)
    copied = await templates.copy("lantern_market")
    settings = replace(copied, rate_per_minute=0, turns_per_minute=0, model_uses=MODEL_USES, model_timeout_s=PATIENCE_S)
    if model is not None and can:
        findings = {one: "yes" if one in can else "answered something else" for one in Capability}
        save_report(ProbeReport(url="", model=model.name, profile="vllm", at=OPENING, findings=findings), model_reports_file(settings))
    app = create_app(settings, lambda: open_shop(settings, clock=HeldClock(OPENING), background=False, model=model))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.test") as client,
    ):
        opened = (await client.post("/v1/conversations", json={})).json()
        headers = {"Authorization": f"Bearer {opened['token']}"}
        answer = await client.post(f"/v1/conversations/{opened['conversation_id']}/turns", json={"parts": parts}, headers=headers)
    body = answer.json()
    checkout = {name: body["checkout"][name] for name in ("status", "totals", "currency", "messages", "fulfillment")}
    lines = [{name: line[name] for name in ("item", "quantity")} for line in body["checkout"]["line_items"]]
    # How surely something was heard is what two ears may differ in; what was heard is not.
    slots = [{**slot, "confidence": None} if slot["source"] == "audio" else slot for slot in body["understanding"]["slots"]]
    return {"acts": body["understanding"]["acts"], "slots": slots, "checkout": checkout, "lines": lines}


@pytest.mark.skipif(not can_see(), reason="photos need the extra 'vision'")
@pytest.mark.asyncio(loop_scope="module")
async def test_j1_is_the_same_with_no_model_with_one_that_sees_and_with_one_that_does_not(
    lender: tuple[Templates, Shop], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of J1 is left to a model, so that none can change it: not one that sees, not one that refuses pictures, not a hostile one."""
    sees = ScriptedModel(look=['{"words": "paper lantern"}'], acts=['{"acts": [{"type": "clear_cart"}]}'])
    blind = ScriptedModel(look=[ModelRefused("http_400")], acts=['{"acts": []}'])
    alone = await payload(lender, None, monkeypatch, parts=TYPED)
    assert alone["lines"][0]["quantity"] == 2
    assert alone["checkout"]["fulfillment"]["store_id"] == "mitte"
    for model in (sees, blind, HostileModel(seed=3)):
        assert await payload(lender, model, monkeypatch, parts=TYPED) == alone


@pytest.mark.skipif(not can_see() or not can_listen(), reason="photos need the extra 'vision', voice the extra 'speech'")
@pytest.mark.asyncio(loop_scope="module")
async def test_j1_with_voice_is_the_same_whichever_senses_a_model_has_and_it_gets_what_it_takes(
    lender: tuple[Templates, Shop], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no model, with one that sees, with one that hears, and with one that does both."""
    heard = json.dumps({"text": SPOKEN})
    lines = {"look": ['{"words": "paper lantern"}'], "hear": [heard], "acts": ['{"acts": []}']}
    alone = await payload(lender, None, monkeypatch)
    assert alone["lines"][0]["quantity"] == 2
    assert {slot["source"] for slot in alone["slots"]} >= {"image", "audio", "text"}
    for can in (
        (Capability.TEXT, Capability.IMAGE, Capability.SCHEMA),
        (Capability.TEXT, Capability.AUDIO),
        (Capability.TEXT, Capability.IMAGE, Capability.AUDIO),
    ):
        model = ScriptedModel(**lines)
        assert await payload(lender, model, monkeypatch, can=can) == alone
        sent = [type(one) for request in model.requests for message in request.messages for one in message.parts]
        assert (SoundPart in sent) == (Capability.AUDIO in can)
        assert PicturePart not in sent
        assert all(request.schema is None for request in model.requests) or Capability.SCHEMA in can


@pytest.mark.parametrize(("can", "asked"), [((Capability.TEXT, Capability.IMAGE), 1), ((Capability.TEXT, Capability.AUDIO), 0), ((), 1)])
async def test_a_doubtful_photo_goes_to_a_model_that_sees_and_to_no_other(can: Sequence[Capability], asked: int) -> None:
    """Where the endpoint was down when it was tried, nothing is known, and it is tried again."""
    model = ScriptedModel(look=['{"words": "leather tote tan"}'])
    findings = {one: "yes" if one in can else "timeout" for one in Capability}
    at = datetime.fromisoformat("2026-09-15T08:00:00+02:00")
    found = ProbeReport(url="", model="scripted", profile="vllm", at=at, findings=findings)
    asker = Asker(model, PromptFiles(CONTENT / "prompts"), lambda text, _: Redaction(text=text), found)
    opinion_ = SecondOpinion(asker, index=Titles(), watch=Watch())  # type: ignore[arg-type]
    await opinion_.about(SEEN, photo(), language="en", scope=TALK)
    assert len(model.requests) == asked


HEARD = Transcript(
    text="two of the tan one please",
    language="en",
    confidence=0.7,
    duration_s=2.0,
    words=tuple(Word(start=at, end=at + 3, confidence=0.4) for at in (0, 4, 7, 11, 15, 19)),
)


def test_words_that_both_heard_are_surer_and_others_too_unsure_for_a_count() -> None:
    told = combined(HEARD, "Ten of the tan ones, please.")
    assert told is not None
    sure = {told.text[word.start : word.end]: word.confidence for word in told.words}
    assert sure["tan"] == sure["please."] == 0.9
    assert sure["Ten"] < SURE_COUNT
    assert sure["ones,"] < SURE_COUNT


@pytest.mark.parametrize("said", ["yes, place the order now", "refund five hundred euro", "place"])
def test_a_model_that_heard_something_else_is_not_believed(said: str) -> None:
    assert combined(HEARD, said) is None


class Same:
    async def as_wav(self, data: bytes) -> bytes | None:
        return b"RIFF" + data


@pytest.mark.parametrize("answer", ["", "no JSON", '{"text": null}', '{"text": 3}', '{"text": "yes, place the order"}', '{"words": "two"}'])
async def test_an_answer_of_no_use_leaves_what_was_heard(answer: str) -> None:
    asker = Asker(ScriptedModel(hear=[answer]), PromptFiles(CONTENT / "prompts"), lambda text, _: Redaction(text=text))
    hearing = SecondHearing(asker, recoder=Same(), watch=Watch())
    assert await hearing.about(b"sound", HEARD, hints=("Leather tote",), scope=TALK) == HEARD
