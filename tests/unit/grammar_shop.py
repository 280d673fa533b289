"""A small Lantern Market for understanding tests: enough products to be ambiguous, in five languages."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.adapters.understanding.lexicon import load_lexicons
from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.product import Pack, Product, Variant
from shopkeeper.domain.conversation.state import ConversationState, Focus, Question, Shown
from shopkeeper.domain.core.ids import CartId, ConversationId, ProductId, Sku, StoreId
from shopkeeper.domain.dialogue.acts import Act
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.understander import Context, Perception

LANGUAGES = ("en", "de", "es", "fr", "zh", "ur")

OPTION_WORDS = {
    "color": {
        "black": {
            "en": ("black", "blk"),
            "de": ("schwarz", "schwarze", "schwarzen"),
            "es": ("negro", "negra"),
            "zh": ("黑色", "黑"),
            "ur": ("کالا", "کالی"),
        },
        "blue": {"en": ("blue", "blu"), "de": ("blau", "blaue", "blauen"), "es": ("azul",), "zh": ("蓝色", "蓝"), "ur": ("نیلا", "نیلی")},
        "tan": {"en": ("tan",), "de": ("hellbraun",)},
        "brown": {
            "en": ("brown", "brwn"),
            "de": ("braun", "braune", "braunen"),
            "es": ("marrón",),
            "zh": ("棕色",),
            "ur": ("بھورا", "بھوری"),
        },
    },
    "size": {
        "M": {"en": ("medium", "med"), "de": ("mittel",), "es": ("mediana",), "zh": ("中号",)},
        "L": {"en": ("large",), "de": ("groß",), "es": ("grande",), "zh": ("大号",), "ur": ("بڑا",)},
    },
}


def _product(
    id_: str, title: dict[str, str], words: dict[str, tuple[str, ...]], category: str, *variants: tuple[str, dict[str, str]], **more: object
) -> Product:
    product_id = ProductId(id_)
    pack = Pack(count=12, unit="egg") if id_ == "eggs" else None
    made = tuple(Variant(sku=Sku(sku), product_id=product_id, options=options, pack=pack) for sku, options in variants)
    names = tuple(variants[0][1])
    return Product(id=product_id, title=title, words=words, category=category, variants=made, option_names=names, **more)  # type: ignore[arg-type]


PRODUCTS = (
    _product(
        "trail-jacket",
        {"en": "Trail jacket", "de": "Trail-Jacke", "es": "Chaqueta trail", "zh": "徒步夹克", "ur": "ٹریل جیکٹ", "fr": "Veste de trail"},
        {"en": ("jacket", "coat"), "de": ("Jacke",), "es": ("chaqueta",), "zh": ("夹克",), "ur": ("جیکٹ",), "fr": ("veste",)},
        "fashion/jackets",
        ("JKT-BLU-M", {"color": "blue", "size": "M"}),
        ("JKT-BLU-L", {"color": "blue", "size": "L"}),
        ("JKT-BLK-M", {"color": "black", "size": "M"}),
        brand="Nordfell",
    ),
    _product(
        "leather-tote",
        {"en": "Leather tote", "de": "Ledertasche", "es": "Bolso de cuero", "zh": "皮革托特包", "ur": "چمڑے کا بیگ", "fr": "Cabas en cuir"},
        {"en": ("tote", "bag", "totes"), "de": ("Tasche",), "es": ("bolso",), "zh": ("包",), "ur": ("بیگ",), "fr": ("sac",)},
        "fashion/bags",
        ("BAG-TAN", {"color": "tan"}),
        ("BAG-BRN", {"color": "brown"}),
    ),
    _product("canvas-tote", {"en": "Canvas tote"}, {"en": ("tote", "bag", "totes")}, "fashion/bags", ("BAG-CNV", {})),
    _product(
        "care-kit",
        {"en": "Leather care kit", "de": "Lederpflege-Set"},
        {"en": ("care kit",), "de": ("Pflegeset",)},
        "fashion/care",
        ("CARE", {}),
    ),
    _product(
        "mugs",
        {
            "en": "Stoneware mugs, set of 2",
            "de": "Steinzeugbecher, 2er-Set",
            "es": "Tazas de gres, juego de 2",
            "zh": "陶瓷马克杯两件套",
            "ur": "مگ، دو کا سیٹ",
            "fr": "Tasses en grès, lot de 2",
        },
        {
            "en": ("mug", "mugs", "cup", "cups"),
            "de": ("Becher", "Tasse", "Tassen"),
            "es": ("taza", "tazas"),
            "zh": ("杯子", "马克杯"),
            "ur": ("مگ", "کپ"),
            "fr": ("tasse", "tasses"),
        },
        "home/kitchen",
        ("MUG-2", {}),
        description={"en": "Two mugs for coffee or tea."},
    ),
    _product(
        "eggs",
        {
            "en": "Free-range eggs, 12",
            "de": "Freilandeier, 12 Stück",
            "es": "Huevos camperos, 12",
            "zh": "散养鸡蛋 12枚",
            "ur": "انڈے، 12",
            "fr": "Œufs plein air, 12",
        },
        {
            "en": ("egg", "eggs"),
            "de": ("Ei", "Eier"),
            "es": ("huevo", "huevos"),
            "zh": ("鸡蛋", "蛋"),
            "ur": ("انڈا", "انڈے"),
            "fr": ("œuf", "œufs", "oeufs"),
        },
        "grocery/dairy-eggs",
        ("EGG-12", {}),
    ),
    _product(
        "milk",
        {
            "en": "Whole milk 1 l",
            "de": "Vollmilch 1 l",
            "es": "Leche entera 1 l",
            "zh": "全脂牛奶 1升",
            "ur": "دودھ 1 لیٹر",
            "fr": "Lait entier 1 l",
        },
        {"en": ("milk", "milks"), "de": ("Milch",), "es": ("leche",), "zh": ("牛奶",), "ur": ("دودھ",), "fr": ("lait",)},
        "grocery/dairy-eggs",
        ("MILK-1L", {}),
    ),
    _product(
        "water",
        {"en": "Still water 1 l", "de": "Stilles Wasser 1 l"},
        {"en": ("water", "waters"), "de": ("Wasser",)},
        "drinks/water",
        ("WAT-1L", {}),
    ),
    _product("bread", {"en": "Rye bread", "de": "Roggenbrot"}, {"en": ("bread",), "de": ("Brot",)}, "grocery/bakery", ("BRD", {})),
    _product(
        "green-tea",
        {"en": "Green tea", "de": "Grüner Tee", "zh": "绿茶"},
        {"en": ("tea",), "de": ("Tee",), "zh": ("茶",)},
        "drinks/tea",
        ("TEA-GRN", {}),
    ),
    _product(
        "tea-gift",
        {"en": "Tea gift box", "de": "Tee-Geschenkbox"},
        {"en": ("tea", "gift", "present"), "de": ("Tee", "Geschenk")},
        "gifts",
        ("TEA-GFT", {}),
    ),
    _product(
        "pearl-tea",
        {"en": "Pearl milk tea", "zh": "珍珠奶茶"},
        {"en": ("bubble tea", "boba"), "zh": ("奶茶",)},
        "drinks/tea",
        ("TEA-PEARL", {}),
    ),
    _product(
        "hazelnut-bar",
        {"en": "Hazelnut bar", "de": "Haselnussriegel"},
        {"en": ("bar", "snack"), "de": ("Riegel",)},
        "grocery/snacks",
        ("BAR-HAZEL", {}),
    ),
    _product(
        "oat-bar", {"en": "Oat bar", "de": "Haferriegel"}, {"en": ("bar", "snack"), "de": ("Riegel",)}, "grocery/snacks", ("BAR-OAT", {})
    ),
    _product("crisps", {"en": "Salt & vinegar crisps"}, {"en": ("crisps", "chips")}, "grocery/snacks", ("CHP-SV", {})),
    _product("rack", {"en": "Bike rack", "de": "Fahrradträger"}, {"en": ("rack",), "de": ("Träger",)}, "bike/racks", ("RACK-7", {})),
    _product(
        "red-wine",
        {"en": "Red wine", "de": "Rotwein", "es": "Vino tinto"},
        {"en": ("wine",), "de": ("Wein",), "es": ("vino",)},
        "drinks/wine",
        ("WINE-R", {}),
    ),
)

SHOP = ShopWords(languages=LANGUAGES, stores=((StoreId("mitte"), "mitte"), (StoreId("nord"), "nord")))


@cache
def index() -> Fts5Index:
    made = Fts5Index(Path(mkdtemp()) / "search.db")
    made.build(PRODUCTS, revision=1, option_words=OPTION_WORDS)
    return made


@cache
def understander() -> RulesUnderstander:
    return RulesUnderstander(index=index(), lexicons=load_lexicons(LANGUAGES), shop=SHOP)


@cache
def detector() -> LanguageDetector:
    return LanguageDetector(load_lexicons(LANGUAGES), LANGUAGES)


def context(
    *, cart: tuple[str, ...] = (), shown: tuple[str, ...] = (), focus: str | None = None, question: Question | None = None
) -> Context:
    basket = Cart(id=CartId("cart"))
    for product in PRODUCTS:
        if product.id in cart:
            basket = basket.add(sku=product.variants[0].sku, product_id=product.id, quantity=1)
    state = ConversationState(
        id=ConversationId("c"),
        cart_id=basket.id,
        question=question,
        shown=tuple(Shown(product_id=ProductId(one)) for one in shown),
        focus=Focus(product_id=ProductId(focus)) if focus else None,
    )
    titles = tuple((str(line.id), str(line.product_id)) for line in basket.lines)
    return Context(state=state, cart=basket, cart_titles=titles, now=datetime(2026, 9, 15, 8, tzinfo=UTC), zone="Europe/Berlin")


def read(text: str, *, language: str | None = None, within: Context | None = None) -> Understanding:
    spoken = language or detector().identify(text, prior="en")
    return understander().read(Perception(text=text, language=spoken), within or context())


def brief(act: Act) -> str:
    """An act as one short line, for tables: its type and what matters of it."""
    parts: list[str] = []
    for name in ("quantity", "pieces", "delta", "code", "label", "number", "topic", "aspect", "email", "value", "clear_cart", "reason"):
        value = getattr(act, name, None)
        if value not in (None, "", "asked"):
            parts.append(str(value))
    method = getattr(act, "method", None)
    parts.extend([str(method)] if method else [])
    parts.extend([str(act.store_id)] if getattr(act, "store_id", None) else [])
    address = getattr(act, "address", None)
    parts.extend([f"{address.line1}|{address.postal_code}|{address.city}|{address.country}"] if address else [])
    for name in ("reference", "to"):
        reference = getattr(act, name, None)
        if reference is not None:
            parts.append(("to=" if name == "to" else "") + _pointed(reference))
    parts.extend(_pointed(one) for one in getattr(act, "references", ()))
    limits = getattr(act, "constraints", None)
    if limits is not None:
        parts.extend([f"<={limits.max_price.minor}"] if limits.max_price else [])
        parts.extend([f">={limits.min_price.minor}"] if limits.min_price else [])
        parts.extend(f"-{word}" for word in (*limits.exclude, *limits.free_from))
        parts.extend(f"+{word}" for word in limits.diet)
    return " ".join([act.type, *parts])


def _pointed(reference: object) -> str:
    candidates = getattr(reference, "candidates", None)
    if candidates is not None:
        options = "/".join(reference.options.values())  # type: ignore[attr-defined]
        extreme = getattr(reference, "superlative", None)
        return (f"{extreme} " if extreme else "") + (candidates[0].product_id if candidates else "?") + (f"[{options}]" if options else "")
    for name, form in (("position", "#{}"), ("superlative", "{}"), ("sku", "{}"), ("line_id", "line {}")):
        value = getattr(reference, name, None)
        if value is not None:
            return form.format(value)
    options = getattr(reference, "options", None)
    if getattr(reference, "type", "") == "other":
        return "not[" + "/".join((*options.values(), *reference.products)) + "]"  # type: ignore[attr-defined]
    return "[" + "/".join(options.values()) + "]" if options else "it"


def briefs(text: str, *, language: str | None = None, within: Context | None = None) -> list[str]:
    return [brief(act) for act in read(text, language=language, within=within).acts]
