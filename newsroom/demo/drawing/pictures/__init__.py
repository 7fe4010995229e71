"""One drawing to a file; each offers draw() -> Plate."""
