"""What the sources say, as data files, and the strict loader that reads them."""
