"""The closed lists of the register, processors, transfers and measures: codes for ever, labels translated.

Codes are those of the CNIL's own templates where they exist. `__source__` says where the wording comes from; what was
not seen in its source on the day says so.
"""

from dossier.i18n import N_
from dossier.model.record import Compound, Term

GDPR = "RGPD (règlement (UE) 2016/679)"
ODS = "CNIL, registre simplifié (ODS), feuille « Listes », vu le 2026-11-22"
BASE_MODEL = "CNIL, registre de base (DOCX), vu le 2026-11-22"
CNIL_GUIDE = "CNIL, Guide de la sécurité des données personnelles, édition 2024, vu le 2026-11-22"
CNIL_PIA = "CNIL, base de connaissances de l’outil PIA, version du 2026-04-24"
WP248 = "G29, lignes directrices WP248 rév. 01"
CNIL_LIST = "CNIL, délibération 2018-327 du 11 octobre 2018"
MADIS = "Madis (outil public), formulaires vus le 2026-11-22"
OURS = "Dossier"


class Answer(Term):
    """Yes, partly, no: for what a person checked."""

    __source__ = OURS
    YES = "oui", N_("Yes")
    PARTLY = "partiel", N_("Partly")
    NO = "non", N_("No")
    NOT_CHECKED = "non_verifie", N_("Not checked")


class Clause(Compound):
    """One item of a contract under art. 28(3): whether it is there, and where."""

    state: Answer = Answer.NOT_CHECKED
    where: str = ""


class LegalBasis(Term):
    """Art. 6(1) GDPR."""

    __source__ = GDPR
    CONSENT = "consentement", N_("(a) Consent")
    CONTRACT = "contrat", N_("(b) Contract or pre-contractual measures")
    LEGAL_OBLIGATION = "obligation_legale", N_("(c) Legal obligation")
    VITAL_INTERESTS = "interets_vitaux", N_("(d) Vital interests")
    PUBLIC_TASK = "mission_interet_public", N_("(e) Public task")
    LEGITIMATE_INTERESTS = "interet_legitime", N_("(f) Legitimate interests")


class Article9Exception(Term):
    """Art. 9(2) GDPR."""

    __source__ = GDPR
    CONSENT = "a", N_("9(2)(a) Explicit consent")
    EMPLOYMENT = "b", N_("9(2)(b) Employment and social protection law")
    VITAL = "c", N_("9(2)(c) Vital interests")
    ASSOCIATION = "d", N_("9(2)(d) Association or non-profit body")
    PUBLIC = "e", N_("9(2)(e) Data manifestly made public")
    JUSTICE = "f", N_("9(2)(f) Legal claims")
    PUBLIC_INTEREST = "g", N_("9(2)(g) Substantial public interest")
    MEDICINE = "h", N_("9(2)(h) Medicine")
    PUBLIC_HEALTH = "i", N_("9(2)(i) Public health")
    ARCHIVES = "j", N_("9(2)(j) Archives, research, statistics")


class PersonCategory(Term):
    """Categories of data subjects: those of the CNIL's spreadsheet, then ours."""

    __source__ = OURS
    EMPLOYEES = "salaries", N_("Employees"), ODS
    INTERNAL_DEPARTMENTS = "services_internes", N_("Internal departments"), ODS
    CUSTOMERS = "clients", N_("Customers"), ODS
    SUPPLIERS = "fournisseurs", N_("Suppliers"), ODS
    SERVICE_PROVIDERS = "prestataires", N_("Service providers"), ODS
    PROSPECTS = "prospects", N_("Prospects"), ODS
    CANDIDATES = "candidats", N_("Job candidates"), ODS
    SITE_VISITORS = "visiteurs_site", N_("Website visitors")
    SUBSCRIBERS = "abonnes_newsletter", N_("Newsletter subscribers")
    DOMAIN_OWNERS = "titulaires_domaines", N_("Domain name holders")
    TRAINEES = "stagiaires", N_("Trainees")
    BUSINESS_CONTACTS = "contacts_b2b", N_("Business contacts")
    MENTIONED = "personnes_mentionnees_par_tiers", N_("Persons mentioned by others")
    FILMED = "personnes_filmees", N_("Persons filmed or photographed")
    RECIPIENTS_OF_PRODUCTS = "destinataires_produits", N_("Recipients of products")
    MINORS = "mineurs", N_("Minors")
    PATIENTS = "patients", N_("Patients")
    MEMBERS = "adherents", N_("Members")
    OTHERS = "autres", N_("Others"), ODS


