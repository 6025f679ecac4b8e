"""The figures stage: a figure's numbers and the brand in; its size, its words, its table of values and its artists out."""
