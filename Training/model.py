"""The network: a six-layer BERT encoder and small heads that all read its output."""
import math

import torch
from torch import nn
from torch.nn import functional

from decode import name_transitions
from wordpiece import SHAPE_COUNT

HIDDEN, LAYERS, ATTENTION_HEADS, FEED_FORWARD = 384, 6, 12, 1536
ARC, RELATION, MENTION, TAG, NAME = 256, 64, 96, 384, 256
MENTION_WIDTHS = 32  # one bias for each width, the last for all wider spans


class FastDropout(nn.Module):
    """Dropout with random bytes: torch's Bernoulli masks cost more than the layer on a processor."""

    def __init__(self, rate):
        super().__init__()
        self.threshold = round(rate * 256)

    def forward(self, values):
        if not self.training or self.threshold == 0:
            return values
        words = torch.empty((values.numel() + 7) // 8, dtype=torch.int64).random_(-(2 ** 63), None)
        keep = words.view(torch.uint8)[: values.numel()].view(values.shape) >= self.threshold
        return values * (keep.to(values.dtype) * (256 / (256 - self.threshold)))


class IntegerLinear(nn.Linear):
    """A linear layer whose inputs are rounded to 255 steps a row, as the int8 kernels read them; gradients pass the rounding by."""

    rounds = False

    def forward(self, values):
        if not self.rounds:
            return super().forward(values)
        scale = values.detach().abs().amax(-1, keepdim=True).clamp(min=1e-8) / 127
        steps = values / scale
        steps = steps + (steps.detach().round() - steps.detach())
        result = functional.linear(steps, self.weight)
        result = result * scale.to(result.dtype)
        return result if self.bias is None else result + self.bias


def round_inputs(model, rounds=True):
    """Whether the layers of a model read int8 steps, as the shipped one does, or floats."""
    for module in model.modules():
        if isinstance(module, IntegerLinear):
            module.rounds = rounds
    return model


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.attention_input = IntegerLinear(HIDDEN, 3 * HIDDEN)
        self.attention_output = IntegerLinear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.feed_forward_input = IntegerLinear(HIDDEN, FEED_FORWARD)
        self.feed_forward_output = IntegerLinear(FEED_FORWARD, HIDDEN)
        self.feed_forward_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = FastDropout(dropout)

    def forward(self, values, mask):
        batch, length, _ = values.shape
        size = HIDDEN // ATTENTION_HEADS
        query, key, value = self.attention_input(values).view(batch, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (1 / math.sqrt(size)) + mask
        context = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, HIDDEN)
        values = self.attention_norm(values + self.dropout(self.attention_output(context)))
        inner = self.feed_forward_output(functional.gelu(self.feed_forward_input(values)))
        return self.feed_forward_norm(values + self.dropout(inner))


class Encoder(nn.Module):
    def __init__(self, vocabulary_size, dropout):
        super().__init__()
        self.pieces = nn.Embedding(vocabulary_size, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)  # the constant token type is added in
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = FastDropout(dropout)

    def forward(self, pieces, shape_values, mask):
        values = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + shape_values
        values = self.dropout(self.norm(values))
        for layer in self.layers:
            values = layer(values, mask)
        return values


class Analyser(nn.Module):
    def __init__(self, labels, vocabulary_size=30522, dropout=0.1, word_dropout=0.15, inner_dropout=0.33):
        super().__init__()
        self.encoder = Encoder(vocabulary_size, dropout)
        self.shapes = nn.Embedding(SHAPE_COUNT, HIDDEN)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.word_dropout = FastDropout(word_dropout)
        self.inner_dropout = FastDropout(inner_dropout)

        self.tag_first = IntegerLinear(HIDDEN, TAG)
        self.tag_last = IntegerLinear(HIDDEN, TAG, bias=False)
        self.upos = IntegerLinear(TAG, len(labels.upos))
        self.xpos = IntegerLinear(TAG, len(labels.xpos))
        self.feats = IntegerLinear(TAG, len(labels.feats))
        self.scripts = IntegerLinear(TAG, len(labels.scripts))

        self.name_inner = IntegerLinear(HIDDEN, NAME)
        self.names = nn.Linear(NAME, len(labels.names))
        self.register_buffer("name_transitions", torch.from_numpy(name_transitions()), persistent=False)

        self.arc_dependent = IntegerLinear(HIDDEN, ARC)
        self.arc_head = IntegerLinear(HIDDEN, ARC)
        self.arc = IntegerLinear(ARC, ARC)  # from a dependent to what its head should look like
        nn.init.normal_(self.arc.weight, std=0.05)
        self.relation_count = len(labels.relations)
        self.relation_dependent = IntegerLinear(HIDDEN, RELATION)
        self.relation_head = IntegerLinear(HIDDEN, RELATION)
        self.relation = IntegerLinear(RELATION, len(labels.relations) * (RELATION + 1))
        nn.init.normal_(self.relation.weight, std=0.02)

        self.mention_start = IntegerLinear(HIDDEN, MENTION)
        self.mention_end = IntegerLinear(HIDDEN, MENTION)
        self.mention_count = len(labels.mention_types) + len(labels.mention_kinds)
        self.mention = IntegerLinear(MENTION, self.mention_count * (MENTION + 1))
        nn.init.normal_(self.mention.weight, std=0.02)
        with torch.no_grad():
            self.mention.bias.zero_()
            for channel in range(len(labels.mention_types)):
                self.mention.bias[channel * (MENTION + 1) + MENTION] = -5.0  # most spans are no mention
        self.mention_width = nn.Parameter(torch.zeros(self.mention_count, MENTION_WIDTHS))

    def encoder_parameters(self):
        return list(self.encoder.parameters())

    def head_parameters(self):
        inside = {id(p) for p in self.encoder_parameters()}
        return [p for p in self.parameters() if id(p) not in inside]

    def load_encoder(self, tensors):
        """all-MiniLM-L6-v2's own names onto ours."""
        own = {
            "pieces.weight": tensors["embeddings.word_embeddings.weight"],
            "positions.weight": tensors["embeddings.position_embeddings.weight"]
            + tensors["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": tensors["embeddings.LayerNorm.weight"],
            "norm.bias": tensors["embeddings.LayerNorm.bias"],
        }
        for index in range(LAYERS):
            theirs, ours = f"encoder.layer.{index}.", f"layers.{index}."
            for part in ("weight", "bias"):
                own[ours + "attention_input." + part] = torch.cat(
                    [tensors[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")])
                for mine, name in (("attention_output", "attention.output.dense"),
                                   ("attention_norm", "attention.output.LayerNorm"),
                                   ("feed_forward_input", "intermediate.dense"),
                                   ("feed_forward_output", "output.dense"),
                                   ("feed_forward_norm", "output.LayerNorm")):
                    own[f"{ours}{mine}.{part}"] = tensors[f"{theirs}{name}.{part}"]
        self.encoder.load_state_dict(own)

    def forward(self, batch):
        """The vectors of each sentence's [CLS] and words, by their first and by their last piece; the windows are read whole."""
        mask = torch.where(batch["pieces"] == 0, -1e4, 0.0)[:, None, None, :]
        values = self.encoder(batch["pieces"], self.shapes(batch["shapes"]), mask).reshape(-1, HIDDEN)
        at = lambda places: functional.embedding(places, values)
        return self.word_dropout(at(batch["first"])), self.word_dropout(at(batch["last"]))

    def tags(self, first, last):
        """UPOS, XPOS, features and lemma scripts of the words given as rows."""
        inner = self.inner_dropout(functional.gelu(self.tag_first(first) + self.tag_last(last)))
        return self.upos(inner), self.xpos(inner), self.feats(inner), self.scripts(inner)

    def name_scores(self, first):
        return self.names(self.inner_dropout(functional.gelu(self.name_inner(first))))

    def arc_scores(self, words):
        """[batch, dependent, head] over [CLS] and the words."""
        dependents = self.inner_dropout(functional.gelu(self.arc_dependent(words)))
        heads = self.inner_dropout(functional.gelu(self.arc_head(words)))
        return self.arc(dependents) @ heads.transpose(-1, -2)

    def relation_vectors(self, words):
        dependents = self.inner_dropout(functional.gelu(self.relation_dependent(words)))
        heads = self.inner_dropout(functional.gelu(self.relation_head(words)))
        return dependents, heads

    def relation_scores(self, dependents, heads):
        """Rows of dependents beside rows of their heads."""
        inner = self.relation(dependents).view(len(dependents), -1, RELATION + 1)
        return (inner[..., :-1] @ heads[..., None])[..., 0] + inner[..., -1]

    def mention_scores(self, words):
        """[batch, channel, start, end]: first the types (against 0 for no mention), then the kinds."""
        starts = self.inner_dropout(functional.gelu(self.mention_start(words)))
        ends = self.inner_dropout(functional.gelu(self.mention_end(words)))
        inner = self.mention(starts).view(*words.shape[:2], -1, MENTION + 1).transpose(1, 2)
        scores = inner[..., :-1] @ ends.transpose(-1, -2)[:, None] + inner[..., -1:]
        places = torch.arange(words.shape[1])
        widths = (places[None, :] - places[:, None]).clamp(0, MENTION_WIDTHS - 1)
        return scores + self.mention_width[:, widths]
