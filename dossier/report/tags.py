"""The logical structure of the file: elements are written as they close, so that memory does not follow the text."""

from array import array

from dossier.report.archive import Archive
from dossier.report.page import Page

COLUMN_HEADER = b"/A<</O/Table/Scope/Column>>"  # PDF/UA-1 7.5: every header cell states its scope
ROW_HEADER = b"/A<</O/Table/Scope/Row>>"


class Element:
    """An open structure element: its object number is known, its children are not all there yet."""

    __slots__ = ("attributes", "kids", "number", "page", "parent", "role")

    def __init__(self, number: int, role: bytes, parent: int, attributes: bytes) -> None:
        self.number, self.role, self.parent, self.attributes = number, role, parent, attributes
        self.page: int | None = None
        self.kids: list[bytes] = []


class StructureTree:
    """Structure tree and parent tree of one document (ISO 32000-1 14.7)."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.number = archive.allocate()
        self.document = Element(archive.allocate(), b"Document", self.number, b"")
        self._parents = array("I")  # parent tree: key -> object number

    def open(self, role: bytes, parent: Element | None = None, attributes: bytes = b"") -> Element:
        """Open an element; `attributes` are further entries of its dictionary."""
        parent = parent or self.document
        element = Element(self.archive.allocate(), role, parent.number, attributes)
        parent.kids.append(b"%d 0 R" % element.number)
        return element

    def close(self, element: Element) -> None:
        page = b"/Pg %d 0 R" % element.page if element.page else b""
        body = (element.role, element.parent, page, element.attributes, b" ".join(element.kids))
        self.archive.pool(element.number, b"<</S/%b/P %d 0 R%b%b/K[%b]>>" % body)

    def mark(self, element: Element, page: Page) -> bytes:
        """Give `element` the next marked content of `page`; returns the operator that opens it."""
        mcid = page.mark(element.number)
        if element.page is None:
            element.page = page.number
        if element.page == page.number:
            element.kids.append(b"%d" % mcid)
        else:
            element.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page.number, mcid))
        return b"/%b<</MCID %d>>BDC " % (element.role, mcid)

    def leaf(self, role: bytes, parent: Element, page: Page | None, attributes: bytes = b"") -> bytes:
        """Open, mark once (unless `page` is None) and close an element: the frequent case, made cheap."""
        number = self.archive.allocate()
        parent.kids.append(b"%d 0 R" % number)
        if page is None:
            self.archive.pool(number, b"<</S/%b/P %d 0 R%b>>" % (role, parent.number, attributes))
            return b""
        mcid = page.mark(number)
        body = (role, parent.number, page.number, attributes, mcid)
        self.archive.pool(number, b"<</S/%b/P %d 0 R/Pg %d 0 R%b/K %d>>" % body)
        return b"/%b<</MCID %d>>BDC " % (role, mcid)

    def page_key(self) -> int:
        """The StructParents key of a page to come."""
        self._parents.append(0)
        return len(self._parents) - 1

    def annotate(self, element: Element, page: Page, annotation: int) -> int:
        """Attach an annotation to its element (PDF/UA-1 7.18.1); returns its StructParent key."""
        element.kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page.number, annotation))
        self._parents.append(element.number)
        return len(self._parents) - 1

    def close_page(self, page: Page) -> None:
        number = self._parents[page.key] = self.archive.allocate()
        self.archive.pool(number, b"[%b]" % b" ".join([b"%d 0 R" % mark for mark in page.marks]))

    def finish(self) -> bytes:
        """Write the roots of both trees; returns the catalog entries."""
        self.close(self.document)
        parents = self.archive.allocate()
        self.archive.pool(parents, self._parent_tree())
        body = (self.document.number, parents, len(self._parents))
        self.archive.pool(
            self.number, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % body
        )
        return b"/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R" % self.number

    def _parent_tree(self) -> bytes:
        numbers = bytearray(b"<</Nums[")  # there may be a hundred thousand
        for item in enumerate(self._parents):
            numbers += b"%d %d 0 R " % item
        numbers[-1:] = b"]>>"
        return bytes(numbers)
