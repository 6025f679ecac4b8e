"""The rules, one module for each family; each ends in a tuple `RULES`, which the registry puts together."""
