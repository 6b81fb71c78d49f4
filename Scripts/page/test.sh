#!/bin/sh
# Uses the page of `kg serve` in a real browser; installs Debian's chromium and its driver, and selenium and axe from PyPI, where missing.
# usage: test.sh KG FOLDER, in which the screenshots are left.
set -eu
here=$(dirname "$0")
kg=$1
folder=$2
skip() {
  echo "test-page: skipped, since $1"
  exit 0
}
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
if [ -n "$missing" ]; then
  as_root=""
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || skip "there is no$missing and no way to install it"
    as_root="sudo"
  fi
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # the list is meant to be split
  { $as_root apt-get update && $as_root apt-get -o DPkg::Lock::Timeout=600 install --yes --no-install-recommends $missing; } >/dev/null 2>&1 \
    || skip "$missing cannot be installed"
fi
environment=.build/venv-page
[ -x "$environment/bin/python" ] || python3 -m venv "$environment" || skip "no Python environment can be made"
if ! "$environment/bin/python" -c 'import selenium, axe_playwright_python' 2>/dev/null; then
  "$environment/bin/pip" install --quiet selenium || skip "selenium cannot be had from PyPI"
  # For the script of axe-core alone that it carries, without the browser it would bring.
  "$environment/bin/pip" install --quiet --no-deps axe-playwright-python || skip "axe cannot be had from PyPI"
fi
mkdir -p "$folder"
rm -f "$folder/seed.db"
"$kg" ingest "$here/../../seeds" --db "$folder/seed.db"
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
"$environment/bin/python" "$here/run.py" "$kg" "$folder/seed.db" "$folder"
"$environment/bin/python" "$here/fuzz_requests.py" "$kg" "$folder/seed.db"
