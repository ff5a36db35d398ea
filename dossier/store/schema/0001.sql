-- The schema of the first version. Frozen: a later change is a later step.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE numbering (
  series TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  edit TEXT NOT NULL,
  dossier TEXT NOT NULL,
  station TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  schema INTEGER NOT NULL,
  payload TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX journal_record ON journal (record);

CREATE TABLE journal_payload (
  sequence INTEGER PRIMARY KEY REFERENCES journal(sequence),
  salt BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;

CREATE TABLE content (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
  reference, title, words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE organisation (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  trade_name TEXT,
  legal_form TEXT,
  siren TEXT,
  vat_number TEXT,
  sector TEXT,
  description TEXT,
  headcount INTEGER,
  headcount_to INTEGER,
  headcount_state TEXT,
  is_public_body INTEGER,
  address TEXT,
  postal_code TEXT,
  city TEXT,
  country TEXT,
  phone TEXT,
  email TEXT,
  zone TEXT,
  representative_name TEXT,
  representative_function TEXT,
  eu_representative TEXT,
  acts_as_processor INTEGER,
  large_scale_monitoring INTEGER,
  large_scale_sensitive INTEGER,
  no_dpo_reason TEXT,
  group_rules TEXT,
  password_rule TEXT,
  password_bits INTEGER,
  passwords_in_clear INTEGER,
  remote_mfa TEXT,
  leavers_removed TEXT,
  log_retention INTEGER,
  log_retention_unit TEXT,
  log_retention_reason TEXT,
  provenance TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE site (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  type TEXT,
  url TEXT,
  address TEXT,
  country TEXT,
  description TEXT
) STRICT;

CREATE TABLE related_company (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  relation TEXT,
  country TEXT,
  siren TEXT,
  in_scope INTEGER,
  bound_by_bcr INTEGER,
  description TEXT
) STRICT;

CREATE TABLE contact (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  role TEXT,
  function TEXT,
  email TEXT,
  phone TEXT,
  address TEXT,
  url TEXT,
  published INTEGER
) STRICT;

CREATE TABLE dpo_designation (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  type TEXT,
  company TEXT,
  designated_on TEXT,
  ended_on TEXT,
  cnil_number TEXT,
  cnil_declared_on TEXT,
  email TEXT,
  phone TEXT,
  address TEXT,
  contacts_published INTEGER,
  published_where TEXT,
  mission_letter TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  mission_signed_on TEXT,
  mission_ends_on TEXT,
  other_functions TEXT,
  no_conflict TEXT,
  reports_to TEXT,
  resources TEXT,
  training TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE dpo_opinion (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  given_on TEXT,
  asked_by TEXT,
  question TEXT,
  opinion TEXT,
  followed TEXT,
  reasons TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE dpo_opinion_about (
  record TEXT NOT NULL REFERENCES dpo_opinion(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  description TEXT,
  started_on TEXT,
  ended_on TEXT,
  software TEXT,
  joint_controller INTEGER,
  security_categories TEXT,
  security_text TEXT,
  direct_collection INTEGER,
  indirect_collection INTEGER,
  informed_within INTEGER,
  informed_within_unit TEXT,
  article9_exceptions TEXT,
  article9_reasons TEXT,
  offence_ground TEXT,
  nir_ground TEXT,
  exemption_claimed INTEGER,
  occasional INTEGER,
  exemption_reason TEXT,
  dpia_criteria TEXT,
  dpia_list TEXT,
  dpia_waiver TEXT,
  large_scale INTEGER,
  profiling INTEGER,
  profiling_text TEXT,
  automated_decision INTEGER,
  decision_logic TEXT,
  article22_safeguards TEXT,
  solvency INTEGER,
  anonymisation_claimed INTEGER,
  anonymisation_proof TEXT,
  offered_to_children INTEGER,
  age_threshold INTEGER,
  parental_consent TEXT,
  minors_text TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE activity_systems (
  record TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES system(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_processors (
  record TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_joint_arrangements (
  record TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES joint_arrangement(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_measures (
  record TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_notices (
  record TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES notice(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE purpose (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  activity TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  main INTEGER,
  description TEXT,
  basis TEXT,
  basis_stated TEXT,
  basis_text TEXT,
  interest TEXT,
  balancing TEXT,
  balancing_document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  further INTEGER,
  compatibility TEXT,
  compatibility_document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  consent_mechanisms TEXT,
  consent_text TEXT,
  consent_proof TEXT,
  consent_withdrawal TEXT,
  electronic_marketing INTEGER,
  marketing_audience TEXT,
  similar_products INTEGER,
  opt_out_offered TEXT
) STRICT;

CREATE TABLE person_group (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  activity TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  category TEXT,
  number INTEGER,
  number_to INTEGER,
  number_state TEXT,
  vulnerable INTEGER,
  details TEXT
) STRICT;

CREATE TABLE data_item (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  activity TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  category TEXT,
  sensitive TEXT,
  mandatory INTEGER,
  optional_shown INTEGER,
  necessity TEXT,
  details TEXT
) STRICT;

CREATE TABLE retention (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  activity TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  phase TEXT,
  state TEXT,
  duration INTEGER,
  duration_unit TEXT,
  criterion TEXT,
  trigger TEXT,
  trigger_text TEXT,
  raw_text TEXT,
  legal_source TEXT,
  justification TEXT,
  final_fate TEXT,
  fate_text TEXT,
  purge_mode TEXT,
  access_restriction TEXT
) STRICT;

CREATE TABLE retention_data_items (
  record TEXT NOT NULL REFERENCES retention(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES data_item(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_source (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  activity TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  origin TEXT,
  method TEXT,
  supplier TEXT,
  public_source INTEGER,
  details TEXT
) STRICT;

CREATE TABLE recipient (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  activity TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  type TEXT,
  to_be_named INTEGER,
  processor TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  purpose TEXT,
  data TEXT,
  country TEXT,
  details TEXT
) STRICT;

CREATE TABLE client_processing (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  client TEXT,
  client_contact TEXT,
  client_representative TEXT,
  client_dpo TEXT,
  description TEXT,
  persons TEXT,
  data TEXT,
  started_on TEXT,
  ended_on TEXT,
  contract_reference TEXT,
  contract_signed_on TEXT,
  contract_document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  instructions TEXT,
  access_rule TEXT,
  end_of_contract TEXT,
  retention TEXT,
  transfers_text TEXT,
  security_text TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE client_processing_sub_processors (
  record TEXT NOT NULL REFERENCES client_processing(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_processing_systems (
  record TEXT NOT NULL REFERENCES client_processing(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES system(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_processing_transfers (
  record TEXT NOT NULL REFERENCES client_processing(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES transfer(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_processing_measures (
  record TEXT NOT NULL REFERENCES client_processing(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE system (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  type TEXT,
  description TEXT,
  supplier TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  version TEXT,
  criticality TEXT,
  hosted_by TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  location TEXT,
  country TEXT,
  verified_location TEXT,
  verified_on TEXT,
  internet_exposed INTEGER,
  remote_access TEXT,
  data TEXT,
  access_management TEXT,
  mfa TEXT,
  encryption TEXT,
  backup TEXT,
  logging TEXT,
  log_retention INTEGER,
  log_retention_unit TEXT,
  purge TEXT,
  support_ends_on TEXT,
  retired_on TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE system_measures (
  record TEXT NOT NULL REFERENCES system(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE processor (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  to_be_named INTEGER,
  service TEXT,
  role TEXT,
  role_reason TEXT,
  own_purposes INTEGER,
  country TEXT,
  group_country TEXT,
  remote_access TEXT,
  remote_access_analysis TEXT,
  siren TEXT,
  address TEXT,
  website TEXT,
  contact TEXT,
  dpo TEXT,
  keeps_register INTEGER,
  data TEXT,
  persons TEXT,
  description TEXT,
  contract_reference TEXT,
  contract_document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  contract_stated TEXT,
  signed_on TEXT,
  starts_on TEXT,
  ends_on TEXT,
  header_object TEXT,
  header_object_where TEXT,
  header_duration TEXT,
  header_duration_where TEXT,
  header_nature TEXT,
  header_nature_where TEXT,
  header_data TEXT,
  header_data_where TEXT,
  header_persons TEXT,
  header_persons_where TEXT,
  header_obligations TEXT,
  header_obligations_where TEXT,
  clause_a TEXT,
  clause_a_where TEXT,
  clause_b TEXT,
  clause_b_where TEXT,
  clause_c TEXT,
  clause_c_where TEXT,
  clause_d TEXT,
  clause_d_where TEXT,
  clause_e TEXT,
  clause_e_where TEXT,
  clause_f TEXT,
  clause_f_where TEXT,
  clause_g TEXT,
  clause_g_where TEXT,
  clause_h TEXT,
  clause_h_where TEXT,
  alert_hours INTEGER,
  liability_disclaimer INTEGER,
  authorisation TEXT,
  sub_processor_list_on TEXT,
  insurance TEXT,
  reversibility TEXT,
  return_certified_on TEXT,
  guarantees_checked TEXT,
  risk TEXT,
  last_review TEXT,
  next_review TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE processor_systems (
  record TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES system(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE processor_transfers (
  record TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES transfer(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE processor_measures (
  record TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sub_processor (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  processor TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  service TEXT,
  country TEXT,
  under TEXT REFERENCES sub_processor(id) DEFERRABLE INITIALLY DEFERRED,
  data TEXT,
  authorised TEXT,
  authorised_on TEXT,
  same_duties TEXT,
  transfer TEXT REFERENCES transfer(id) DEFERRABLE INITIALLY DEFERRED,
  contact TEXT
) STRICT;

CREATE TABLE guarantee (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  processor TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  type TEXT,
  scope TEXT,
  issued_on TEXT,
  expires_on TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE location (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  processor TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  use TEXT,
  declared_country TEXT,
  declared_on TEXT,
  verified_location TEXT,
  verified_country TEXT,
  verified_on TEXT,
  verified_how TEXT
) STRICT;

CREATE TABLE joint_arrangement (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  partner TEXT,
  partner_contact TEXT,
  signed_on TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  stated TEXT,
  roles TEXT,
  informs TEXT,
  answers TEXT,
  contact_point TEXT,
  essence_available TEXT,
  essence_where TEXT,
  persons_number INTEGER,
  persons_number_to INTEGER,
  persons_number_state TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE joint_arrangement_partners (
  record TEXT NOT NULL REFERENCES joint_arrangement(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE transfer (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  exporter TEXT,
  exporter_role TEXT,
  importer TEXT,
  importer_record TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  importer_role TEXT,
  country TEXT,
  country_text TEXT,
  onward TEXT,
  type TEXT,
  data TEXT,
  persons TEXT,
  volume INTEGER,
  volume_to INTEGER,
  volume_state TEXT,
  frequency TEXT,
  repeated INTEGER,
  started_on TEXT,
  ended_on TEXT,
  mechanism TEXT,
  mechanism_stated TEXT,
  module TEXT,
  derogation TEXT,
  derogation_reason TEXT,
  signed_on TEXT,
  annexes TEXT,
  evidence TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  approval_reference TEXT,
  in_group TEXT,
  dpf_checked_on TEXT,
  dpf_active TEXT,
  dpf_scope TEXT,
  foreign_request INTEGER,
  agreement TEXT,
  authority_requests TEXT,
  law_changed INTEGER,
  in_notice TEXT,
  in_register TEXT,
  next_review TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE transfer_activities (
  record TEXT NOT NULL REFERENCES transfer(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE transfer_assessment (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  transfer TEXT REFERENCES transfer(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  author TEXT,
  made_on TEXT,
  step_1 TEXT,
  step_2 TEXT,
  step_3 TEXT,
  step_4 TEXT,
  step_5 TEXT,
  step_6 TEXT,
  conclusion TEXT,
  next_review TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE measure (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  sheet INTEGER,
  sheet_items TEXT,
  template TEXT,
  pia_code TEXT,
  type TEXT,
  description TEXT,
  objectives TEXT,
  risks TEXT,
  scope TEXT,
  state TEXT,
  not_applicable_reason TEXT,
  priority TEXT,
  budget TEXT,
  due_on TEXT,
  implemented_on TEXT,
  evidence_text TEXT,
  effectiveness INTEGER,
  last_test TEXT,
  next_review TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE measure_processors (
  record TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_evidence (
  record TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  type TEXT,
  done_on TEXT,
  done_by TEXT,
  scope TEXT,
  persons INTEGER,
  persons_to INTEGER,
  persons_state TEXT,
  result TEXT,
  outcome TEXT,
  next_due TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE operation_evidence (
  record TEXT NOT NULL REFERENCES operation(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation_measures (
  record TEXT NOT NULL REFERENCES operation(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation_about (
  record TEXT NOT NULL REFERENCES operation(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  type TEXT,
  description TEXT,
  version TEXT,
  adopted_on TEXT,
  approved_by TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  last_review TEXT,
  next_review TEXT,
  channels TEXT,
  channel_text TEXT,
  rights_text TEXT,
  identity_proof TEXT,
  identity_text TEXT,
  fee INTEGER,
  fee_text TEXT,
  announced_delay INTEGER,
  announced_delay_unit TEXT,
  announced_text TEXT,
  suspension_text TEXT,
  condition_text TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE procedure_measures (
  record TEXT NOT NULL REFERENCES procedure(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  state TEXT,
  role TEXT,
  facts TEXT,
  suspected_at TEXT,
  suspected_at_zone TEXT,
  suspected_at_precision TEXT,
  detected_at TEXT,
  detected_at_zone TEXT,
  detected_at_precision TEXT,
  aware_at TEXT,
  aware_at_zone TEXT,
  aware_at_precision TEXT,
  processor_alerted_at TEXT,
  processor_alerted_at_zone TEXT,
  processor_alerted_at_precision TEXT,
  started_at TEXT,
  started_at_zone TEXT,
  started_at_precision TEXT,
  started_at_to TEXT,
  started_at_to_zone TEXT,
  started_at_to_precision TEXT,
  started_at_state TEXT,
  ended_at TEXT,
  ended_at_zone TEXT,
  ended_at_precision TEXT,
  ended_at_to TEXT,
  ended_at_to_zone TEXT,
  ended_at_to_precision TEXT,
  ended_at_state TEXT,
  ongoing INTEGER,
  discovered_by TEXT,
  discovery TEXT,
  dates_comment TEXT,
  nature TEXT,
  origins TEXT,
  causes TEXT,
  origin_text TEXT,
  data TEXT,
  sensitive TEXT,
  data_text TEXT,
  records_number INTEGER,
  records_number_to INTEGER,
  records_number_state TEXT,
  persons TEXT,
  persons_text TEXT,
  persons_number INTEGER,
  persons_number_to INTEGER,
  persons_number_state TEXT,
  previous_measures TEXT,
  consequences TEXT,
  harms TEXT,
  effects TEXT,
  gravity TEXT,
  likelihood TEXT,
  remedies TEXT,
  remedies_planned TEXT,
  notify INTEGER,
  notify_reasons TEXT,
  delay_reasons TEXT,
  cnil_reference TEXT,
  inform TEXT,
  inform_planned_on TEXT,
  inform_reasons TEXT,
  exception TEXT,
  cross_border INTEGER,
  countries TEXT,
  lead_authority TEXT,
  other_authorities TEXT,
  root_cause TEXT,
  lessons TEXT,
  closed_on TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE breach_activities (
  record TEXT NOT NULL REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_processors (
  record TEXT NOT NULL REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_measures (
  record TEXT NOT NULL REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_documents (
  record TEXT NOT NULL REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_event (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  breach TEXT REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT,
  at_zone TEXT,
  at_precision TEXT,
  name TEXT,
  by TEXT,
  struck_out INTEGER
) STRICT;

CREATE TABLE breach_event_documents (
  record TEXT NOT NULL REFERENCES breach_event(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_assessment (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  breach TEXT REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  at TEXT,
  at_zone TEXT,
  at_precision TEXT,
  by TEXT,
  context TEXT,
  context_adjustment INTEGER,
  context_reason TEXT,
  identification TEXT,
  confidentiality TEXT,
  integrity TEXT,
  availability TEXT,
  malicious INTEGER,
  unintelligible INTEGER,
  comment TEXT
) STRICT;

CREATE TABLE breach_notification (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  breach TEXT REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  type TEXT,
  sent_at TEXT,
  sent_at_zone TEXT,
  sent_at_precision TEXT,
  channel TEXT,
  case_reference TEXT,
  content TEXT,
  complement_due_on TEXT,
  answer TEXT
) STRICT;

CREATE TABLE breach_notification_documents (
  record TEXT NOT NULL REFERENCES breach_notification(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_communication (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  breach TEXT REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  sent_at TEXT,
  sent_at_zone TEXT,
  sent_at_precision TEXT,
  channel TEXT,
  persons_number INTEGER,
  persons_number_to INTEGER,
  persons_number_state TEXT,
  content TEXT
) STRICT;

CREATE TABLE breach_communication_documents (
  record TEXT NOT NULL REFERENCES breach_communication(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE breach_party (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  breach TEXT REFERENCES breach(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  role TEXT,
  processor TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  contact TEXT,
  alerted_at TEXT,
  alerted_at_zone TEXT,
  alerted_at_precision TEXT,
  comment TEXT
) STRICT;

CREATE TABLE request (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  rights TEXT,
  received_on TEXT,
  channel TEXT,
  requester TEXT,
  capacity TEXT,
  concerned TEXT,
  contact TEXT,
  content TEXT,
  scope TEXT,
  marketing_objection INTEGER,
  applied_on TEXT,
  state TEXT,
  assigned_to TEXT,
  identity TEXT,
  id_copy_received INTEGER,
  id_copy_deleted_on TEXT,
  departments TEXT,
  complex INTEGER,
  extended INTEGER,
  extension_notified_on TEXT,
  extension_reason TEXT,
  decision TEXT,
  refusal_grounds TEXT,
  refusal_reasons TEXT,
  remedies_told TEXT,
  answered_on TEXT,
  answer_channel TEXT,
  answer TEXT,
  recipients_told TEXT,
  recipients_text TEXT,
  fee TEXT,
  complaint TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE request_activities (
  record TEXT NOT NULL REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_documents (
  record TEXT NOT NULL REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_pause (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  request TEXT REFERENCES request(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  reason TEXT,
  started_on TEXT,
  ended_on TEXT
) STRICT;

CREATE TABLE dpia (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  criteria TEXT,
  cnil_list TEXT,
  required TEXT,
  required_reason TEXT,
  made_on TEXT,
  author TEXT,
  overview TEXT,
  data_text TEXT,
  proportionality TEXT,
  rights_text TEXT,
  measures_text TEXT,
  residual TEXT,
  action_plan TEXT,
  dpo_opinion TEXT,
  dpo_opinion_on TEXT,
  persons_views TEXT,
  decision TEXT,
  consultation TEXT,
  consulted_on TEXT,
  consultation_outcome TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  next_review TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE dpia_activities (
  record TEXT NOT NULL REFERENCES dpia(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dpia_measures (
  record TEXT NOT NULL REFERENCES dpia(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dpia_risk (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  dpia TEXT REFERENCES dpia(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  event TEXT,
  sources TEXT,
  threats TEXT,
  impacts TEXT,
  severity TEXT,
  likelihood TEXT,
  residual_severity TEXT,
  residual_likelihood TEXT
) STRICT;

CREATE TABLE dpia_risk_measures (
  record TEXT NOT NULL REFERENCES dpia_risk(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES measure(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  audiences TEXT,
  origin TEXT,
  url TEXT,
  language TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  version TEXT,
  published_on TEXT,
  previous_kept TEXT,
  items TEXT,
  contact_details TEXT,
  summary TEXT,
  disclaims_liability INTEGER,
  disclaimer_text TEXT,
  contradictions TEXT,
  wording_defects TEXT,
  replaces TEXT REFERENCES notice(id) DEFERRABLE INITIALLY DEFERRED,
  last_review TEXT,
  next_review TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE tracker (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  domain TEXT,
  third_party INTEGER,
  provider TEXT REFERENCES processor(id) DEFERRABLE INITIALLY DEFERRED,
  country TEXT,
  purposes TEXT,
  description TEXT,
  basis TEXT,
  exempt INTEGER,
  exemption_proof TEXT,
  banner_text TEXT,
  refuse_as_easy TEXT,
  refusal_means TEXT,
  service_denied INTEGER,
  denial_text TEXT,
  wall_assessment TEXT,
  consent_proof TEXT,
  consent_tool TEXT,
  tracker_life INTEGER,
  tracker_life_unit TEXT,
  data_life INTEGER,
  data_life_unit TEXT,
  choice_life INTEGER,
  choice_life_unit TEXT,
  life_text TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE authority_exchange (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  authority TEXT,
  type TEXT,
  case_reference TEXT,
  received_on TEXT,
  channel TEXT,
  due_on TEXT,
  scope TEXT,
  agents TEXT,
  counsel TEXT,
  report TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  outcome TEXT,
  outcome_on TEXT,
  follow_up TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE authority_exchange_documents (
  record TEXT NOT NULL REFERENCES authority_exchange(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE authority_question (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  exchange TEXT REFERENCES authority_exchange(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  due_on TEXT,
  answer TEXT,
  answered_on TEXT
) STRICT;

CREATE TABLE authority_question_documents (
  record TEXT NOT NULL REFERENCES authority_question(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  type TEXT,
  description TEXT,
  dated TEXT,
  signed_on TEXT,
  language TEXT,
  origin TEXT,
  file_name TEXT,
  media_type TEXT,
  size INTEGER,
  sha256 TEXT,
  last_review TEXT,
  next_review TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE statement (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  topic TEXT,
  polarity TEXT,
  fields TEXT,
  source TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  file TEXT,
  line INTEGER,
  quote TEXT,
  quote_language TEXT,
  imported_by TEXT,
  imported_on TEXT,
  confirmed_by TEXT,
  confirmed_on TEXT
) STRICT;

CREATE TABLE statement_about (
  record TEXT NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_contradicts (
  record TEXT NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  description TEXT,
  state TEXT,
  priority TEXT,
  due_on TEXT,
  done_on TEXT,
  cost TEXT,
  check_id TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE action_about (
  record TEXT NOT NULL REFERENCES action(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_evidence (
  record TEXT NOT NULL REFERENCES action(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiver (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  check_id TEXT,
  about TEXT REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  author TEXT,
  decided_on TEXT,
  ends_on TEXT,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;

CREATE TABLE hand_over (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  recipient TEXT,
  handed_at TEXT,
  handed_at_zone TEXT,
  handed_at_precision TEXT,
  channel TEXT,
  profile TEXT,
  scope TEXT,
  export_language TEXT,
  file_name TEXT,
  sha256 TEXT,
  journal_sequence INTEGER,
  journal_head TEXT,
  exchange TEXT REFERENCES authority_exchange(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT,
  validated_at INTEGER,
  owner TEXT,
  notes TEXT
) STRICT;
