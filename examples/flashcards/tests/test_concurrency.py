import threading

import pytest

import decks
import store


@pytest.mark.skip(reason="needs a bucket")
def test_no_lost_update():
    def write(number):
        decks.add_deck(store.open_for("user"), str(number))
        store.changed("user")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(decks.all_decks(store.open_for("user"))) == 50
