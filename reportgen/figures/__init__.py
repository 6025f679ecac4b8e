"""The figures stage: numbers and the brand in; a figure's size, its words, its table of values and its artists out."""
