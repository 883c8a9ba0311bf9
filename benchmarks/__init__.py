"""What is measured, and the floors that must hold. `python -m benchmarks` runs all of it."""
