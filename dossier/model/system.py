"""Systems: the software and other assets on which personal data live."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Duration, Kind, SheetRecord, Show, Term
from dossier.model.references import MeasureRef, ProcessorRef
from dossier.model.vocabulary import Answer, Level


class SystemType(Term):
    """What a system is."""

    __source__ = "Dossier"
    APPLICATION = "application", N_("Application or software")
    CLOUD = "service_en_ligne", N_("Online service")
    WEBSITE = "site_web", N_("Website")
    DATABASE = "base", N_("Database")
    SERVER = "serveur", N_("Server")
    WORKSTATION = "poste", N_("Workstations")
    MOBILE = "mobile", N_("Mobile devices")
    NETWORK = "reseau", N_("Network")
    BACKUP = "sauvegarde", N_("Backup")
    CCTV = "video", N_("Cameras")
    PAPER = "papier", N_("Paper files")
    OTHER = "autre", N_("Other")


class System(SheetRecord):
    """A piece of software or another asset, where it runs and how it is kept."""

    kind: ClassVar[Kind] = Kind(
        "system",
        N_("System"),
        N_("Systems"),
        "SYS",
        icon="systems",
        question=N_("On what personal data live, and where it runs"),
        why=N_("Knowing the systems shows where the data are: for security, for requests and on the day of a breach."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("System"), section=N_("Identity"), in_table=True, searchable=True)] = ""
    type: Annotated[SystemType | None, Show(N_("Type"), in_table=True)] = None
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True)] = ""
    supplier: Annotated[ProcessorRef | None, Show(N_("Supplier"))] = None
    version: Annotated[str, Show(N_("Version"))] = ""
    criticality: Annotated[Level | None, Show(N_("Criticality"))] = None
    hosted_by: Annotated[ProcessorRef | None, Show(N_("Hosted by"), section=N_("Place"), in_table=True)] = None
    location: Annotated[str, Show(N_("Declared location"), searchable=True)] = ""
    country: Annotated[Country | None, Show(N_("Country"), in_table=True)] = None
    verified_location: Annotated[str, Show(N_("Verified location"))] = ""
    verified_on: Annotated[date | None, Show(N_("Verified on"))] = None
    internet_exposed: Annotated[bool | None, Show(N_("Reachable from the internet"))] = None
    remote_access: Annotated[tuple[Country, ...], Show(N_("Countries of remote access"))] = ()
    data: Annotated[str, Show(N_("Personal data held"), section=N_("Security"), long=True, searchable=True)] = ""
    access_management: Annotated[str, Show(N_("Access management"), long=True)] = ""
    mfa: Annotated[Answer | None, Show(N_("Multi-factor authentication"))] = None
    encryption: Annotated[str, Show(N_("Encryption"), long=True)] = ""
    backup: Annotated[str, Show(N_("Backup"), long=True)] = ""
    logging: Annotated[str, Show(N_("Logging"), long=True)] = ""
    log_retention: Annotated[Duration | None, Show(N_("Retention of logs"))] = None
    purge: Annotated[str, Show(N_("Purge and archiving"), long=True)] = ""
    support_ends_on: Annotated[date | None, Show(N_("End of support"))] = None
    retired_on: Annotated[date | None, Show(N_("Retired on"))] = None
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Security measures"))] = ()
