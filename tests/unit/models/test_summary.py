"""What staff read about a conversation: the model's words where the records back them, else the plain facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import httpx
import pytest

from shopkeeper.adapters.staff.password import StaffAccess
from shopkeeper.bootstrap import open_shop
from shopkeeper.entry.http.app import create_app
from shopkeeper.settings import Settings
from shopkeeper.testing.models import FailingModel, ScriptedModel

PASSWORD = "a long enough password"
TRUE = "The shopper has 2 totes in the cart (2 x BAG-TAN) and asks where the parcel is."
FALSE = "The shopper was promised a refund of 50 euro by Friday."


async def _summary(settings: Settings, model: Any, *, page: bool = False) -> Any:
    StaffAccess(settings.data_dir).set_password(PASSWORD)
    app = create_app(settings, lambda: open_shop(settings, background=False, model=model))
    transport = httpx.ASGITransport(app=app)
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url="http://shop.test") as client:
        opened = (await client.post("/v1/conversations", json={})).json()
        told = opened["conversation_id"]
        shopper = {"Authorization": f"Bearer {opened['token']}"}
        for text in ("add 2 leather totes in tan", "where is my parcel"):
            await client.post(f"/v1/conversations/{told}/turns", json={"parts": [{"type": "text", "text": text}]}, headers=shopper)
        staff = {"Authorization": f"Bearer {PASSWORD}"}
        if page:
            await client.post("/console/login", data={"password": PASSWORD})
            pages = [await client.get(f"/console/conversations/{told}?sum_up=true"), await client.get("/console/model")]
            return [one.text for one in pages]
        return (await client.get(f"/v1/admin/conversations/{told}/summary", headers=staff)).json()


@pytest.fixture
def settings(shop_template: Settings) -> Settings:
    return replace(shop_template, model_uses=("summary",))


async def test_a_backed_summary_is_the_models(settings: Settings) -> None:
    told = await _summary(settings, ScriptedModel(summary=[TRUE]))
    assert (told["text"], told["level"], told["model"]["prompt"]) == (TRUE, "model", "summary@1")


async def test_an_invented_one_is_not_read_by_anybody(settings: Settings) -> None:
    told = await _summary(settings, ScriptedModel(summary=[FALSE]))
    assert told["level"] == "rules"
    assert told["model"]["fallback"].startswith("claims: 50")
    assert "BAG-TAN" in told["text"]


@pytest.mark.parametrize("uses", [("summary",), ("acts",)])
async def test_without_a_model_the_facts_are_told(settings: Settings, uses: tuple[str, ...]) -> None:
    told = await _summary(replace(settings, model_uses=uses), FailingModel())
    assert told["level"] == "rules"
    assert "BAG-TAN" in told["text"]


async def test_the_console_shows_the_model_and_sums_up(settings: Settings) -> None:
    conversation, model = await _summary(settings, ScriptedModel(summary=[TRUE]), page=True)
    assert "Not asked yet" in model
    assert "working" in model
    assert "Sum up" in conversation or TRUE in conversation
