"""Fifty labels that a page cannot set as they are meant, or that look harmless and are not."""

REFUSED = (
    "الفنادق والمطاعم",  # from right to left
    "שלום עולם",
    "ܫܠܡܐ",
    "ދިވެހި",
    "ߒߞߏ",
    "Leeds שלום",
    "٣٤٥",
    "۱۲۳ days",
    "\u202eabc",
    "Lu\u202dton",
    "Lu\u2067ton\u2069",
    "Luton\u200f",
    "東京",  # scripts that the typefaces of the brand lack
    "ﾊﾝｶｸ",
    "서울",
    "हिन्दी",
    "ไทย",
    "தமிழ்",
    "Ⴀmerican",
    "ᏣᎳᎩ",
    "བོད",
    "ⵜⴰⵎⴰ",
    "😀",  # emoji, alone and joined
    "Care 👩‍👩‍👧",
    "👍🏽",
    "🇬🇧",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "a\ufe0e",
    "q\u0308\u0301\u0302\u0303\u0304",  # marks in heaps, alone, or that the typeface cannot place
    "\u0301a",
    "a \u0301b",
    "a\u20dd",
    "b\u1ab0",
    "Z\u0337\u0322\u0321\u0328\u0327a",
    "\ue000",  # private use, unassigned, no characters
    "Care \uf8ff",
    "\U000f0001",
    "\U00100000",
    "\u0378",
    "\U000e0041",
    "a\ufffd",
    "a\ufff9b",
    "a\ufffc",
    "a\u061cb",  # invisible ones that steer what the program does not do
    "a\u2066b",
    "a\u2061b",
    "a\u180eb",
    "a\u034fb",
    "a\u200eb",
    "a\u115fb",
)
"""What is refused at its place, in every text of a report, in the brands of this house."""

SET = (
    "Kra\u0301kow",  # composed where Unicode has a letter for it
    "Łódź",
    "Ynys Môn",
    "Ελλάδα",
    "Киев",
    "Tiếng Việt",
    "a\u00adb",
    "a\u200bb",
    "a\u2060b",
    "10\u00a0000",
    "10\u202f000",
    "a\u2009b",
    "½ 42%",
    "£ € ¥",
    "« mot »",
    "–—−",
)
"""What is set, and stands on the page as it is meant."""
