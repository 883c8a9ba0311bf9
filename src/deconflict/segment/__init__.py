"""Step 2: blocks and sentences of a report."""
