"""The text stage: strings, a type style and a width in; shaped and broken lines with their sizes out."""
