"""Writes a relation head as a small safetensors file beside the model that it reads; reads such a file back."""
import os

import numpy
import torch
from safetensors.torch import load_file, safe_open, save_file

from export import dequantised, quantised, tensors_of, text_lines, text_tensor
from relation_data import RELATIONS, SYMMETRIC
from relations import RelationHead

CREDITS = [
    "KnowledgeNet (diffbot/knowledge-net), folds 1-3, CC BY-SA 4.0",
    "Re-DocRED, development part, MIT, and under it passages of Wikipedia, CC BY-SA",
]
ALWAYS_QUANTISED = ("words.weight", "context.weight", "product.weight", "inner.weight", "features.weight", "query_types.weight")
NEVER = 2.0  # a threshold that no probability reaches


def encoder_fingerprint(path):
    """FNV-1a of the bytes of the last normalisation's weights."""
    with safe_open(path, framework="pt") as file:
        last = max(int(name.split(".")[2]) for name in file.keys() if name.endswith("feed_forward_norm.weight"))
        data = file.get_tensor(f"encoder.layers.{last}.feed_forward_norm.weight").numpy().tobytes()
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def export(model, path, encoder, slopes, shifts, thresholds, scores=""):
    tensors = {
        "labels.relations": text_tensor(
            [name.split(":")[0] + ("\tsymmetric" if name in SYMMETRIC else "") for name in RELATIONS]),
        "calibration.slope": torch.tensor(slopes, dtype=torch.float32),
        "calibration.shift": torch.tensor(shifts, dtype=torch.float32),
        "thresholds": torch.tensor(numpy.where(numpy.isfinite(thresholds), thresholds, NEVER), dtype=torch.float32),
    }
    for name, tensor in tensors_of(model).items():
        if name in ALWAYS_QUANTISED:
            tensors[name], tensors[name + ".scale"] = quantised(tensor)
        else:
            tensors[name] = tensor
    metadata = {
        "name": "kg-relations", "version": "1", "format": "1", "licence": "CC BY-SA 4.0", "encoder": encoder_fingerprint(encoder),
        "credits": "\n".join(CREDITS), "scores": scores,
    }
    save_file(tensors, path, metadata=metadata)
    os.chmod(path, 0o644)
    return os.path.getsize(path)


def load(path):
    """The head with its dequantised weights, then slopes, shifts and thresholds."""
    tensors = load_file(path)
    model = RelationHead(len(text_lines(tensors["labels.relations"])), len(tensors["features.weight"]))
    model.load_state_dict(dequantised(tensors, model.state_dict(), ""))
    return model.eval(), *(tensors[name].numpy() for name in ("calibration.slope", "calibration.shift", "thresholds"))
