"""Shares that stand together add up to the whole that they are of."""

import re

import pytest

from dossier.i18n import NBSP, language
from dossier.law.breach_figures import shares_text

FR = language("fr")


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([1, 1, 1], ["34 %", "33 %", "33 %"]),
        ([5, 21, 18, 60, 15], ["4 %", "18 %", "15 %", "50 %", "13 %"]),
        ([1, 999], ["< 1 %", "100 %"]),
        ([2, 0, 2], ["50 %", "0 %", "50 %"]),
        ([0, 0], ["0 %", "0 %"]),
        ([], []),
    ],
)
def test_shares_of_one_whole_add_up_to_a_hundred(counts: list[int], told: list[str]) -> None:
    assert [words.replace(NBSP, " ") for words in shares_text(counts, FR)] == told


def test_any_counts_add_up_to_a_hundred() -> None:
    for first in range(1, 60):
        shares = shares_text([first, 7, 13, 2, 31], FR)
        assert sum(int(re.sub(r"\D", "", words)) for words in shares) == 100
