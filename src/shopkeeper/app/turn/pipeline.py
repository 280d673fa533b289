"""One turn, from the shopper's message to the stored answer: accept, perceive, understand, then one transaction for the rest."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Protocol, cast

from shopkeeper.app.effects.find_marks import mark_effects
from shopkeeper.app.erasure import begin_anew
from shopkeeper.app.flags import raise_flag
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import RunCommand, run
from shopkeeper.app.turn.act import TurnWork
from shopkeeper.app.turn.announce import Announcer, standing_says
from shopkeeper.app.turn.compose import ComposedReply, Composer
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.app.turn.perceive import LanguageIdentifier, Senses, perceive, taps, unread
from shopkeeper.app.turn.request import request_digest, stored_parts, with_transcripts
from shopkeeper.app.turn.reword import REDUCED, Reworder
from shopkeeper.app.turn.taps import tapped
from shopkeeper.app.turn.unburden import unburden
from shopkeeper.app.understanding.one_wish import as_one_wish
from shopkeeper.app.understanding.photos import with_photos
from shopkeeper.app.understanding.pieces import by_part, differing_budgets
from shopkeeper.app.understanding.printed import tainted, with_lists
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.sides import side_taken
from shopkeeper.app.understanding.things import picked
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import language_of
from shopkeeper.domain.catalog.product import text_in
from shopkeeper.domain.conversation.events import AgeStated, AllergyStated, DataErased, Replied, TurnTaken
from shopkeeper.domain.conversation.flag import FlagKind
from shopkeeper.domain.conversation.message import IncomingMessage
from shopkeeper.domain.conversation.state import ConversationState, HandoffState
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.core.ids import EffectId, TurnId, derive
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput, TransientFault, UnknownOutcome
from shopkeeper.domain.dialogue.acts import Unknown
from shopkeeper.domain.dialogue.flow.book import FlowBook
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.domain.dialogue.voice import VoiceReading
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.conversation_store import StoredTurn, TurnStatus
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Storage, Transaction
from shopkeeper.ports.understander import Context, Perception, Understander

STALE_RETRIES = 3
INLINE_EFFECTS = frozenset({"authorize_payment"})
SETTLE_WITHIN_S = 8.0


class Settler(Protocol):
    """Runs one queued effect now; what it learns is recorded and announced by itself."""

    async def settle(self, effect_id: EffectId) -> object: ...


class StepTimer(Protocol):
    """Told how long each step of a turn took, in seconds, and which tier understood it."""

    def step(self, name: str, seconds: float) -> None: ...
    def turn(self, tier: str) -> None: ...
    def photo(self, verdict: str, means: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What a turn starts from: the message, and what was read once before anything is understood."""

    message: IncomingMessage
    digest: str
    turn_id: TurnId

    state: ConversationState
    cart: Cart
    cart_titles: tuple[tuple[str, str], ...]
    profile: ShopProfile
    token_hash: str
    answered: StoredTurn | None
    cards_masked: int = 0
    """Card numbers that were taken out of the message."""


