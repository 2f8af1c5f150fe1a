"""`folio completion`: a shell that knows folio's commands, options and their values."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_FOLIO_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script that makes SHELL complete folio's commands, options and values such as platforms and themes.

    \b
    For good, once:
      bash   folio completion bash > ~/.local/share/bash-completion/completions/folio
      zsh    folio completion zsh > ~/.zfunc/_folio   (a folder of your fpath)
      fish   folio completion fish > ~/.config/fish/completions/folio.fish
    For this session alone: eval "$(folio completion bash)", the same for zsh; folio completion fish | source
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(click.get_current_context().find_root().command, {}, "folio", VARIABLE).source())
