#!/bin/sh
# Runs all of cluster/ on a Spark of this machine: a master and two workers as processes, made-up documents, and the seeds.
set -eu

python=${1:-.build/cluster/bin/python}
kg=${2:-.build/release/kg}
count=${DOCUMENTS:-2000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" - "$count" > "$work/documents.jsonl" <<'PYTHON'
import json
import sys

sys.path.insert(0, "cluster/tests")
import made_up

for name, text in made_up.documents(int(sys.argv[1])):
    if text is not None:
        print(json.dumps({"id": name, "text": text}))
for path in sys.argv[2:]:
    print(json.dumps({"id": path, "text": open(path).read()}))
PYTHON
exec "$python" cluster/demo.py --kg "$kg" --documents "$work/documents.jsonl" --work "$work"
