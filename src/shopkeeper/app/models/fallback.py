"""Several models in order: the next one is asked when the one before did not answer."""

from __future__ import annotations

from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelRefused, ModelRequest


class Fallback:
    """The last one's failure is the failure of all; the rules behind it answer then."""

    def __init__(self, first: LanguageModel, *others: LanguageModel) -> None:
        self._models = (first, *others)

    @property
    def name(self) -> str:
        return self._models[0].name

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        for model in self._models[:-1]:
            try:
                return await model.complete(request)
            except (ModelDown, ModelRefused):
                continue
        return await self._models[-1].complete(request)
