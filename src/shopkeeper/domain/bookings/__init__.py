"""Appointments: who does what when, which windows are free, and the holds and bookings on them."""
