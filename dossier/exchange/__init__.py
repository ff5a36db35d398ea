"""Other formats: files to proposals, records to files."""
