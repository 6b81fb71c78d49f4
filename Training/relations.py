"""The relation head: which of a few relations hold between two candidates of a sentence, over the frozen encoder's vectors."""
import math

import torch
from torch import nn
from torch.nn import functional

from model import FastDropout, IntegerLinear, round_inputs
from relation_candidates import ROLES, TYPES

HIDDEN = 384
PAIR, ATTENTION, HEADS, PRODUCT, INNER = 256, 128, 4, 64, 128


class RelationHead(nn.Module):
    """A pair is the sum of its ends' vectors, of their product, of features, and of what it attends to in the sentence."""

    def __init__(self, relations, feature_rows, dropout=0.3, word_dropout=0.2):
        super().__init__()
        self.sizes = [PAIR, PAIR, ATTENTION, ATTENTION, ATTENTION, ATTENTION, PRODUCT, PRODUCT]
        self.words = IntegerLinear(HIDDEN, sum(self.sizes))
        self.query_types = nn.Embedding(len(TYPES) ** 2, ATTENTION)
        self.roles = nn.Parameter(torch.zeros(HEADS, ROLES))
        self.context = IntegerLinear(ATTENTION, PAIR)
        self.product = IntegerLinear(PRODUCT, PAIR, bias=False)
        self.features = nn.Embedding(feature_rows, PAIR)
        self.inner = IntegerLinear(PAIR, INNER)
        self.score = nn.Linear(INNER, relations)
        for table in (self.features, self.query_types):
            nn.init.normal_(table.weight, std=0.05)
        nn.init.constant_(self.score.bias, -3.0)
        with torch.no_grad():
            self.roles.copy_(torch.randn(HEADS, ROLES) * 0.1)
        self.dropout, self.word_dropout = FastDropout(dropout), FastDropout(word_dropout)
        round_inputs(self)

    def forward(self, words, mask, sentence, subject, object_, types, features, offsets, roles):
        """`words` [sentences, length, HIDDEN]; of each pair its sentence, its heads, its row of types, its features and roles [pairs, length]."""
        length, count = words.shape[1], len(sentence)
        parts = self.words(self.word_dropout(words)).flatten(0, 1).split(self.sizes, -1)
        s, o, query_s, query_o, keys, values, product_s, product_o = parts
        subject, object_ = sentence * length + subject, sentence * length + object_
        at = lambda rows, index: rows.index_select(0, index)
        query = at(query_s, subject) + at(query_o, object_) + self.query_types(types)
        each = lambda rows: at(rows.reshape(-1, length * ATTENTION), sentence).view(count, length, HEADS, -1)
        scores = torch.einsum("phd,plhd->phl", query.view(count, HEADS, -1), each(keys))
        scores = scores / math.sqrt(ATTENTION // HEADS) + self.roles[:, roles].transpose(0, 1) + mask[sentence][:, None]
        context = torch.einsum("phl,plhd->phd", scores.softmax(-1), each(functional.gelu(values))).flatten(1)
        inner = at(s, subject) + at(o, object_) + self.context(context)
        inner = inner + self.product(at(product_s, subject) * at(product_o, object_))
        inner = inner + functional.embedding_bag(features, self.features.weight, offsets, mode="sum")
        inner = self.dropout(functional.gelu(inner))
        return self.score(self.dropout(functional.gelu(self.inner(inner))))
