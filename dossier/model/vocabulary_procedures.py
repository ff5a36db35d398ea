"""The closed lists of breaches, requests, notices, trackers, exchanges and evidence.

Breach labels follow the CNIL's open data and its online form as public tools copy it (outline of July 2023).
"""

from dossier.i18n import N_
from dossier.model.record import Term
from dossier.model.vocabulary import GDPR, MADIS, OURS

CNIL_BREACH = "CNIL, données ouvertes des notifications de violations, vu le 2026-11-22"
CNIL_FORM = "CNIL, trame du téléservice de juillet 2023, vue par des copies publiques, non vérifiée en ligne"
ENISA = "ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches, 2013"


class BreachRole(Term):
    """The organisation's role towards the data breached; it decides which clock runs."""

    __source__ = GDPR
    CONTROLLER = "responsable", N_("Controller")
    JOINT = "responsable_conjoint", N_("Joint controller")
    PROCESSOR = "sous_traitant", N_("Processor")


class BreachState(Term):
    """Where the procedure stands."""

    __source__ = OURS
    SUSPICION = "suspicion", N_("Suspicion, under inquiry")
    AWARE = "prise_de_connaissance", N_("Aware")
    NOTIFIED = "notifiee_initiale", N_("Initial notification sent")
    COMPLETE = "notifiee_complete", N_("Complete notification sent")
    NOT_NOTIFIED = "non_notifiee_justifiee", N_("Not notified, with reasons")
    CLOSED = "cloturee", N_("Breach closed")
    DISMISSED = "ecartee", N_("Suspicion dismissed: no personal data breach")


class BreachRisk(Term):
    """How likely the breach is to result in a risk to the rights and freedoms of persons (art. 33(1), 34(1))."""

    __source__ = GDPR
    UNLIKELY = "improbable", N_("Risk unlikely (recorded only)")
    RISK = "risque", N_("Risk (the CNIL is notified)")
    HIGH = "eleve", N_("High risk (the persons are informed too)")


class BreachNature(Term):
    """What was lost."""

    __source__ = CNIL_BREACH
    CONFIDENTIALITY = "confidentialite", N_("Loss of confidentiality")
    INTEGRITY = "integrite", N_("Loss of integrity")
    AVAILABILITY = "disponibilite", N_("Loss of availability")
    UNKNOWN = "inconnue", N_("Nature not known yet"), OURS


class BreachOrigin(Term):
    """Origin of the incident."""

    __source__ = CNIL_BREACH
    DEVICE = "equipement", N_("Device lost or stolen")
    PAPER = "papier", N_("Paper lost, stolen or left accessible in an unsecured place")
    MAIL = "courrier", N_("Mail lost or opened before being returned to the sender")
    HACKING = "piratage", N_("Hacking, malware (for example ransomware) and/or phishing")
    PAPER_DISPOSAL = "rebut_papier", N_("Paper documents discarded without physical destruction")
    DEVICE_DISPOSAL = "rebut_numerique", N_("Digital devices discarded without secure erasure")
    PUBLICATION = "publication", N_("Unintended publication of information")
    PORTAL = "portail", N_("Data of the wrong person shown on the customer portal")
    WRONG_RECIPIENT = "mauvais_destinataire", N_("Personal data sent to a wrong recipient")
    ORAL = "verbal", N_("Information disclosed orally")
    OTHER = "autre", N_("Other")
    UNKNOWN = "inconnue", N_("Origin not known yet"), OURS


class BreachCause(Term):
    """Cause of the incident."""

    __source__ = CNIL_BREACH
    INTERNAL_MALICIOUS = "interne_malveillant", N_("Internal malicious act")
    INTERNAL_ACCIDENTAL = "interne_accidentel", N_("Internal accidental act")
    EXTERNAL_MALICIOUS = "externe_malveillant", N_("External malicious act")
    EXTERNAL_ACCIDENTAL = "externe_accidentel", N_("External accidental act")
    UNKNOWN = "inconnu", N_("Unknown")
    OTHER = "autre", N_("Other cause")


