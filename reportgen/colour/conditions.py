"""Registered printing conditions (ISO 15930-7, 6.4.2.1; www.color.org), and which one a profile was made for."""

from __future__ import annotations

import re

_NAMES = (
    (re.compile(r"\bFOGRA ?(\d\d)(?!\d)", re.IGNORECASE), "FOGRA{}"),
    (re.compile(r"\bCGATS ?TR ?(00\d)\b", re.IGNORECASE), "CGATS TR {}"),
    (re.compile(r"\bCGATS ?21-2-CRPC(\d)\b", re.IGNORECASE), "CGATS21-2-CRPC{}"),
    (re.compile(r"\bCRPC(\d)\b", re.IGNORECASE), "CGATS21-2-CRPC{}"),
    (re.compile(r"\bJC200103\b", re.IGNORECASE), "JC200103"),
    (re.compile(r"\bIFRA ?(26|22)\b", re.IGNORECASE), "IFRA{}"),
)
"""How the names of data sets are written, and the one way in which they are compared."""

_PROFILES = (
    (r"ISO ?coated ?v2", "FOGRA39"),
    (r"ISO ?uncoated ?yellowish", "FOGRA30"),
    (r"PSO ?uncoated ?ISO ?12647", "FOGRA47"),
    (r"PSO ?LWC ?improved", "FOGRA45"),
    (r"PSO ?LWC ?standard", "FOGRA46"),
    (r"PSO ?MFC", "FOGRA41"),
    (r"PSO ?SNP", "FOGRA42"),
    (r"SC ?paper ?\(ECI\)", "FOGRA40"),
    (r"PSO ?coated ?v3", "FOGRA51"),
    (r"PSO ?uncoated ?v3", "FOGRA52"),
    (r"PSO ?SC-B ?paper ?v3", "FOGRA54"),
    (r"eciCMYK", "FOGRA53"),
    (r"(?:ISO|WAN-IFRA) ?newspaper ?26", "IFRA26"),
    (r"GRACoL ?2006[ _]?coated ?1", "CGATS TR 006"),
    (r"GRACoL ?2013", "CGATS21-2-CRPC6"),
    (r"SWOP ?2006[ _]?coated ?3", "CGATS TR 003"),
    (r"SWOP ?2006[ _]?coated ?5", "CGATS TR 005"),
    (r"SWOP ?2013", "CGATS21-2-CRPC5"),
    (r"web coated \(SWOP\)|CMYK SWOP", "CGATS TR 001"),
    (r"Japan color 2001 coated", "JC200103"),
)
"""What profiles that many presses use are called, and their data sets."""


def registered(text: str) -> str:
    """The registered condition that a text names, in one spelling; nothing if it names none, or several."""
    named = {form.format(*found.groups()) for pattern, form in _NAMES for found in pattern.finditer(text)}
    called = {name for pattern, name in _PROFILES if re.search(pattern, text.replace("_", " "), re.IGNORECASE)}
    found = named or called
    return found.pop() if len(found) == 1 else ""


def disagreement(condition: str, made_for: str) -> str:
    """Why a profile cannot stand for a condition, as a clause; nothing where it can, or where either is not registered.

    `made_for` is the condition that the profile says it was made for, or nothing.
    """
    stated = registered(condition)
    if not stated or not made_for or stated == made_for:
        return ""
    return f"it was made for {made_for}, and the condition is {condition}"
