"""The weights of a training in shared memory: every worker computes gradients of its own and updates its own slice of the weights."""
import torch


class Shared:
    """All parameters, their moving average and the optimiser's moments as flat shared vectors, and one flat gradient a worker."""

    def __init__(self, encoder_parameters, head_parameters, workers, losses):
        groups = []
        for parameters, rate in ((encoder_parameters, "encoder"), (head_parameters, "heads")):
            for decayed in (True, False):
                chosen = [p for p in parameters if (p.dim() > 1) == decayed]
                if chosen:
                    groups.append((rate, decayed, chosen))
        self.order = [p for _, _, chosen in groups for p in chosen]
        size = sum(p.numel() for p in self.order)
        self.values, self.average, self.first_moment, self.second_moment = (torch.zeros(size).share_memory_() for _ in range(4))
        self.gradients = torch.zeros(workers, size).share_memory_()
        self.norms = torch.zeros(workers, dtype=torch.float64).share_memory_()
        self.losses = torch.zeros(workers, losses, 2).share_memory_()
        self.bounds, self.offsets, place = [], {}, 0
        for rate, decayed, chosen in groups:
            start = place
            for p in chosen:
                self.values[place:place + p.numel()] = p.data.reshape(-1)
                p.data = self.values[place:place + p.numel()].view(p.shape)
                self.offsets[id(p)] = place
                place += p.numel()
            self.bounds.append((rate, decayed, start, place))
        self.average.copy_(self.values)

    VECTORS = ("values", "average", "first_moment", "second_moment")

    def state(self):
        return {name: getattr(self, name) for name in self.VECTORS}

    def load(self, state):
        for name in self.VECTORS:
            getattr(self, name).copy_(state[name])

    def bind(self, worker):
        for p in self.order:
            place = self.offsets[id(p)]
            p.grad = self.gradients[worker, place:place + p.numel()].view(p.shape)

    def slices(self, worker, workers):
        size = self.values.numel()
        low, high = size * worker // workers, size * (worker + 1) // workers
        for rate, decayed, start, end in self.bounds:
            start, end = max(start, low), min(end, high)
            if start < end:
                yield rate, decayed, start, end

    def averaged_state(self, module):
        """The module's state dict with the averaged weights in place of the current ones."""
        average = lambda p: self.average[self.offsets[id(p)]:self.offsets[id(p)] + p.numel()].view(p.shape).clone()
        return {name: average(p) for name, p in module.named_parameters()}