class Assistant:
    """Takes turns. Safe to call concurrently: turns of one conversation queue up, others run side by side."""

    def __init__(
        self,
        *,
        storage: Storage,
        understander: Understander,
        language: LanguageIdentifier,
        gate: GateKeeper,
        composer: Composer,
        announcer: Announcer,
        settler: Settler,
        clock: Clock,
        timer: StepTimer,
        reworder: Reworder | None = None,
        senses: Senses | None = None,
        flows: FlowBook | None = None,
        run_command: RunCommand = run,
        rules: RulesUnderstander | None = None,
    ) -> None:
        self._storage = storage
        self._understander = understander
        self._language = language
        self._gate = gate
        self._composer = composer
        self._announcer = announcer
        self._settler = settler
        self._clock = clock
        self._timer = timer
        self._reworder = reworder
        self._senses = senses or Senses()
        self._flows = flows or FlowBook()
        self._run_command = run_command
        self._rules = rules
        self._queues: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()

    async def take_turn(self, message: IncomingMessage) -> StoredTurn:
        """The stored, answered turn. The same idempotency key gives the same answer again.

        Raises InvalidInput (404) for an unknown conversation and (409) for a key used with another request.
        """
        lock = self._queues.setdefault(message.conversation_id, asyncio.Lock())
        async with lock:
            for attempt in range(STALE_RETRIES):
                try:
                    return await self._attempt(message)
                except (TransientFault, UnknownOutcome):
                    # What was written after all is found by its key and answered from the records.
                    if attempt == STALE_RETRIES - 1:
                        raise
            raise AssertionError("unreachable")

    async def _attempt(self, message: IncomingMessage) -> StoredTurn:
        started = perf_counter()
        before = await self._storage.read(lambda tx: _before(tx, message))
        self._timer.step("accept", perf_counter() - started)
        if before.answered is not None:
            return await self._replay(before.answered, before.digest)
        if before.state.handoff is HandoffState.OPERATOR:
            return await self._storage.write(lambda tx: self._pass_on(tx, before))
        perception, understanding = await self._understand(before)
        started = perf_counter()
        turn, work = await self._storage.write(lambda tx: self._act(tx, before, perception, understanding))
        self._timer.step("act", perf_counter() - started)
        self._timer.turn(understanding.tier)
        if turn.status is TurnStatus.PENDING:
            return await self._settle(turn, _inline(work))
        return await self._reword(turn, work, self._reworder) if self._reworder is not None else turn

    async def _reword(self, turn: StoredTurn, work: TurnWork, reworder: Reworder) -> StoredTurn:
        """The answer is committed; a model may still put it in other words while the conversation is locked."""
        started = perf_counter()
        try:
            return await reworder.finish(turn, work.says, work.state, self._composer.locale_of(work.state))
        finally:
            self._timer.step("reword", perf_counter() - started)

    async def _understand(self, before: Before) -> tuple[Perception, Understanding]:
        started = perf_counter()
        perception = await perceive(before.message, self._language, self._senses, before.state, [title for _, title in before.cart_titles])
        self._timer.step("perceive", perf_counter() - started)
        for photo in perception.photos:
            if photo.notice is None:
                self._timer.photo(photo.verdict.value, photo.means.value if photo.means else "none")
        started = perf_counter()
        from_taps = tapped(taps(before.message))
        context = Context(
            state=before.state, cart=before.cart, cart_titles=before.cart_titles, now=self._clock.now(), zone=before.profile.zone
        )
        photos = perception.photos
        if self._rules is not None and any(photo.lines for photo in photos):
            photos = with_lists(photos, self._rules, context, perception.language, before.profile.name)
        photo_asked = before.state.question is not None and before.state.question.topic == "claim_photo"
        if perception.text.strip():
            read = by_part(await self._understander.understand(perception, context), perception, before.state)
            understood = with_photos(read, photos, text=perception.text, asked=photo_asked)
            asked = before.state.question if not perception.photos else None
            chosen = picked(perception.text, asked) or side_taken(perception.text, asked)
            understood = replace(understood, acts=(chosen,)) if chosen is not None else understood
            budgets = differing_budgets(read.slots, before.profile.currency)
            understood = replace(understood, acts=as_one_wish(understood.acts, before.state, read.acts, budgets))
            merged = replace(understood, acts=(*from_taps.acts, *understood.acts), slots=(*from_taps.slots, *understood.slots))
        else:
            shown = with_photos(Understanding(acts=()), photos, asked=photo_asked)
            tier = from_taps.tier if from_taps.acts else shown.tier
            merged = replace(
                shown,
                acts=(*from_taps.acts, *shown.acts),
                slots=(*from_taps.slots, *shown.slots),
                language=perception.language,
                tier=tier,
            )
        if self._rules is not None:
            left = tainted(before.message, perception.photos, self._rules, context)
            merged = replace(merged, evidence={**merged.evidence, "tainted": left}) if left else merged
        self._timer.step("understand", perf_counter() - started)
        return perception, merged

    def _act(self, tx: Transaction, before: Before, perception: Perception, understanding: Understanding) -> tuple[StoredTurn, TurnWork]:
        """The transaction of the turn: everything it changes, says and stores, or nothing.

        A conversation that moved on meanwhile fails the version check of `append`; the turn is then taken afresh.
        """
        work = self._work(tx, before, said=perception.text, spoken=understanding.language)
        acts, proposed = understanding.acts, understanding.proposed
        if not acts and not proposed and perception.text.strip() and not understanding.asides:
            acts = (Unknown(text=perception.text),)
        work.record(_taken(before, understanding.language, tuple(act.type for act in (*acts, *proposed)), perception.voices))
        work.record(*(AgeStated(age=slot.value) for slot in understanding.slots if slot.name == "age" and isinstance(slot.value, int)))
        work.record(*(AllergyStated(allergen=str(slot.value)) for slot in understanding.slots if slot.name == "avoids"))
        if before.cards_masked:
            self._tell_masked(work, before)
        for photo in perception.photos:
            if photo.held is not None:
                facts = {"score": photo.held.score, "preview": photo.held.preview}
                signs = ("unsuitable",)
                raise_flag(
                    tx, FlagKind.SHOPPER_PHOTO, photo.sha256, signs, at=work.moment.now, conversation_id=before.state.id, facts=facts
                )
        work.says.extend((*unread(perception), *understanding.asides))
        if understanding.evidence.get("model_down"):
            work.notice_once(REDUCED)
        work.run(acts, proposed)
        for effect in (*work.effects, *self._afterwards(perception, before)):
            tx.outbox.put(effect)
        return self._store(work, before, understanding, waits=bool(_inline(work))), work

    def _afterwards(self, perception: Perception, before: Before) -> tuple[QueuedEffect, ...]:
        """What is done with the photos once the answer is out."""
        eyes = self._senses.eyes
        return mark_effects(perception.photos, before.state.id, self._clock.now()) if eyes is not None and eyes.finds_marks else ()

    def _tell_masked(self, work: TurnWork, before: Before) -> None:
        work.says.append(Say(key="privacy.card_masked"))
        facts = {"count": before.cards_masked, "turn": before.turn_id}
        entry = AuditEntry(at=work.moment.now, actor="assistant", action="privacy.card_masked", subject=before.state.id, facts=facts)
        work.tx.audit.append(entry)

    def _work(self, tx: Transaction, before: Before, *, said: str, spoken: str) -> TurnWork:
        moment = Moment(
            now=self._clock.now(),
            actor="shopper",
            conversation_id=before.state.id,
            turn_id=before.turn_id,
            customer_id=before.state.customer_id,
            language=language_of(self._composer.locale_of(replace(before.state, language=spoken))),
        )
        return TurnWork(
            tx=tx,
            state=before.state,
            moment=moment,
            gate=self._gate,
            profile=before.profile,
            said=said,
            flows=self._flows,
            run_command=self._run_command,
        )

    def _store(self, work: TurnWork, before: Before, understanding: Understanding, *, waits: bool) -> StoredTurn:
        """Append the events and keep the answer; a turn that waits for a vendor is answered when that is settled."""
        tx, now = work.tx, work.moment.now
        reply = self._composer.compose(work.says, work.shows, tx=tx, state=work.state, now=now)
        if not waits:
            work.record(Replied(turn_id=before.turn_id, text=reply.text, blocks=reply.blocks))
        if any(isinstance(event, DataErased) for event in work.events):
            begin_anew(tx, before.state, before.token_hash, work.events, at=now)
        else:
            tx.conversations.append(before.state, work.events, at=now)
        turn = StoredTurn(
            id=before.turn_id,
            conversation_id=before.state.id,
            idempotency_key=before.message.idempotency_key,
            request_digest=before.digest,
            status=TurnStatus.PENDING if waits else TurnStatus.ANSWERED,
            answer=_answer(before.turn_id, understanding, reply, work.state),
            trace=_trace(understanding, work),
            at=now,
        )
        tx.conversations.save_turn(turn)
        return turn

    async def _settle(self, turn: StoredTurn, effects: Sequence[EffectId]) -> StoredTurn:
        """Wait for the vendor within reason; what it answers finishes the turn. If it takes longer the shopper hears so now."""
        started = perf_counter()
        try:
            async with asyncio.timeout(SETTLE_WITHIN_S):
                for effect_id in effects:
                    await self._settler.settle(effect_id)
        except TimeoutError:
            return await self._finish(turn, (Say(key="payment.checking"),))
        finally:
            self._timer.step("settle", perf_counter() - started)
        return await self._finish(turn, ())

    async def _finish(self, turn: StoredTurn, says: tuple[Say, ...]) -> StoredTurn:
        """The answered turn; one still pending is answered with `says`, or with how things stand by the records."""
        stored = await self._storage.read(lambda tx: tx.conversations.turn(turn.id))
        if stored is not None and stored.status is TurnStatus.ANSWERED:
            return stored

        def work(tx: Transaction) -> StoredTurn:
            words = says or standing_says(turn, tx)
            self._announcer.announce(tx, turn.conversation_id, words, (), turn_id=turn.id, now=self._clock.now())
            return tx.conversations.turn(turn.id) or turn

        return await self._storage.write(work)

    async def _replay(self, stored: StoredTurn, digest: str) -> StoredTurn:
        if stored.request_digest != digest:
            raise InvalidInput("idempotency_key_reused", "This Idempotency-Key was used for another message. Send a new key.", status=409)
        return stored if stored.status is TurnStatus.ANSWERED else await self._finish(stored, ())

    def _pass_on(self, tx: Transaction, before: Before) -> StoredTurn:
        """A person has taken over: keep the message for them and stay silent."""
        work = self._work(tx, before, said="", spoken=before.state.language)
        if before.cards_masked:
            self._tell_masked(work, before)
        work.record(_taken(before, before.state.language, ()))
        return self._store(work, before, Understanding(acts=(), language=before.state.language), waits=False)


