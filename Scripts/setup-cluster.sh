#!/bin/sh
# Makes a virtual environment with PySpark, and installs Java where there is none; does nothing where all is there.
# Ends with 69 where Java or the packages cannot be had: a network is missing, and nothing of this project.
set -eu

folder=$1
want=$(cat cluster/requirements.txt)
if ! command -v java >/dev/null 2>&1; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "Spark needs Java 17 or newer. As root, run: apt-get install openjdk-17-jre-headless" >&2
    exit 69
  fi
  if ! { DEBIAN_FRONTEND=noninteractive apt-get update &&
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends openjdk-17-jre-headless; } >&2; then
    echo "Spark needs Java 17 or newer, and apt-get could not install it (see above)." >&2
    exit 69
  fi
fi
[ -e "$folder/requirements.txt" ] && [ "$(cat "$folder/requirements.txt")" = "$want" ] && exit 0
python3 -m venv "$folder"
if ! "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement cluster/requirements.txt; then
  echo "PySpark could not be installed from PyPI (see above)." >&2
  exit 69
fi
cp cluster/requirements.txt "$folder/requirements.txt"
