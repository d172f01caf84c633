import json

import pytest

from . import merge
from .articles import names
from .test_verdicts import AGAINST, ROW
from .verdicts import InvalidVerdict, load, parse

FIRST = ROW | {"article": names()[0]}


def written(path, *rows):
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "verdicts"
    made.mkdir()
    return made


def test_a_filled_sheet_becomes_verdicts_in_its_readers_file(tmp_path, folder):
    sheet = written(tmp_path / "sheet.jsonl", FIRST | {"evidence": ["Oslo it is."]}, FIRST | AGAINST | {"reader": "B"})

    merge.main([sheet], folder)

    assert sorted(path.name for path in folder.iterdir()) == ["A.jsonl", "B.jsonl"]
    assert len(load(names(), folder)) == 2


def test_merging_twice_changes_nothing(tmp_path, folder):
    sheet = written(tmp_path / "sheet.jsonl", FIRST)

    merge.main([sheet], folder)
    before = (folder / "A.jsonl").read_bytes()
    merge.main([sheet], folder)

    assert (folder / "A.jsonl").read_bytes() == before


def test_nothing_is_written_when_one_row_is_not_filled_in(tmp_path, folder, capsys):
    sheet = written(tmp_path / "sheet.jsonl", FIRST, FIRST | {"verdict": None, "stem": "Another one?"})

    with pytest.raises(SystemExit):
        merge.main([sheet], folder)

    assert "sheet.jsonl, line 2: the verdict must be 0 or 1" in capsys.readouterr().err
    assert not list(folder.iterdir())


def test_a_reader_cannot_say_otherwise_by_mistake():
    verdicts = [parse(row, names()) for row in (FIRST, FIRST | AGAINST)]

    with pytest.raises(InvalidVerdict, match="said otherwise"):
        merge.merged(verdicts[:1], verdicts[1:])
