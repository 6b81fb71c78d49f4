"""Reads documents with `kg` on a Spark cluster, and folds and asks what they say there."""
