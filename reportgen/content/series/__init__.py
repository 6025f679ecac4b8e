"""Series of data: read from the report or from a table, and from then on one thing, whose numbers are written alike."""
