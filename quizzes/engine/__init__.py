"""Text in, question bank out, answers graded: pure Python, no Django, deterministic for a seed."""