class DataCategory(Term):
    """Categories of personal data of the CNIL's templates."""

    __source__ = ODS
    IDENTITY = "etat_civil_identite", N_("Civil status, identity, identification data, images")
    PERSONAL_LIFE = "vie_personnelle", N_("Personal life (habits, family situation, etc.)")
    PROFESSIONAL_LIFE = (
        "vie_professionnelle",
        N_("Professional life (CV, education, training, awards, etc.)"),
        BASE_MODEL,
    )
    FINANCIAL = (
        "economique_financier",
        N_("Economic and financial information (income, financial situation, tax situation, etc.)"),
    )
    CONNECTION = "connexion", N_("Connection data (IP address, logs, etc.)")
    LOCATION = "localisation", N_("Location data (travel, GPS data, GSM data, etc.)")
    INTERNET = "internet", N_("Internet (cookies, trackers, browsing, audience measurement)"), BASE_MODEL
    NIR = "nir", N_("Social security number (NIR)")
    OTHERS = "autres", N_("Other categories (to be specified)"), BASE_MODEL


class SensitiveCategory(Term):
    """Art. 9(1), and art. 10 as the last one: a separate regime."""

    __source__ = ODS
    ORIGIN = "origine", N_("Data revealing racial or ethnic origin")
    POLITICS = "politique", N_("Data revealing political opinions")
    RELIGION = "religion", N_("Data revealing religious or philosophical beliefs")
    UNION = "syndicat", N_("Data revealing trade union membership")
    GENETIC = "genetique", N_("Genetic data")
    BIOMETRIC = "biometrie", N_("Biometric data for uniquely identifying a person")
    HEALTH = "sante", N_("Health data")
    SEXUALITY = "sexualite", N_("Data on sex life or sexual orientation")
    OFFENCES = "infractions", N_("Criminal convictions or offences (art. 10)")


class RecipientType(Term):
    """Recipients as the CNIL's base model groups them, then the authorities of art. 4(9)."""

    __source__ = BASE_MODEL
    INTERNAL = "interne", N_("Internal recipients")
    EXTERNAL = "organisme_externe", N_("External bodies (subsidiaries, partners)")
    PROCESSOR = "sous_traitant", N_("Processors (hosting, providers, maintenance)")
    AUTHORISED = "tiers_autorise", N_("Authorised third party (authority, court, police)"), OURS


class CollectionMethod(Term):
    """How data are collected."""

    __source__ = MADIS
    WEB_FORM = "formulaire_web", N_("Web form")
    PAPER_FORM = "formulaire_papier", N_("Paper form")
    CONTRACT = "contrat", N_("Contract")
    LIST = "liste_recue", N_("List received")
    INTERNAL_DOCUMENT = "document_interne", N_("Internal document")
    INTERVIEW = "entretien_oral", N_("Conversation or telephone")
    AUTOMATIC = "automatique", N_("Automatic collection (website, device)"), OURS
    OTHER = "autre", N_("Other")


class SourceOrigin(Term):
    """From the person (art. 13) or from elsewhere (art. 14)."""

    __source__ = GDPR
    DIRECT = "directe", N_("From the person (art. 13)")
    INDIRECT = "indirecte", N_("From another source (art. 14)")


class RetentionState(Term):
    """What the dossier knows of a retention period."""

    __source__ = OURS
    DURATION = "duree", N_("A duration")
    CRITERION = "critere", N_("A criterion without duration")
    ABSENT = "absente", N_("Neither duration nor criterion")


class RetentionPhase(Term):
    """The life cycle of data in the CNIL's practical guide on retention."""

    __source__ = "CNIL, guide pratique « Les durées de conservation », vu le 2026-11-22"
    ACTIVE = "base_active", N_("Active database")
    INTERMEDIATE = "archivage_intermediaire", N_("Intermediate archive")
    FINAL = "archivage_definitif", N_("Permanent archive")


