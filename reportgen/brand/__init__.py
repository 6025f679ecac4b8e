"""The brand stage reads brand files with their fonts: inks, roles, type styles and lengths."""

from reportgen.brand.model import Brand, BrandLengths, Format, Roles, Spaces, Styles

__all__ = ["Brand", "BrandLengths", "Format", "Roles", "Spaces", "Styles"]
