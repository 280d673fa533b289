"""EfficientNet-Lite2 on onnxruntime: the picture network that comes with Shopkeeper (Apache-2.0, see models/)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime  # pyright: ignore[reportMissingTypeStubs]

MODEL = Path(__file__).parent / "models" / "efficientnet-lite2.onnx"
DEEP, MIDDLE = 1280, 240


class EfficientNetLite2:
    """ImageEmbedder: 1,280 numbers about what a thing is, then 240 about its texture."""

    name = "efficientnet-lite2/1"
    side = 260
    deep = DEEP
    dimensions = DEEP + MIDDLE
    is_elsewhere = False
    photo_views = (1.0, 0.55)
    catalog_views = (1.0, 0.85, 0.7, 0.55)

    def __init__(self, model: Path = MODEL) -> None:
        self._session = session(model)

    def embed(self, rgb: bytes) -> bytes:
        pixels = np.frombuffer(rgb, np.uint8).reshape(1, self.side, self.side, 3)
        deep, middle = self._session.run(["deep", "middle"], {"pixels": pixels})
        return np.concatenate([deep[0], middle[0]]).astype(np.float32).tobytes()


def session(model: Path) -> Any:
    """Opens an ONNX file for one thread: several pictures run side by side in the reader's pool instead."""
    runtime = cast("Any", onnxruntime)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
