"""The pages of the contents end where a reader would end them."""

from dataclasses import replace

import pytest

from dossier.report.content import Chapter, Sheet

from .packs import EMPTY, written
from .reading import tagged


@pytest.mark.parametrize("count", range(40, 56))
def test_what_stands_above_a_line_of_the_contents_is_on_its_page(count: int) -> None:
    first = Chapter("Un", sheets=lambda: [Sheet(f"Fiche {n}", []) for n in range(count)], part="1. Première")
    others = [Chapter(name, sheets=lambda: [Sheet("Fiche", [])], part="2. Seconde") for name in ("Deux", "Trois")]
    listed = [each for each in tagged(written(replace(EMPTY, chapters=[first, *others]))[0]) if "TOCI" in each.path]
    places = {each.text.strip(): each.pages[0] for each in listed if each.role == "Link"}
    below = [next(each.pages[0] for each in listed if each.text.startswith(name)) for name in ("2. Sec", "Deux")]
    after = [each.pages[0] for each in listed if each.text.startswith("Fiche ") and each.role == "Link"][-2]
    assert places
    assert below == [after, after]
