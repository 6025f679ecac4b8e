"""The figures stage draws numbers in a brand, and gives each figure its size, its words and its data table."""
