"""Kùzu, asked in Cypher."""
import kuzu
import kuzu_family

kuzu_family.engine = kuzu
load = kuzu_family.load
open_graph = kuzu_family.open_graph
neighbors = kuzu_family.neighbors
path = kuzu_family.path
