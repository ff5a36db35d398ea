"""What the inspection pack says: cover, every register in the order of the catalogue, and the data."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.i18n import N_, Language, language
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.dpia import Dpia
from dossier.model.evidence import AuthorityExchange, Document, HandOver
from dossier.model.measure import Measure
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.transfer import Transfer
from dossier.model.vocabulary_pack import PackPart
from dossier.report.action_plan import action_plan_chapter
from dossier.report.activities import ActivityRegister
from dossier.report.annual import AtItsEnd, annual_chapters
from dossier.report.authority import AuthorityRegister
from dossier.report.beside import NOTHING, Beside
from dossier.report.breach_statistics import statistics_chapter
from dossier.report.breaches import BreachRegister
from dossier.report.change_log import change_log_chapter
from dossier.report.changes import Since, changes_chapters, changes_facts
from dossier.report.content import Attachment, Chapter, OwnText, Pack, Paragraph
from dossier.report.days import day_in_words
from dossier.report.documents import DocumentRegister
from dossier.report.dpias import DpiaRegister
from dossier.report.enclosures import enclosed_chapter
from dossier.report.facts import Fact, counts, covered, facts, label_of
from dossier.report.findings import findings_chapter
from dossier.report.glossary import glossary_chapter
from dossier.report.legal_bases import legal_bases_chapter
from dossier.report.legal_data import legal_data_chapter
from dossier.report.measures import MeasureRegister
from dossier.report.parts import (
    ACTION_PLAN,
    CHANGE_LOG,
    ENCLOSED,
    FINDINGS,
    GLOSSARY,
    LEGAL_BASES,
    LEGAL_DATA,
    PARTS,
    RETENTION,
    SCREENING,
    STATISTICS,
    SUMMARY,
    Own,
    Piece,
)
from dossier.report.processors import ProcessorRegister
from dossier.report.requests import RequestRegister
from dossier.report.retention import retention_chapter
from dossier.report.scope import Profile, Scope
from dossier.report.screening import screening_chapter
from dossier.report.sheets import RegisterWriter
from dossier.report.summary import summary_chapter
from dossier.report.transfers import TransferRegister
from dossier.report.wording import UNTITLED, Wording

#: The registers that need more than their declaration.
BY_HAND: Mapping[type[Record], type[RegisterWriter]] = {
    Activity: ActivityRegister,
    AuthorityExchange: AuthorityRegister,
    Breach: BreachRegister,
    Document: DocumentRegister,
    Dpia: DpiaRegister,
    Measure: MeasureRegister,
    Processor: ProcessorRegister,
    Request: RequestRegister,
    Transfer: TransferRegister,
}
#: What tells the other chapters; None where there is nothing to tell.
OTHERS: Mapping[Own, Callable[[Wording], Chapter | None]] = {
    SUMMARY: summary_chapter,
    LEGAL_BASES: legal_bases_chapter,
    ACTION_PLAN: action_plan_chapter,
    STATISTICS: statistics_chapter,
    SCREENING: screening_chapter,
    RETENTION: retention_chapter,
    FINDINGS: findings_chapter,
    ENCLOSED: enclosed_chapter,
    GLOSSARY: glossary_chapter,
    LEGAL_DATA: legal_data_chapter,
    CHANGE_LOG: change_log_chapter,
}

Data = Callable[[], Iterable[bytes]]
"""The JSON to embed, piece by piece; a fresh iteration at each call."""

__all__ = ["Profile", "Scope", "inspection_pack", "record_pack"]


def inspection_pack(
    dossier: Dossier,
    scope: Scope,
    data: Data,
    producer: str,
    beside: Beside = NOTHING,
    step: Callable[[], None] = lambda: None,
) -> Pack:
    """The pack of a dossier; `data` gives the JSON to embed, piece by piece, and holds what the pages show; `step` is
    called before each chapter."""
    say = language(scope.language)
    words = Wording(dossier, scope, say, beside)
    on_cover = [*facts(words, covered(scope, say)), *counts(words)]
    chapters = [*_chapters(words, step)]
    pack = _pack(words, say(title_of(scope)), chapters, on_cover, data, producer)
    return pack if scope.only else replace(pack, below_contents=_parts_left_out(chapters, say))


def title_of(scope: Scope) -> str:
    """The title of a pack, to be said in a language: what is asked for alone gives the document its title."""
    if len(scope.only) != 1:
        return N_("GDPR dossier: registers and evidence")
    return label_of(scope.only[0])


def _chapters(words: Wording, step: Callable[[], None]) -> Iterator[Chapter]:
    """The chapters that have something to tell, each with its part where the pack has several."""
    told = []
    for part, piece in words.scope.pieces():
        step()
        if chapter := _chapter(piece, words):
            told.append((part, chapter))
    has_parts = any(isinstance(asked, PackPart) for asked in words.scope.only) or len({part for part, _ in told}) > 1
    for part, chapter in told:
        yield replace(chapter, part=numbered(part, words.say)) if has_parts else chapter


def _parts_left_out(chapters: Iterable[Chapter], say: Language) -> str:
    """Why the numbers of the contents are not all there; "" where they are."""
    told = {chapter.part for chapter in chapters}
    missing = [str(n) for n, part in enumerate(PackPart, 1) if numbered(part, say) not in told]
    return say(N_("Parts with nothing in this document: {numbers}"), numbers=", ".join(missing)) if missing else ""


def numbered(part: PackPart, say: Language) -> str:
    """A part keeps its number in every pack."""
    return say(N_("{n}. {part}"), n=list(PackPart).index(part) + 1, part=say(part.label))


def _chapter(piece: Piece, words: Wording) -> Chapter | None:
    """None where there is nothing to tell."""
    if isinstance(piece, Own):
        return OTHERS[piece](words)
    if words.dossier.count(piece) or words.taken_out(piece):
        return writer_of(piece, words).chapter(piece)
    return _empty(piece, words) if is_asked_whole(piece, words.scope) else None


def is_asked_whole(kind: type[Record], scope: Scope) -> bool:
    """Whether all of a register is asked for, by its name or as the first of its part; the annexes have no first."""
    parts = (PARTS[one] for one in scope.only if isinstance(one, PackPart) and one is not PackPart.ANNEXES)
    firsts = (next((piece for piece in part if isinstance(piece, type)), None) for part in parts)
    is_named = kind in scope.only or kind in firsts
    return is_named and not (scope.selected or scope.period) and kind not in (Measure, Document)


def _empty(kind: type[Record], words: Wording) -> Chapter:
    """Whoever asks for a register is told that it is empty."""
    say, plural = words.say, words.say(kind.kind.plural)
    day = day_in_words(words.scope.seen_at.date(), say)
    told = say(N_("On {day} the dossier holds no record in the register “{register}”."), day=day, register=plural)
    return Chapter(plural, parts=[Paragraph(told)], landscape=False)


def record_pack(dossier: Dossier, record: Record, scope: Scope, data: Data, producer: str) -> Pack:
    """The sheet of one record as a document of its own; `dossier` keeps it alone, and `data` its JSON."""
    say = language(scope.language)
    words = Wording(dossier, scope, say)
    writer = writer_of(type(record), words)
    chapter = Chapter(say(record.kind.label), sheets=lambda: [writer.sheet_alone(record)], landscape=False)
    told = say(N_("{label}: {value}"), label=say(record.kind.label), value=record.reference)
    pack = _pack(words, writer.title_alone(record), [chapter], facts(words, told), data, producer)
    return replace(pack, has_contents=False)


def annual_pack(told: Dossier, kept: AtItsEnd, scope: Scope, data: Data, producer: str) -> Pack:
    """The annual report of the officer over the period of `scope`; `told` is `of_the_year`, and `data` its JSON."""
    say = language(scope.language)
    words = Wording(told, scope, say)
    year = scope.period.last.year if scope.period and scope.period.last else scope.now.year
    title = say(N_("Annual report of the data protection officer, {year}"), year=year)
    chapters = annual_chapters(words, Wording(kept.dossier, kept.scope, say, kept.beside))
    pack = _pack(words, title, [*chapters], facts(words, title), data, producer)
    return replace(pack, subject="", has_contents=False)  # three chapters at most


def changes_pack(since: Since, handed: HandOver, data: Data, producer: str) -> Pack:
    """What changed since a hand-over, of what it held, as a document of its own."""
    words = since.now
    title = words.say(N_("What changed since the hand-over {reference}"), reference=handed.reference)
    on_cover = [*facts(words, covered(words.scope, words.say)), *changes_facts(since, handed)]
    return replace(_pack(words, title, [*changes_chapters(since)], on_cover, data, producer), subject="")


def writer_of(kind: type[Record], words: Wording) -> RegisterWriter:
    """What tells the register of a kind: its declaration alone, unless it is one of `BY_HAND`."""
    return BY_HAND.get(kind, RegisterWriter)(words)


def _pack(
    words: Wording, title: str, chapters: Sequence[Chapter], on_cover: Sequence[Fact], data: Data, producer: str
) -> Pack:
    say, scope, dossier, organisation = words.say, words.scope, words.dossier, words.dossier.organisation
    name = OwnText((organisation and organisation.title) or say(UNTITLED))
    return Pack(
        title=title,
        subject=say(N_("Registers kept under Regulation (EU) 2016/679 (GDPR) and the French Data Protection Act")),
        organisation=name,
        author=name,
        keywords=say(N_("GDPR, record of processing activities, processors, transfers, security, breaches")),
        producer=producer,
        language=scope.language,
        content_language=dossier.content_language,
        created=scope.now,
        facts=on_cover,
        notices=[OwnText(organisation.provenance)] if organisation and organisation.provenance else [],
        confidentiality=say(N_("Confidential")),
        chapters=chapters,
        attachment=Attachment("dossier.json", say(N_("The data shown in this document, as JSON")), data),
        sender=scope.sender.name or name,
        logo=scope.sender.logo,
        watermark=say(N_("Draft version")) if scope.is_draft else "",
    )
