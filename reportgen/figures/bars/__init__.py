"""Kinds that measure in lengths from zero: bars, columns, parts of a whole, what makes up a change."""
