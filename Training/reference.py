"""Writes the vectors that the Swift tests compare against: word pieces of odd strings, and logits of 20 sentences."""
import argparse
import json
import os

import torch
from tokenizers import Tokenizer

import batches
import coreference
import predict
from data import Sentence
from evaluate import load, load_links
from train import encoder_folder
from wordpiece import MAX_PIECES_PER_WORD, UNKNOWN, plain

STRINGS = [
    "Hello", "hello", "HELLO", "naïve", "Café", "ÉCLAIR", "Ångström", "Straße", "İstanbul", "ﬁnance", "façade", "Dvořák", "Nguyễn",
    "don't", "don’t", "’s", "“", "”", "‘quoted’", "…", "—", "–", "--", "...", "?!", "C++", "AT&T", "e-mail", "e.g.", "U.S.A.", "Ph.D.",
    "http://www.example.com/a/b?c=d&e=f#g", "someone@example.org", "@handle", "#hashtag", "$1,234.56", "€100", "50%", "3rd", "B2B", "1990s",
    "COVID-19", "unfriending", "antidisestablishmentarianism", "Kyrgyzstan", "ab\u0000cd", "tab\tinside", "zero\u200bwidth", "soft\u00adhyphen",
    "no\u00a0break", "\u0007", "\ufffd", "👍", "👨‍👩‍👧", "🇭🇺", "日本語", "東京タワー", "한국어", "Москва", "Ελλάδα", "ΣΊΣΥΦΟΣ", "العربية", "שלום", "ไทย", "हिन्दी",
    "e\u0301", "x" * 100, "x" * 101, "a.b.c.d.e.f.g.h.i.j.k.l", "①②", "½", "Ⅷ", "ǅ", "℃", "𝐀𝐁", "»", "\u2028", "½-inch", "ʻokina", "ᾳ",
]


def rounded(tensor):
    return [round(float(value), 4) for value in tensor.reshape(-1)]


def piece_vectors(folder, wordpiece):
    tokenizer = Tokenizer.from_file(os.path.join(encoder_folder(), "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows = []
    for string in STRINGS:
        reference = tokenizer.encode(plain(string), add_special_tokens=False).ids[:MAX_PIECES_PER_WORD] or [UNKNOWN]
        own = wordpiece.word_ids(string)
        if own != reference:
            print(f"differs from the tokenizers package: {string!r} {own} {reference}")
        rows.append({"word": string, "pieces": own})
    with open(f"{folder}/wordpiece.json", "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows) + "\n]\n")


@torch.no_grad()
def logit_vectors(folder, model, encoder, sentences):
    rows = []
    for sentence in sentences:
        example = batches.unlabelled(encoder.wordpiece, sentence)
        batch = batches.collate([[example]])
        words, last = model(batch)
        upos, xpos, feats, scripts = model.tags(words[:, 1:], last[:, 1:])
        dependents, heads = model.relation_vectors(words)
        analysis = predict.predict(model, encoder, [sentence])[0]
        count = len(sentence.forms)
        rows.append({
            "forms": sentence.forms, "spaces": sentence.spaces, "pieces": example["pieces"], "shapes": example["shapes"],
            "first": example["first"][1:], "last": example["last"][1:],
            "vector_of_first_word": rounded(words[0, 1])[:16],
            "upos": [rounded(row) for row in upos[0]],
            "xpos_of_first_word": rounded(xpos[0, 0]), "feats_of_first_word": rounded(feats[0, 0])[:40],
            "scripts_of_first_word": rounded(scripts[0, 0])[:40],
            "names": [rounded(row) for row in model.name_scores(words[:, 1:])[0]],
            "arcs": [rounded(row) for row in model.arc_scores(words)[0, 1:]] if count <= 16 else None,
            "relations_of_first_word": rounded(model.relation_scores(dependents[0, 1:2], heads[0, analysis.heads[0]][None])[0]),
            "mention_0_0": rounded(model.mention_scores(words[:, 1:])[0, :, 0, 0]),
            "mention_0_last": rounded(model.mention_scores(words[:, 1:])[0, :, 0, count - 1]),
            "analysis": {"upos": analysis.upos, "xpos": analysis.xpos, "feats": analysis.feats, "lemmas": analysis.lemmas,
                         "heads": analysis.heads, "relations": analysis.relations, "names": analysis.names,
                         "mentions": [[int(m[0]), int(m[1]), m[2], m[3]] for m in analysis.mentions]},
        })
    with open(f"{folder}/sentences.json", "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


@torch.no_grad()
def coreference_vectors(folder, model, links, encoder, sentences):
    """The links of a short document: its mentions, each pair's feature rows and score, and the entities."""
    relations = encoder.labels.relations
    analyses = predict.predict(model, encoder, sentences)
    places = coreference.predicted_places(sentences, analyses, {label: i for i, label in enumerate(relations)})
    words = [analysis.words for analysis in analyses]
    later, earlier, features = coreference.pairs(places, len(relations))
    scores = links.pair_scores(coreference.mention_vectors(links, places, *coreference.stacked(words)), later, earlier, features)
    last = [n for n, i in enumerate(later.tolist()) if i >= len(places) - 8]
    with open(f"{folder}/coreference.json", "w", encoding="utf-8") as file:
        json.dump({
            "sentences": [{"forms": s.forms, "spaces": s.spaces} for s in sentences],
            "mentions": [[p.sentence, p.start, p.end, p.type, p.kind, p.head, p.pronoun, p.role] for p in places],
            "mention_columns": ["sentence", "first word", "last word", "type", "kind", "head", "pronoun class", "role"],
            "pairs_of_the_last_8_mentions": [
                [int(later[n]), int(earlier[n]), features[n].tolist(), round(float(scores[n]), 4)] for n in last],
            "entities": coreference.link(links, places, words, len(relations)),
        }, file)


def sentences_of(path):
    """A sentence a line; a plus marks a word with no space before it."""
    with open(path, encoding="utf-8") as file:
        rows = [line.split() for line in file]
    return [
        Sentence(
            id=str(number), forms=[word.lstrip("+") or word for word in row],
            spaces=[not following.startswith("+") for following in [*row[1:], ""]])
        for number, row in enumerate(rows)]


def own_sentences():
    """Twenty sentences of our own, from one word to a long one."""
    return sentences_of(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference_sentences.txt"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="an exported safetensors file")
    parser.add_argument("folder")
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.folder, exist_ok=True)
    model, encoder = load(options.model)
    piece_vectors(options.folder, encoder.wordpiece)
    logit_vectors(options.folder, model, encoder, own_sentences())
    links = load_links(options.model, encoder.labels)
    if links is not None:
        coreference_vectors(options.folder, model, links, encoder, own_sentences())


if __name__ == "__main__":
    main()
