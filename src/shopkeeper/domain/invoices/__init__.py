"""Invoices and credit notes: what was sold and what went back, numbered without gaps."""
