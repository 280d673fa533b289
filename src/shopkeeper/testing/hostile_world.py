"""A small shop whose model is hostile, and a look at every turn for what must never happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

from shopkeeper.adapters.addresses.i18n import I18nAddressForms
from shopkeeper.adapters.blobs.folder import FolderMediaStore
from shopkeeper.adapters.flows.files import SHIPPED_COMMANDS
from shopkeeper.adapters.models.claim_files import load_claim_words
from shopkeeper.adapters.models.ledger import TokenFile
from shopkeeper.adapters.models.prompt_files import PromptFiles
from shopkeeper.adapters.payments.sandbox import Bank, SandboxPayments
from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
from shopkeeper.adapters.rules.load import load_rules
from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.adapters.understanding.py3langid import Py3LangGuesser
from shopkeeper.app.effects.performers import payment_performers
from shopkeeper.app.effects.runner import EffectRunner
from shopkeeper.app.models.asking import Asker
from shopkeeper.app.models.budget import Allowance, Budget
from shopkeeper.app.models.deadline import Deadline
from shopkeeper.app.turn.announce import Announcer
from shopkeeper.app.turn.compose import Composer
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.app.turn.perceive import Eyes, Senses
from shopkeeper.app.turn.pipeline import Assistant
from shopkeeper.app.turn.reword import Reworder
from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.app.understanding.model import ModelUnderstander
from shopkeeper.app.understanding.rerank import Reranker
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.words import Bookable, shop_words
from shopkeeper.bootstrap import own_rules, read_flows
from shopkeeper.domain.conversation.events import CommandRan, ConversationStarted
from shopkeeper.domain.conversation.message import IncomingMessage, TextPart
from shopkeeper.domain.conversation.redaction import redact
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CartId, ConversationId, CustomerId
from shopkeeper.domain.dialogue.flow.book import flow_book
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.plugins import load_plugins
from shopkeeper.ports.conversation_store import StoredTurn
from shopkeeper.ports.language_model import CallRecord, LanguageModel
from shopkeeper.testing.hostile_checks import Look, outside, shop_numbers, violations
from shopkeeper.testing.hostile_shops import Fresh, PaintedPhotos, photo_of, small_shop
from shopkeeper.testing.hostile_talk import HostileTalk
from shopkeeper.testing.memory.lantern import PROFILE
from shopkeeper.testing.sale_world import SECRET, HeldClock, OneTransaction

CONTENT = Path(str(files("shopkeeper"))) / "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a run has seen. `rejected` are answers of the model that were of no use; `questions` what was open when a turn came in,
    `happened` the types of events, both with how often."""

    turns: int = 0
    model_turns: int = 0
    reworded: int = 0
    rejected: int = 0
    corners: Counter[str] = field(default_factory=Counter[str])
    languages: Counter[str] = field(default_factory=Counter[str])
    questions: Counter[str] = field(default_factory=Counter[str])
    happened: Counter[str] = field(default_factory=Counter[str])


