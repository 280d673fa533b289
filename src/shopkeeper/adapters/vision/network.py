"""EfficientNet-Lite0 on onnxruntime: the picture network that comes with Shopkeeper (Apache-2.0, see models/)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime  # pyright: ignore[reportMissingTypeStubs]

MODEL = Path(__file__).parent / "models" / "efficientnet-lite0.onnx"
DEEP, MIDDLE = 1280, 224


class EfficientNetLite0:
    """ImageEmbedder: 1,280 numbers about what a thing is, then 224 about its texture."""

    name = "efficientnet-lite0/1"
    side = 224
    dimensions = DEEP + MIDDLE

    def __init__(self, model: Path = MODEL) -> None:
        runtime = cast("Any", onnxruntime)
        options = runtime.SessionOptions()
        # One thread a picture: several pictures run side by side in the reader's pool instead.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def embed(self, rgb: bytes) -> bytes:
        pixels = np.frombuffer(rgb, np.uint8).reshape(1, self.side, self.side, 3)
        deep, middle = self._session.run(["deep", "middle"], {"pixels": pixels})
        return np.concatenate([deep[0], middle[0]]).astype(np.float32).tobytes()
