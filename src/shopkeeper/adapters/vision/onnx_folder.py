"""Any CLIP or SigLIP image tower exported to ONNX, from a folder as model hubs lay it out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np

from shopkeeper.adapters.vision.network import session
from shopkeeper.domain.core.outcome import InvalidInput

FILES = ("vision_model", "vision_model_quantized", "visual", "image_encoder", "model", "model_quantized")
OUTPUTS = ("image_embeds", "image_embeddings", "embeddings", "pooler_output", "deep")
"""Best first; else the first output with one line a picture, else the mean of its patches."""
CLIP_MEAN, CLIP_SPREAD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)


class OnnxFolder:
    """ImageEmbedder. Its name holds a digest of the file and the dimension, so that another export is another model."""

    is_elsewhere = False
    photo_views = (0.85,)
    catalog_views = (1.0,)

    def __init__(self, folder: Path) -> None:
        """Raises InvalidInput that says what the folder lacks."""
        file = _model_file(folder)
        config = _config(folder)
        self.side = _side(config)
        self._mean, self._spread = (np.array(config.get(key, usual), np.float32) for key, usual in _USUAL.items())
        self._scale = float(config.get("rescale_factor", 1 / 255))
        self._session = session(file)
        self._input, self._output = _pixels(self._session, file), _output(self._session)
        self.dimensions = len(self._vector(np.zeros((self.side, self.side, 3), np.uint8)))
        self.deep = self.dimensions
        self.name = f"{folder.name}-{_digest(file)}/{self.dimensions}"

    def embed(self, rgb: bytes) -> bytes:
        return self._vector(np.frombuffer(rgb, np.uint8).reshape(self.side, self.side, 3)).tobytes()

    def _vector(self, pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> np.ndarray[Any, np.dtype[np.float32]]:
        scaled = (pixels.astype(np.float32) * self._scale - self._mean) / self._spread
        (found,) = self._session.run([self._output], {self._input: np.ascontiguousarray(scaled.transpose(2, 0, 1)[None], np.float32)})
        line = np.asarray(found[0], np.float32)
        return line if line.ndim == 1 else line.reshape(-1, line.shape[-1]).mean(axis=0)


_USUAL: Mapping[str, tuple[float, ...]] = {"image_mean": CLIP_MEAN, "image_std": CLIP_SPREAD}


def _model_file(folder: Path) -> Path:
    for place in (folder, folder / "onnx"):
        for name in FILES:
            if (place / f"{name}.onnx").is_file():
                return place / f"{name}.onnx"
    raise InvalidInput(
        "no_picture_model", f"{folder} has no ONNX image model: one of {', '.join(FILES)} (.onnx), there or in onnx/, is wanted"
    )


def _config(folder: Path) -> dict[str, Any]:
    file = folder / "preprocessor_config.json"
    if not file.is_file():
        return {}
    try:
        read: object = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidInput("bad_picture_model", f"{file} is no JSON: {error}") from error
    if not isinstance(read, dict):
        raise InvalidInput("bad_picture_model", f"{file}: a JSON object is wanted")
    return cast("dict[str, Any]", read)


def _side(config: Mapping[str, Any]) -> int:
    size = config.get("crop_size") or config.get("size") or 224
    if isinstance(size, Mapping):
        sizes = cast("Mapping[str, int]", size)
        size = sizes.get("height") or sizes.get("shortest_edge") or 224
    return int(size)


def _pixels(opened: Any, file: Path) -> str:
    """The input that takes the picture. Raises InvalidInput where the model wants words too."""
    wanted = [(one.name, len(one.shape)) for one in opened.get_inputs()]
    pictures = [name for name, rank in wanted if rank == 4]
    if len(pictures) != 1 or len(wanted) != 1:
        names = ", ".join(name for name, _ in wanted)
        raise InvalidInput(
            "bad_picture_model", f"{file} takes {names}; an image tower alone (vision_model.onnx), with one input of pixels, is wanted"
        )
    return str(pictures[0])


def _output(opened: Any) -> str:
    shapes = {one.name: len(one.shape) for one in opened.get_outputs()}
    named = next((name for name in OUTPUTS if name in shapes), None)
    return str(named or next((name for name, rank in shapes.items() if rank == 2), next(iter(shapes))))


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:8]
