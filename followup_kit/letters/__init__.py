"""The letter checker: one parsed draft, small checks over it, one report."""
