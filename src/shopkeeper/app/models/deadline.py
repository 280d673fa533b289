"""A model that answers in time or not at all."""

from __future__ import annotations

import asyncio

from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelRequest


class Deadline:
    def __init__(self, model: LanguageModel, *, timeout_s: float) -> None:
        self._model = model
        self._timeout_s = timeout_s

    @property
    def name(self) -> str:
        return self._model.name

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._model.complete(request)
        except TimeoutError as error:
            raise ModelDown("timeout") from error