class RetentionTrigger(Term):
    """The event from which a retention period runs."""

    __source__ = OURS
    COLLECTION = "collecte", N_("Collection")
    END_OF_RELATION = "fin_relation", N_("End of the relationship")
    LAST_CONTACT = "dernier_contact", N_("Last contact")
    LAST_ACTIVITY = "derniere_activite", N_("Last activity")
    TRACKER_SET = "depot_traceur", N_("Placing of the tracker")
    YEAR_END = "cloture_exercice", N_("Close of the financial year")
    EMPLOYEE_LEAVES = "depart_salarie", N_("Departure of the employee")
    CONSENT_WITHDRAWN = "retrait_consentement", N_("Withdrawal of consent")
    PAYMENT = "paiement", N_("Payment or transaction")
    TERMINATION = "resiliation", N_("Termination of the contract")
    DELETION_REQUEST = "demande_suppression", N_("Request for deletion or unsubscription")
    EVENT = "evenement", N_("Another event (to be specified)")


class FinalFate(Term):
    """What becomes of data at the end of their retention."""

    __source__ = OURS
    DELETION = "suppression", N_("Deletion")
    ANONYMISATION = "anonymisation", N_("Anonymisation")
    ARCHIVE = "archivage", N_("Archiving")


class PurgeMode(Term):
    """How a purge is carried out."""

    __source__ = OURS
    AUTOMATIC = "automatique", N_("Automatic")
    MANUAL = "manuelle", N_("Manual, at intervals")
    ON_REQUEST = "sur_demande", N_("On request")


class ConsentMechanism(Term):
    """How consent is obtained, the invalid ways included (art. 4(11) and 7)."""

    __source__ = OURS
    CLEAR_ACT = "acte_positif", N_("Clear positive act, one per purpose")
    PRE_TICKED = "case_precochee", N_("Pre-ticked box")
    MANDATORY_BOX = "case_obligatoire", N_("Mandatory box")
    BUNDLED = "groupe", N_("One consent for several purposes")
    OPT_OUT = "absence_opposition", N_("Absence of opposition")
    USE_OF_SERVICE = "poursuite", N_("Use of the service or continued browsing")
    ORAL = "oral", N_("Oral")
    WRITTEN = "ecrit", N_("Signed document")
    UNKNOWN = "inconnu", N_("Not described")


class MarketingAudience(Term):
    """Whom electronic prospecting addresses (art. L34-5 CPCE)."""

    __source__ = OURS
    CONSUMERS = "consommateurs", N_("Consumers (B2C)")
    PROFESSIONALS = "professionnels", N_("Professionals (B2B)")
    BOTH = "tous", N_("Consumers and professionals")


class PartyRole(Term):
    """The qualification of a third party under art. 4(7)-(8) and 26."""

    __source__ = GDPR
    PROCESSOR = "sous_traitant", N_("Processor")
    JOINT = "responsable_conjoint", N_("Joint controller")
    SEPARATE = "responsable_distinct", N_("Separate controller")
    UNQUALIFIED = "a_qualifier", N_("To be qualified")


class Authorisation(Term):
    """Art. 28(2): how sub-processors are authorised."""

    __source__ = GDPR
    SPECIFIC = "specifique", N_("Specific, one by one")
    GENERAL = "generale", N_("General, with notice of changes")
    NONE = "aucune", N_("No authorisation")


class GuaranteeType(Term):
    """Evidence of sufficient guarantees (art. 28(1) and (5))."""

    __source__ = OURS
    ISO27001 = "iso_27001", N_("ISO 27001")
    ISO27701 = "iso_27701", N_("ISO 27701")
    HDS = "hds", N_("HDS (health data hosting)")
    SECNUMCLOUD = "secnumcloud", N_("SecNumCloud")
    SOC2 = "soc_2", N_("SOC 2")
    PCIDSS = "pci_dss", N_("PCI DSS")
    CODE = "code_conduite", N_("Code of conduct")
    QUESTIONNAIRE = "questionnaire", N_("Questionnaire")
    AUDIT = "audit", N_("Audit report")
    DECLARATION = "declaration", N_("Statement of the provider, not verified")
    OTHER = "autre", N_("Other")


class LocationUse(Term):
    """What happens at a place."""

    __source__ = OURS
    HOSTING = "hebergement", N_("Hosting")
    BACKUP = "sauvegarde", N_("Backup")
    REMOTE_ACCESS = "acces_distant", N_("Remote access")
    SUPPORT = "support", N_("Support or maintenance")
    OTHER = "autre", N_("Other")


