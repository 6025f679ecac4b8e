"""The order in which names that need each other can be worked out, and the circles that they form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set


def deepest_first(
    names: Iterable[str], needs: Callable[[str], Set[str]], is_open: Callable[[str], bool]
) -> Iterator[tuple[str, ...]]:
    """The names and all that they need. One name alone can be worked out now; several, or a name twice, are a circle.

    Only names that are still `is_open` are followed. There is no recursion, so a chain may be of any length.
    """
    trail: dict[str, None] = {}
    waiting = [("", sorted(names))]
    while waiting:
        name, left = waiting[-1]
        if left:
            need = left.pop(0)
            if need in trail:
                chain = list(trail)
                yield (*chain[chain.index(need) :], need)
            elif is_open(need):
                trail[need] = None
                waiting.append((need, sorted(needs(need))))
            continue
        waiting.pop()
        if name:
            trail.popitem()
            yield (name,)
