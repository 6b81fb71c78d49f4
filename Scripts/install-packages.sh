#!/bin/sh
# Installs the Debian packages that the build and the demo need, if any is missing; does nothing else.
set -eu

missing=""
[ -e /usr/include/sqlite3.h ] || missing="$missing libsqlite3-dev"
[ -e /usr/include/openssl/sha.h ] || missing="$missing libssl-dev"
[ -e /usr/include/zlib.h ] || missing="$missing zlib1g-dev"
[ -e /usr/include/expat.h ] || missing="$missing libexpat1-dev"
[ -e /usr/include/gumbo.h ] || missing="$missing libgumbo-dev"
# Not linked, but run: PDF is read by its programs, and tests of that are skipped without.
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
command -v dot >/dev/null 2>&1 || missing="$missing graphviz"
[ -n "$missing" ] || exit 0

install="apt-get install --yes --no-install-recommends$missing"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "kg needs these packages, under whatever names your system has them:$missing" >&2
  exit 1
fi
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  as_root="sudo"
else
  echo "kg needs:$missing. As root, run: apt-get update && $install" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update
# shellcheck disable=SC2086 # the list is meant to be split
$as_root $install
