"""Rewrites the texts of the documents: `python -m tests.report.snapshots`."""

from . import DOCUMENTS, path_of, text_of

for name in DOCUMENTS:
    path_of(name).write_text(text_of(name), encoding="utf-8")