def _before(tx: Transaction, message: IncomingMessage) -> Before:
    state = tx.conversations.get(message.conversation_id)
    profile = tx.shop.profile()
    if state is None or profile is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation. Start one with POST /v1/conversations.", status=404)
    cart = tx.carts.get(state.cart_id) or Cart(id=state.cart_id)
    unburdened = unburden(message, state, tx)
    message = unburdened.message
    return Before(
        message=message,
        digest=request_digest(message),
        turn_id=TurnId(derive("trn", message.conversation_id, message.idempotency_key)),
        state=state,
        cart=cart,
        cart_titles=_titles(tx, cart, state.language),
        profile=profile,
        token_hash=tx.conversations.token_hash(message.conversation_id) or "",
        answered=tx.conversations.find_turn(message.conversation_id, message.idempotency_key),
        cards_masked=unburdened.masked,
    )


def _inline(work: TurnWork) -> tuple[EffectId, ...]:
    """The effects that the turn waits for."""
    return tuple(effect.id for effect in work.effects if effect.kind in INLINE_EFFECTS)


def _taken(before: Before, language: str, acts: tuple[str, ...], voices: Sequence[VoiceReading] = ()) -> TurnTaken:
    return TurnTaken(turn_id=before.turn_id, language=language, parts=with_transcripts(stored_parts(before.message), voices), acts=acts)


