"""The commands; the only package that prints or exits."""

from __future__ import annotations

import gc
import os
import sys

import click

from folio.cli.commands import COMMANDS
from folio.cli.problems import BAD_INPUT, BUG, INTERRUPTED, report_bug, show
from folio.cli.streams import forgive
from folio.errors import FolioError
from folio.version import VERSION

HELP = """Evidence-based portfolios for freelance engineers.

folio reads a profile (profile.yaml) and the git repositories it names, says how ready the person is
by the checklists of freelance platforms, and makes the portfolio site, résumé and client pitches.

\b
Start here:
  folio init me                a profile to fill in
  folio validate me            what is wrong in it, line by line
  folio score me               what is earned, not known, not there, and what to do next
  folio build me               site, résumé, pitches and report, in ./out

Try it on an invented person: folio init --sample lena && folio build lena
"""


class InOrder(click.Group):
    """Lists its commands in the order of use rather than of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=InOrder, help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="folio")
def group() -> None:
    pass


for command in COMMANDS:
    group.add_command(command)


def main() -> None:
    """Runs folio; exits with 0 fine, 1 the answer is no, 2 wrong input, 3 a bug of folio's, 130 interrupted."""
    # A run is short and makes little garbage; looking for it at the usual rate takes a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    # Looking for other people's plugins among all that is installed takes longer than scoring; folio has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    forgive()
    try:
        status = group.main(prog_name="folio", standalone_mode=False)
    except FolioError as error:
        show(error)
        sys.exit(BAD_INPUT)
    except click.exceptions.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of the output has gone, as in `folio score | head`; there is nobody to tell.
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the one place that must catch whatever went wrong
        report_bug(error)
        sys.exit(BUG)
    sys.exit(status if isinstance(status, int) else 0)