class BreachData(Term):
    """Data categories of the CNIL's form."""

    __source__ = CNIL_BREACH
    CIVIL_STATUS = "etat_civil", N_("Civil status (name, sex, date of birth, age...)")
    NIR = "nir", N_("NIR (social security number)")
    CONTACT = "coordonnees", N_("Contact details (postal or email address, telephone numbers...)")
    ACCESS = "identification", N_("Identification or access data (login, password, customer number...)")
    FINANCIAL = "financier", N_("Financial or economic information (income, card, bank details)")
    OFFICIAL = "documents_officiels", N_("Official documents (passports, identity cards, etc.)")
    LOCATION = "localisation", N_("Location data")
    OFFENCES = "infractions", N_("Offences, convictions, security measures")
    OTHER = "autres", N_("Other data")
    UNKNOWN = "inconnues", N_("Data not known for the moment")


class BreachPersons(Term):
    """Categories of persons of the CNIL's form."""

    __source__ = CNIL_FORM
    EMPLOYEES = "employes", N_("Employed persons")
    USERS = "utilisateurs", N_("Users")
    MEMBERS = "adherents", N_("Members")
    STUDENTS = "etudiants", N_("Students or pupils")
    MILITARY = "militaires", N_("Military personnel")
    CUSTOMERS = "clients", N_("Customers (current or potential)")
    PATIENTS = "patients", N_("Patients")
    MINORS = "mineurs", N_("Minors")
    VULNERABLE = "vulnerables", N_("Vulnerable persons")
    UNKNOWN = "inconnu", N_("Persons not determined for the moment")
    OTHER = "autres", N_("Others")


class PersonsBand(Term):
    """How many persons a notified breach touches, as the open data tell it."""

    __source__ = CNIL_BREACH
    TO_5 = "0-5", N_("Between 0 and 5 persons")
    TO_50 = "6-50", N_("Between 6 and 50 persons")
    TO_300 = "51-300", N_("Between 51 and 300 persons")
    TO_5000 = "301-5000", N_("Between 301 and 5000 persons")
    MORE = "5001+", N_("More than 5000 persons")


class BreachConsequence(Term):
    """Likely consequences, by what was lost."""

    __source__ = CNIL_FORM
    SPREAD = "diffusion", N_("Data spread more than needed, out of the control of the persons")
    CROSSED = "croisement", N_("Data may be matched with other information on the persons")
    MISUSED = "detournement", N_("Data may be used for other purposes or unfairly")
    MODIFIED_UNUSABLE = "modifiees_inutilisables", N_("Data modified and no longer usable")
    MODIFIED_MISUSED = "modifiees_utilisees", N_("Data modified and used to the detriment of the persons")
    NO_SERVICE = "service_impossible", N_("A critical service can no longer be given to the persons")
    DEGRADED_SERVICE = "service_degrade", N_("The service given to the persons is altered")


class BreachHarm(Term):
    """Harm that the persons may suffer."""

    __source__ = CNIL_FORM
    CONTROL = "perte_controle", N_("Loss of control over their personal data")
    RIGHTS = "limitation_droits", N_("Limitation of their rights")
    DISCRIMINATION = "discrimination", N_("Discrimination")
    IDENTITY_THEFT = "vol_identite", N_("Identity theft")
    FRAUD = "fraude", N_("Fraud")
    PSEUDONYMISATION = "levee_pseudonymisation", N_("Unauthorised reversal of pseudonymisation")
    FINANCIAL = "pertes_financieres", N_("Financial losses")
    REPUTATION = "reputation", N_("Damage to reputation")
    SECRECY = "secret_professionnel", N_("Loss of confidentiality of data protected by professional secrecy")
    OTHER = "autre", N_("Other harm")


class InformPersons(Term):
    """Whether the persons are told (art. 34)."""

    __source__ = CNIL_FORM
    YES = "oui", N_("Yes, the persons have been informed")
    PLANNED = "prevu", N_("No, but they will be")
    NO = "non", N_("No, they will not be")
    UNKNOWN = "inconnu", N_("Not determined for the moment")