def _titles(tx: Transaction, cart: Cart, language: str) -> tuple[tuple[str, str], ...]:
    if not cart.lines:
        return ()
    listings = tx.catalog.listings({line.product_id for line in cart.lines})
    return tuple(
        (line.id, text_in(listings[line.product_id].product.title, language)) for line in cart.lines if line.product_id in listings
    )


def _answer(turn_id: TurnId, understanding: Understanding, reply: ComposedReply, state: ConversationState) -> Mapping[str, object]:
    """The wire answer of DESIGN section 5."""
    slots = [{"name": s.name, "value": plain(s.value), "source": s.source.value, "confidence": s.confidence} for s in understanding.slots]
    return {
        "turn_id": turn_id,
        "language": understanding.language,
        "understanding": {
            "acts": [plain(act) for act in (*understanding.acts, *understanding.proposed)],
            "slots": slots,
            "heard": _heard(understanding),
        },
        "reply": {"text": reply.text, "blocks": list(reply.blocks), "quick_replies": list(reply.quick_replies)},
        "checkout": reply.checkout,
        "handoff": {"state": state.handoff.value},
        "level": "model" if understanding.tier == "model" or understanding.evidence.get("reranked") else "rules",
    }


def _heard(understanding: Understanding) -> list[object]:
    """What was made of voice notes, for the shopper to see."""
    told = [as_mapping(one) for one in as_sequence(understanding.evidence.get("voice"))]
    return [{name: one[name] for name in ("part", "text", "language", "confidence")} for one in told]


def _trace(understanding: Understanding, work: TurnWork) -> Mapping[str, object]:
    evidence = {name: value for name, value in understanding.evidence.items() if name not in ("model", "model_down")}
    return {
        "tier": understanding.tier,
        "confidence": understanding.confidence,
        "evidence": plain(evidence),
        "blocked": _blocked(understanding),
        "model": [plain(call) for call in as_sequence(understanding.evidence.get("model"))],
        "verdicts": list(work.verdicts),
        "says": [say.key for say in work.says],
        "events": [event.type for event in work.events],
        "effects": [effect.kind for effect in work.effects],
    }


def _blocked(understanding: Understanding) -> list[str]:
    """What texts in pictures, codes and file names would have had done, and did not."""
    noted = cast("Sequence[Mapping[str, object]]", understanding.evidence.get("tainted", ()))
    return list(dict.fromkeys(act for note in noted for act in cast("Sequence[str]", note["blocked"])))
