"""The page of impact assessments: the screening of activities, the risks on their matrix, the consultation."""
