#!/bin/sh
# Lets clients of the Model Context Protocol ask `kg mcp` about the seed: the newest `mcp` of PyPI of major version 2 and that of 1.
# usage: check.sh KG
set -eu
here=$(dirname "$0")
# One of the checks runs it from another folder.
kg=$(realpath "$1")
skip() {
  echo "test-mcp: skipped, since $1"
  exit 0
}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
"$kg" ingest "$here/../../seeds" --db "$folder/kg.db"
for wanted in "mcp<3" "mcp<2"; do
  environment=.build/venv-$(echo "$wanted" | tr -dc 'a-z0-9')
  [ -x "$environment/bin/pip" ] || python3 -m venv --clear "$environment" >"$folder/venv" 2>&1 || skip "no Python environment can be made"
  "$environment/bin/python" -c 'import mcp, jsonschema' 2>/dev/null \
    || timeout 180 "$environment/bin/pip" install --quiet --retries 1 --timeout 20 "$wanted" jsonschema >"$folder/pip" 2>&1 \
    || skip "$wanted cannot be had from PyPI"
  timeout 300 "$environment/bin/python" "$here/check.py" "$kg" "$folder/kg.db" Taliban Qatar
done
python3 - "$here/../page" "$kg" "$folder" <<'END'
import pathlib, sys
sys.path.insert(0, sys.argv[1])
import material
material.hub(sys.argv[2], pathlib.Path(sys.argv[3]) / "hub")
END
timeout 600 .build/venv-mcp3/bin/python "$here/lines.py" "$kg" "$folder/kg.db" Taliban "$folder/hub/hub.db" "Hub Agency"
