"""Postal addresses in a message, written as a dozen countries write them, in whatever language the words around them are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shopkeeper.domain.customers.customer import Address

# Every repetition is bounded and starts at a word's edge, so that no text can make the search slow.
_WORDS = r"(?<!\w)[^\W\d_]{1,30}\.?(?:[ \-'’](?:\d{1,2}\. )?[^\W\d_]{1,30}\.?){0,5}"
_NO_CITY = (
    r"and|und|y|et|please|bitte|por|by|before|at|until|between|today|tomorrow|tonight|asap|this|um"
    r"|bis|vor|ab|heute|morgen|zwischen|antes|hoy|entre|avant|demain|ce|entro|oggi|voor|vandaag|germany|deutschland|usa|uk|spain|france"
)
"""Words right after a city that are no part of its name."""
_CITY = rf"[^\W\d_]{{1,30}}(?:[ \-'’](?!(?:{_NO_CITY})\b)[^\W\d_]{{1,30}}){{0,3}}"
_GAP = r"(?:\s{0,3}[,\n;，、،]\s{0,3}|\s(?:in|en|à|a|at|te|em)\s|\s{1,3})"
_LINE2 = r"(?:,\s{0,3}(?P<line2>(?i:apt|apartment|suite|unit|flat|floor|#|c/o|etage|piso|ste)\.?\s{0,2}[\w.\- ]{1,24}?))?"
_COUNTRY_CODES = {
    "germany": "DE",
    "deutschland": "DE",
    "austria": "AT",
    "österreich": "AT",
    "switzerland": "CH",
    "schweiz": "CH",
    "spain": "ES",
    "españa": "ES",
    "france": "FR",
    "netherlands": "NL",
    "nederland": "NL",
    "usa": "US",
    "united states": "US",
    "united kingdom": "GB",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
}
_COUNTRY = rf"(?:[,\s]{{1,4}}(?P<country>(?i:{'|'.join(_COUNTRY_CODES)}))\b)?"

FOUR_DIGITS = "four digits"
"""The form of many countries; it names none."""

_FORMS = (
    (
        "US",
        rf"(?<!\w)(?P<line1>\d{{1,6}}\s(?:[\w.'’\-]{{1,20}}\s?){{1,5}}){_LINE2}{_GAP}(?P<city>{_CITY}),?\s{{1,3}}(?P<state>[A-Z]{{2}})\s{{1,2}}(?P<postal>\d{{5}}(?:-\d{{4}})?)",
    ),
    (
        "GB",
        rf"(?<!\w)(?P<line1>\d{{1,4}}[a-zA-Z]?\s(?:[\w.'’\-]{{1,20}}\s?){{1,5}}){_LINE2}{_GAP}(?P<city>{_CITY}),?\s{{1,3}}(?P<postal>[A-Za-z]{{1,2}}\d[A-Za-z\d]?\s?\d[A-Za-z]{{2}})",
    ),
    ("NL", rf"(?P<line1>{_WORDS}\s\d{{1,4}}\s?[a-zA-Z]?){_LINE2}{_GAP}(?P<postal>\d{{4}}\s?[A-Z]{{2}})\s(?P<city>{_CITY})"),
    (
        "",
        rf"(?P<line1>{_WORDS},?\s\d{{1,4}}(?:\s?[a-zA-Z])?(?:[-/]\d{{1,4}})?){_LINE2}{_GAP}(?:(?:D|DE|A|AT|E|ES)-)?(?P<postal>\d{{5,6}})\s(?P<city>{_CITY})",
    ),
    (
        "",
        r"(?<!\w)(?P<line1>\d{1,4}[a-z]?,?\s(?:[\w.'’\-]{1,30}\s){0,2}[\w.'’\-]{0,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer))"
        rf"{_LINE2}{_GAP}(?P<postal>\d{{5}})\s(?P<city>{_CITY})",
    ),
    ("PT", rf"(?P<line1>{_WORDS},?\s\d{{1,5}}(?:\s?[a-zA-Z])?){_LINE2}{_GAP}(?P<postal>\d{{4}}-\d{{3}})\s(?P<city>{_CITY})"),
    ("PL", rf"(?P<line1>{_WORDS},?\s\d{{1,4}}(?:\s?[a-zA-Z])?(?:/\d{{1,4}})?){_LINE2}{_GAP}(?P<postal>\d{{2}}-\d{{3}})\s(?P<city>{_CITY})"),
    (
        FOUR_DIGITS,
        rf"(?P<line1>{_WORDS}\s\d{{1,4}}(?:[-/]\d{{1,4}}){{0,2}}){_LINE2}{_GAP}(?:A-)?(?P<postal>[1-9]\d{{3}})\s(?P<city>[A-ZÄÖÜ]{_CITY})",
    ),
    (
        "FR",
        rf"(?<!\w)(?P<line1>\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|quai|impasse)\s(?:[\w.'’\-]{{1,20}}\s?){{1,5}}){_LINE2}{_GAP}(?P<postal>\d{{5}})\s(?P<city>{_CITY})",
    ),
)
_PARTIAL = re.compile(rf"(?P<line1>{_WORDS},?\s\d{{1,4}}(?:\s?[a-zA-Z])?(?:[-/]\d{{1,4}})?)(?:{_GAP}(?P<city>{_CITY}))?", re.IGNORECASE)
_ROAD_ENDS = "str|straße|strasse|weg|platz|allee|gasse|damm|ufer|ring|chaussee|steig"
_STREET = re.compile(
    rf"(?P<line1>(?<!\w)(?:[^\W\d_]{{1,30}}[ \-]){{0,4}}?(?:[^\W\d_]{{2,30}}(?:{_ROAD_ENDS})|straße|strasse|allee|platz)\.?,?"
    rf"\s\d{{1,3}}(?:\s?[a-z](?!\w))?(?:[-/]\d{{1,3}})?(?!\w))(?:{_GAP}(?P<city>{_CITY}))?",
    re.IGNORECASE,
)
"""A street that says it is one, with its number; a town may follow."""
_CODE = re.compile(
    r"(?<![\w-])(?:[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}|\d{4}\s?[A-Za-z]{2}|\d{2,5}-\d{3,4}|\d{3}\s\d{2}|\d{4,6})(?![\w-])"
)
_PATTERNS = tuple(
    (country, re.compile(form + _COUNTRY, re.IGNORECASE if country not in ("US", FOUR_DIGITS, "NL") else 0)) for country, form in _FORMS
)
_POSTAL = re.compile(r"\d{4,6}|\d{2}-\d{3}|[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}")
_LEAD_IN = re.compile(
    r"^.*\b(?:ship|send|deliver|delivered|post|mail|bring|liefern|schicken|schick|senden|liefert|envía|enviar|enviad|livrer|envoyer|address"
    r"|adresse|dirección|office|home|live|wohne|is|ist|es|est|to|at|nach|an|in|a|à|en|op|naar|ke|per|na|para)\b:?\s+",
    re.IGNORECASE,
)
_ROADS = {
    "ES": ("calle", "avenida", "avda", "plaza", "paseo", "carrer"),
    "IT": ("via", "viale", "piazza", "corso", "vicolo"),
    "FR": ("rue", "avenue", "boulevard", "quai", "chemin", "impasse", "allée"),
    "PT": ("rua", "travessa", "praça", "largo"),
    "PL": ("ulica", "ul", "aleja", "al"),
}
"""Words that begin a street's name, by the country they most likely stand for."""
_SAME_ROADS = {
    "ES": ("ES", "MX", "AR", "CL", "CO", "PE", "UY"),
    "IT": ("IT", "CH", "SM"),
    "FR": ("FR", "BE", "CH", "LU", "MC", "CA"),
    "PT": ("PT", "BR"),
}
"""A shop in one of these is in no doubt which country its own word for a street means."""
_ROAD = frozenset(word for words in _ROADS.values() for word in words) | {"ул", "улица", "проспект", "пр", "площадь", "бульвар"}
_TOWNS = {
    **dict.fromkeys(("wien", "vienna", "graz", "linz", "salzburg", "innsbruck", "klagenfurt", "villach", "wels"), "AT"),
    **dict.fromkeys(("zürich", "zurich", "bern", "basel", "genf", "genève", "lausanne", "luzern", "winterthur", "st. gallen"), "CH"),
    **dict.fromkeys(("bruxelles", "brussel", "brussels", "antwerpen", "gent", "liège", "brugge", "namur"), "BE"),
    **dict.fromkeys(("københavn", "copenhagen", "aarhus", "odense"), "DK"),
    **dict.fromkeys(("oslo", "bergen", "trondheim", "stavanger"), "NO"),
    **dict.fromkeys(("budapest", "debrecen", "szeged"), "HU"),
    **dict.fromkeys(("luxembourg", "luxemburg"), "LU"),
}
"""Four digits say nothing about which country: where the town does not either, it is the shop's own, and a slip is told as one."""
_LINKS = frozenset(
    {
        "am",
        "an",
        "der",
        "auf",
        "im",
        "in",
        "ob",
        "de",
        "del",
        "la",
        "las",
        "el",
        "los",
        "le",
        "les",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "sur",
        "sous",
        "upon",
        "on",
        "the",
        "van",
        "den",
        "y",
        "et",
        "und",
        "of",
    }
)
"""Small words inside the name of a town."""
_BEGINS = frozenset(
    {
        "new",
        "san",
        "santa",
        "los",
        "las",
        "la",
        "le",
        "el",
        "den",
        "der",
        "bad",
        "saint",
        "st",
        "sankt",
        "são",
        "porto",
        "rio",
        "hong",
        "tel",
        "abu",
        "gross",
        "groß",
    }
)
"""Words that a town's name begins with and never is."""
_NO_TOWN = frozenset({"bitte", "danke", "please", "thanks", "thank", "bitteschön", "germany", "deutschland", "spain", "france", "italy"})
_RUN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.]*")
"""Letters of the Latin script."""
_GLUED = re.compile(r"[\u0600-\u0dff\u3000-\u9fff\uac00-\ud7af]+(?=[A-Za-zÀ-ɏ])")
_CASED = re.compile(r"[A-Za-zÀ-ɏ\u0400-\u04ff]")
"""Scripts that tell a name by its first letter."""
_NAME = re.compile(
    r"(?:^|[\n,.:;!?]\s{0,3}|\b(?:an|to|for|für|para|pour|per|aan|voor)\s)(?P<name>[^\W\d_a-z][\w.'’\-]{0,24}(?:\s[^\W\d_a-z][\w.'’\-]{0,24}){1,3})\s{0,2}[,\n]\s{0,3}$"
)


