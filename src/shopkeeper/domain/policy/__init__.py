"""What is allowed: rules, verdicts, and the permit without which no command runs."""
