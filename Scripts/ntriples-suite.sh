#!/bin/bash
# Judges W3C's N-Triples syntax tests with kg: a file with "bad" in its name must be refused, any other taken.
# Usage: KG=path ntriples-suite.sh FOLDER
kg=${KG:-.build/release/kg}; right=0; all=0; work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for file in $(find "$1" -name '*.nt' | sort); do
  all=$((all + 1)); rm -f "$work"/g.db*
  "$kg" import --db "$work/g.db" --format ntriples "$file" >/dev/null 2>"$work/message"; status=$?
  case $(basename "$file") in *bad*) wanted=65 ;; *) wanted=0 ;; esac
  if [ $status = $wanted ]; then right=$((right + 1)); else echo "$file: status $status, wanted $wanted: $(tail -1 "$work/message")"; fi
done
echo "$right of $all right"
