"""What whole documents say, word by word: a change is read before it is kept."""

from difflib import unified_diff

import pytest

from .snapshots import DOCUMENTS, REWRITE, path_of, text_of


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_what_was_read(name: str) -> None:
    kept, now = path_of(name).read_text(encoding="utf-8"), text_of(name)
    changed = "\n".join(unified_diff(kept.splitlines(), now.splitlines(), "read", "now", n=1, lineterm=""))
    if changed:
        pytest.fail(f"{name}.txt is not what the document says. Where it should: {REWRITE}\n{changed}", pytrace=False)


def test_the_texts_are_short_enough_to_be_read() -> None:
    assert {path.stem for path in path_of("x").parent.glob("*.txt")} == set(DOCUMENTS)
    assert all(len(path_of(name).read_text(encoding="utf-8").splitlines()) < 600 for name in DOCUMENTS)
