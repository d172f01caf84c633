"""Questions of the usual kinds that join several facts; each file writes one form, grading is the kind's own."""
