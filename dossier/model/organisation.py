"""The organisation that keeps the dossier, and around it its sites, companies, contacts and data protection officer."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Duration, Kind, KnownNumber, Record, SheetRecord, Show, Term
from dossier.model.references import AnyRef, DocumentRef, OrganisationRef
from dossier.model.vocabulary import Answer


class Sector(Term):
    """Sections of the French nomenclature of activities, as the CNIL's open data word them."""

    __source__ = "CNIL, données ouvertes des notifications de violations, vu le 2026-11-22"
    ADMIN_SUPPORT = "N", N_("Administrative and support service activities")
    HOUSEHOLDS = "T", N_("Activities of households as employers")
    EXTRATERRITORIAL = "U", N_("Extraterritorial activities")
    FINANCE = "K", N_("Financial and insurance activities")
    REAL_ESTATE = "L", N_("Real estate activities")
    PROFESSIONAL = "M", N_("Professional, scientific and technical activities")
    PUBLIC = "O", N_("Public administration")
    AGRICULTURE = "A", N_("Agriculture, forestry and fishing")
    ARTS = "R", N_("Arts, entertainment and recreation")
    OTHER_SERVICES = "S", N_("Other service activities")
    TRADE = "G", N_("Trade; repair of motor vehicles and motorcycles")
    CONSTRUCTION = "F", N_("Construction")
    EDUCATION = "P", N_("Education")
    HOSPITALITY = "I", N_("Accommodation and food service")
    MANUFACTURING = "C", N_("Manufacturing")
    INFORMATION = "J", N_("Information and communication")
    WATER = "E", N_("Water supply; sewerage, waste management")
    ENERGY = "D", N_("Electricity and gas supply")
    HEALTH = "Q", N_("Human health and social work")
    TRANSPORT = "H", N_("Transport and storage")
    MINING = "B", N_("Mining and quarrying"), "NAF, libellé non vérifié dans les données de la CNIL"
    UNKNOWN = "inconnu", N_("Sector unknown")


class SiteType(Term):
    """What a site is."""

    __source__ = "Dossier"
    ESTABLISHMENT = "etablissement", N_("Establishment")
    WEBSITE = "site_web", N_("Website")
    SERVER_ROOM = "salle_serveurs", N_("Server room or data centre")
    ARCHIVE = "archives", N_("Archive premises")
    OTHER = "autre", N_("Other")


class CompanyRelation(Term):
    """How another company is related."""

    __source__ = "Dossier"
    PARENT = "mere", N_("Parent company")
    SUBSIDIARY = "filiale", N_("Subsidiary")
    SISTER = "soeur", N_("Sister company")
    PARTNER = "partenaire", N_("Partner brand or entity")
    OTHER = "autre", N_("Other")


class ContactRole(Term):
    """What a contact is for."""

    __source__ = "Dossier"
    LEGAL = "representant_legal", N_("Legal representative")
    RIGHTS = "droits", N_("Exercise of rights")
    SECURITY = "securite", N_("Security")
    BREACHES = "violations", N_("Breaches")
    PUBLICATION = "publication", N_("Publication director")
    EU_REPRESENTATIVE = "representant_ue", N_("Representative in the EU (art. 27)")
    GENERAL = "general", N_("General contact")
    OTHER = "autre", N_("Other")


class DpoType(Term):
    """How the officer is attached."""

    __source__ = "CNIL, téléservice de désignation"
    INTERNAL = "interne", N_("Internal")
    EXTERNAL = "externe", N_("External")
    SHARED = "mutualise", N_("Shared")


class DpoFunction(Term):
    """Functions that may conflict with the officer's (art. 38(6))."""

    __source__ = "G29, lignes directrices WP243 rév. 01"
    CEO = "dirigeant", N_("Chief executive")
    CIO = "dsi", N_("Head of IT")
    HR = "drh", N_("Head of human resources")
    SECURITY = "rssi", N_("Head of information security")
    MARKETING = "marketing", N_("Head of marketing")
    LEGAL = "juridique", N_("Legal department")
    OTHER = "autre", N_("Other function")
    NONE = "aucune", N_("No other function")


