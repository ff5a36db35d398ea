"""The items of an art. 28(3) contract, and how far a processor's contract holds them."""

from dossier.i18n import language
from dossier.law.clauses import clause_items, clause_of
from dossier.law.data import said
from dossier.model.processor import Processor
from dossier.model.vocabulary import Answer, Clause


def test_six_items_describe_the_processing_and_eight_clauses_follow() -> None:
    assert "".join(item.letter or "-" for item in clause_items()) == "------abcdefgh"
    assert [item.evidence is None for item in clause_items()] == [True] * 6 + [False] * 8
    assert clause_items()[-1].article == "art. 28(3)(h)"


def test_what_nobody_looked_at_is_not_checked() -> None:
    contract = Processor(
        id="p",
        clause_a=Clause(state=Answer.YES, where="art. 4"),
        clause_b=Clause(state=Answer.PARTLY),
        header_object=Clause(state=Answer.NO),
    )
    found = {item.field: clause_of(contract, item) for item in clause_items()}
    assert found["clause_a"] == Clause(state=Answer.YES, where="art. 4")
    assert found["clause_b"] == Clause(state=Answer.PARTLY)
    assert found["header_object"] == Clause(state=Answer.NO)
    assert found["clause_h"] == Clause(state=Answer.NOT_CHECKED)
    assert len(found) == 14


def test_an_item_is_said_in_both_languages() -> None:
    (item,) = (one for one in clause_items() if one.letter == "c")
    assert said(item.name, language("fr")) == "Mesures de l’article\u00a032"
    assert said(item.name, language("en")) == "Security measures of article 32"
