"""The proof: a script held against its budgets, and what it comes to. The reader has found it sound before."""
