"""Formulas: `= sum(districts.pop_2018) - before` and what its names stand for in; a number with its rule out."""
