"""Formulas: what `= sum(districts.pop_2018) - before` comes to."""
