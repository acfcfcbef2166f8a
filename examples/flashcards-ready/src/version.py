"""The commit that this archive was made from. The package job writes it beside the code."""

import pathlib


def commit():
    file = pathlib.Path(__file__).parent / "version.txt"
    return file.read_text().strip() if file.exists() else "unpackaged"
