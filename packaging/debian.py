"""What Qt and Python need from the system on Linux, and how Debian and Ubuntu name it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from packaging import command, trouble
else:
    import command
    import trouble

# Found with ldd on PySide6 6.11's QtWidgets, QtPdf and the offscreen, xcb and wayland platforms in a bare Debian 12.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libbrotlidec.so.1": "libbrotli1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "pdftotext": "poppler-utils"}
FONT_PACKAGE = "fonts-dejavu-core"


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(loads: Callable[[str], bool] = can_load) -> list[str]:
    return [library for library in QT_LIBRARIES if not loads(library)] if sys.platform == "linux" else []


def missing_for_qt(loads: Callable[[str], bool] = can_load) -> list[str]:
    """The packages to install before a window can be shown; without any font Qt draws empty text."""
    packages = {QT_LIBRARIES[library] for library in missing_libraries(loads)}
    if sys.platform == "linux" and not has_fonts():
        packages.add(FONT_PACKAGE)
    return sorted(packages)


def has_fonts() -> bool:
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
    found = (file for folder in folders for file in Path(folder).expanduser().rglob("*.[ot]tf"))
    return next(found, None) is not None


def missing_for_venv() -> list[str]:
    """Debian and Ubuntu keep the part of Python that makes environments in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def missing_test_tools() -> list[str]:
    return [package for tool, package in TEST_TOOLS.items() if not shutil.which(tool)]


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def has_apt() -> bool:
    return shutil.which("apt-get") is not None


def provide(packages: Iterable[str]) -> None:
    """Install them, as root on Debian or Ubuntu; elsewhere say what to do."""
    wanted = sorted(set(packages))
    if not wanted:
        return
    if not has_apt():
        raise trouble.PackagesMissingError(
            f"This system lacks {', '.join(wanted)} (the names of Debian): nothing was changed; "
            "install what its package manager calls them and start again."
        )
    if not is_root():
        raise trouble.PackagesMissingError(
            f"This system lacks what Dossier needs; run this, then start again:\n{by_hand(wanted)}"
        )
    command.say(f"Installing with apt-get what Dossier needs from the system: {' '.join(wanted)}.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    command.run("asking Debian for its list of packages", ["apt-get", "update"], quiet)
    command.run("installing system packages", ["apt-get", *_install(wanted)], quiet)


def by_hand(packages: list[str]) -> str:
    """One line to copy; a minimal Debian has no sudo."""
    steps = f"apt-get update && apt-get {' '.join(_install(packages))}"
    return "sudo " + steps.replace("&& ", "&& sudo ") if shutil.which("sudo") else f"su -c '{steps}'"


def _install(packages: list[str]) -> list[str]:
    return ["install", "-y", "--no-install-recommends", *packages]
