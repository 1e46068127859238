"""The tests; a package, so that its helpers are found before any other that is called so."""
