"""The door for terminals: one command for each thing people do with a dossier, without Qt.

To add a command: a function that calls one function of `work/`, decorated with its arguments, in the file of its
subject, and a line in the tuple below it. Its help ends with an example.
"""

from collections.abc import Callable
from typing import Any

import click

from dossier import __version__
from dossier.cli.breaches import BREACH_COMMANDS
from dossier.cli.checking import CHECK_COMMANDS
from dossier.cli.deadlines import DEADLINE_COMMANDS
from dossier.cli.files import FILE_COMMANDS
from dossier.cli.hand_overs import HAND_OVER_COMMANDS
from dossier.cli.papers import PAPER_COMMANDS
from dossier.cli.terminal import now
from dossier.errors import CannotWrite, DossierError
from dossier.i18n import _, use_language
from dossier.store.disk import reason_of
from dossier.work.preferences import Preferences

COMMANDS = (*FILE_COMMANDS, *PAPER_COMMANDS, *HAND_OVER_COMMANDS, *CHECK_COMMANDS, *DEADLINE_COMMANDS, *BREACH_COMMANDS)


def run_command(arguments: list[str]) -> int:
    """Run one command; returns its exit code: 0, or that of the error, said in one sentence on standard error."""
    use_language(Preferences.load(now()).language)
    try:
        result = _commands().main(args=arguments, prog_name="dossier", standalone_mode=False)
    except DossierError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:
        reason = reason_of(error)
        click.echo(_("The file could not be written ({reason}): nothing was changed.", reason=reason), err=True)
        return CannotWrite.exit_code
    except click.Abort:
        return 130
    return result if isinstance(result, int) else 0


def _commands() -> click.Group:
    group = click.Group(help=_("The GDPR dossier of an organisation, offline, in one file."))
    click.version_option(__version__, prog_name="dossier")(group)
    for name, function, help_ in COMMANDS:
        group.add_command(
            click.Command(name, callback=function, params=_parameters(function), help=_as_written(_(help_)))
        )
    return group


def _parameters(function: Callable[..., Any]) -> list[click.Parameter]:
    """What click's decorators noted, first one first; read, not consumed, so that each language makes its group."""
    return list(reversed(getattr(function, "__click_params__", [])))


def _as_written(help_: str) -> str:
    """click would fill the lines of a paragraph anew, and cut an example in two."""
    return "\n\n".join(f"\b\n{paragraph}" for paragraph in help_.split("\n\n"))
