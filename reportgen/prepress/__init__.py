"""What a print edition needs before it goes to the printer: the preflight, and the job ticket that goes with it."""