class Article34Exception(Term):
    """Art. 34(3) GDPR."""

    __source__ = GDPR
    UNINTELLIGIBLE = "a", N_("34(3)(a) Data unintelligible (encryption, key safe)")
    LATER_MEASURES = "b", N_("34(3)(b) Later measures remove the high risk")
    DISPROPORTIONATE = "c", N_("34(3)(c) Disproportionate effort, public communication")


class NotificationType(Term):
    """What is sent, and to whom."""

    __source__ = OURS
    INITIAL = "initiale", N_("Initial notification to the CNIL"), CNIL_FORM
    SUPPLEMENTARY = "complementaire", N_("Supplementary notification to the CNIL"), CNIL_FORM
    COMPLETE = "complete", N_("Complete notification to the CNIL"), CNIL_FORM
    OTHER_AUTHORITY = "autre_autorite", N_("Another authority")
    CONTROLLER = "responsable", N_("Alert to a controller (art. 33(2))")
    POLICE = "plainte", N_("Police complaint")
    INSURER = "assureur", N_("Insurer")


class Channel(Term):
    """How something is sent or received."""

    __source__ = MADIS
    ONLINE = "teleservice", N_("Online form")
    EMAIL = "courriel", N_("E-mail")
    POST = "courrier", N_("Letter")
    PHONE = "telephone", N_("Telephone")
    IN_PERSON = "main_propre", N_("In person")
    ACCOUNT = "espace_client", N_("Customer account")
    SMS = "sms", N_("Text message")
    PUBLIC = "publication", N_("Public communication")
    OTHER = "autre", N_("Other")


class EnisaData(Term):
    """Data processing context: the base score."""

    __source__ = ENISA
    SIMPLE = "simples", N_("Simple data (1)")
    BEHAVIOURAL = "comportementales", N_("Behavioural data (2)")
    FINANCIAL = "financieres", N_("Financial data (3)")
    SENSITIVE = "sensibles", N_("Sensitive data (4)")


class EnisaIdentification(Term):
    """Ease of identification."""

    __source__ = ENISA
    NEGLIGIBLE = "negligeable", N_("Negligible (0.25)")
    LIMITED = "limitee", N_("Limited (0.5)")
    SIGNIFICANT = "importante", N_("Significant (0.75)")
    MAXIMUM = "maximale", N_("Maximum (1)")


class EnisaConfidentiality(Term):
    """Circumstances: confidentiality."""

    __source__ = ENISA
    NONE = "aucune", N_("No evidence of illegal use (0)")
    KNOWN = "destinataires_connus", N_("Known number of recipients (0.25)")
    UNKNOWN = "destinataires_inconnus", N_("Unknown number of recipients (0.5)")


class EnisaIntegrity(Term):
    """Circumstances: integrity."""

    __source__ = ENISA
    NONE = "aucune", N_("No alteration (0)")
    RECOVERABLE = "recuperable", N_("Altered, recoverable (0.25)")
    LOST = "non_recuperable", N_("Altered, not recoverable or misused (0.5)")


class EnisaAvailability(Term):
    """Circumstances: availability."""

    __source__ = ENISA
    NONE = "aucune", N_("No loss (0)")
    TEMPORARY = "temporaire", N_("Temporary loss (0.25)")
    FULL = "definitive", N_("Full loss, not recoverable (0.5)")


class Right(Term):
    """The rights of data subjects."""

    __source__ = GDPR
    INFORMATION = "information", N_("Information (art. 13-14)")
    ACCESS = "acces", N_("Access (art. 15)")
    RECTIFICATION = "rectification", N_("Rectification (art. 16)")
    ERASURE = "effacement", N_("Erasure (art. 17)")
    RESTRICTION = "limitation", N_("Restriction (art. 18)")
    PORTABILITY = "portabilite", N_("Portability (art. 20)")
    OBJECTION = "opposition", N_("Objection (art. 21)")
    AUTOMATED = "decision_automatisee", N_("Automated decisions (art. 22)")
    WITHDRAWAL = "retrait_consentement", N_("Withdrawal of consent (art. 7(3))")
    POST_MORTEM = "directives_post_mortem", N_("Directives after death (art. 85 LIL)")
    COMPLAINT = "reclamation", N_("Complaint to the authority (art. 77)")
    OTHER = "autre", N_("Other")


