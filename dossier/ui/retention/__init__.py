"""The page of the retention schedule: its lines, its table, the chosen line with its references and its purges."""
