"""How often one user may call: 60 times a minute."""

import collections
import time

PER_MINUTE = 60
calls = collections.defaultdict(collections.deque)


def allowed(user_id):
    now = time.time()
    mine = calls[user_id]
    while mine and mine[0] < now - 60:
        mine.popleft()
    mine.append(now)
    return len(mine) <= PER_MINUTE
