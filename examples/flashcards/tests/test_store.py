from unittest import mock

import store


def test_twentieth_change_is_uploaded():
    with mock.patch.object(store, "upload") as upload:
        store.upload("user")
        upload.assert_called_once_with("user")
