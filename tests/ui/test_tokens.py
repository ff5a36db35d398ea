"""The colours: every pair that the window uses can be read."""

import pytest

from dossier.ui.tokens import DARK, LIGHT, TONES, Tokens, contrast, contrast_pairs


@pytest.mark.parametrize("k", [LIGHT, DARK], ids=lambda k: k.name)
def test_every_pair_has_its_contrast(k: Tokens) -> None:
    weak = [what for what, ink, ground, least in contrast_pairs(k) if contrast(ink, ground) < least]
    assert weak == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_an_ink_may_be_a_tone() -> None:
    assert LIGHT.ink("text2") == LIGHT.text2
    assert {LIGHT.ink(tone) for tone in TONES} == {tone.fg for tone in LIGHT.tones.values()}
