#!/usr/bin/env bash
# Tries ./run on machines that hold nothing but Debian's base system, Python and git; and the Dockerfile of
# `folio init --ci make` on one that holds nothing at all, as its base image does.
#
#   tests/fresh/fresh.sh [SUITE ...]        default: bookworm trixie (Debian 12 and 13), and the Dockerfile's steps
#   tests/fresh/fresh.sh image              the Dockerfile's steps alone
#
# Needs root and debootstrap. Each scenario gets a new machine: the base system, kept read-only in FOLIO_FRESH_CACHE,
# under a layer in memory that is gone when the scenario ends, with a fresh clone of HEAD in it. Only the way to the
# outside is this machine's: its name servers, certificates, and what pip and apt are told about reaching their indexes.
set -euo pipefail

cache=${FOLIO_FRESH_CACHE:-/var/tmp/folio-fresh}
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

# --- scenarios: run on the new machine, in a clone in a folder with a space in its name

administrator_runs_demo() {
    ./run demo
    test -s out/resume.pdf
    test -s out/site/index.html
    ./run demo --today 2026-11-22 # set up already
}

administrator_runs_test() {
    ./run test
}

# Without root the script says what to run, and goes on from there once somebody has.
somebody_runs_demo() {
    useradd --create-home somebody
    chown -R somebody: .
    as_somebody() { setpriv --reuid somebody --regid somebody --init-groups env HOME=/home/somebody "$@"; }
    local advice
    if advice=$(as_somebody ./run demo 2>&1); then
        echo 'demo passed without Pango?' && return 1
    fi
    printf '%s\n' "$advice"
    advice=$(sed -n 's/^folio: .*; run: //p' <<<"$advice")
    advice=${advice//sudo /} # there is none here, and we are root
    DEBIAN_FRONTEND=noninteractive bash -c "${advice/install/install --yes}" >/dev/null
    as_somebody ./run demo
}

# The Dockerfile's steps, and then what people do with an image of it: as its user, and as somebody it does not know.
container_builds_a_portfolio() {
    size() { du -sm --exclude=/proc --exclude=/dev --exclude=/srv / | sed "s/\t.*/ MB $1/"; }
    size before
    env PIP_FIND_LINKS=/srv/wheels sh /srv/build.sh
    size after
    in_container() { sh /srv/run.sh "$@"; }
    chown -R 1000:1000 /work
    in_container --version
    in_container doctor --offline
    in_container build --offline --out out
    test -s /work/out/resume.pdf && test -s /work/out/site/index.html
    test "$(stat -c %u /work/out/site/index.html)" = 1000
    chown -R 4321:4321 /work # as with --user
    AS=4321 in_container ci . --offline --out out
    git init --quiet --bare /work/remote.git
    chown -R 4321:4321 /work
    AS=4321 in_container deploy --to /work/remote.git
    git --git-dir /work/remote.git -c safe.directory=* cat-file -e gh-pages:index.html
    if AS=4321 in_container doctor --offline 2>&1 | grep -i 'traceback'; then return 1; fi
}

# --- the machines

base() { # SUITE: its base system, made once; `image` is that of the Dockerfile, with nothing in it
    local tree=$cache/$1 suite=$1
    local with='python3,git,ca-certificates'
    if [[ $1 == image ]]; then suite=trixie with=''; fi
    if [[ ! -d $tree ]]; then
        mkdir -p "$cache"
        rm -rf "$tree.part"
        echo "fresh: making the base system of $1 (two minutes, once)" >&2
        debootstrap --variant=minbase ${with:+"--include=$with"} "$suite" "$tree.part" >"$tree.log" 2>&1 ||
            { tail "$tree.log" >&2 && return 1; }
        rm -rf "$tree.part"/var/lib/apt/lists/* # as in a container's image
        mv "$tree.part" "$tree"
    fi
    printf '%s\n' "$tree"
}

settings() { # how this machine reaches the outside, as NAME=VALUE
    env | grep -E '^(PIP_|SSL_CERT_|REQUESTS_CA_|GIT_SSL_|(http|https|no)_proxy=|(HTTP|HTTPS|NO)_PROXY=)' || true
}

give_settings() { # MACHINE
    local file
    for file in /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt /etc/pip.conf; do
        [[ ! -e $file ]] || install -D -m 644 "$(realpath "$file")" "$1$file"
    done
    if [[ -d /usr/local/share/ca-certificates ]]; then # the package ca-certificates makes its file anew with these
        mkdir -p "$1/usr/local/share" && cp -R /usr/local/share/ca-certificates "$1/usr/local/share"
    fi
    grep -qs localhost "$1/etc/hosts" || printf '127.0.0.1 localhost\n::1 localhost\n' >>"$1/etc/hosts"
    apt-config dump | grep '^Acquire::' >"$1/etc/apt/apt.conf.d/99outside"
}

# For the image: a wheel of folio, since no index has it before its release, and a person who starts with `--ci make`.
give_image() { # MACHINE
    local clone="$1/srv/a clone" py=$checkout/.venv/bin/python step
    PYTHONPATH=$clone/src "$py" -m folio init "$1/srv/me" --ci make --yes --name Ada --email ada@example.org >/dev/null 2>&1
    "$py" -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$1/srv/wheels" "$clone"
    for step in build run; do
        "$py" "$clone/tests/fresh/dockerfile.py" "$1/srv/me/Dockerfile" $step >"$1/srv/$step.sh"
    done
    mkdir "$1/work"
    cp "$1/srv/me/profile.yaml" "$1/work"
}

inside() { # SUITE SCENARIO: runs in a mount and process namespace of its own, so that nothing is left to clean up
    local layer=$cache/layer machine=$cache/layer/machine
    mount --make-rprivate /
    mkdir -p "$layer"
    mount -t tmpfs -o size=6g folio-fresh "$layer"
    mkdir "$layer/upper" "$layer/work" "$machine"
    mount -t overlay -o "lowerdir=$(base "$1"),upperdir=$layer/upper,workdir=$layer/work" overlay "$machine"
    mount -t proc proc "$machine/proc"
    mount --rbind /dev "$machine/dev"
    give_settings "$machine"
    git clone --quiet --no-hardlinks "$checkout" "$machine/srv/a clone"
    if [[ $1 == image ]]; then give_image "$machine"; fi
    local -a outside
    mapfile -t outside < <(settings)
    chroot "$machine" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
        "${outside[@]}" bash -euo pipefail -c "$(declare -f "$2"); cd '/srv/a clone'; $2" </dev/null
}

main() {
    local suite scenario scenarios began failed=0
    local -a report
    if (($(id -u) != 0)) || ! command -v debootstrap >/dev/null; then
        echo 'fresh: needs root and debootstrap' >&2
        exit 2
    fi
    for suite; do
        base "$suite" >/dev/null
        scenarios='administrator_runs_demo somebody_runs_demo administrator_runs_test'
        if [[ $suite == image ]]; then scenarios=container_builds_a_portfolio; fi
        for scenario in ${FOLIO_FRESH_SCENARIOS:-$scenarios}; do
            printf '\n#### %s: %s\n' "$suite" "$scenario"
            began=$SECONDS
            if unshare --mount --pid --fork --kill-child -- "${BASH_SOURCE[0]}" --inside "$suite" "$scenario"; then
                report+=("passed  $suite  $scenario  $((SECONDS - began)) s")
            else
                report+=("FAILED  $suite  $scenario  $((SECONDS - began)) s") failed=1
            fi
        done
    done
    printf '\n'
    printf 'fresh: %s\n' "${report[@]}"
    exit $failed
}

if [[ ${1:-} == --inside ]]; then
    inside "$2" "$3"
else
    # shellcheck disable=SC2068  # the default is three words
    main ${@:-bookworm trixie image}
fi
