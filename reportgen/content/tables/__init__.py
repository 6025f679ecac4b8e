"""Tables: CSV files, the rows that rules pick, what is joined to them and computed from them."""
