"""Why the disk refused, in our words: the system's own are in a language of its own."""

import errno
from pathlib import Path

from dossier.i18n import N_, _

_REASONS = {
    errno.ENOENT: N_("the folder does not exist"),
    errno.ENOTDIR: N_("the folder does not exist"),
    errno.EISDIR: N_("it is a folder"),
    errno.EACCES: N_("this is not allowed"),
    errno.EPERM: N_("this is not allowed"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("it is larger than this disk or this computer allows"),
    errno.EIO: N_("the disk fails or was taken away"),
    errno.ENODEV: N_("the disk fails or was taken away"),
    errno.ESTALE: N_("the disk fails or was taken away"),
    errno.EBUSY: N_("another program uses it"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}

_FILE_MISSING = N_("the file does not exist")


def reason_of(error: OSError) -> str:
    """A few words for a sentence; what is not foreseen keeps the system's words."""
    reason = _FILE_MISSING if _is_file_missing(error) else _REASONS.get(error.errno or 0)
    return _(reason) if reason else (error.strerror or str(error))


def _is_file_missing(error: OSError) -> bool:
    """Whether it is the file that was looked for, and not its folder."""
    return error.errno == errno.ENOENT and bool(error.filename) and Path(error.filename).parent.is_dir()
