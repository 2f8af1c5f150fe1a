"""A Dockerfile as a shell script, for a machine that is what its base image is: python3 dockerfile.py FILE [STAGE]

STAGE `build` prints what makes the image, as root; `run` what starts a container, with the script's arguments in place
of CMD. Knows the instructions that folio's own Dockerfile has, and refuses others rather than leave one out.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

INSTRUCTION = re.compile(r"([A-Z]+)\s+(.*)", re.S)


def instructions(text: str) -> Iterator[tuple[str, str]]:
    """Each instruction and what stands behind it, on one line."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for one in re.split(r"\n(?=[A-Z])", "\n".join(lines)):
        found = INSTRUCTION.fullmatch(re.sub(r"\\\n\s*", "", one))
        if found is None:
            raise SystemExit(f"no instruction: {one}")
        yield found[1], found[2].strip()


def script(text: str, stage: str) -> Iterator[str]:
    """The lines of the script."""
    yield "set -eu"
    start: list[str] = []
    who, where = "0:0", "/"
    for name, rest in instructions(text):
        if name in ("ENV", "ARG"):
            yield f"export {rest}"
        elif name == "RUN":
            if stage == "build":
                yield f"echo {shlex.quote('RUN ' + rest)}"
                yield f"(cd {where}; /bin/sh -c {shlex.quote(rest)})"
        elif name == "USER":
            who = rest
        elif name == "WORKDIR":
            where = rest
            yield f"mkdir -p {where}"
        elif name == "ENTRYPOINT":
            start = json.loads(rest)
        elif name not in ("FROM", "CMD"):
            raise SystemExit(f"cannot do {name}")
    if stage == "run":
        user, _, group = who.partition(":")
        yield f"cd {where}"
        yield (f'exec setpriv --reuid "${{AS:-{user}}}" --regid "${{AS:-{group}}}" --clear-groups --no-new-privs '
               f'{shlex.join(start)} "$@"')  # fmt: skip


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in script(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2]))
