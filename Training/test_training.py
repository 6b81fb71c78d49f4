"""Small checks of the parts that Swift must reproduce: python -m unittest test_training"""
import itertools
import random
import unittest

import numpy

import decode
import lemma
import relation_candidates
import relation_scores
from wordpiece import MAX_PIECES_PER_WORD, WordPiece, encode, plain, word_shape


class LemmaTest(unittest.TestCase):
    def test_scripts_give_back_the_lemma(self):
        for form, expected in [("Running", "run"), ("was", "be"), ("women", "woman"), ("Paris", "Paris"), ("PARIS", "Paris"),
                               ("n’t", "not"), ("’s", "'s"), ("unhappier", "unhappy"), ("better", "good"), ("a", "a"), ("I", "I")]:
            self.assertEqual(lemma.apply_script(form, lemma.script_of(form, expected)), expected)

    def test_a_script_that_does_not_fit(self):
        self.assertIsNone(lemma.apply_script("as", "L\t0\t\t2\ty"))


class WordPieceTest(unittest.TestCase):
    def test_like_the_tokenizers_package(self):
        import os
        from tokenizers import Tokenizer
        from reference import STRINGS
        from train import encoder_folder, read_vocabulary
        own = WordPiece(read_vocabulary())
        theirs = Tokenizer.from_file(os.path.join(encoder_folder(), "tokenizer.json"))
        theirs.no_truncation()
        theirs.no_padding()
        for string in STRINGS:
            expected = theirs.encode(plain(string), add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
            self.assertEqual(own.word_ids(string), expected or [100], string)

    def test_shapes(self):
        shapes = {"...": 0, "1990": 1, "B2B": 2, "word": 3, "A": 4, "U.S.": 5, "O'Neill": 7, "Word": 6, "iPhone": 7, "東京": 3}
        for word, shape in shapes.items():
            self.assertEqual(word_shape(word), shape, word)

    def test_glued_words(self):
        pieces, shapes, first, last = encode(WordPiece(["[PAD]"]), ["do", "nt", "X"], [False, True, True])
        self.assertEqual(shapes, [32, 3, 19, 4, 32])
        self.assertEqual((first, last), ([1, 2, 3], [1, 2, 3]))


class DecodeTest(unittest.TestCase):
    def test_tree_against_brute_force(self):
        rng = numpy.random.default_rng(1)
        for size in (1, 2, 3, 4):
            for _ in range(60):
                scores = rng.normal(size=(size + 1, size + 1))
                total = lambda heads: sum(scores[i + 1, h] for i, h in enumerate(heads))
                best = max((h for h in itertools.product(range(size + 1), repeat=size) if decode.is_tree(list(h))), key=total)
                self.assertAlmostEqual(total(decode.tree(scores)), total(best))
                self.assertTrue(decode.is_tree(list(decode.tree(scores))))

    def test_names_never_start_inside(self):
        rng = numpy.random.default_rng(1)
        for _ in range(50):
            tags = decode.name_tags(rng.normal(size=(8, 7)), decode.name_transitions())
            for before, tag in zip(["O", *tags], tags):
                self.assertTrue(not tag.startswith("I-") or before[2:] == tag[2:])

    def test_no_crossing_mentions(self):
        rng = numpy.random.default_rng(1)
        found = decode.mentions(rng.normal(size=(13, 9, 9)), ["NOUN"] * 9, [0, 1, 2, 3, 4, 5, 6, 7, 8], ["dep"] * 9)
        for a, b in itertools.combinations(found, 2):
            self.assertFalse(a[0] < b[0] <= a[1] < b[1])


class CoreferenceTest(unittest.TestCase):
    def test_far_candidates_are_like_mentions(self):
        import coreference
        rng = random.Random(1)
        places = [coreference.Place(n, 0, 0, 0, 0, 0, 0, key := rng.choice("abcdefgh"), key, frozenset(key), frozenset(), "", 0, 0, -1, "")
                  for n in range(300)]
        allowed, distance = coreference.candidates(places)
        for later, earlier in zip(*numpy.nonzero(allowed)):
            self.assertGreater(later, earlier)
            self.assertTrue(later - earlier <= coreference.WINDOW or places[later].key == places[earlier].key)
        self.assertLessEqual(allowed.sum(1).max(), coreference.WINDOW + coreference.FAR_MATCHES)


class RelationTest(unittest.TestCase):
    # "Marta Keller, who was born in Odense, is Danish ."
    forms = "Marta Keller , who was born in Odense , is Danish .".split()
    upos = "PROPN PROPN PUNCT PRON AUX VERB ADP PROPN PUNCT AUX ADJ PUNCT".split()
    xpos = "NNP NNP , WP VBD VBN IN NNP , VBZ JJ .".split()
    feats = ["_"] * 3 + ["PronType=Rel"] + ["_"] * 8
    heads = [11, 1, 6, 6, 6, 1, 8, 6, 1, 11, 0, 11]
    names = ["B-PER", "I-PER", "O", "O", "O", "O", "O", "B-LOC", "O", "O", "O", "O"]

    def candidates(self, mentions):
        return relation_candidates.candidates(self.forms, self.upos, self.xpos, self.feats, self.names, mentions)

    def test_candidates_are_mentions_relative_pronouns_and_peoples(self):
        person, place = relation_candidates.PERSON, relation_candidates.PLACE
        found = self.candidates([(0, 7, person, 0, 0), (0, 1, person, 0, 0), (7, 7, place, 0, 7)])
        self.assertEqual([c.head for c in found], [0, 3, 7, 10])
        self.assertEqual((found[0].end, found[1].type, found[3].type), (1, relation_candidates.RELATIVE, relation_candidates.ADJECTIVE))

    def test_a_year_inside_a_date_is_none(self):
        time = relation_candidates.TIME
        self.assertEqual([c.head for c in self.candidates([(0, 4, time, 1, 1), (4, 4, time, 1, 4)]) if c.type == time], [1])

    def test_paths_go_over_the_lowest_word_above_both(self):
        self.assertEqual(relation_candidates.path(self.heads, 3, 7), ([3], 5, [7]))
        self.assertEqual(relation_candidates.path(self.heads, 0, 7), ([], 0, [5, 7]))
        self.assertEqual(relation_candidates.path(self.heads, 7, 10), ([7, 5, 0], 10, []))

    def test_thresholds_keep_the_precision_asked_for(self):
        scores = numpy.linspace(0, 1, 200)[:, None]
        labels = (scores > 0.5).astype(int)
        labels[90:100] = 1
        threshold = relation_scores.best_thresholds(scores, labels, numpy.ones(200), least_precision=0.95)[0]
        said = scores[:, 0] >= threshold
        self.assertGreaterEqual(labels[said].mean(), 0.95)

    def test_platt_recovers_odds(self):
        rng = numpy.random.default_rng(1)
        scores = rng.normal(size=(4000, 1)) * 3
        labels = (rng.random((4000, 1)) < 1 / (1 + numpy.exp(-(0.5 * scores - 1)))).astype(int)
        slopes, shifts = relation_scores.platt(scores, labels, numpy.ones(4000))
        self.assertAlmostEqual(slopes[0], 0.5, delta=0.06)
        self.assertAlmostEqual(shifts[0], -1, delta=0.15)


if __name__ == "__main__":
    unittest.main()
