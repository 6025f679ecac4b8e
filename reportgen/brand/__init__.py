"""The brand stage: a brand file and its font files in; inks, roles, type styles and measures out."""

from reportgen.brand.model import Brand, BrandLengths, Format, Roles, Spaces, Styles

__all__ = ["Brand", "BrandLengths", "Format", "Roles", "Spaces", "Styles"]
