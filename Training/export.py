"""Quantises a checkpoint and writes it as one self-contained safetensors file; reads such a file back."""
import argparse
import dataclasses
import json
import os

import torch
from safetensors.torch import load_file, save_file

import batches
from coreference import PRONOUNS, THRESHOLD, Coreference
from data import Labels
from model import MENTION, Analyser, round_inputs
from train import read_vocabulary
from windows import WINDOW_PIECES
from wordpiece import WordPiece, character_map

NAME, VERSION = "kg-english", "1"
CREDITS = [
    "all-MiniLM-L6-v2 (sentence-transformers), Apache-2.0: the encoder's first weights",
    "UD English Web Treebank, CC BY-SA 4.0",
    "GUM, Georgetown University Multilayer corpus, without the genres under non-commercial terms, annotations CC BY 4.0",
    "Universal NER: UNER English EWT, CC BY-SA 4.0",
    "CrossNER, MIT",
    "Re-DocRED, MIT, and under it passages of Wikipedia, CC BY-SA",
    "Wikigold (Balasuriya et al. 2009), CC BY 4.0",
    "KnowledgeNet, CC BY-SA 4.0",
    "GAP Coreference, Apache-2.0",
    "LitBank, CC BY 4.0",
]
# Chosen on EWT and GUM dev:
NAME_OUTSIDE = 0.5  # added to the score of O
MENTION_BIAS = 0.8  # added to the score of each mention type
QUANTISED_AT_LEAST = 4096  # elements; smaller matrices stay float32


def tensors_of(model):
    """Our parameter names to the file's: plain matrices [out, in], three-way tensors flattened over their outputs."""
    return {name: parameter.detach().float().contiguous() for name, parameter in model.named_parameters()}


def is_quantised(name, tensor):
    return tensor.dim() >= 2 and tensor.numel() >= QUANTISED_AT_LEAST and name != "mention_width"


def quantised(tensor):
    """Symmetric int8 by row (all axes but the last): value = integer × scale."""
    scale = tensor.abs().amax(-1) / 127
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return (tensor / scale[..., None]).round().clamp(-127, 127).to(torch.int8), scale


def text_tensor(lines):
    assert not any("\n" in line for line in lines)
    return torch.frombuffer(bytearray("\n".join(lines).encode("utf-8")), dtype=torch.uint8)


def text_lines(tensor):
    return bytes(tensor.numpy()).decode("utf-8").split("\n")


def export(model, labels, path, scores, links, progress):
    tensors = {"names.transitions": model.name_transitions}
    parameters = tensors_of(model)
    parameters |= {"coref." + name: tensor for name, tensor in tensors_of(links).items()}
    tensors["coref.threshold"] = torch.tensor([THRESHOLD])
    tensors["labels.pronouns"] = text_tensor([" ".join(words) for words in PRONOUNS])
    for name, tensor in parameters.items():
        if is_quantised(name, tensor):
            tensors[name], tensors[name + ".scale"] = quantised(tensor)
        else:
            tensors[name] = tensor
    for name, values in vars(labels).items():
        tensors["labels." + name] = text_tensor(values)
    tensors["text.vocabulary"] = text_tensor(read_vocabulary())
    tensors["text.characters"] = text_tensor(
        [" ".join([f"{code:X}", *(f"{ord(c):X}" for c in replacement)]) for code, replacement in character_map()])
    metadata = {
        "name": NAME, "version": VERSION, "format": "2", "licence": "CC BY-SA 4.0",
        "credits": "\n".join(CREDITS), "scores": json.dumps(scores), "window": str(WINDOW_PIECES),
        "training": json.dumps({key: progress[key] for key in ("step", "data", "code", "start")}),
    }
    save_file(tensors, path, metadata=metadata)
    os.chmod(path, 0o644)
    size = os.path.getsize(path)
    assert size <= 30_000_000, size
    return size


def load_exported(path, training=False):
    """The model with its dequantised weights, in float32; for training without what export.py adds to the scores on the way out."""
    tensors = load_file(path)
    fields = [field.name for field in dataclasses.fields(Labels)]
    labels = Labels(**{name: text_lines(tensors["labels." + name]) for name in fields})
    vocabulary = text_lines(tensors["text.vocabulary"])
    model = Analyser(labels, len(vocabulary))
    model.load_state_dict(dequantised(tensors, model.state_dict(), ""))
    model.name_transitions = tensors["names.transitions"]
    if training:
        add_biases(model, labels, -1)
    return round_inputs(model.eval()), batches.Encoder(WordPiece(vocabulary), labels)


def load_coreference(path, labels):
    """The coreference scorer in an exported file, or None."""
    tensors = load_file(path)
    if "coref.score.weight" not in tensors:
        return None
    links = Coreference(len(labels.relations))
    links.load_state_dict(dequantised(tensors, links.state_dict(), "coref."))
    return links.eval()


@torch.no_grad()
def add_biases(model, labels, sign):
    """What was found best on dev, added to the scores of O and of mentions, or taken back."""
    model.names.bias[labels.names.index("O")] += sign * NAME_OUTSIDE
    for channel in range(len(labels.mention_types)):
        model.mention.bias[channel * (MENTION + 1) + MENTION] += sign * MENTION_BIAS


def dequantised(tensors, names, prefix):
    state = {}
    for name in names:
        tensor = tensors[prefix + name]
        if tensor.dtype == torch.int8:
            tensor = tensor.float() * tensors[prefix + name + ".scale"][..., None]
        state[name] = tensor
    return state


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("path")
    parser.add_argument("--coreference", help="the second stage's checkpoint, in place of the links learned with the encoder")
    parser.add_argument("--scores", help="a JSON file of evaluate.py for the metadata")
    options = parser.parse_args()
    saved = torch.load(options.checkpoint, weights_only=True)
    labels = Labels(**saved["labels"])
    model = Analyser(labels, len(read_vocabulary()))
    model.load_state_dict(saved["state"])
    model.name_transitions = saved["transitions"]
    add_biases(model, labels, 1)
    scores = {}
    if options.scores:
        with open(options.scores) as file:
            scores = json.load(file)
    links = Coreference(len(labels.relations))
    links.load_state_dict(torch.load(options.coreference, weights_only=True) if options.coreference else saved["coreference"])
    print(export(model, labels, options.path, scores, links, saved["progress"]), "bytes")


if __name__ == "__main__":
    main()