class RequestState(Term):
    """Where a request stands."""

    __source__ = MADIS
    TO_DO = "a_traiter", N_("To be handled")
    IDENTITY = "attente_identite", N_("Waiting for proof of identity")
    PRECISION = "attente_precision", N_("Waiting for a clarification")
    DEPARTMENT = "attente_service", N_("Waiting for a department")
    CLOSED = "cloturee", N_("Handled and closed")
    REFUSED = "refusee", N_("Refused")


class Capacity(Term):
    """In what capacity somebody asks."""

    __source__ = OURS
    PERSON = "personne", N_("The person")
    AGENT = "mandataire", N_("Agent with a mandate")
    PARENT = "titulaire_autorite_parentale", N_("Holder of parental authority")
    HEIR = "heritier", N_("Heir")
    OTHER = "autre", N_("Other")


class IdentityStatus(Term):
    """Whether it is known who asks (art. 12(6))."""

    __source__ = OURS
    SUFFICIENT = "suffisante", N_("Sufficient")
    DOUBT = "doute", N_("Reasonable doubt")
    PROVED = "justifiee", N_("Proved")


class RequestDecision(Term):
    """The outcome of a request."""

    __source__ = OURS
    GRANTED = "satisfaite", N_("Granted")
    PARTLY = "partielle", N_("Granted in part")
    REFUSED = "refusee", N_("Refused")
    VOID = "sans_objet", N_("Without object")


class RefusalGround(Term):
    """Why a request is refused (art. 12(5), 15(4), 17(3)...)."""

    __source__ = GDPR
    UNFOUNDED = "infondee", N_("Manifestly unfounded")
    EXCESSIVE = "excessive", N_("Excessive")
    IDENTITY = "identite", N_("Identity not proved")
    OTHERS_RIGHTS = "droits_tiers", N_("Rights of others")
    LEGAL_DUTY = "obligation_legale", N_("Legal obligation to keep")
    NO_DATA = "aucune_donnee", N_("No data held")
    OTHER = "autre", N_("Other")


class PauseReason(Term):
    """Why a period is suspended (art. 77 of decree 2019-536)."""

    __source__ = "Décret n° 2019-536, art. 77"
    IDENTITY = "identite", N_("Proof of identity awaited")
    PRECISION = "precision", N_("Clarification awaited")


class NoticeItem(Term):
    """What a notice must tell (art. 13-14; art. 48 and 85 LIL)."""

    __source__ = GDPR
    CONTROLLER = "responsable", N_("Identity of the controller")
    DPO = "dpo", N_("Contact of the data protection officer")
    PURPOSES = "finalites", N_("Purposes")
    BASES = "bases_legales", N_("Legal basis of each purpose")
    INTERESTS = "interets", N_("Legitimate interests pursued")
    DATA = "categories_donnees", N_("Categories of data (art. 14)")
    SOURCE = "source", N_("Source of the data (art. 14)")
    RECIPIENTS = "destinataires", N_("Recipients")
    TRANSFERS = "transferts", N_("Transfers and safeguards")
    RETENTION = "durees", N_("Retention periods or criteria")
    ACCESS = "droit_acces", N_("Right of access")
    RECTIFICATION = "droit_rectification", N_("Right to rectification")
    ERASURE = "droit_effacement", N_("Right to erasure")
    RESTRICTION = "droit_limitation", N_("Right to restriction")
    PORTABILITY = "droit_portabilite", N_("Right to portability")
    OBJECTION = "droit_opposition", N_("Right to object")
    WITHDRAWAL = "retrait", N_("Withdrawal of consent")
    POST_MORTEM = "post_mortem", N_("Directives after death (art. 85 LIL)")
    COMPLAINT = "reclamation", N_("Complaint to the CNIL")
    MANDATORY = "caractere_obligatoire", N_("Whether data are mandatory, and consequences")
    AUTOMATED = "decision_automatisee", N_("Automated decisions and profiling")


