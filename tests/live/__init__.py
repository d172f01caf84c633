"""A real site and the students who use it: what survives a kill, and what an answer costs, is measured here."""
