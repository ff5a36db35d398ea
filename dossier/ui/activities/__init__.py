"""The record of an activity: what leads from it to the pages that guide through its tests."""
