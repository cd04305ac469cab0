# SPDX-License-Identifier: GPL-3.0-or-later
"""Random numbers that are the same in every version of Python.

The library's generator may change how it turns bits into choices; this one is whole-number
arithmetic alone (splitmix64, seeded by the SHA-256 of a name). Every part of the data draws from a
stream of its own name, so that a change in one part leaves the others as they were.
"""

import hashlib

MASK = (1 << 64) - 1


class Random:
    def __init__(self, name):
        digest = hashlib.sha256(("groeiplan starter " + name).encode()).digest()
        self.state = int.from_bytes(digest[:8], "big")

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        """A whole number from 0 to n - 1."""
        return (self.bits() * n) >> 64

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def percent(self, chance):
        """True in chance out of a hundred cases."""
        return self.below(100) < chance

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, items, weights):
        """One item, with chances in proportion to whole-number weights."""
        at = self.below(sum(weights))
        for item, weight in zip(items, weights):
            at -= weight
            if at < 0:
                return item
        raise AssertionError("weights do not add up")

    def sample(self, items, weights, count):
        """count different items, drawn one after another by weight."""
        items, weights, out = list(items), list(weights), []
        for _ in range(count):
            at = self.weighted(range(len(items)), weights)
            out.append(items.pop(at))
            weights.pop(at)
        return out

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items
