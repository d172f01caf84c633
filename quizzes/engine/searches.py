"""Proofs to be found, given out best first: few of each size, about what nothing else asks, in other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace

from .chosen import Chosen
from .facts.base import Level
from .questions import find_evidence
from .questions.base import Question

# A proof of a detail waits behind one of a reason that is shown among so many more sentences already read.
_RECALL_LATER = 0.4
type _Place = tuple[bool, float, float, float, str, int]


class Searches:
    """Proofs that wait to be taken, those that copy more of their sentence than allowed left aside.

    What speaks against one only grows with the questions taken. The first of a queue is therefore looked at again
    before it is given out, and goes back where it has fallen behind; the others need not be.
    """

    def __init__(self, questions: Sequence[Question], chosen: Chosen, most_copied: float) -> None:
        """Queue the questions by the number of sentences to be found."""
        self.chosen = chosen
        self.shown: Counter[str] = Counter()
        self.sizes: Counter[int] = Counter()
        self.waiting = [(q, copied) for q in questions if (copied := find_evidence.copied(q)) < most_copied]
        self.queues: dict[int, list[_Place]] = defaultdict(list)
        for number, (question, _) in enumerate(self.waiting):
            self.queues[len(question.key)].append(self._place(number))
        for queue in self.queues.values():
            heapify(queue)

    def pop(self) -> Question | None:
        """Return the best of those that wait, which waits no longer; None when none does."""
        firsts = ((size * self.sizes[size], self._first(queue), size) for size, queue in self.queues.items() if queue)
        best = min(firsts, default=None)
        return self.waiting[heappop(self.queues[best[2]])[-1]][0] if best else None

    def take(self, question: Question) -> None:
        """Take a question that `pop` gave out."""
        self.shown.update(question.choices)
        self.sizes[len(question.key)] += 1
        self.chosen.take(question)

    def _first(self, queue: list[_Place]) -> _Place:
        while (place := self._place(queue[0][-1])) != queue[0]:
            heapreplace(queue, place)
        return queue[0]

    def _place(self, number: int) -> _Place:
        """Return where a question stands in its queue: the least first."""
        question, copied = self.waiting[number]
        asked = self.chosen.world.by_id[question.facts[0]].paragraph in self.chosen.covered
        again = sum(self.shown[text] for text in question.choices) / len(question.choices)
        if question.level is Level.RECALL:
            again += _RECALL_LATER
        return asked, again, round(copied, 1), -question.score, question.id, number
