"""Kinds that count: icons, dots, a bar or a ring of a whole."""
