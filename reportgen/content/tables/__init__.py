"""Tables: the bytes of a CSV file in; rows picked by rule, tables joined, and series of points, out."""
