"""The words that the program adds to a page, a module a topic: one row a wording, one column a language, complete."""
