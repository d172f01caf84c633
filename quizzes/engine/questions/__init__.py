"""One file per kind of question: `write` and `grade` live together."""
