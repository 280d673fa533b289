"""Words and photos of one message put together: the photo says which thing, the words say what to do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shopkeeper.app.understanding.printed import printed_slots, reads
from shopkeeper.app.understanding.things import ALL, which_of
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.tokens import tokenize
from shopkeeper.domain.dialogue.photo import PhotoCandidate, PhotoReading, PhotoThing, Verdict, judge
from shopkeeper.domain.dialogue.reference import ByFocus, ByOption, ByPhoto, ByWords, Reference
from shopkeeper.domain.dialogue.resolve import clear_winner
from shopkeeper.domain.dialogue.understanding import SlotValue, Source, Understanding

CERTAIN = 0.985
"""Scores from here on are codes and copies of catalog pictures."""
NAMED = 0.5
"""From this score on, words name a product of their own."""
HARDLY_HEARD = 0.35
"""A spoken name less sure than this is set against no photo that is sure."""
ABOUT_THE_PHOTO = (acts.FindProduct, acts.Choose, acts.RequestReturn, acts.AskOrderStatus, acts.Decline)
PLANS = (acts.ChooseDelivery, acts.ChooseTime, acts.NeedBy)
"""How something is to be had; beside a photo that nothing else is said of, the photo shows what."""
SMALL_TALK = (acts.Greet, acts.Thank, acts.Unknown, acts.Help, acts.Confirm)


def with_photos(understood: Understanding, photos: Sequence[PhotoReading], *, text: str = "", asked: bool = False) -> Understanding:
    """`understood` with "this one" bound to the photos. Text found inside a picture never takes part in this.

    `text` is the whole message: it may say which of several things in a photo is meant. `asked`: photos are what the open
    question asks for.
    """
    seen = [photo for photo in photos if photo.notice is None]
    if not seen:
        return understood
    whole = tuple(replace(_pictured(photo), candidates=photo.candidates) for photo in seen)
    pictures = tuple(picture for photo in seen for picture in _meant(photo, text))
    heard = _without_mishearings(understood, pictures)
    said = [_each_once(act, seen, text) for act in _without_echoes(heard)]
    bound = [one for act in said for one in (_sent_back(act, whole) or _bound(act, pictures))]
    kept = _tidied(bound)
    if asked:
        # With the claim's photo come words like "here it is"; wishes of another kind are kept beside it.
        others = [act for act in kept if not isinstance(act, (*SMALL_TALK, *ABOUT_THE_PHOTO)) and not _uses_photo(act)]
        kept = [acts.GivePhotos(shown=whole), *others]
    if not asked and not any(_uses_photo(act) for act in kept) and all(isinstance(act, (*SMALL_TALK, *PLANS)) for act in kept):
        told: list[acts.Act] = [act for act in kept if not isinstance(act, acts.Unknown)]
        kept = [*(act for act in told if isinstance(act, SMALL_TALK)), *(_alone(picture) for picture in pictures)]
        kept += [act for act in told if isinstance(act, PLANS)]
    slots = (*understood.slots, *(slot for photo in seen for slot in _slots(photo)))
    evidence = {**understood.evidence, "photos": [_evidence(photo) for photo in seen]}
    return replace(understood, acts=tuple(kept), slots=slots, evidence=evidence)


def _without_mishearings(understood: Understanding, pictures: Sequence[ByPhoto]) -> tuple[acts.Act, ...]:
    """A name that was hardly heard ("100 iros") says nothing against a photo that is sure: the words are about what it shows."""
    if not any(picture.verdict is Verdict.THIS for picture in pictures):
        return understood.acts
    names = {
        slot.value for slot in understood.slots if slot.name == "product" and slot.source is Source.AUDIO and slot.confidence < HARDLY_HEARD
    }
    return tuple(
        replace(act, reference=ByFocus())
        if isinstance(act, acts.AddLineItem | acts.FindProduct) and isinstance(act.reference, ByWords) and act.reference.text in names
        else act
        for act in understood.acts
    )


def _meant(photo: PhotoReading, text: str) -> tuple[ByPhoto, ...]:
    """The things of a photo that the words point at; the photo with all of them where they do not."""
    picture = _pictured(photo)
    which = which_of(text, len(photo.things)) if photo.things else None
    if which == ALL:
        return tuple(thing_pictured(picture, thing) for thing in photo.things)
    return (thing_pictured(picture, photo.things[int(which)]),) if which is not None else (picture,)


def thing_pictured(picture: ByPhoto, thing: PhotoThing) -> ByPhoto:
    """One thing of a photo as if it were the only one."""
    return replace(picture, candidates=thing.candidates, verdict=thing.verdict, things=(), sha256="")


def _pictured(photo: PhotoReading) -> ByPhoto:
    return ByPhoto(
        candidates=photo.candidates[: photo.open],
        verdict=photo.verdict,
        part=photo.part,
        reads=reads(photo),
        sha256=photo.sha256,
        signs=photo.signs,
        things=photo.things,
        listed=photo.listed,
    )


def _each_once(act: acts.Act, seen: Sequence[PhotoReading], text: str) -> acts.Act:
    """ "I'll take both" of two things in a photo is one of each, not two of both."""
    counts = {len(photo.things) for photo in seen if photo.things and which_of(text, len(photo.things)) == ALL}
    if isinstance(act, acts.AddLineItem) and act.quantity in counts:
        return replace(act, quantity=None)
    if isinstance(act, acts.GiveQuantity) and act.quantity in counts:
        return replace(act, quantity=1)
    return act


def _without_echoes(said: Sequence[acts.Act]) -> Sequence[acts.Act]:
    """ "It arrived broken, I want a new one": the new one belongs to the claim, it is no further wish for the cart."""
    if not any(isinstance(act, acts.RequestReturn) for act in said):
        return said
    vague = (acts.GiveQuantity, acts.Choose, acts.AddLineItem, acts.FindProduct)
    return [act for act in said if not (isinstance(act, vague) and isinstance(act.reference, None | ByFocus | ByOption))]


def _sent_back(act: acts.Act, whole: tuple[ByPhoto, ...]) -> list[acts.Act]:
    """A return with its photos. They point out goods where no words do; what was bought is few things, so a faint likeness may count."""
    if not isinstance(act, acts.RequestReturn):
        return []
    number = act.number or _order_on(whole)
    pointed = act.reference is None or isinstance(act.reference, ByFocus | ByOption)
    seen = next((picture for picture in whole if picture.candidates), None)
    reference = seen if pointed and seen is not None and act.number is None else act.reference
    return [replace(act, number=number, reference=reference, shown=whole)]


def _alone(picture: ByPhoto) -> acts.Act:
    """What a photo without words asks for: the order whose number is on it may be looked up, anything else is looked for."""
    number = _order_on((picture,)) if picture.verdict is Verdict.UNKNOWN else None
    return acts.AskOrderStatus(number=number) if number else acts.FindProduct(reference=picture)


def _order_on(pictures: tuple[ByPhoto, ...]) -> OrderNumber | None:
    return next((OrderNumber(str(picture.reads["order_number"])) for picture in pictures if "order_number" in picture.reads), None)


def _bound(act: acts.Act, pictures: tuple[ByPhoto, ...]) -> list[acts.Act]:
    """The act about each photo, where it points at "this" or names what a photo can tell more exactly."""
    match act:
        case acts.GiveQuantity(quantity=quantity, reference=None | ByFocus()):
            return [acts.AddLineItem(reference=picture, quantity=quantity, photo=_teaches(picture)) for picture in _apart(pictures)]
        case acts.Choose(reference=ByFocus() | ByOption() as reference):
            return [acts.FindProduct(reference=_joined(reference, picture)) for picture in pictures]
        case acts.AskOrderStatus(number=None):
            return [replace(act, number=_order_on(pictures))]
        case acts.FindProduct(reference=None):
            return [replace(act, reference=picture) for picture in pictures]
        case acts.FindProduct(reference=ByFocus() | ByOption() | ByWords() as reference):
            return _each(act, reference, pictures)
        case acts.AddLineItem(reference=ByFocus() | ByOption() | ByWords() as reference):
            return _each(act, reference, pictures)
        case acts.AskAboutProduct(reference=ByFocus() | ByOption() | ByWords() as reference):
            return _each(act, reference, pictures)
        case _:
            return [act]


def _each(
    act: acts.FindProduct | acts.AddLineItem | acts.AskAboutProduct, reference: ByFocus | ByOption | ByWords, pictures: tuple[ByPhoto, ...]
) -> list[acts.Act]:
    """Words that name a thing are about one photo; "this" and "these" are about every one."""
    several = _apart(pictures) if isinstance(reference, ByFocus) else pictures[:1]
    joined = [(picture, _joined(reference, picture)) for picture in several]
    if not isinstance(act, acts.AddLineItem):
        return [replace(act, reference=found) for _, found in joined]
    return [
        replace(act, reference=found, photo=_teaches(picture) if isinstance(found, ByPhoto) else act.photo) for picture, found in joined
    ]


def _apart(pictures: tuple[ByPhoto, ...]) -> tuple[ByPhoto, ...]:
    """Of photos that surely show the very same variant, the first: a thing seen from two sides is one thing."""
    kept: dict[object, ByPhoto] = {}
    for picture in pictures:
        best = picture.candidates[0] if picture.verdict is Verdict.THIS and picture.candidates else None
        same = (best.product_id, best.skus) if best is not None and len(best.skus) <= 1 else (picture.part, picture.candidates)
        kept.setdefault(same, picture)
    return tuple(kept.values())


def _teaches(picture: ByPhoto) -> str:
    """The photo's digest where it was recognized by its looks: a code or a copy of a catalog picture teaches nothing."""
    surest = max((one.score for one in picture.candidates), default=1.0)
    return picture.sha256 if surest < CERTAIN else ""


