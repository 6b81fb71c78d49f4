#!/bin/sh
# Has every export read by the programs that it is for, and reads what they write; all come from PyPI into an environment of its own.
# usage: check.sh KG
set -eu
here=$(dirname "$0")
kg=$1
environment=.build/venv-exports
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/python" -c 'import apsw, duckdb, followthemoney, graphqlite, ladybug, networkx, pandas, pyoxigraph' 2>/dev/null \
  || "$environment/bin/pip" install --quiet -r "$here/requirements.txt"
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
"$environment/bin/python" "$here/check.py" "$kg" "$folder"
