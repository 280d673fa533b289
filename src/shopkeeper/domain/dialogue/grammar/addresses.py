"""Postal addresses in a message, in the forms of the German-speaking countries, Spain, France, the Netherlands, the UK and the US."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shopkeeper.domain.customers.customer import Address

# Every repetition is bounded and starts at a word's edge, so that no text can make the search slow.
_WORDS = r"(?<!\w)[^\W\d_]{1,30}\.?(?:[ \-'’][^\W\d_]{1,30}\.?){0,5}"
_NO_CITY = (
    r"and|und|y|et|please|bitte|por|by|before|at|until|between|today|tomorrow|tonight|asap|this|um"
    r"|bis|vor|ab|heute|morgen|zwischen|antes|hoy|entre|avant|demain|ce|entro|oggi|voor|vandaag|germany|deutschland|usa|uk|spain|france"
)
"""Words right after a city that are no part of its name."""
_CITY = rf"[^\W\d_]{{1,30}}(?:[ \-'’](?!(?:{_NO_CITY})\b)[^\W\d_]{{1,30}}){{0,3}}"
_GAP = r"\s{0,3}[,\n]?\s{0,3}"
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
        rf"(?P<line1>{_WORDS},?\s\d{{1,4}}(?:\s?[a-zA-Z])?(?:[-/]\d{{1,4}})?){_LINE2}{_GAP}(?:(?:D|DE|A|AT|E|ES)-)?(?P<postal>\d{{5}})\s(?P<city>{_CITY})",
    ),
    (
        "AT",
        rf"(?P<line1>{_WORDS}\s\d{{1,4}}(?:[-/]\d{{1,4}}){{0,2}}){_LINE2}{_GAP}(?:A-)?(?P<postal>[1-9]\d{{3}})\s(?P<city>[A-ZÄÖÜ]{_CITY})",
    ),
    (
        "FR",
        rf"(?<!\w)(?P<line1>\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|quai|impasse)\s(?:[\w.'’\-]{{1,20}}\s?){{1,5}}){_LINE2}{_GAP}(?P<postal>\d{{5}})\s(?P<city>{_CITY})",
    ),
)
_PATTERNS = tuple(
    (country, re.compile(form + _COUNTRY, re.IGNORECASE if country not in ("US", "AT", "NL") else 0)) for country, form in _FORMS
)
_POSTAL = re.compile(r"\d{4,5}|[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}")
_LEAD_IN = re.compile(
    r"^.*\b(?:ship|send|deliver|delivered|post|mail|bring|liefern|schicken|schick|senden|liefert|envía|enviar|enviad|livrer|envoyer|address"
    r"|adresse|dirección|office|home|live|wohne|is|ist|es|est|to|at|nach|an|in|a|à|en)\b:?\s+",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:^|[\n,.:;!?]\s{0,3})(?P<name>[^\W\d_a-z][\w.'’\-]{0,24}(?:\s[^\W\d_a-z][\w.'’\-]{0,24}){1,3})\s{0,2}[,\n]\s{0,3}$")


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
            return _found(text, match, form_country or country)
    return None


def _found(text: str, match: re.Match[str], country: str) -> FoundAddress | None:
    line1 = match["line1"].strip(" ,\n")
    lead = _LEAD_IN.match(line1)
    start = match.start("line1") + (lead.end() if lead else 0)
    line1 = line1[lead.end() :] if lead else line1
    named = _NAME.search(text[max(0, start - 80) : start])
    begin = start - (len(text[max(0, start - 80) : start]) - named.start("name")) if named else start
    fields = match.groupdict()
    spoken = (fields.get("country") or "").lower()
    city = match["city"].strip() + (f", {fields['state']}" if fields.get("state") else "")
    address = Address(
        line1=line1,
        line2=(fields.get("line2") or "").strip() or None,
        postal_code=match["postal"].upper(),
        city=city,
        country=_COUNTRY_CODES.get(spoken, country),
        name=named["name"] if named else None,
    )
    return FoundAddress(address, begin, match.end()) if line1 else None
