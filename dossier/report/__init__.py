"""PDF: what a document says, how it is drawn, and the file and its tags."""