class Organisation(SheetRecord):
    """The controller, or processor, of whom everything else speaks; there is one in a dossier."""

    kind: ClassVar[Kind] = Kind(
        "organisation",
        N_("Organisation"),
        N_("Organisation"),
        "ORG",
        icon="organisation",
        question=N_("Who keeps this dossier, and who answers for it"),
        sheet=True,
        single=True,
    )

    name: Annotated[
        str, Show(N_("Legal name"), section=N_("Identity"), in_table=True, searchable=True, required_by="art. 30(1)(a)")
    ] = ""
    trade_name: Annotated[str, Show(N_("Trade name"), searchable=True)] = ""
    legal_form: Annotated[str, Show(N_("Legal form"))] = ""
    siren: Annotated[str, Show(N_("SIREN"), N_("Nine digits."), searchable=True)] = ""
    vat_number: Annotated[str, Show(N_("VAT number"))] = ""
    sector: Annotated[Sector | None, Show(N_("Sector"))] = None
    description: Annotated[str, Show(N_("What it does"), long=True, searchable=True)] = ""
    headcount: Annotated[KnownNumber | None, Show(N_("Headcount"), N_("Persons employed, art. 30(5)."))] = None
    is_public_body: Annotated[bool | None, Show(N_("Public body"))] = None
    address: Annotated[str, Show(N_("Address"), section=N_("Address"), long=True, required_by="art. 30(1)(a)")] = ""
    postal_code: Annotated[str, Show(N_("Postal code"))] = ""
    city: Annotated[str, Show(N_("City"), in_table=True)] = ""
    country: Annotated[Country | None, Show(N_("Country"), required_by="art. 30(1)(a)")] = None
    phone: Annotated[str, Show(N_("Telephone"), personal="staff")] = ""
    email: Annotated[str, Show(N_("E-mail"), personal="staff", is_address=True)] = ""
    zone: Annotated[str, Show(N_("Time zone"), N_("IANA name, used where no other is given."))] = "Europe/Paris"
    alsace_moselle: Annotated[
        bool | None,
        Show(N_("Public holidays of Alsace-Moselle"), N_("Good Friday and 26 December are then no working days.")),
    ] = None
    representative_name: Annotated[
        str, Show(N_("Legal representative"), section=N_("Representatives"), searchable=True, personal="staff")
    ] = ""
    representative_function: Annotated[str, Show(N_("Function of the legal representative"))] = ""
    eu_representative: Annotated[
        str, Show(N_("Representative in the EU"), N_("Only for an organisation outside the EU, art. 27."), long=True)
    ] = ""
    acts_as_processor: Annotated[
        bool | None,
        Show(N_("Also acts as a processor"), N_("Then the art. 30(2) record is kept too."), section=N_("Roles")),
    ] = None
    large_scale_monitoring: Annotated[bool | None, Show(N_("Large-scale regular and systematic monitoring"))] = None
    large_scale_sensitive: Annotated[bool | None, Show(N_("Large-scale special-category or offence data"))] = None
    no_dpo_reason: Annotated[
        str, Show(N_("Why no officer is designated"), N_("The written analysis, art. 37(1)."), long=True)
    ] = ""
    group_rules: Annotated[
        str, Show(N_("Rules of the group"), N_("BCR, group policies and their scope."), long=True)
    ] = ""
    password_rule: Annotated[
        str,
        Show(
            N_("Password rule"),
            N_("As written; CNIL recommendation 2022-100."),
            section=N_("Security rules"),
            long=True,
        ),
    ] = ""
    password_bits: Annotated[int | None, Show(N_("Password entropy (bits)"), N_("80 alone, 50 with restriction."))] = (
        None
    )
    passwords_in_clear: Annotated[bool | None, Show(N_("Passwords stored or asked in clear"))] = None
    remote_mfa: Annotated[
        Answer | None, Show(N_("Multi-factor authentication for remote and administrator access"))
    ] = None
    leavers_removed: Annotated[Answer | None, Show(N_("Accounts of leavers removed"))] = None
    log_retention: Annotated[
        Duration | None, Show(N_("Retention of security logs"), N_("6 to 12 months, CNIL 2021-122."))
    ] = None
    log_retention_reason: Annotated[str, Show(N_("Reason for another period"), long=True)] = ""
    provenance: Annotated[
        str,
        Show(
            N_("How this dossier was made"),
            N_("Printed on the first page of every PDF."),
            section=N_("Dossier"),
            long=True,
        ),
    ] = ""
    logo: Annotated[
        DocumentRef | None, Show(N_("Logo"), N_("An image among the documents, PNG or JPEG."), audience="internal")
    ] = None


