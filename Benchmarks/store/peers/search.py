"""Shortest paths for stores that find none themselves."""


def path_length(start, goal, neighbors):
    """Breadth-first from both ends, a level at a time; `neighbors` yields those of one entity, either way."""
    if start == goal:
        return 0
    near, far = {start}, {goal}
    frontier, other = [start], [goal]
    length = 0
    while frontier and other:
        if len(frontier) > len(other):
            frontier, other, near, far = other, frontier, far, near
        length += 1
        following = []
        for entity in frontier:
            for neighbor in neighbors(entity):
                if neighbor in far:
                    return length
                if neighbor not in near:
                    near.add(neighbor)
                    following.append(neighbor)
        frontier = following
    return -1
