#!/bin/sh
# Lets clients of the Model Context Protocol ask `kg mcp` about the seed: the newest `mcp` of PyPI and one of major version 1.
# usage: check.sh KG
set -eu
here=$(dirname "$0")
kg=$1
skip() {
  echo "test-mcp: skipped, since $1"
  exit 0
}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
"$kg" ingest "$here/../../seeds" --db "$folder/kg.db"
for wanted in "mcp" "mcp<2"; do
  environment=.build/venv-$(echo "$wanted" | tr -dc 'a-z0-9')
  [ -x "$environment/bin/python" ] || python3 -m venv "$environment" || skip "no Python environment can be made"
  "$environment/bin/python" -c 'import mcp, jsonschema' 2>/dev/null \
    || "$environment/bin/pip" install --quiet "$wanted" jsonschema || skip "$wanted cannot be had from PyPI"
  "$environment/bin/python" "$here/check.py" "$kg" "$folder/kg.db" Taliban Qatar
done
python3 - "$here/../page" "$kg" "$folder" <<'END'
import pathlib, sys
sys.path.insert(0, sys.argv[1])
import material
material.hub(sys.argv[2], pathlib.Path(sys.argv[3]) / "hub")
END
.build/venv-mcp/bin/python "$here/lines.py" "$kg" "$folder/kg.db" Taliban "$folder/hub/hub.db" "Hub Agency"
