"""The parts of the page of one breach: its head, the CNIL's form, severity, decision, timeline, notifications."""
