"""The text stage sets strings in a type style and a width, as shaped and broken lines with their sizes."""
