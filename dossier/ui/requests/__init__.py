"""The page of requests of data subjects: their period, its steps, the list by due day."""
