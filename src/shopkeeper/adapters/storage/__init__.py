"""SQLite and Postgres behind one set of repositories."""