class Risk(Term):
    """A plain level for sorting work; not a legal assessment."""

    __source__ = OURS
    LOW = "faible", N_("Low risk")
    MEDIUM = "moyen", N_("Medium risk")
    HIGH = "eleve", N_("High risk")


class TransferMechanism(Term):
    """Chapter V GDPR."""

    __source__ = GDPR
    ADEQUACY = "adequation", N_("Adequacy decision (art. 45)")
    SCC = "cct_2021_914", N_("Standard contractual clauses 2021/914 (art. 46(2)(c))")
    AUTHORITY_SCC = "cct_autorite", N_("Standard clauses of an authority (art. 46(2)(d))")
    BCR_C = "bcr_c", N_("Binding corporate rules, controller (art. 47)")
    BCR_P = "bcr_p", N_("Binding corporate rules, processor (art. 47)")
    CODE = "code_conduite", N_("Code of conduct (art. 46(2)(e))")
    CERTIFICATION = "certification", N_("Certification (art. 46(2)(f))")
    PUBLIC_INSTRUMENT = "instrument_public", N_("Instrument between public authorities (art. 46(2)(a))")
    AD_HOC = "clauses_ad_hoc", N_("Ad hoc clauses, authorised (art. 46(3)(a))")
    ARRANGEMENT = "arrangement_admin", N_("Administrative arrangement, authorised (art. 46(3)(b))")
    DEROGATION = "derogation_49", N_("Derogation (art. 49)")
    OLD_SCC = "anciennes_cct", N_("Old standard clauses (2001, 2004, 2010), repealed")
    PRIVACY_SHIELD = "privacy_shield", N_("Privacy Shield, invalidated")
    NONE = "aucun", N_("No mechanism")


class SccModule(Term):
    """The four modules of Implementing Decision (EU) 2021/914."""

    __source__ = "Décision d’exécution (UE) 2021/914"
    C2C = "1", N_("Module 1: controller to controller")
    C2P = "2", N_("Module 2: controller to processor")
    P2P = "3", N_("Module 3: processor to processor")
    P2C = "4", N_("Module 4: processor to controller")


class Derogation(Term):
    """Art. 49(1) GDPR."""

    __source__ = GDPR
    CONSENT = "a", N_("49(1)(a) Explicit consent")
    CONTRACT = "b", N_("49(1)(b) Contract with the person")
    INTEREST_CONTRACT = "c", N_("49(1)(c) Contract in the interest of the person")
    PUBLIC_INTEREST = "d", N_("49(1)(d) Important reasons of public interest")
    CLAIMS = "e", N_("49(1)(e) Legal claims")
    VITAL = "f", N_("49(1)(f) Vital interests")
    REGISTER = "g", N_("49(1)(g) Public register")
    COMPELLING = "interet_imperieux", N_("49(1), second subparagraph: compelling legitimate interests")


class TransferType(Term):
    """How data reach a third country (EDPB Guidelines 05/2021)."""

    __source__ = OURS
    HOSTING = "hebergement", N_("Hosting")
    REMOTE_ACCESS = "acces_distant", N_("Remote access")
    SUPPORT = "support", N_("Support")
    GROUP = "groupe", N_("Within the group")
    PUBLICATION = "publication", N_("Publication")
    AUTHORITY = "autorite", N_("Disclosure to a foreign authority")
    OTHER = "autre", N_("Other")


class TransferRole(Term):
    """The role of exporter or importer."""

    __source__ = GDPR
    CONTROLLER = "responsable", N_("Controller")
    JOINT = "responsable_conjoint", N_("Joint controller")
    PROCESSOR = "sous_traitant", N_("Processor")


class AssessmentConclusion(Term):
    """The outcome of a transfer impact assessment."""

    __source__ = "CNIL, guide AITD, version finale du 31 janvier 2025"
    POSSIBLE = "transfert_possible", N_("The transfer is possible")
    WITH_MEASURES = "avec_mesures", N_("Possible with supplementary measures")
    FORBIDDEN = "interdit", N_("The transfer must not take place")