def _joined(reference: ByFocus | ByOption | ByWords, picture: ByPhoto) -> Reference:
    """What words and photo mean together. Where each is sure of another product, both stay and the shopper is asked."""
    if isinstance(reference, ByFocus):
        return picture
    if picture.listed and isinstance(reference, ByWords) and not reference.exact:
        # "All of this list, please": what names nothing surely is about what is written there.
        return picture
    if isinstance(reference, ByOption) or (picture.verdict is Verdict.THIS and _says_options_alone(reference)):
        return replace(picture, options=reference.options)
    named = {candidate.product_id for candidate in reference.candidates if candidate.score >= NAMED}
    shown = next((thing for thing in picture.things if any(one.product_id in named for one in thing.candidates)), None)
    if shown is not None:
        picture = thing_pictured(picture, shown)
    if not named:
        return replace(picture, options=reference.options) if picture.verdict is not Verdict.UNKNOWN else reference
    agreed = tuple(candidate for candidate in picture.candidates if candidate.product_id in named)
    if agreed:
        narrowed = judge(_shared_out(agreed))
        return replace(picture, candidates=narrowed.candidates[: narrowed.open], verdict=narrowed.verdict, options=reference.options)
    if picture.verdict is not Verdict.THIS or not (reference.exact or clear_winner(reference.candidates)):
        return reference
    other = PhotoCandidate(product_id=reference.candidates[0].product_id, score=reference.candidates[0].score)
    return replace(picture, candidates=(picture.candidates[0], other), verdict=Verdict.EITHER, options=reference.options, differs=True)


