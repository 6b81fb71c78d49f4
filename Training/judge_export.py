"""Writes the judge's trees as a safetensors file that Training/FORMAT.md describes."""
import json, struct
import numpy


def flattened(forest):
    """Nodes, leaves and roots of all trees: a child is a node's number, or -1 - n for leaf n; children stand behind their parents."""
    nodes, leaves, roots = [], [], []
    right = list(forest.classes_).index(1)

    def add(tree, place):
        if tree.children_left[place] < 0:
            counts = tree.value[place][0]
            leaves.append(counts[right] / counts.sum() / len(forest.estimators_))
            return -len(leaves)
        own = len(nodes)
        nodes.append(None)
        # The greatest float32 that is no greater parts the same values, which are float32 themselves.
        cut = numpy.float32(tree.threshold[place])
        if cut > tree.threshold[place]:
            cut = numpy.nextafter(cut, numpy.float32(-numpy.inf))
        nodes[own] = (int(tree.feature[place]), float(cut), add(tree, tree.children_left[place]), add(tree, tree.children_right[place]))
        return own

    for estimator in forest.estimators_:
        roots.append(add(estimator.tree_, 0))
    return nodes, leaves, roots


def export(path, names, forest, curve, table, mean, metadata):
    nodes, leaves, roots = forest
    text = lambda lines: ("U8", numpy.frombuffer("\n".join(lines).encode(), dtype=numpy.uint8))
    floats = lambda values: ("F32", numpy.array(values, dtype="<f4"))
    relations = sorted(table)
    tensors = {
        "labels.features": text(names), "labels.priors": text(relations), "priors": floats([table[r] for r in relations]),
        "node.feature": floats([n[0] for n in nodes]), "node.threshold": floats([n[1] for n in nodes]),
        "node.left": floats([n[2] for n in nodes]), "node.right": floats([n[3] for n in nodes]),
        "leaves": floats(leaves), "roots": floats(roots), "calibration": floats([*curve, mean]),
    }
    header, data = {"__metadata__": metadata}, b""
    for name, (kind, array) in tensors.items():
        own = array.tobytes()
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(own)]}
        data += own
    start = json.dumps(header, ensure_ascii=False).encode()
    start += b" " * (-len(start) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(start)) + start + data)
