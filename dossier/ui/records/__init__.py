"""Records in the window: the table of a kind, the form of a record, an editor for each type of value."""
