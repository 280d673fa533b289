"""Words a shopper is likely to say, as hints for hearing: what is asked and shown now, the cart, branches, then the catalog's commonest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shopkeeper.domain.catalog.product import Product, text_in
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.ports.storage import Storage, Transaction

MOST_TITLES = 12
MOST_COMMON = 90
SHORTEST = 4
"""Letters of a word worth hinting at; shorter ones are heard without help, except in scripts without spaces."""


SERVICE = {
    "en": ("cart", "order", "pickup", "delivery", "checkout", "voucher code", "how much"),
    "de": ("Warenkorb", "Bestellung", "Abholung", "Lieferung", "Kasse", "Gutschein", "wie viel"),
    "es": ("carrito", "pedido", "recogida", "envío", "pagar", "cupón", "cuánto"),
    "fr": ("panier", "commande", "retrait", "livraison", "payer", "bon d'achat", "combien"),
    "zh": ("购物车", "订单", "自取", "送货", "结账", "优惠码", "多少钱"),
    "ru": ("корзина", "заказ", "самовывоз", "доставка", "оплатить", "купон", "сколько"),
    "ar": ("السلة", "الطلب", "الاستلام", "التوصيل", "الدفع", "القسيمة", "كم"),
    "hi": ("कार्ट", "ऑर्डर", "पिकअप", "डिलीवरी", "भुगतान", "कूपन", "कितना"),
    "ur": ("ٹوکری", "آرڈر", "پک اپ", "ترسیل", "ادائیگی", "کوپن", "کتنا"),
}
"""What is said in any shop."""

PHRASES = {
    "en": (
        "this one please",
        "two of them please",
        "three of these",
        "can I get it today in {store}",
        "pick up today at {store}",
        "my budget is 100",
    ),
    "de": (
        "diese hier bitte",
        "zwei Stück bitte",
        "drei davon",
        "kann ich sie heute in {store} abholen",
        "Abholung heute in {store}",
        "mein Budget ist 100",
    ),
    "es": (
        "este por favor",
        "dos de estos",
        "tres de estas",
        "puedo recogerlo hoy en {store}",
        "recogida hoy en {store}",
        "mi presupuesto es 100",
    ),
    "fr": (
        "celui-ci s'il vous plaît",
        "j'en veux deux",
        "trois de ceux-là",
        "je peux le retirer aujourd'hui à {store}",
        "retrait aujourd'hui à {store}",
        "mon budget est de 100",
    ),
    "zh": ("要这个", "两个", "三个", "今天可以在{store}自提吗", "预算100"),
    "ru": ("вот это, пожалуйста", "две штуки", "три таких", "можно забрать сегодня в {store}", "бюджет 100"),
    "ar": ("هذا من فضلك", "اثنان منها", "ثلاثة منها", "هل يمكنني استلامه اليوم في {store}", "ميزانيتي 100"),
    "hi": ("यह वाला दीजिए", "दो चाहिए", "तीन चाहिए", "क्या मैं इसे आज {store} से ले सकता हूँ", "मेरा बजट 100 है"),
    "ur": ("یہ والا چاہیے", "دو عدد", "تین عدد", "کیا آج {store} سے مل سکتا ہے", "میرا بجٹ 100 ہے"),
}
"""How a thing is pointed at, counted, fetched and limited. A listener that has read sentences hears such sentences far better than from
single words; branches stand in theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What a catalog's titles are mostly made of, in one language, at one revision."""

    revision: int
    words: tuple[str, ...]


class CatalogHints:
    """HintSource over the records; the catalog's common words are counted once per revision and language."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._common: dict[str, _Common] = {}

    async def hints(self, state: ConversationState, language: str, titles: Sequence[str]) -> Sequence[str]:
        near, revision = await self._storage.read(lambda tx: (_near(tx, state, language), tx.catalog.revision()))
        common = self._common.get(language)
        if common is None or common.revision != revision:
            words = await self._storage.scan(lambda tx: _common_words(tx, language))
            common = self._common[language] = _Common(revision=revision, words=words)
        return without_repeats(
            (*near.offered, *_phrases(near.stores, language), *near.said, *titles, *SERVICE.get(language, ()), *common.words)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """Words of now: what the question offers, names and options of what was shown, and the branches."""

    offered: tuple[str, ...]
    said: tuple[str, ...]
    stores: tuple[str, ...]


def _near(tx: Transaction, state: ConversationState, language: str) -> _Near:
    offered = [" ".join(choice.words) for choice in state.question.choices] if state.question else []
    wanted: list[ProductId] = [shown.product_id for shown in state.shown[:MOST_TITLES]]
    if state.focus is not None:
        wanted.append(state.focus.product_id)
    products = [listing.product for listing in tx.catalog.listings(dict.fromkeys(wanted)).values()]
    return _Near(
        offered=tuple(word for word in offered if word),
        said=tuple(word for product in products for word in _of_product(product, language)),
        stores=tuple(store.name for store in tx.shop.stores()),
    )


def _phrases(stores: Sequence[str], language: str) -> Iterable[str]:
    """The phrases of a language, those with a branch in them first, each with another branch; then every branch by name."""
    phrases = PHRASES.get(language, ())
    placed = [phrase for phrase in phrases if "{store}" in phrase] if stores else []
    yield from (phrase.format(store=stores[at % len(stores)]) for at, phrase in enumerate(placed))
    yield from (phrase for phrase in phrases if "{store}" not in phrase)
    yield from stores


def _of_product(product: Product, language: str) -> Iterable[str]:
    yield text_in(product.title, language)
    for variant in product.variants[:MOST_TITLES]:
        yield from variant.options.values()


def _common_words(tx: Transaction, language: str) -> tuple[str, ...]:
    """Whole titles of a small shop; of a large one the words most of its titles share, with the commonest option values."""
    words: Counter[str] = Counter()
    titles: dict[str, None] = {}
    for product in tx.catalog.all_products():
        title = text_in(product.title, language)
        if len(titles) <= MOST_COMMON:
            titles[title] = None
        words.update({word.strip(".,()&") for word in title.split()})
        words.update({value for variant in product.variants for value in variant.options.values() if value.isalpha()})
    if len(titles) <= MOST_COMMON // 2:
        return tuple(titles)
    common = sorted(words, key=lambda word: (-words[word], word))
    return tuple(word for word in common if len(word) >= SHORTEST or not word.isascii())[:MOST_COMMON]


def without_repeats(hints: Iterable[str]) -> tuple[str, ...]:
    """Hints that add a word to those before them."""
    kept: list[str] = []
    seen: set[str] = set()
    for hint in hints:
        words = set(hint.casefold().split())
        if words - seen:
            kept.append(hint)
            seen |= words
    return tuple(kept)
