"""Where state is kept: the same repositories over SQLite and Postgres."""
