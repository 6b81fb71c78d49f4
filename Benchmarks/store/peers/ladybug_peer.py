"""Ladybug, which went on from Kùzu."""
import kuzu_family
import real_ladybug

kuzu_family.engine = real_ladybug
load = kuzu_family.load
open_graph = kuzu_family.open_graph
neighbors = kuzu_family.neighbors
path = kuzu_family.path
