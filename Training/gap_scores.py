"""Pronouns against GAP, on words cut by `kg analyze`; the names count as in ../shared/eval/gap.py."""
import coreference
import predict
import windows
from coreference_sets import is_of_name, read_gap_rows
from data import read_conllu
from name_sets import word_spans


def said_of_row(row, places, mentions, entities):
    """For both names whether a mention that stands for it is in the pronoun's entity."""
    spans = [(places[s][m[0]][0], places[s][m[1]][1], e)
             for s, (own, numbers) in enumerate(zip(mentions, entities)) for m, e in zip(own, numbers)]
    low = int(row["Pronoun-offset"])
    asked = {e for start, end, e in spans if (start, end) == (low, low + len(row["Pronoun"]))}
    for name in "AB":
        start = int(row[name + "-offset"])
        yield any(e in asked and is_of_name(start, start + len(row[name]), a, b) for a, b, e in spans)


def gap_scores(model, links, encoder, path, analysed, window=windows.WINDOW_PIECES):
    """Precision, recall and F1 over the names of all rows; `analysed` gives the words of the passages."""
    sentences = read_conllu(analysed)
    analyses = predict.predict(model, encoder, sentences, window=window)
    entities = coreference.entities_of(links, sentences, analyses, encoder.labels.relations)
    documents = {sentences[own.start].document: own for own in windows.documents(sentences)}
    right = said = gold = 0
    for row in read_gap_rows(path):
        own = documents.get(row["ID"], range(0))
        places = word_spans(sentences[own.start:own.stop], row["Text"])
        answers = [False, False]
        if places:
            answers = list(said_of_row(row, places, [analyses[i].mentions for i in own], entities[own.start:own.stop]))
        for name, answer in zip("AB", answers):
            true = row[name + "-coref"].upper() == "TRUE"
            right, said, gold = right + (answer and true), said + answer, gold + true
    return {"P": 100 * right / max(1, said), "R": 100 * right / max(1, gold), "F1": 200 * right / max(1, said + gold)}