class Site(Record):
    """A place or a website of the organisation."""

    kind: ClassVar[Kind] = Kind("site", N_("Site"), N_("Sites"), "SIT", icon="sites", parent="organisation")

    organisation: Annotated[OrganisationRef | None, Show(N_("Organisation"))] = None
    name: Annotated[str, Show(N_("Name"), in_table=True, searchable=True)] = ""
    type: Annotated[SiteType | None, Show(N_("Type"), in_table=True)] = None
    url: Annotated[str, Show(N_("Web address"), in_table=True, searchable=True, is_address=True)] = ""
    address: Annotated[str, Show(N_("Address"), long=True, searchable=True)] = ""
    country: Annotated[Country | None, Show(N_("Country"))] = None
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True)] = ""


class RelatedCompany(Record):
    """A company of the group, or a partner that takes part in processing."""

    kind: ClassVar[Kind] = Kind(
        "related_company",
        N_("Related company"),
        N_("Related companies"),
        "SOC",
        icon="organisation",
        parent="organisation",
    )

    organisation: Annotated[OrganisationRef | None, Show(N_("Organisation"))] = None
    name: Annotated[str, Show(N_("Name"), in_table=True, searchable=True)] = ""
    relation: Annotated[CompanyRelation | None, Show(N_("Relation"), in_table=True)] = None
    country: Annotated[Country | None, Show(N_("Country"), in_table=True)] = None
    siren: Annotated[str, Show(N_("SIREN"))] = ""
    in_scope: Annotated[bool | None, Show(N_("Covered by this dossier"))] = None
    bound_by_bcr: Annotated[bool | None, Show(N_("Bound by the group's BCR"))] = None
    description: Annotated[str, Show(N_("Part in processing"), long=True, searchable=True)] = ""


class Contact(Record):
    """Somebody, or a mailbox, one can turn to."""

    kind: ClassVar[Kind] = Kind("contact", N_("Contact"), N_("Contacts"), "CON", icon="user", parent="organisation")

    organisation: Annotated[OrganisationRef | None, Show(N_("Organisation"))] = None
    name: Annotated[str, Show(N_("Name or service"), in_table=True, searchable=True, personal="staff")] = ""
    role: Annotated[ContactRole | None, Show(N_("Role"), in_table=True)] = None
    function: Annotated[str, Show(N_("Function"), searchable=True)] = ""
    email: Annotated[str, Show(N_("E-mail"), in_table=True, searchable=True, personal="staff", is_address=True)] = ""
    phone: Annotated[str, Show(N_("Telephone"), in_table=True, personal="staff")] = ""
    address: Annotated[str, Show(N_("Address"), long=True)] = ""
    url: Annotated[str, Show(N_("Web address"), is_address=True)] = ""
    published: Annotated[bool | None, Show(N_("Published"))] = None