def _says_options_alone(reference: ByWords) -> bool:
    """ "No, black": a word for an option and none for a thing is no name, whatever goods have it in theirs."""
    return bool(reference.options) and len(tokenize(reference.text)) <= len(reference.options)


def _shared_out(candidates: tuple[PhotoCandidate, ...]) -> tuple[PhotoCandidate, ...]:
    """Words and photo agree that it is one of these: their scores are shares of the whole now."""
    total = sum(candidate.score for candidate in candidates) or 1.0
    return tuple(replace(candidate, score=candidate.score / total) for candidate in candidates)


def _tidied(bound: list[acts.Act]) -> list[acts.Act]:
    """ "This one please, two of them, budget 100" is one wish: where a photo is added, merely looking for it adds nothing."""
    added = {act.reference.part for act in bound if isinstance(act, acts.AddLineItem) and isinstance(act.reference, ByPhoto)}
    disputed = _disputed(bound)
    bound = [_with_dispute(act, disputed) for act in bound]
    said = _said_of_photos(bound)
    kept: list[acts.Act] = []
    for act in bound:
        if isinstance(act, acts.FindProduct) and isinstance(act.reference, ByPhoto) and act.reference.part in added:
            continue
        if isinstance(act, acts.AddLineItem) and any(_counts_the_same(one, act) for one in bound):
            continue
        whole = _with_options(act, said)
        if isinstance(whole, acts.RequestReturn) and any(_is_same_return(one, whole) for one in kept):
            continue
        if whole not in kept or not _uses_photo(whole):
            kept.append(whole)
    return kept


