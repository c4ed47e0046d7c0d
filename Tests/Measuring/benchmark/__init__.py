"""The parts of the benchmark: see ../benchmark.py, which runs them in order."""