@dataclass(frozen=True, slots=True)
class FoundAddress:
    address: Address
    start: int
    end: int


def find_address(text: str, country: str) -> FoundAddress | None:
    """The first address in `text`; five-digit postal codes are taken for `country`'s unless a country is named."""
    if not _POSTAL.search(text):
        return None
    for form_country, pattern in _PATTERNS:
        match = pattern.search(text)
        if match is not None:
            return _found(text, match, country if form_country in ("", FOUR_DIGITS) else form_country)
    return None


def find_partial(text: str) -> Address | None:
    """Street and number with perhaps a town, where nothing else is said: what was asked for, not all of it. Its country is not known."""
    match = _PARTIAL.fullmatch(text.strip(" .!\n"))
    if match is None:
        return None
    line1, _ = _street(match["line1"], 0)
    return Address(line1=line1, postal_code="", city=_town(match["city"] or ""), country="") if line1 else None


def find_street(text: str) -> FoundAddress | None:
    """A street and its number anywhere in `text`, with the town if one is named: an address that lacks its postal code."""
    match = _STREET.search(text)
    if match is None:
        return None
    line1, start = _street(match["line1"], match.start("line1"))
    said = match["city"] or ""
    town = _town(said) if said[:1].isupper() or (said.islower() and text.islower()) else ""
    end = match.start("city") + len(town) if town else match.end("line1")
    return FoundAddress(Address(line1=line1, postal_code="", city=town, country=""), start, end) if line1 else None