class HostileWorld:
    """`take` one turn after another; each gives the violations it caused (none, if the shop is sound)."""

    def __init__(
        self, folder: Path, model: LanguageModel, *, fresh: Fresh = small_shop, seed: int = 0, turns_per_conversation: int = 40
    ) -> None:
        self._talk = HostileTalk(seed)
        self._model = model
        self._fresh = fresh
        self._length = turns_per_conversation
        self._folder = folder / "media"
        self._index = Fts5Index(folder / "hostile-index.db")
        self._ledger = TokenFile(":memory:")
        self._lexicons = load_lexicons(shipped_languages())
        self._plugins = load_plugins(None, taken=SHIPPED_COMMANDS)
        self._flow_files = read_flows(self._plugins)
        light = frozenset(word for lexicon in self._lexicons.values() for word in lexicon.function_words)
        self._flows = flow_book((flow for file in self._flow_files for flow in file.flows), light)
        self._phrases = FluentPhraseBook(CONTENT / "replies", zone=PROFILE.zone)
        self._gate = GateKeeper(
            Gate((*load_rules(CONTENT / "rules"), *own_rules(self._flow_files, self._plugins))), addresses=I18nAddressForms()
        )
        self._claims = load_claim_words(CONTENT / "claims")
        self._prompts = PromptFiles(CONTENT / "prompts")
        self._number_words = frozenset(word for one in self._lexicons.values() for word, value in one.numbers.items() if value > 1)
        self._shop_numbers: frozenset[str] = frozenset()
        self._rules: RulesUnderstander | None = None
        self._language = LanguageDetector(self._lexicons, shipped_languages(), Py3LangGuesser())
        self._bank: Bank | None = None
        self._number = 0
        self._said: list[str] = []
        self.records: list[CallRecord] = []
        self.tally = Tally()

    def model_called(self, record: CallRecord) -> None:
        self.records.append(record)

    def close(self) -> None:
        self._close_bank()
        self._index.close()
        self._ledger.close()

    async def take(self) -> Sequence[str]:
        """One turn with a message drawn at random; what it broke."""
        if self._number % self._length == 0:
            await self.open(self._talk.begin())
            self.tally.corners[self._talk.corner] += 1
        return (await self.say(self._talk.next()))[1]

    async def say(self, text: str) -> tuple[StoredTurn, Sequence[str]]:
        """One turn in the open conversation: its stored answer, and what it broke."""
        self._number += 1
        self._said.append(text)
        before = outside(self.tx, self._conversation)
        standing = self.state()
        version = standing.version
        self.tally.questions[standing.question.topic if standing.question else "none"] += 1
        photo = photo_of(text)
        self.records.clear()
        message = IncomingMessage(
            conversation_id=self._conversation,
            idempotency_key=f"k{self._number}",
            parts=(TextPart(text=text), *([photo] if photo is not None else ())),
            received_at=self.clock.now(),
        )
        turn = await self.assistant.take_turn(message)
        again = await self.assistant.take_turn(message)
        self.clock.move(seconds=20)
        self._count(turn, version)
        look = Look(
            tx=self.tx,
            conversation_id=self._conversation,
            turn=turn,
            text=text,
            said=tuple(self._said),
            before=before,
            version=version,
            model_used=any(record.fallback is None for record in self.records),
            shop_numbers=self._shop_numbers,
            number_words=self._number_words,
        )
        replayed = [] if again.answer == turn.answer else ["a replay gives another answer"]
        return turn, [f"{text!r}: {what}" for what in (*replayed, *violations(look))]

    async def open(self, customer: str | None = None) -> None:
        """A fresh shop with another customer's order in it, and a fresh conversation."""
        self._close_bank()
        self.tx = await self._fresh()
        self.clock = HeldClock()
        self._learn_the_shop()
        self._conversation = ConversationId(f"cnv_{self._number}")
        started = ConversationStarted(
            conversation_id=self._conversation,
            cart_id=CartId(f"crt_{self._number}"),
            locale="en",
            storefront="default",
            customer_id=CustomerId(customer) if customer else None,
        )
        self.tx.conversations.start(started, token_hash="-", at=self.clock.now())
        self._said = []
        self.assistant = self._assistant(OneTransaction(self.tx))

    def _learn_the_shop(self) -> None:
        """Its index and its words, once: every fresh copy has the same."""
        if self._rules is not None:
            return
        options, categories, calendar = self.tx.shop.option_words(), self.tx.shop.categories(), self.tx.bookings.calendar()
        named = {one.id: " ".join((*one.title.values(), *(word for words in one.words.values() for word in words))) for one in categories}
        self._shop_numbers = shop_numbers(self.tx)
        products = tuple(self.tx.catalog.all_products())
        self._index.build(products, revision=self.tx.catalog.revision(), option_words=options, category_words=named)
        services = self.tx.catalog.products_of([service.sku for service in calendar.services])
        bookable = Bookable(calendar=calendar, services=services)
        words = shop_words(self.tx.shop.profile() or PROFILE, self.tx.shop.stores(), options, bookable=bookable)
        self._rules = RulesUnderstander(index=self._index, lexicons=self._lexicons, shop=words, flows=self._flows)

    def _assistant(self, storage: OneTransaction) -> Assistant:
        composer = Composer(self._phrases)
        announcer = Announcer(composer)
        bank = self._bank = Bank(":memory:", secret=SECRET, clock=self.clock, deliver=_nowhere)
        provider = SandboxPayments(bank, secret=SECRET, clock=self.clock, page_url="/pay/{}".format)
        runner = EffectRunner(storage, self.clock, payment_performers({"sandbox": provider}, lambda c: f"/done/{c.id}"), announcer)
        budget = Budget(Deadline(self._model, timeout_s=0.05), self._ledger, self.clock, Allowance(per_conversation=0, per_day=0))
        asker = Asker(budget, self._prompts, redact)
        rules = self._rules
        assert rules is not None
        understander = ModelUnderstander(rules, asker, index=self._index, lexicons=self._lexicons, watch=self)
        return Assistant(
            storage=storage,
            understander=Reranker(understander, asker, storage=storage, watch=self),
            language=self._language,
            gate=self._gate,
            composer=composer,
            announcer=announcer,
            settler=runner,
            clock=self.clock,
            timer=_Untimed(),
            reworder=Reworder(storage=storage, asker=asker, phrases=self._phrases, words=self._claims, clock=self.clock, watch=self),
            senses=Senses(eyes=Eyes(reader=PaintedPhotos(), media=FolderMediaStore(self._folder), index=self._index)),
            flows=self._flows,
            rules=rules,
        )

    def _close_bank(self) -> None:
        if self._bank is not None:
            self._bank.close()

    def _count(self, turn: StoredTurn, version: int) -> None:
        used = sum(record.fallback is None for record in self.records)
        reworded = sum(record.use == "rephrase" and record.fallback is None for record in self.records)
        self.tally.languages[str(turn.answer["language"])] += 1
        for recorded in self.tx.conversations.events(self._conversation, after=version):
            event = recorded.event
            self.tally.happened[f"ran:{event.command}" if isinstance(event, CommandRan) else event.type] += 1
        self.tally = replace(
            self.tally,
            turns=self.tally.turns + 1,
            model_turns=self.tally.model_turns + (turn.answer["level"] == "model"),
            reworded=self.tally.reworded + reworded,
            rejected=self.tally.rejected + len(self.records) - used,
        )

    def state(self) -> ConversationState:
        state = self.tx.conversations.get(self._conversation)
        assert state is not None
        return state


class _Untimed:
    def step(self, name: str, seconds: float) -> None:
        """Not looked at."""

    def turn(self, tier: str) -> None:
        """Not looked at."""

    def photo(self, verdict: str, means: str) -> None:
        """Not looked at."""


async def _nowhere(headers: Mapping[str, str], body: bytes) -> bool:
    return True