class DpoDesignation(SheetRecord):
    """The designation of a data protection officer (art. 37 to 39)."""

    kind: ClassVar[Kind] = Kind(
        "dpo_designation",
        N_("DPO designation"),
        N_("DPO designations"),
        "DPD",
        icon="user",
        question=N_("Who is the officer, since when, and with what means"),
        why=N_("Art. 37 to 39 ask for a designation told to the CNIL, published contacts and no conflict of interest."),
        sheet=True,
    )

    name: Annotated[
        str, Show(N_("Officer"), section=N_("Designation"), in_table=True, searchable=True, personal="staff")
    ] = ""
    type: Annotated[DpoType | None, Show(N_("Type"), in_table=True)] = None
    company: Annotated[str, Show(N_("Company of an external officer"), searchable=True)] = ""
    designated_on: Annotated[date | None, Show(N_("Designated on"), in_table=True)] = None
    ended_on: Annotated[date | None, Show(N_("Ended on"))] = None
    cnil_number: Annotated[str, Show(N_("CNIL designation number"), required_by="art. 37(7)")] = ""
    cnil_declared_on: Annotated[date | None, Show(N_("Declared to the CNIL on"), required_by="art. 37(7)")] = None
    email: Annotated[
        str, Show(N_("E-mail"), section=N_("Contact"), personal="staff", searchable=True, is_address=True)
    ] = ""
    phone: Annotated[str, Show(N_("Telephone"), personal="staff")] = ""
    address: Annotated[str, Show(N_("Postal address"), long=True)] = ""
    contacts_published: Annotated[bool | None, Show(N_("Contact details published"), required_by="art. 37(7)")] = None
    published_where: Annotated[str, Show(N_("Where they are published"), is_address=True)] = ""
    mission_letter: Annotated[DocumentRef | None, Show(N_("Mission letter"), section=N_("Mission"))] = None
    mission_signed_on: Annotated[date | None, Show(N_("Mission letter signed on"))] = None
    mission_ends_on: Annotated[date | None, Show(N_("Mission ends on"))] = None
    other_functions: Annotated[tuple[DpoFunction, ...], Show(N_("Other functions held"))] = ()
    no_conflict: Annotated[str, Show(N_("Analysis of conflicts of interest"), N_("Art. 38(6)."), long=True)] = ""
    reports_to: Annotated[str, Show(N_("Reports to"), N_("The highest level of management, art. 38(3)."))] = ""
    resources: Annotated[str, Show(N_("Resources given"), N_("Art. 38(2)."), long=True)] = ""
    training: Annotated[str, Show(N_("Training of the officer"), long=True)] = ""


class DpoOpinion(SheetRecord):
    """An opinion the officer gave, and what was done of it (art. 39)."""

    kind: ClassVar[Kind] = Kind(
        "dpo_opinion",
        N_("DPO opinion"),
        N_("DPO opinions"),
        "AVI",
        icon="note",
        question=N_("What the officer advised, and what was decided"),
        why=N_("The officer informs and advises (art. 39): a dated opinion shows that the advice was asked and given."),
        sheet=True,
        dated=("given_on",),
    )

    name: Annotated[str, Show(N_("Subject"), section=N_("Opinion"), in_table=True, searchable=True)] = ""
    given_on: Annotated[date | None, Show(N_("Given on"), in_table=True)] = None
    asked_by: Annotated[str, Show(N_("Asked by"), searchable=True, personal="staff")] = ""
    question: Annotated[str, Show(N_("Question"), long=True, searchable=True)] = ""
    opinion: Annotated[str, Show(N_("Opinion"), long=True, searchable=True)] = ""
    followed: Annotated[Answer | None, Show(N_("Followed"), in_table=True)] = None
    reasons: Annotated[str, Show(N_("Reasons if not followed"), long=True)] = ""
    about: Annotated[tuple[AnyRef, ...], Show(N_("Records concerned"), section=N_("Links"))] = ()
    document: Annotated[DocumentRef | None, Show(N_("Document"))] = None
