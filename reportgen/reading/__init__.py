"""Reading YAML: text in; a tree of values as they are written, each with its place, out."""