class MeasureType(Term):
    """The nature of a measure."""

    __source__ = OURS
    TECHNICAL = "technique", N_("Technical")
    ORGANISATIONAL = "organisationnelle", N_("Organisational")
    PHYSICAL = "physique", N_("Physical")
    LEGAL = "juridique", N_("Legal")


class Objective(Term):
    """What a measure protects (art. 32(1)(b))."""

    __source__ = GDPR
    CONFIDENTIALITY = "confidentialite", N_("Confidentiality")
    INTEGRITY = "integrite", N_("Integrity")
    AVAILABILITY = "disponibilite", N_("Availability")


class FearedEvent(Term):
    """The three feared events of the CNIL's DPIA method."""

    __source__ = CNIL_PIA
    ACCESS = "acces_illegitime", N_("Illegitimate access to data")
    MODIFICATION = "modification_non_desiree", N_("Unwanted modification of data")
    DISAPPEARANCE = "disparition", N_("Disappearance of data")


class MeasureStatus(Term):
    """How far a measure is."""

    __source__ = OURS
    NOT_APPLICABLE = "non_applicable", N_("Not applicable")
    ABSENT = "absente", N_("Absent")
    PLANNED = "prevue", N_("Planned")
    IN_PROGRESS = "en_cours", N_("In progress")
    IN_PLACE = "en_place", N_("In place")
    VERIFIED = "verifiee", N_("Verified")


class SecurityTemplate(Term):
    """The security categories of the CNIL's register templates."""

    __source__ = ODS
    ACCESS_CONTROL = "controle_acces", N_("User access control")
    TRACEABILITY = "tracabilite", N_("Traceability measures")
    SOFTWARE = "protection_logiciels", N_("Software protection (antivirus, updates, tests)")
    BACKUP = "sauvegarde", N_("Data backup")
    ENCRYPTION = "chiffrement", N_("Data encryption")
    PROCESSORS = "controle_sous_traitants", N_("Control of processors")
    OTHER = "autres", N_("Other measures (to be specified)")


class Level(Term):
    """The CNIL's scale of severity and likelihood."""

    __source__ = CNIL_PIA
    NEGLIGIBLE = "negligeable", N_("Negligible")
    LIMITED = "limite", N_("Limited")
    SIGNIFICANT = "important", N_("Significant")
    MAXIMAL = "maximal", N_("Maximal")


class DpiaCriterion(Term):
    """The nine criteria of WP248: two mean a DPIA in principle."""

    __source__ = WP248
    EVALUATION = "evaluation", N_("Evaluation or scoring")
    AUTOMATED = "decision_automatisee", N_("Automated decision with legal or similar effect")
    MONITORING = "surveillance", N_("Systematic monitoring")
    SENSITIVE = "donnees_sensibles", N_("Sensitive or highly personal data")
    LARGE_SCALE = "grande_echelle", N_("Large scale")
    MATCHING = "croisement", N_("Matching or combining of data sets")
    VULNERABLE = "personnes_vulnerables", N_("Vulnerable persons")
    INNOVATIVE = "usage_innovant", N_("Innovative use")
    EXCLUSION = "exclusion", N_("Exclusion from a right, a service or a contract")


class DpiaListEntry(Term):
    """The fourteen types of processing for which the CNIL requires a DPIA."""

    __source__ = CNIL_LIST
    HEALTH_CARE = "1", N_("1. Health data by care institutions")
    GENETIC = "2", N_("2. Genetic data of vulnerable persons")
    HR_PROFILING = "3", N_("3. Profiling for human resources")
    EMPLOYEE_MONITORING = "4", N_("4. Constant monitoring of employees")
    SOCIAL_ALERTS = "5", N_("5. Social and health alerts")
    WHISTLEBLOWING = "6", N_("6. Professional alerts")
    HEALTH_WAREHOUSE = "7", N_("7. Health data warehouse or register")
    EXCLUSION_PROFILING = "8", N_("8. Profiling that may exclude from a contract")
    SHARED_BREACHES = "9", N_("9. Shared lists of contractual breaches")
    EXTERNAL_PROFILING = "10", N_("10. Profiling with data from external sources")
    BIOMETRIC = "11", N_("11. Biometric recognition with vulnerable persons")
    SOCIAL_HOUSING = "12", N_("12. Social housing")
    SOCIAL_SUPPORT = "13", N_("13. Social or medico-social support")
    LOCATION = "14", N_("14. Large-scale location data")
