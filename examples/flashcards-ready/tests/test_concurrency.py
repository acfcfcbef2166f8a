"""What was acknowledged is stored, whoever else writes at the same time and whatever happens to the container."""

import concurrent.futures

import pytest


def write(container, name):
    """Writes until it is told that the deck is there."""
    for _ in range(200):
        try:
            with container.store.changing("ada") as db:
                container.decks.add_deck(db, name)
            return name
        except container.store.Conflict:
            continue
    raise AssertionError("never free")


def stored(another):
    return sorted(deck["name"] for deck in another().call("GET /api/decks")[1]["items"])


def test_six_containers_at_once_lose_nothing(another):
    containers = [another() for _ in range(6)]

    def work(numbered):
        number, container = numbered
        return [write(container, f"{number}/{n}") for n in range(4)]

    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        acknowledged = [name for names in pool.map(work, enumerate(containers)) for name in names]
    assert len(acknowledged) == 24
    assert stored(another) == sorted(acknowledged)


def test_a_container_that_read_before_another_wrote_is_refused(another):
    slow, fast = another(), another()
    slow.store.read("ada")
    write(fast, "of the fast one")
    slow.store.opened["ada"][0].execute("INSERT INTO decks (id, name) VALUES ('1', 'of the slow one')")
    with pytest.raises(slow.store.Conflict):
        slow.store.write("ada")
    assert stored(another) == ["of the fast one"]


def test_what_was_answered_outlives_its_container(another):
    doomed = another()
    assert doomed.call("POST /api/decks", body={"name": "Capitals"})[0] == 200
    del doomed
    assert stored(another) == ["Capitals"]


def test_a_change_that_failed_leaves_nothing(another):
    container = another()
    with pytest.raises(ZeroDivisionError):
        with container.store.changing("ada") as db:
            container.decks.add_deck(db, "half")
            raise ZeroDivisionError
    assert stored(another) == []


def test_a_lease_moves_to_the_container_that_asks(another):
    first, second = another(), another()
    assert first.call("GET /api/decks")[0] == 200
    assert first.store.sessions.still_mine("ada") is True
    assert second.store.sessions.still_mine("ada") is False
    assert first.store.sessions.still_mine("ada") is False


def test_a_lease_ends(another, monkeypatch):
    container = another()
    container.store.sessions.still_mine("ada")
    monkeypatch.setattr(container.store.sessions, "LEASE_SECONDS", -1)
    container.store.sessions.still_mine("ada")
    assert container.store.sessions.still_mine("ada") is False


def test_a_lock_that_is_held_refuses_others(another, monkeypatch):
    holder, other = another(), another()
    monkeypatch.setattr(other.store.locks, "ATTEMPTS", 1)
    with holder.store.changing("ada"):
        assert other.call("POST /api/decks", body={"name": "Capitals"})[0] == 409
