"""The demo edition of the paper: its copy, its pictures, and the seeding that prints it."""
