"""The options of a command that signs what it writes; the passphrase is asked for without echo, or read from a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.store.disk import reason_of
from dossier.work.signing import Signing

_PATH = click.Path(path_type=Path, dir_okay=False)


def signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the parameter `signing`: a Signing, or None where no signature is asked for."""
    options = (
        click.option("--sign", "signing", type=_PATH, metavar="KEY.p12", callback=_signing),
        click.option("--visible", is_flag=True, is_eager=True, expose_value=False, callback=_kept),
        click.option("--passphrase-file", type=_PATH, is_eager=True, expose_value=False, callback=_kept),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _kept(context: click.Context, option: click.Parameter, value: object) -> None:
    """Eager options are read before `--sign`, which needs them."""
    context.meta[option.name or ""] = value


def _signing(context: click.Context, _option: click.Parameter, key: Path | None) -> Signing | None:
    visible, passphrases = context.meta["visible"], context.meta["passphrase_file"]
    if key is None and (visible or passphrases):
        raise click.UsageError(_("--visible and --passphrase-file are for what --sign signs."))
    return None if key is None else Signing(key, _passphrase(key, passphrases), bool(visible))


def _passphrase(key: Path, file: Path | None) -> str:
    if file is None:
        asked: str = click.prompt(
            _("Passphrase of {path}", path=key), hide_input=True, default="", show_default=False, err=True
        )
        return asked
    try:
        return file.read_text("utf-8").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise InvalidInput(_("{path} cannot be read ({reason}).", path=file, reason=reason_of(error))) from error
    except UnicodeDecodeError:
        raise InvalidInput(_("{path} is not text in UTF-8: no passphrase could be read there.", path=file)) from None
