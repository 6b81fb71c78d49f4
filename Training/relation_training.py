"""Batches of pairs, training of the relation head, and its scores for all pairs."""
import copy
import random
import time

import numpy
import torch
from torch.nn import functional

from relation_candidates import TYPES
from relations import HIDDEN, RelationHead

MOST_PAIRS = 700  # of a batch


def batches_of(sentences, chosen, rng=None):
    """Lists of sentence numbers of like length; `chosen[n]` are the rows of pairs that are looked at."""
    order = [n for n in range(len(sentences)) if len(chosen[n])]
    noise = (lambda: rng.uniform(0, 6)) if rng else (lambda: 0)
    order.sort(key=lambda n: len(sentences[n].analysis.forms) + noise())
    result, pairs, current = [], 0, []
    for n in order:
        if current and pairs + len(chosen[n]) > MOST_PAIRS:
            result.append(current)
            current, pairs = [], 0
        current.append(n)
        pairs += len(chosen[n])
    result.append(current)
    if rng:
        rng.shuffle(result)
    return result


def tensors(sentences, vectors, numbers, chosen):
    length = max(len(sentences[n].analysis.forms) for n in numbers)
    words = torch.zeros(len(numbers), length, HIDDEN)
    mask = torch.full((len(numbers), length), -1e4)
    sentence, subject, object_, types, features, offsets, roles = [], [], [], [], [], [], []
    for place, n in enumerate(numbers):
        s = sentences[n]
        count = len(s.analysis.forms)
        words[place, :count] = torch.from_numpy(vectors[n]).float()
        mask[place, :count] = 0
        for row in chosen[n]:
            i, j = s.pairs[row]
            a, b = s.found[i], s.found[j]
            sentence.append(place)
            subject.append(a.head)
            object_.append(b.head)
            types.append(a.type * len(TYPES) + b.type)
            offsets.append(len(features))
            features += s.features[row]
            roles.append(numpy.pad(s.roles[row], (0, length - count)))
    as_tensor = lambda values: torch.tensor(values, dtype=torch.int64)
    return (words, mask, *map(as_tensor, (sentence, subject, object_, types, features, offsets)),
            torch.from_numpy(numpy.stack(roles)).long())


def train(sentences, vectors, feature_rows, relations, epochs=6, rate=1.5e-3, keep=0.4, keep_sentence=0.5, average=0.995, seed=1, decay=0.05, log=print, watch=None, **sizes):
    """An epoch looks at the share `keep` of the pairs without a relation, and at `keep_sentence` of the sentences without one.

    What is kept is the moving average of the weights.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = RelationHead(relations, feature_rows, **sizes)
    kept = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=decay, betas=(0.9, 0.99))
    positive = [(s.labels == 1).any(1) for s in sentences]
    known = [(s.labels >= 0).any(1) for s in sentences]
    started, step, total_steps = time.time(), 0, None
    for epoch in range(epochs):
        model.train()
        chosen = [
            [r for r in range(len(s.pairs)) if k[r] and (p[r] or rng.random() < keep)] if p.any() or rng.random() < keep_sentence else []
            for s, p, k in zip(sentences, positive, known)]
        plan = batches_of(sentences, chosen, rng)
        total_steps = total_steps or epochs * len(plan) * 1.02
        total = 0.0
        for numbers in plan:
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, step / 50) * max(0.0, 1 - step / total_steps)
            scores = model(*tensors(sentences, vectors, numbers, chosen))
            labels = torch.from_numpy(numpy.concatenate([sentences[n].labels[chosen[n]] for n in numbers])).float()
            weights = torch.from_numpy(numpy.concatenate([sentences[n].weights[chosen[n]] for n in numbers]))
            loss = functional.binary_cross_entropy_with_logits(scores, labels.clamp(min=0), reduction="none")
            loss = (loss * (labels >= 0) * weights[:, None]).sum() / MOST_PAIRS * 2
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            with torch.no_grad():
                share = min(average, step / (step + 10))
                for own, other in zip(kept.parameters(), model.parameters()):
                    own.lerp_(other, 1 - share)
            total += loss.item()
        log(f"{time.time() - started:5.0f} s  epoch {epoch + 1} loss {total / len(plan):.4f}")
        if watch:
            watch(kept)
    return kept.eval()


@torch.no_grad()
def scores_of(model, sentences, vectors):
    """The scores of all pairs, an array a sentence."""
    model.eval()
    result = [numpy.zeros((0, model.score.out_features), numpy.float32) for _ in sentences]
    everything = [range(len(s.pairs)) for s in sentences]
    for numbers in batches_of(sentences, everything):
        scores = model(*tensors(sentences, vectors, numbers, everything)).numpy()
        start = 0
        for n in numbers:
            result[n] = scores[start:start + len(everything[n])]
            start += len(everything[n])
    return result
