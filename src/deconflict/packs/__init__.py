"""What is known about conflicts - actors, places, zones, sources - as data in folders beside this file."""
