#!/bin/sh
# Uses the page of `kg serve` in a real browser; installs Debian's chromium and its driver, and selenium and axe from PyPI, where missing.
# usage: test.sh KG FOLDER, in which the screenshots are left.
set -eu
here=$(dirname "$0")
kg=$1
folder=$2
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
if [ -n "$missing" ]; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update
  # shellcheck disable=SC2086 # the list is meant to be split
  $as_root apt-get -o DPkg::Lock::Timeout=600 install --yes --no-install-recommends $missing
fi
environment=.build/venv-page
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
if ! "$environment/bin/python" -c 'import selenium, axe_playwright_python' 2>/dev/null; then
  "$environment/bin/pip" install --quiet selenium
  # For the script of axe-core alone that it carries, without the browser it would bring.
  "$environment/bin/pip" install --quiet --no-deps axe-playwright-python
fi
mkdir -p "$folder"
rm -f "$folder/seed.db"
"$kg" ingest "$here/../../seeds" --db "$folder/seed.db"
"$environment/bin/python" "$here/browser_test.py" "$kg" "$folder/seed.db" "$folder"
"$environment/bin/python" "$here/fuzz_requests.py" "$kg" "$folder/seed.db"
