"""Bookmarks: parts, chapters, closed over their sheets, which are grouped when there are many."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dossier.i18n import N_, Language
from dossier.report.archive import Archive, text_string
from dossier.report.layout import Entry

GROUP = 200  # sheets below one bookmark: more are slow in readers, and of no use to a person


@dataclass(slots=True)
class Bookmark:
    title: str
    destination: bytes
    children: list["Bookmark"] = field(default_factory=list)


def write_outline(archive: Archive, entries: Iterable[Entry], say: Language) -> bytes:
    """Write the bookmarks (ISO 32000-1 12.3.3); returns the catalog entries, none where nothing is listed."""
    top = Bookmark("", b"")
    above = [top]  # the bookmarks that the next one may stand below, the outermost first
    levels = [-1]
    for entry in entries:
        while levels[-1] >= entry.level:
            above.pop()
            levels.pop()
        above[-1].children.append(Bookmark(entry.title, entry.destination))
        above.append(above[-1].children[-1])
        levels.append(entry.level)
    if not top.children:
        return b""
    root = archive.allocate()
    _write(archive, root, _grouped(top.children, say), b"/Type/Outlines", is_open=True)
    return b"/PageMode/UseOutlines/Outlines %d 0 R" % root


def _grouped(bookmarks: list[Bookmark], say: Language) -> list[Bookmark]:
    """The bookmarks with those below them grouped, and grouped themselves where they are many."""
    for bookmark in bookmarks:
        bookmark.children = _grouped(bookmark.children, say)
    return bookmarks if len(bookmarks) <= GROUP else list(_groups(bookmarks, say))


def _groups(sheets: Sequence[Bookmark], say: Language) -> Iterator[Bookmark]:
    for start in range(0, len(sheets), GROUP):
        group = list(sheets[start : start + GROUP])
        title = say(N_("Sheets {first} to {last}"), first=start + 1, last=start + len(group))
        yield Bookmark(title, group[0].destination, group)


def _write(archive: Archive, number: int, children: Sequence[Bookmark], body: bytes, is_open: bool = False) -> None:
    """Write the item `number`, then its children, each linked to the next."""
    numbers = [archive.allocate() for _ in children]
    if children:
        count = len(children) if is_open else -len(children)
        body += b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[0], numbers[-1], count)
    archive.pool(number, b"<<%b>>" % body)
    for i, child in enumerate(children):
        item = b"/Title%b/Dest%b/Parent %d 0 R" % (text_string(child.title), child.destination, number)
        item += b"/Prev %d 0 R" % numbers[i - 1] if i else b""
        item += b"/Next %d 0 R" % numbers[i + 1] if i + 1 < len(children) else b""
        _write(archive, numbers[i], child.children, item)
