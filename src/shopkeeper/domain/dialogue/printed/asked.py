"""Whether a shopper's words are about what is written in the photo sent with them."""

from __future__ import annotations

import re

from shopkeeper.domain.dialogue.grammar.folding import fold

_WORDS = {
    "en": "receipt|invoice|till slip|order number|order confirmation|error|message says|label|ingredients|written|does it say|it says"
    "|(?:this|my|the|shopping|grocery) list|read (?:this|it|the)|screenshot|sticker|allergens|id|id card|passport|licence|license",
    "de": "beleg|kassenbon|bon|quittung|rechnung|bestellnummer|bestellbestatigung|fehler(?:code|meldung)?|etikett|zutaten|inhaltsstoffe"
    "|einkaufs(?:zettel|liste)|liste|zettel|steht (?:da|drauf|darauf|dort)|draufsteht|lies|vorlesen|aufkleber|ausweis|perso|fuhrerschein",
    "es": "recibo|factura|lista|tique|ticket de compra|numero de pedido|mensaje de error|etiqueta|ingredientes|que dice|pone aqui|leer?",
    "fr": "recu|facture|liste|ticket de caisse|numero de commande|message d'erreur|etiquette|ingredients|c'est ecrit|lire|lis",
    "zh": "收据|清单|购物单|发票|小票|订单号|错误|报错|标签|成分|配料|写着|写的|写了什么",
    "ru": "спис(?:ок|ка|ке)|чек[аеу]?|квитанци[яюи]|счет|номер заказа|ошибк[аиу]|этикетк[аеиу]|состав|написано|прочитай",
    "ar": "ايصال|قائم|فاتور|رقم الطلب|خطا|ملصق|مکونات|مکتوب|اقرا",
    "hi": "रसीद|सूची|लिस्ट|बिल|ऑर्डर नंबर|गलती|त्रुटि|लेबल|सामग्री|लिखा|पढ़",
    "ur": "رسید|فہرست|لسٹ|بل|ارڈر نمبر|غلطی|خرابی|لیبل|اجزا|لکھا|پڑھ",
}
_LETTERED = frozenset({"en", "de", "es", "fr", "ru"})
_ASKED = re.compile("|".join(rf"\b(?:{fold(words)})\b" if code in _LETTERED else f"(?:{fold(words)})" for code, words in _WORDS.items()))


def asks_for_text(text: str) -> bool:
    """True for "here is my receipt", "what does this error mean", "was steht da drauf". Unsure = False: reading costs seconds."""
    return bool(_ASKED.search(fold(text)))
