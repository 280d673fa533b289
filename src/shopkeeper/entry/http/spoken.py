"""A reply as sound, for who cannot have it read by their browser."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shopkeeper.app.conversations import require_token
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import Bearer, bearer, shop_of
from shopkeeper.entry.http.documented import CONVERSATION_TOKEN, Responses, problem_answers
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])
SPOKEN: Responses = {200: {"description": "The reply, spoken", "content": {"audio/wav": {}}}, **problem_answers(401, 404, 422, 429, 503)}


@router.get("/{conversation_id}/turns/{turn_id}/speech", openapi_extra=CONVERSATION_TOKEN, responses=SPOKEN)
async def speak_reply(conversation_id: str, turn_id: str, request: Request, authorization: Bearer = None) -> Response:
    """The turn's reply as WAV in its own language. 404 where the server has no voice, or none for that language."""
    shop = shop_of(request)
    owned, token = ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> tuple[str, str]:
        require_token(tx, owned, token)
        turn = next((turn for turn in tx.conversations.turns(owned) if turn.id == turn_id), None)
        if turn is None:
            raise InvalidInput("turn_unknown", "There is no such turn in this conversation.", status=404)
        return str(as_mapping(turn.answer.get("reply")).get("text") or ""), str(turn.answer.get("language") or "en")

    text, language = await shop.storage.read(work)
    sound = await shop.voice.speak(text, language=language) if shop.voice is not None else None
    if sound is None:
        raise InvalidInput("not_spoken", "This reply cannot be spoken here: the server has no voice for it.", status=404)
    return Response(sound, media_type="audio/wav", headers={"Cache-Control": "private, max-age=3600"})