class NoticeAudience(Term):
    """Whom a notice addresses."""

    __source__ = OURS
    CONSUMERS = "consommateurs", N_("Consumers")
    PROFESSIONALS = "professionnels", N_("Professionals")
    EMPLOYEES = "salaries", N_("Employees")
    CANDIDATES = "candidats", N_("Job candidates")
    VISITORS = "visiteurs", N_("Website visitors")
    PUBLIC = "public", N_("The public")
    OTHER = "autre", N_("Others")


class TrackerPurpose(Term):
    """Why a tracker is there (art. 82 LIL)."""

    __source__ = "CNIL, délibérations 2020-091 et 2020-092"
    SESSION = "session", N_("Session, basket, authentication")
    SECURITY = "securite", N_("Security")
    PREFERENCE = "preference", N_("Interface preference (language)")
    LOAD = "repartition_charge", N_("Load balancing")
    CHOICE = "choix", N_("Keeping the choice on trackers")
    AUDIENCE = "mesure_audience", N_("Audience measurement")
    PERSONALISATION = "personnalisation", N_("Personalisation of content")
    ADVERTISING = "publicite", N_("Advertising")
    SOCIAL = "reseau_social", N_("Social network")
    FINGERPRINT = "identifiant_technique", N_("Technical identifier of the device")
    UNKNOWN = "inconnue", N_("Not stated")
    OTHER = "autre", N_("Other")


class TrackerBasis(Term):
    """On what a tracker rests."""

    __source__ = "CNIL, délibérations 2020-091 et 2020-092"
    CONSENT = "consentement", N_("Prior consent")
    EXEMPT = "exempte", N_("Exempt")
    OPT_OUT = "opposition", N_("Opposition offered")
    BROWSER = "navigateur", N_("Browser settings only")
    BROWSING = "poursuite_navigation", N_("Continued browsing")
    UNKNOWN = "inconnue", N_("Not stated")


class InspectionType(Term):
    """The CNIL's kinds of inspection, and other exchanges."""

    __source__ = "CNIL, charte des contrôles, version de juin 2022"
    ON_SITE = "sur_place", N_("On-site inspection")
    ONLINE = "en_ligne", N_("Online inspection")
    DOCUMENTS = "sur_pieces", N_("Inspection of documents")
    HEARING = "audition", N_("Hearing")
    COMPLAINT = "plainte", N_("Complaint of a person"), OURS
    ADVICE = "conseil", N_("Request for advice"), OURS
    CONSULTATION = "consultation_prealable", N_("Prior consultation (art. 36)"), GDPR
    OTHER = "autre", N_("Other"), OURS


class ExchangeOutcome(Term):
    """How an exchange with the authority ended."""

    __source__ = "CNIL, charte des contrôles, version de juin 2022"
    OPEN = "en_cours", N_("Ongoing")
    CLOSED = "cloture", N_("Closed")
    REMINDER = "rappel", N_("Reminder of obligations")
    FORMAL_NOTICE = "mise_en_demeure", N_("Formal notice")
    SIMPLIFIED = "sanction_simplifiee", N_("Simplified sanction")
    SANCTION = "sanction", N_("Sanction")
    INJUNCTION = "injonction", N_("Injunction with penalty")


class ProcedureType(Term):
    """What a procedure or a policy governs."""

    __source__ = OURS
    RIGHTS = "droits", N_("Rights of the persons")
    BREACHES = "violations", N_("Breaches")
    SECURITY = "pssi", N_("Information security policy")
    IT_CHARTER = "charte_informatique", N_("IT charter")
    ACCESS = "habilitations", N_("Access rights")
    RETENTION = "conservation", N_("Retention and purges")
    CONTINUITY = "continuite", N_("Continuity and recovery plan")
    BACKUP = "sauvegarde", N_("Backup")
    PROCESSORS = "sous_traitance", N_("Choice and follow-up of processors")
    DPIA = "aipd", N_("DPIA and privacy by design")
    INSPECTION = "controle", N_("Inspection by the authority")
    GOVERNANCE = "gouvernance", N_("Governance, data protection policy")
    OTHER = "autre", N_("Other")


