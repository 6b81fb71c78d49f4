"""Small checks of the parts that Swift must reproduce: python -m unittest test_training"""
import itertools
import os
import random
import signal
import tempfile
import unittest
import unittest.mock

import numpy
import torch

import batches
import coreference
import coreference_sets
import decode
import lemma
import losses
import mixture
import model as model_module
import name_sets
import name_shapes
import relation_candidates
import relation_scores
import shared_weights
import train
import windows
from data import Labels, Mention, Sentence
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
        rng = random.Random(1)
        places = [coreference.Place(n, 0, 0, 0, 0, 0, 0, key := rng.choice("abcdefgh"), key, frozenset(key), frozenset(), "", 0, 0, -1, "")
                  for n in range(300)]
        allowed, distance = coreference.candidates(places)
        for later, earlier in zip(*numpy.nonzero(allowed)):
            self.assertGreater(later, earlier)
            self.assertTrue(later - earlier <= coreference.WINDOW or places[later].key == places[earlier].key)
        self.assertLessEqual(allowed.sum(1).max(), coreference.WINDOW + coreference.FAR_MATCHES)


class WindowTest(unittest.TestCase):
    def test_windows_hold_what_fits(self):
        rng = random.Random(1)
        for _ in range(100):
            lengths = [rng.randrange(3, 260) for _ in range(rng.randrange(1, 40))]
            found = windows.windows(lengths, 192)
            self.assertEqual([i for own in found for i in own], list(range(len(lengths))))
            for own, following in zip(found, [*found[1:], None]):
                held = sum(lengths[i] for i in own)
                self.assertTrue(held <= 192 or len(own) == 1)
                if following:
                    self.assertGreater(held + lengths[following.start], 192)

    def test_documents_are_never_read_together(self):
        sentences = [Sentence(str(i), ["a"], [True], document=str(i // 3)) for i in range(9)]
        self.assertEqual(windows.windows_of(sentences, [10] * 9), [range(0, 3), range(3, 6), range(6, 9)])

    def test_words_are_found_again_in_their_window(self):
        wordpiece = WordPiece(["[PAD]", *"abcdef"])
        sentences = [Sentence("", list(forms), [True] * len(forms)) for forms in ("ab", "cde", "f")]
        examples = [batches.unlabelled(wordpiece, s) for s in sentences]
        batch = batches.collate([examples[:2], examples[2:]])
        pieces = batch["pieces"].reshape(-1)
        for row, sentence in enumerate(sentences):
            first = batch["first"][row, : len(sentence.forms) + 1]
            self.assertEqual(pieces[first].tolist(), [101, *(wordpiece.ids[form] for form in sentence.forms)])


class NameSetTest(unittest.TestCase):
    def test_unknown_capitals_carry_no_loss(self):
        forms = "Marta Keller of the Bank of Odense met reporters in Denmark .".split()
        tags = name_sets.partly_tagged(forms, [(0, 2, "PER")])
        self.assertEqual(tags, ["B-PER", "I-PER", None, None, None, None, None, "O", "O", "O", None, "O"])

    def test_names_are_found_in_the_text(self):
        text = "The late President Ana Lund visited Oslo."
        forms = ["The", "late", "President", "Ana", "Lund", "visited", "Oslo", "."]
        sentence = Sentence("1", forms, [True] * 6 + [False, True], upos=["X"] * 8)
        (found,) = name_sets.with_partial_names([sentence], text, [(9, 27, "PER"), (36, 40, "LOC")])
        self.assertEqual(found.names, [None, "O", None, "B-PER", "I-PER", "O", "B-LOC", "O"])

    def test_gold_names_agree_with_every_fact(self):
        ends = {"born-in": ("PER", "LOC"), "member": (None, "ORG")}
        rows = [["1", "core", "Ana Lund|Lund", "born-in", "Oslo|the town"], ["2", "core", "Ana Lund", "member", "Oslo"], ["=", "Ana Lund|A. Lund"]]
        self.assertEqual(name_sets.gold_names(rows, ends), [("Ana Lund", "PER"), ("A. Lund", "PER"), ("Lund", "PER")])


class NameShapeTest(unittest.TestCase):
    pools = name_shapes.NamePools(["Ana"], ["Lund"], ["Oslo"])

    def test_what_is_no_name_stays(self):
        forms = "Yesterday Ana Lund left for Oslo , which was quiet .".split()
        tags = "O B-PER I-PER O O B-LOC O O O O O".split()
        sentence = Sentence("1", forms, [True] * len(forms), names=tags)
        for seed in range(200):
            changed = name_shapes.renamed(sentence, name_shapes.NameMaker(self.pools, random.Random(seed)))
            self.assertEqual(len(changed.forms), len(changed.names))
            self.assertEqual(len(changed.forms), len(changed.spaces))
            spans = name_sets.bio_spans(changed.names)
            self.assertEqual([label for *_, label in spans], ["PER", "LOC"])
            outside = [form for form, tag in zip(changed.forms, changed.names) if tag == "O"]
            self.assertEqual([form for form in outside if form in forms], [form for form, tag in zip(forms, tags) if tag == "O"])

    def test_equal_seeds_make_equal_sentences(self):
        make = lambda: [name_shapes.from_template(name_shapes.NameMaker(self.pools, random.Random(seed))).forms for seed in range(50)]
        self.assertEqual(make(), make())


class GapTest(unittest.TestCase):
    # "Ana met Eva . She left ."
    def document(self):
        person = lambda at, kind: Mention(at, at, "person", kind, "", at)
        own = dict(document="d", upos=["PROPN", "VERB", "PROPN", "PUNCT"], heads=[2, 0, 2, 2], relations=["nsubj", "root", "obj", "punct"])
        first = Sentence("1", ["Ana", "met", "Eva", "."], [True, True, False, True], mentions=[person(0, "named"), person(2, "named")], **own)
        own |= dict(upos=["PRON", "VERB", "PUNCT"], heads=[2, 0, 2], relations=["nsubj", "root", "punct"])
        return [first, Sentence("2", ["She", "left", "."], [True, False, True], mentions=[person(0, "pronominal")], **own)]

    def marked(self, a, b):
        sentences, text = self.document(), "Ana met Eva. She left."
        row = {"Pronoun": "She", "Pronoun-offset": "13", "A": "Ana", "A-offset": "0", "A-coref": a, "B": "Eva", "B-offset": "8", "B-coref": b}
        self.assertTrue(coreference_sets.mark_gap(sentences, name_sets.word_spans(sentences, text), row))
        return sentences

    def loss(self, sentences):
        relations = ["nsubj", "root", "obj", "punct"]
        index = {name: i for i, name in enumerate(relations)}
        places = [p for own in mixture.places_of(sentences, index) for p in own]
        torch.manual_seed(1)
        model = coreference.Coreference(len(relations)).eval()
        vectors = torch.randn(9, coreference.HIDDEN)
        loss, rows = coreference.link_loss(model, places, vectors, [0, 5], len(relations))
        later, earlier, features = coreference.pairs(places, len(relations))
        scores = model.pair_scores(coreference.mention_vectors(model, places, vectors, [0, 5]), later, earlier, features)
        return loss.item(), rows, {(int(i), int(j)): s.item() for i, j, s in zip(later, earlier, scores)}

    def test_roles(self):
        self.assertEqual([[m.entity for m in s.links] for s in self.marked("TRUE", "FALSE")], [["right", "wrong"], ["asked"]])

    def test_the_loss_looks_at_the_pronoun_alone(self):
        loss, rows, scores = self.loss(self.marked("TRUE", "FALSE"))
        weights = numpy.exp([0, scores[2, 0], scores[2, 1]])
        self.assertEqual(rows, 1)
        self.assertAlmostEqual(loss, -numpy.log(weights[1] / weights.sum()), places=4)

    def test_neither_of_the_names(self):
        loss, rows, scores = self.loss(self.marked("FALSE", "FALSE"))
        weights = numpy.exp([0, scores[2, 0], scores[2, 1]])
        self.assertAlmostEqual(loss, -numpy.log(weights[0] / weights.sum()), places=4)


class InterruptionTest(unittest.TestCase):
    def weights(self, folder, stops, workers=1):
        labels = Labels(upos=["NOUN", "VERB"], xpos=["X"], feats=["_"], scripts=["K\t0\t\t0\t"], relations=["root", "obj"])
        words = ["[PAD]", *"abcdefgh"]
        sentences = [Sentence(str(i), list(form), [True] * len(form), document=str(i // 2), lemmas=list(form), upos=["VERB", "NOUN"], xpos=["X"] * 2,
                              feats=["_"] * 2, heads=[0, 1], relations=["root", "obj"], names=["B-PER", "O"], mentions=[], links=[])
                     for i, form in enumerate(("ab", "cd", "ef", "gh"))]
        portions = [mixture.Portion("toy", sentences, 1.5, renamed=0.0)]
        for until in stops:
            options = train.arguments(["--out", folder, "--workers", str(workers), "--pieces", "24", "--warmup", "2", "--until", str(until)])
            torch.manual_seed(1)
            with unittest.mock.patch.multiple("mixture", MADE_SENTENCES=0), unittest.mock.patch.multiple("model", LAYERS=1):
                model, links = model_module.Analyser(labels, 200), coreference.Coreference(2)
                corpus = train.Corpus(portions, batches.Encoder(WordPiece(words), labels), options)
                shared = shared_weights.Shared(model.encoder_parameters(), model.head_parameters() + list(links.parameters()), workers, len(losses.WEIGHTS))
                progress = {"step": 0, "cycle": 0, "place": 0, "finish": (1, 9)}
                if os.path.exists(f"{folder}/state.pt"):
                    state = torch.load(f"{folder}/state.pt", weights_only=True)
                    shared.load(state)
                    progress = state["progress"]
                train.run(options, shared, model, links, corpus, progress)
        return shared.values.clone(), progress

    def test_the_death_of_a_worker_ends_the_training(self):
        gradient = train.Worker.gradient

        def dying(worker, corpus, units, step):
            if worker.number == 1 and step == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            gradient(worker, corpus, units, step)

        with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.object(train.Worker, "gradient", dying):
            training = torch.multiprocessing.get_context("fork").Process(target=self.weights, args=(folder, [0], 2))
            training.start()
            training.join(120)
        self.assertEqual(training.exitcode, 1)

    def test_in_pieces_as_in_one(self):
        """What is stopped and goes on ends with the very weights of what was never stopped."""
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            whole, end = self.weights(one, [0])
            parts, same_end = self.weights(other, [2, 5, 0])
        self.assertEqual((end["step"], end), (9, same_end))
        self.assertTrue(torch.equal(whole, parts))
        self.assertTrue(whole.isfinite().all())


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