def _counts_the_same(one: acts.Act, other: acts.AddLineItem) -> bool:
    """ "Add the right one, two of them": the count belongs to the same thing."""
    counted = one.quantity if isinstance(one, acts.AddLineItem) else None
    same = isinstance(one, acts.AddLineItem) and isinstance(one.reference, ByPhoto) and one.reference == other.reference
    return same and counted is not None and counted > (other.quantity or 0) and other.quantity in (None, 1)


def _is_same_return(one: acts.Act, other: acts.RequestReturn) -> bool:
    """ "Please refund this, I want to send it back" is one wish."""
    return isinstance(one, acts.RequestReturn) and (one.number, one.reference, one.withdraw) == (
        other.number,
        other.reference,
        other.withdraw,
    )


def _with_options(act: acts.Act, said: Mapping[int, Mapping[str, str]]) -> acts.Act:
    if not isinstance(act, acts.AddLineItem) or not isinstance(act.reference, ByPhoto):
        return act
    return replace(act, reference=replace(act.reference, options={**said.get(act.reference.part, {}), **act.reference.options}))


def _disputed(bound: list[acts.Act]) -> dict[int, ByPhoto]:
    """Photos that the words name another thing for, by part."""
    wishes = [act.reference for act in bound if isinstance(act, acts.FindProduct | acts.AddLineItem)]
    return {reference.part: reference for reference in wishes if isinstance(reference, ByPhoto) and reference.differs}


def _with_dispute(act: acts.Act, disputed: Mapping[int, ByPhoto]) -> acts.Act:
    """ "This jacket please, 2" beside a mug: the count is about whichever of the two is meant."""
    if not isinstance(act, acts.AddLineItem) or not isinstance(act.reference, ByPhoto) or act.reference.differs:
        return act
    return replace(act, reference=disputed.get(act.reference.part, act.reference))


def _said_of_photos(bound: list[acts.Act]) -> dict[int, dict[str, str]]:
    """Options said of a photo apart from what is to be done with it ("the tan one. two of them")."""
    said: dict[int, dict[str, str]] = {}
    for act in bound:
        if isinstance(act, acts.FindProduct) and isinstance(act.reference, ByPhoto):
            said.setdefault(act.reference.part, {}).update(act.reference.options)
    return said


def _uses_photo(act: acts.Act) -> bool:
    return isinstance(getattr(act, "reference", None), ByPhoto)


def _slots(photo: PhotoReading) -> list[SlotValue]:
    """What the photo told, with how sure it is; its nearest rival where there is one."""
    named = zip(("product", "rival"), photo.candidates[:2], strict=False) if photo.verdict is not Verdict.UNKNOWN else ()
    found = [
        SlotValue(
            name=name,
            value=candidate.skus[0] if len(candidate.skus) == 1 else candidate.product_id,
            source=Source.IMAGE,
            confidence=round(candidate.score, 3),
            part=photo.part,
        )
        for name, candidate in named
    ]
    codes = (SlotValue(name="code", value=code, source=Source.IMAGE, confidence=0.99, part=photo.part) for code in photo.codes)
    return [*found, *printed_slots(photo), *codes]


def _evidence(photo: PhotoReading) -> dict[str, object]:
    return {
        "part": photo.part,
        "verdict": photo.verdict.value,
        "means": photo.means.value if photo.means else None,
        "lines": list(photo.lines),
        "covered": photo.covered,
    }
