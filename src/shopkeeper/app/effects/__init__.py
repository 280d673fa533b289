"""What happens outside: one runner per outbox effect, each `plan -> call the vendor -> record`."""
