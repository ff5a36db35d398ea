"""The findings as the page shows them: chosen, filtered, grouped and put into words, away from the window's thread."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.checks.finding import Finding, Severity
from dossier.i18n import N_, Language
from dossier.model.catalog import MAIN_KINDS
from dossier.model.evidence import Waiver
from dossier.model.text import date_text, fold
from dossier.ui.records.words import reference_words
from dossier.ui.tokens import ToneName
from dossier.ui.weights import MEANINGS, PLURALS, TONES
from dossier.work.findings import Findings, part_of, register_of

AT_ONCE = 12
"""Rows that a group shows before one asks for more."""
MORE = 48
"""Rows that one asks for at a time."""


class By(StrEnum):
    """What findings are grouped by."""

    SEVERITY = "severity"
    REGISTER = "register"
    CHECK = "check"


@dataclass(frozen=True)
class Asked:
    """What the page is asked to show."""

    accepted: bool = False
    by: By = By.SEVERITY
    words: str = ""
    most: Mapping[str, int] = field(default_factory=dict)
    """How many rows a group shows, where that was asked for."""


@dataclass(frozen=True)
class Line:
    """One finding in words; `key` tells it from all others, also after it was looked for again."""

    key: tuple[str, str, str]
    finding: Finding = field(compare=False)
    waiver: Waiver | None = field(compare=False)
    sentence: str
    below: str
    place: str

    @property
    def tone(self) -> ToneName:
        return TONES[self.finding.severity]


@dataclass(frozen=True)
class Group:
    """Findings under one heading: the first lines, and how many there are."""

    key: str
    title: str
    note: str
    tone: ToneName | None
    lines: tuple[Line, ...]
    count: int


def arranged(findings: Findings, asked: Asked, say: Language) -> list[Group]:
    """The groups in their order: the heaviest, the first register, or the rule found most often first."""
    found: dict[str, list[Line]] = {}
    wanted = fold(asked.words).split()
    for line in _lines(findings, asked.accepted, say):
        if all(word in fold(f"{line.sentence} {line.below} {line.place}") for word in wanted):
            found.setdefault(_key(line.finding, asked.by), []).append(line)
    groups = [_group(key, lines, asked, say) for key, lines in found.items()]
    return sorted(groups, key=lambda group: _rank(group, asked.by))


def _lines(findings: Findings, accepted: bool, say: Language) -> Iterator[Line]:
    if accepted:
        yield from (_line(findings, one.finding, one.waiver, say) for one in findings.accepted)
    else:
        yield from (_line(findings, finding, None, say) for finding in findings.open)


def _line(findings: Findings, finding: Finding, waiver: Waiver | None, say: Language) -> Line:
    sentence = " ".join(finding.sentence(say).split())
    below = say(N_("{article} · rule {check}"), article=finding.article(say), check=finding.check.id)
    if waiver and waiver.ends_on:
        until = say(N_("accepted until {day} by {author}: {reason}"), **_of(waiver, say))
        below = f"{until} · {below}"
    whole = findings.dossier.get(part_of(finding.record)) or finding.record
    key = (finding.check.id, finding.record.id, sentence)
    return Line(key, finding, waiver, sentence, below, reference_words(whole))


def _of(waiver: Waiver, say: Language) -> dict[str, str]:
    day = date_text(waiver.ends_on, say) if waiver.ends_on else ""
    return {"day": day, "author": waiver.author, "reason": waiver.reason}


def _key(finding: Finding, by: By) -> str:
    if by is By.REGISTER:
        return register_of(finding.check.kind).kind.name
    return finding.check.id if by is By.CHECK else finding.severity.value


def _group(key: str, lines: list[Line], asked: Asked, say: Language) -> Group:
    first = lines[0].finding
    shown = tuple(lines[: asked.most.get(key, AT_ONCE)])
    if asked.by is By.SEVERITY:
        severity = first.severity
        return Group(key, say(PLURALS[severity]), say(MEANINGS[severity]), TONES[severity], shown, len(lines))
    if asked.by is By.REGISTER:
        return Group(key, say(register_of(first.check.kind).kind.plural), "", None, shown, len(lines))
    return Group(key, key, first.article(say), None, shown, len(lines))


def _rank(group: Group, by: By) -> tuple[int, str]:
    if by is By.SEVERITY:
        return ([severity.value for severity in Severity].index(group.key), "")
    if by is By.REGISTER:
        return ([kind.kind.name for kind in MAIN_KINDS].index(group.key), "")
    return (-group.count, group.key)
