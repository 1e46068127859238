"""The frozen records in which all other modules meet."""
