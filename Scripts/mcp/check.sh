#!/bin/sh
# Lets clients of the Model Context Protocol ask `kg mcp` about the seed: the newest `mcp` of PyPI and one of major version 1.
# usage: check.sh KG
set -eu
here=$(dirname "$0")
kg=$1
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
"$kg" ingest "$here/../../seeds" --db "$folder/kg.db"
for wanted in "mcp" "mcp<2"; do
  environment=.build/venv-$(echo "$wanted" | tr -dc 'a-z0-9')
  [ -x "$environment/bin/python" ] || python3 -m venv "$environment"
  "$environment/bin/python" -c 'import mcp, jsonschema' 2>/dev/null \
    || "$environment/bin/pip" install --quiet "$wanted" jsonschema
  "$environment/bin/python" "$here/check.py" "$kg" "$folder/kg.db" Taliban Qatar
done
