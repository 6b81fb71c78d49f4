#!/bin/sh
# Uses the page of `kg serve` in a real browser; installs Debian's chromium and its driver, and selenium and axe from PyPI, where missing.
# usage: test.sh KG FOLDER, in which the screenshots are left.
set -eu
here=$(dirname "$0")
kg=$(realpath "$1")
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
  install() {
    $as_root timeout 60 apt-get -o DPkg::Lock::Timeout=30 update
    # What is installed is not cut off half way; what is fetched may be.
    $as_root timeout 120 apt-get -o DPkg::Lock::Timeout=30 install --yes --no-install-recommends --download-only $missing \
      && $as_root apt-get -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends $missing
  }
  install >/dev/null 2>&1 || skip "$missing cannot be installed"
  command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1 || skip "$missing cannot be installed"
fi
environment=.build/venv-page
[ -x "$environment/bin/pip" ] || python3 -m venv --clear "$environment" >/dev/null 2>&1 || skip "no Python environment can be made"
if ! "$environment/bin/python" -c 'import selenium, axe_playwright_python' 2>/dev/null; then
  timeout 120 "$environment/bin/pip" install --quiet --retries 1 --timeout 20 selenium >/dev/null 2>&1 || skip "selenium cannot be had from PyPI"
  # For the script of axe-core alone that it carries, without the browser it would bring.
  timeout 60 "$environment/bin/pip" install --quiet --retries 1 --timeout 20 --no-deps axe-playwright-python >/dev/null 2>&1 \
    || skip "axe cannot be had from PyPI"
fi
mkdir -p "$folder"
rm -f "$folder/seed.db"
"$kg" ingest "$here/../../seeds" --db "$folder/seed.db"
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
timeout 900 "$environment/bin/python" "$here/run.py" "$kg" "$folder/seed.db" "$folder"
timeout 600 "$environment/bin/python" "$here/fuzz_requests.py" "$kg" "$folder/seed.db"
