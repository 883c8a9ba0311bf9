"""How the reader is trained: annotations, corpora, models, export. Nothing here is needed to run deconflict."""
