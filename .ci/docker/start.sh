#!/usr/bin/env bash
# Gives the container specs a Docker engine, a PostgreSQL image and one of the engine in Python, on
# a bare Debian as root and without any image registry. What is there already is kept, so a second run takes a second.
# Progress goes to standard error; standard output is the environment for the specs:
#
#   environment=$(.ci/docker/start.sh) && eval "$environment"
set -euo pipefail
cd "$(dirname "$0")"
exec 3>&1 1>&2

suite=bookworm
packages=postgresql,ca-certificates,python3
# Named for what is in it, so that one with other packages is made anew.
base=syncproof-debian:$suite-$(cksum <<<"$packages" | cut -d' ' -f1)
postgres=syncproof-postgres:$suite
engine=syncproof-python-engine:$suite
log=${TMPDIR:-/tmp}/syncproof-dockerd.log

say() { printf 'docker: %s\n' "$*"; }

# Installs the Debian packages whose commands, given first, are missing.
need() {
  local command=$1
  shift
  if command -v "$command" >/dev/null; then return; fi
  say "installing $*"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

start_engine() {
  if docker info >/dev/null 2>&1; then
    say 'an engine is running'
    return
  fi
  need dockerd docker.io iptables
  # One that died without tidying up leaves the number of a process that is no longer there.
  if [ -f /var/run/docker.pid ] && ! kill -0 "$(cat /var/run/docker.pid)" 2>/dev/null; then
    rm -f /var/run/docker.pid
  fi
  say "starting dockerd, its log is $log"
  setsid nohup dockerd >"$log" 2>&1 3>&- </dev/null &
  for _ in $(seq 120); do
    if docker info >/dev/null 2>&1; then return; fi
    sleep 0.5
  done
  tail -n 20 "$log"
  say 'the engine did not start within a minute'
  return 1
}

make_base() {
  if docker image inspect "$base" >/dev/null 2>&1; then
    say "the image $base is there"
    return
  fi
  need debootstrap debootstrap
  local work
  work=$(mktemp -d)
  say "making $base from Debian's packages, which takes about a minute"
  debootstrap --variant=minbase --include="$packages" "$suite" "$work/root" \
    >"$work/log" || { tail -n 20 "$work/log"; return 1; }
  tar -C "$work/root" -c . | docker import - "$base" >/dev/null
  rm -rf "$work"
}

# Without buildx there is only the legacy builder, which says at length that it is one.
make_image() {
  DOCKER_BUILDKIT=0 docker build --quiet --build-arg base="$base" --tag "$1" "$2" \
    >/dev/null 2>"$log.build" || { cat "$log.build"; return 1; }
}

start_engine
make_base
make_image "$postgres" postgres
make_image "$engine" ../../fixtures/foreign/python-engine
say "ready: $postgres and $engine"
printf 'export SYNCPROOF_POSTGRES_IMAGE=%s SYNCPROOF_ENGINE_IMAGE=%s TESTCONTAINERS_RYUK_DISABLED=true\n' \
  "$postgres" "$engine" >&3
