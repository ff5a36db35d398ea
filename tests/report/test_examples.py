"""The packs of the five examples, page by page, as somebody who leafs through them would judge them."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.examples import COMPANIES, make_example
from dossier.work.export import export_pdf
from tests.factories import AUTHOR, NOW

from .reading import fullness, opened, tagged

_FULL, _ENOUGH = 0.45, 0.15  # of the height of a page


@cache
def pack(company: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.dossier"
        make_example(company, path, AUTHOR, NOW)
        with Store.read(path) as store:
            export_pdf(store.dossier, path.with_suffix(".pdf"), Scope("fr", NOW, "full"), file=path)
        return path.with_suffix(".pdf").read_bytes()


@pytest.mark.parametrize("company", COMPANIES)
def test_a_heading_has_what_follows_it_on_its_page(company: str) -> None:
    shown = [each for each in tagged(pack(company)) if each.pages]
    pairs = pairwise(shown)
    headings = [(one, following) for one, following in pairs if one.role in ("H1", "H2", "H3")]
    assert len(headings) > 100
    assert [one.text for one, following in headings if one.pages[-1] != following.pages[0]] == []


@pytest.mark.parametrize("company", COMPANIES)
def test_no_page_is_half_empty_but_before_a_chapter_and_none_holds_a_few_lines(company: str) -> None:
    data = pack(company)
    begun = {each.pages[0] for each in tagged(data) if each.role == "H1"}
    pages = opened(data).pages
    found = {number: fullness(page) for number, page in enumerate(pages, 1)}
    assert found[1] > 0.5
    last = len(pages)
    assert [number for number in found if found[number] < _FULL and number + 1 not in begun and number < last] == []
    assert [number for number in found if found[number] < _ENOUGH] == []
