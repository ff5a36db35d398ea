"""What can stop a set-up, each as one sentence for the user and one exit code for the terminal."""

from __future__ import annotations

import errno
import sys
import tempfile
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import NoReturn

OLDEST_PYTHON = (3, 11)
NOTHING_LOST = "Nothing was lost: no dossier was touched."


class SetUpError(Exception):
    """A set-up that cannot go on; the codes stay clear of those of the program (1 to 8) and of pytest (1 to 5)."""

    exit_code = 20


class OldPythonError(SetUpError):
    exit_code = 21


class NoNetworkError(SetUpError):
    exit_code = 22


class NoSpaceError(SetUpError):
    exit_code = 23


class NotWritableError(SetUpError):
    exit_code = 24


class PackagesMissingError(SetUpError):
    exit_code = 25


NETWORK_SIGNS = (
    "newconnectionerror",
    "nameresolutionerror",
    "connecttimeouterror",
    "read timed out",
    "temporary failure in name resolution",
    "temporary failure resolving",
    "could not resolve",
    "network is unreachable",
    "failed to establish a new connection",
    "getaddrinfo failed",
    "cannot connect to proxy",
    "unable to connect to",
    "failed to connect to",
)
SPACE_SIGNS = (
    "no space left on device",
    "errno 28",
    "disk quota exceeded",
    "not enough space on the disk",
    "enough free space",
)
NOISE = ("[notice]", "traceback (most recent call last)", "  file ")


def refuse_old_python(version: Sequence[int] = sys.version_info[:3]) -> None:
    """Called before anything else: this file, and those it stands beside, can still be read by Python 3.8."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        found = ".".join(str(part) for part in version[:3])
        raise OldPythonError(
            f"Dossier needs Python 3.11 or newer and this is Python {found}: nothing was changed; "
            "install a newer one and start this script with it, for instance `python3.12 packaging/run.py`."
        )


def explained(doing: str, output: Sequence[str]) -> SetUpError:
    """The one sentence for a command that failed, told from what it printed."""
    text = "\n".join(output).lower()
    if any(sign in text for sign in SPACE_SIGNS):
        return no_space(doing)
    if any(sign in text for sign in NETWORK_SIGNS):
        return NoNetworkError(f"No network while {doing}. {NOTHING_LOST} Connect, or set the proxy, and start again.")
    return SetUpError(
        "\n".join([f"Something failed while {doing}; its last words follow. {NOTHING_LOST}", *useful(output)])
    )


def no_space(doing: str) -> NoSpaceError:
    where = f"The disk of the checkout or that of temporary files ({tempfile.gettempdir()}) is full"
    return NoSpaceError(f"{where}: it stopped {doing}. {NOTHING_LOST} Free some space and start again.")


def useful(output: Sequence[str], count: int = 6) -> list[str]:
    """The last lines that tell something: errors if there are any, else simply the end."""
    lines = [line for line in output if line.strip() and not line.lower().startswith(NOISE)]
    errors = [line for line in lines if line.lower().startswith(("error", "e: ", "fatal"))]
    return [f"  {line}" for line in (errors or lines)[-count:]]


@contextmanager
def in_words(doing: str) -> Iterator[None]:
    """Turns what the operating system refuses into a sentence; what it does not explain stays our bug."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise no_space(doing) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise NotWritableError(
                f"{error.filename} cannot be written, which stopped {doing}. {NOTHING_LOST} "
                "Put the checkout in a folder of yours that can be written and start again."
            ) from error
        raise


def end(main: Callable[[Sequence[str]], int]) -> NoReturn:
    """Runs the script and leaves with its exit code; a trouble is its sentence, never a traceback."""
    try:
        code = main(sys.argv[1:])
    except SetUpError as trouble:
        print(trouble, file=sys.stderr)
        code = trouble.exit_code
    except KeyboardInterrupt:
        print(f"Stopped. {NOTHING_LOST}", file=sys.stderr)
        code = 130
    sys.exit(code)
