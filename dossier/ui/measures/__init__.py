"""The page of the security measures: the map of the 25 sheets, their measures, the plan of what remains."""