def find_code(text: str) -> str | None:
    """The postal code in a short answer: "it's 10119", "SW1A 2AA"."""
    match = _CODE.search(text)
    return match[0].upper() if match is not None else None


def _found(text: str, match: re.Match[str], country: str) -> FoundAddress | None:
    line1, start = _street(match["line1"], match.start("line1"))
    named = _NAME.search(text[max(0, start - 80) : start])
    begin = start - (len(text[max(0, start - 80) : start]) - named.start("name")) if named else start
    fields = match.groupdict()
    spoken = (fields.get("country") or "").lower()
    town = _town(match["city"])
    cut = len(match["city"].rstrip()) - len(town)
    city = town + (f", {fields['state']}" if fields.get("state") else "")
    address = Address(
        line1=line1,
        line2=(fields.get("line2") or "").strip() or None,
        postal_code=match["postal"].upper(),
        city=city,
        country=_COUNTRY_CODES.get(spoken)
        or (_TOWNS.get(town.casefold()) if len(match["postal"]) == 4 else None)
        or _country_of(line1, country),
        name=named["name"] if named else None,
    )
    # What a town's name does not reach to belongs to the rest of the message: "10119 Berlin by noon".
    end = match.start("city") + len(town) if cut > 0 else match.end()
    return FoundAddress(address, begin, end) if line1 and town else None