class OperationType(Term):
    """What is done at intervals and proves the measures."""

    __source__ = OURS
    TRAINING = "formation", N_("Training or awareness")
    ACCESS_REVIEW = "revue_habilitations", N_("Review of access rights")
    RESTORE_TEST = "test_restauration", N_("Restore test")
    PURGE = "purge", N_("Purge")
    PROCESSOR_AUDIT = "audit_sous_traitant", N_("Audit or review of a processor")
    BREACH_DRILL = "exercice_violation", N_("Breach drill")
    SECURITY_TEST = "test_securite", N_("Security test")
    CONTINUITY_TEST = "test_continuite", N_("Continuity test")
    REGISTER_REVIEW = "revue_registre", N_("Review of the register")
    OTHER = "autre", N_("Other")


class DocumentType(Term):
    """What a document is."""

    __source__ = OURS
    CONTRACT = "contrat", N_("Contract")
    NOTICE = "mention", N_("Notice or published policy")
    POLICY = "politique", N_("Policy or procedure")
    EVIDENCE = "preuve", N_("Piece of evidence")
    CERTIFICATE = "certificat", N_("Certificate or attestation")
    AUDIT = "rapport_audit", N_("Audit report")
    SCREENSHOT = "capture", N_("Screenshot")
    LOG = "journal_technique", N_("Log extract")
    INVOICE = "facture", N_("Invoice")
    LETTER = "courrier", N_("Letter or e-mail")
    ASSESSMENT = "analyse", N_("Assessment (balancing test, DPIA, TIA)")
    MANDATE = "lettre_mission", N_("Mission letter or mandate")
    SOURCE = "source", N_("Source of statements")
    OTHER = "autre", N_("Other")


class ActionState(Term):
    """Where an action stands."""

    __source__ = OURS
    TO_DO = "a_faire", N_("To do")
    IN_PROGRESS = "en_cours", N_("In progress")
    DONE = "fait", N_("Done")
    DROPPED = "abandonne", N_("Dropped")


class Priority(Term):
    """In which order."""

    __source__ = OURS
    HIGH = "haute", N_("High")
    NORMAL = "normale", N_("Normal")
    LOW = "basse", N_("Low")


class Polarity(Term):
    """Whether a statement says that something is, or is not."""

    __source__ = OURS
    POSITIVE = "positif", N_("States that it is so")
    NEGATIVE = "negatif", N_("States that it is not so")


class StatementTopic(Term):
    """What a statement is about."""

    __source__ = OURS
    IDENTITY = "identite", N_("Identity")
    CONTACT = "contact", N_("Contact")
    ACTIVITY = "activite", N_("Processing activity")
    PURPOSE = "finalite", N_("Purpose")
    BASIS = "base_legale", N_("Legal basis")
    PERSONS = "personnes", N_("Data subjects")
    DATA = "donnees", N_("Data")
    SOURCE = "source", N_("Source of data")
    RECIPIENT = "destinataire", N_("Recipient")
    PROCESSOR = "sous_traitant", N_("Processor")
    LOCATION = "localisation", N_("Storage location")
    TRANSFER = "transfert", N_("Transfer")
    RETENTION = "conservation", N_("Retention")
    SECURITY = "securite", N_("Security")
    RIGHTS = "droits", N_("Rights")
    TRACKERS = "traceurs", N_("Trackers")
    MINORS = "mineurs", N_("Minors")
    PROFILING = "profilage", N_("Profiling and automated decisions")
    GOVERNANCE = "gouvernance", N_("Governance")
    OTHER = "autre", N_("Other")
