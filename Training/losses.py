"""The training loss: a weighted sum over the heads."""
import torch
from torch.nn import functional

from batches import IGNORED
from coreference import link_loss

WEIGHTS = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "scripts": 0.5, "names": 1.0, "arcs": 1.0, "relations": 1.0, "mentions": 1.0,
           "links": 2.0}


def losses(model, links, batch, places):
    """The parts of the loss, each a sum over what is known, divided by the number of words of the batch.

    `places` has, for each document piece of the batch whose references are known, its mentions and the row of each sentence in the batch.
    """
    words, last = model(batch)
    counts = batch["counts"]
    total = counts.sum()
    columns = torch.arange(words.shape[1])
    real = columns[None, 1:] <= counts[:, None]
    first_rows, last_rows = words[:, 1:][real], last[:, 1:][real]
    result = {}

    def cross_entropy(name, scores, target):
        if (target != IGNORED).any():
            result[name] = functional.cross_entropy(scores.float(), target, ignore_index=IGNORED, reduction="sum") / total

    trees = (batch["upos"] != IGNORED).any(1)
    if trees.any():
        known = real & trees[:, None]
        rows = words[:, 1:][known], last[:, 1:][known]
        for name, scores in zip(("upos", "xpos", "feats", "scripts"), model.tags(*rows)):
            cross_entropy(name, scores, batch[name][known])
    cross_entropy("names", model.name_scores(first_rows), batch["names"][real])
    if trees.any():
        tree_losses(model, words[trees], counts[trees], batch["heads"][trees], batch["relations"][trees], cross_entropy)

    rows = [i for i, mentions in enumerate(batch["mentions"]) if mentions is not None]
    if rows:
        result["mentions"] = mention_loss(model, words[rows, 1:], counts[rows], [batch["mentions"][i] for i in rows]) / total
    sums = [link_loss(links, own, words.reshape(-1, words.shape[-1]), {s: row * words.shape[1] for s, row in starts.items()},
                      model.relation_count)[0] for own, starts in places]
    if sums:
        result["links"] = sum(sums) / total
    return result


def tree_losses(model, words, counts, heads, relations, cross_entropy):
    columns = torch.arange(words.shape[1])
    real = columns[None, 1:] <= counts[:, None]
    scores = model.arc_scores(words)[:, 1:].float()
    scores = scores.masked_fill((columns[None, :] > counts[:, None])[:, None, :], -1e4)
    cross_entropy("arcs", scores[real], heads[real])
    dependents, head_vectors = model.relation_vectors(words)
    picked = head_vectors.gather(1, heads.clamp(min=0)[:, :, None].expand(-1, -1, head_vectors.shape[-1]))
    known = real & (heads != IGNORED)
    cross_entropy("relations", model.relation_scores(dependents[:, 1:][known], picked[known]), relations[known])


def mention_loss(model, words, counts, mentions):
    scores = model.mention_scores(words).float()
    size = words.shape[1]
    types = len(model_types(model))
    target = torch.zeros(len(counts), size, size, dtype=torch.int64)
    kinds = torch.full((len(counts), size, size), IGNORED)
    for row, spans in enumerate(mentions):
        for start, end, kind_of_entity, kind in spans:
            target[row, start, end] = kind_of_entity + 1
            kinds[row, start, end] = kind
    places = torch.arange(size)
    valid = (places[:, None] <= places[None, :])[None] & (places[None, None, :] < counts[:, None, None])
    scores = scores.permute(0, 2, 3, 1)
    typed = torch.cat([torch.zeros_like(scores[..., :1]), scores[..., :types]], -1)
    loss = functional.cross_entropy(typed[valid], target[valid], reduction="sum")
    known = kinds != IGNORED
    if known.any():
        loss = loss + 0.3 * functional.cross_entropy(scores[..., types:][known], kinds[known], reduction="sum")
    return loss


def model_types(model):
    return range(model.mention_count - 3)