def _street(said: str, start: int) -> tuple[str, int]:
    """The street without the words that lead to it, and where it begins."""
    line1 = said.strip(" ,\n")
    start += said.index(line1) if line1 else 0
    lead = _LEAD_IN.match(line1)
    if lead:
        line1, start = line1[lead.end() :], start + lead.end()
    words = line1.split(" ")
    glued = _GLUED.match(words[0])
    if glued:  # "送到Torstraße 5": no space parts the two scripts
        line1, start = line1[glued.end() :], start + glued.end()
        words = line1.split(" ")
    drop = _leading(words)
    dropped = len(" ".join(words[:drop])) + (1 if drop else 0)
    return line1[dropped:], start + dropped


def _leading(words: list[str]) -> int:
    """How many words at the beginning are of another script, or small ones before a street's name."""
    names = [at for at, word in enumerate(words) if word and not word[0].isdigit()]
    last = names[-1] if names else -1
    if last < 1 or words[0][:1].isdigit():
        return 0
    latin = bool(_RUN.match(words[last]))
    kept = next(
        (at for at in names if bool(_RUN.match(words[at])) is latin and all(bool(_RUN.match(words[n])) is latin for n in names if n > at)),
        0,
    )
    if _CASED.match(words[last]):
        road = next((at for at in names if at >= kept and words[at].rstrip(".").casefold() in _ROAD), None)
        name = next((at for at in names if at >= kept and words[at][:1].isupper()), None)
        kept = min((at for at in (road, name) if at is not None), default=kept)
    return kept


def _town(said: str) -> str:
    """The first word, and what goes on with its name."""
    words = said.strip().split(" ")
    run = _RUN.match(words[0])
    if run is None:
        return words[0]
    if run.end() < len(words[0]) and words[0][run.end()] not in "-":
        return words[0][: run.end()]
    kept = 1
    for at in range(1, len(words)):
        word = words[at]
        goes_on = word[:1].isupper() and words[0][:1].isupper() and bool(_RUN.fullmatch(word.replace("-", "")))
        begun = at == 1 and words[0].casefold() in _BEGINS and bool(_RUN.match(word))
        if (goes_on or begun) and word.casefold() not in _NO_TOWN:
            kept = at + 1
        elif word not in _LINKS:
            break
    return " ".join(words[:kept])


def _country_of(line1: str, country: str) -> str:
    """The country that a street's first word speaks of, where the shop's own does not write so; else the shop's or the form's."""
    word = line1.split(" ", maxsplit=1)[0].rstrip(".").casefold()
    spoken = next((code for code, words in _ROADS.items() if word in words), None)
    return country if spoken is None or country in _SAME_ROADS.get(spoken, (spoken,)) else spoken
