"""One file per kind of fact; each turns clauses into typed facts with evidence."""
