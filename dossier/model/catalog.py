"""The kinds of a dossier, in the order of the sidebar and of the PDF.

To add a kind: write its class in the file of its subject, with a `kind` and its fields; name it below, under its
group if it stands in the sidebar, under its parent if it is a repeated part of another, and apart otherwise; add a
migration that creates its table (`tests/store/test_schema.py` prints the statements it misses); add the French of its
words. Everything else (table, form, file, search, PDF, JSON) reads the declaration.
"""

from functools import cache
from typing import NamedTuple

from dossier.errors import NotFound
from dossier.i18n import N_, _
from dossier.model.activity import (
    Activity,
    ClientProcessing,
    DataItem,
    DataSource,
    PersonGroup,
    Purpose,
    Recipient,
    Retention,
)
from dossier.model.breach import (
    Breach,
    BreachAssessment,
    BreachCommunication,
    BreachEvent,
    BreachNotification,
    BreachParty,
)
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.evidence import (
    Action,
    AuthorityExchange,
    AuthorityQuestion,
    Document,
    HandOver,
    LegalSetting,
    Removal,
    Statement,
    Waiver,
)
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.notice import Notice, Tracker
from dossier.model.organisation import Contact, DpoDesignation, DpoOpinion, Organisation, RelatedCompany, Site
from dossier.model.processor import Guarantee, JointArrangement, Location, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.request import Request, RequestPause
from dossier.model.system import System
from dossier.model.transfer import Transfer, TransferAssessment


class Group(NamedTuple):
    """A group of the sidebar and a part of the PDF."""

    label: str
    kinds: tuple[type[Record], ...]


GROUPS: tuple[Group, ...] = (
    Group(N_("Governance"), (Organisation, DpoDesignation, DpoOpinion)),
    Group(N_("Register"), (Activity, ClientProcessing, System, Processor, JointArrangement, Transfer)),
    Group(N_("Security"), (Measure, Operation, Procedure, Breach)),
    Group(N_("People"), (Request, Dpia, Notice, Tracker)),
    Group(N_("Evidence"), (AuthorityExchange, Document, Statement, Action, Waiver, HandOver, Removal)),
)

#: The repeated parts of a kind, in the order in which its form and its sheet show them.
CHILDREN: dict[type[Record], tuple[type[Record], ...]] = {
    Organisation: (Site, RelatedCompany, Contact),
    Activity: (Purpose, PersonGroup, DataItem, Retention, DataSource, Recipient),
    Processor: (SubProcessor, Guarantee, Location),
    Transfer: (TransferAssessment,),
    Breach: (BreachEvent, BreachAssessment, BreachNotification, BreachCommunication, BreachParty),
    Request: (RequestPause,),
    Dpia: (DpiaRisk,),
    AuthorityExchange: (AuthorityQuestion,),
}

REGISTERS: tuple[type[Record], ...] = tuple(kind for group in GROUPS for kind in group.kinds)
#: Kinds that are kept on a page of another matter: values of the dossier's own stand beside ours, on the legal data.
APART: tuple[type[Record], ...] = (LegalSetting,)
MAIN_KINDS = (*REGISTERS, *APART)
CATALOG: tuple[type[Record], ...] = tuple(kind for main in MAIN_KINDS for kind in (main, *CHILDREN.get(main, ())))


@cache
def _by_name() -> dict[str, type[Record]]:
    return {kind.kind.name: kind for kind in CATALOG}


def kind_named(name: str) -> type[Record]:
    """The kind of that name; raises NotFound."""
    try:
        return _by_name()[name]
    except KeyError:
        raise NotFound(_("There is no kind of record called “{name}”.", name=name)) from None


def children_of(kind: type[Record]) -> tuple[type[Record], ...]:
    """The kinds that are repeated parts of this one."""
    return CHILDREN.get(kind, ())
