"""The brand stage: a brand file and its font files in; inks, roles, type styles and measures out."""

from reportgen.brand.model import Brand, Format, Measures, Roles, Spaces, Styles

__all__ = ["Brand", "Format", "Measures", "Roles", "Spaces", "Styles"]
