"""The settings and the environment in which git runs nothing that a repository names.

A repository's own configuration can name programs (`core.fsmonitor`, `gpg.program`, `diff.*.textconv`, hooks, filters)
and git runs them on the most harmless command, so every setting that does is overridden at command scope, which beats
the repository's. Commands that can't be made safe (status, diff against the work tree, checkout) are not used at all.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

SETTINGS = {
    "advice.detachedHead": "false",
    "core.alternateRefsCommand": "",
    "core.askPass": "true",
    "core.attributesFile": os.devnull,
    "core.bigFileThreshold": "2m",  # above it, a file is not loaded to be compared
    "core.deltaBaseCacheLimit": "64m",
    "core.excludesFile": os.devnull,
    "core.fsmonitor": "false",
    "core.gitProxy": "",
    "core.hooksPath": os.devnull,
    "core.packedGitLimit": "512m",
    "core.packedGitWindowSize": "64m",
    "core.pager": "cat",
    "core.symlinks": "false",
    "credential.helper": "",
    "credential.interactive": "false",  # else git 2.47 answers with an empty name and password
    "diff.external": "",
    "diff.renameLimit": "200",
    "fetch.recurseSubmodules": "false",
    "fetch.unpackLimit": "1",  # one file for each fetch, not one for each object
    "gc.auto": "0",
    "gpg.openpgp.program": "false",
    "gpg.program": "false",
    "gpg.ssh.program": "false",
    "gpg.x509.program": "false",
    "http.followRedirects": "false",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "15",
    "log.decorate": "false",
    "log.mailmap": "false",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "pack.threads": "1",
    "pack.windowMemory": "64m",
    "protocol.allow": "never",
    "safe.directory": "*",  # asks who owns it before trusting its settings; here they are overridden
    "submodule.recurse": "false",
    "transfer.credentialsInUrl": "die",
}

ENVIRONMENT = {
    "GIT_ASKPASS": "true",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_FLUSH": "0",  # a log is not written to the pipe commit by commit
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LFS_SKIP_SMUDGE": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_PROTOCOL_FROM_USER": "0",
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oClearAllForwardings=yes -oPermitLocalCommand=no",
    "GIT_TERMINAL_PROMPT": "0",
    "HOME": os.devnull,  # else a .netrc there would answer for the person; ssh finds its own settings without it
    "LC_ALL": "C.UTF-8",
    "SSH_ASKPASS": "true",
    "TZ": "UTC",
}


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The variables for one run of git, with `settings` added to the harmless ones."""
    given = SETTINGS | dict(settings)
    variables = ENVIRONMENT | {"GIT_CONFIG_COUNT": str(len(given)), "GIT_CONFIG_PARAMETERS": ""}
    for number, (name, value) in enumerate(sorted(given.items())):
        variables[f"GIT_CONFIG_KEY_{number}"] = name
        variables[f"GIT_CONFIG_VALUE_{number}"] = value
    return variables


def foreign_variables() -> list[str]:
    """Variables of this process that would point git elsewhere, and that GitPython would pass on."""
    return sorted(
        name
        for name in os.environ
        if name.startswith("GIT_") and name not in ENVIRONMENT and not name.startswith("GIT_CONFIG_")
    )
