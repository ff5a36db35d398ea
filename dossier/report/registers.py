"""What the inspection pack says: cover, every register in the order of the catalogue, and the data."""

from collections.abc import Callable, Iterable, Mapping

from dossier.i18n import N_, Language, language
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.text import number_text, offset_text
from dossier.report.breaches import BreachRegister
from dossier.report.content import Attachment, OwnText, Pack
from dossier.report.scope import Profile, Scope
from dossier.report.sheets import RegisterWriter
from dossier.report.wording import NOT_FILLED_IN, SEPARATOR, UNTITLED, Wording

#: The registers that need more than their declaration.
BY_HAND: Mapping[type[Record], type[RegisterWriter]] = {Breach: BreachRegister}

__all__ = ["Profile", "Scope", "inspection_pack"]


def inspection_pack(dossier: Dossier, scope: Scope, data: Callable[[], Iterable[bytes]], producer: str) -> Pack:
    """The pack of a dossier; `data` gives the JSON to embed, piece by piece, and holds what the pages show."""
    say = language(scope.language)
    organisation = dossier.organisation
    name = OwnText((organisation and organisation.name) or say(UNTITLED))
    words = Wording(dossier, scope, say)
    return Pack(
        title=say(N_("GDPR dossier: registers and evidence")),
        subject=say(N_("Registers kept under Regulation (EU) 2016/679 (GDPR) and the French Data Protection Act")),
        organisation=name,
        author=name,
        keywords=say(N_("GDPR, record of processing activities, processors, transfers, security, breaches")),
        producer=producer,
        language=scope.language,
        content_language=dossier.content_language,
        created=scope.now,
        facts=_facts(dossier, scope, say),
        notices=[OwnText(organisation.provenance)] if organisation and organisation.provenance else [],
        confidentiality=say(N_("Confidential")),
        chapters=[
            writer_of(kind, words).chapter(kind)
            for kind in scope.kinds()
            if dossier.count(kind) or words.taken_out(kind)
        ],
        attachment=Attachment("dossier.json", say(N_("The data shown in this document, as JSON")), data),
    )


def writer_of(kind: type[Record], words: Wording) -> RegisterWriter:
    """What tells the register of a kind: its declaration alone, unless it is one of `BY_HAND`."""
    return BY_HAND.get(kind, RegisterWriter)(words)


def _facts(dossier: Dossier, scope: Scope, say: Language) -> list[tuple[str, str]]:
    organisation = dossier.organisation
    empty = [say(kind.kind.plural) for kind in scope.kinds() if not dossier.count(kind)]
    everything = (
        say(N_("All registers")) if not scope.only else say(SEPARATOR).join(say(k.kind.plural) for k in scope.only)
    )
    copy = N_("for the supervisory authority") if scope.profile == "authority" else N_("complete, with internal fields")
    facts = [
        (say(N_("Organisation")), OwnText(organisation.name if organisation else "")),
        (say(N_("SIREN")), (organisation and organisation.siren) or say(NOT_FILLED_IN)),
        (say(N_("Scope")), f"{everything} ({say(copy)})"),
        (say(N_("Date")), _in_words(scope, say)),
        (say(N_("Records")), number_text(sum(dossier.count(kind) for kind in scope.kinds()), say)),
        (say(N_("Head of the journal")), say(N_("entry {n}: {hash}"), n=dossier.sequence, hash=_grouped(dossier.head))),
    ]
    return facts + ([(say(N_("Registers without any record")), say(SEPARATOR).join(empty))] if empty else [])


def _in_words(scope: Scope, say: Language) -> str:
    """22 November 2026 at 05:33 (UTC+01:00)."""
    from babel.dates import format_date  # not needed before the first export

    day = format_date(scope.now, "d MMMM y", locale=scope.language)
    return say(N_("{day} at {time} (UTC{offset})"), day=day, time=f"{scope.now:%H:%M}", offset=offset_text(scope.now))


def _grouped(digest: str) -> str:
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
