"""The plain tokens say what the language model's own say."""

import pytest

from quizzes.engine import language
from quizzes.engine.tokens import Doc

TEXT = (
    "The railway, which George Hargreave and his brothers had built for the mines (and the quay), wasn't extended to "
    'the north until 1902. "It was closed," he said, "because the mines, the quay and the ferry were abandoned."'
)
PLAIN = (
    *("i", "idx", "text", "lower_", "whitespace_", "text_with_ws", "lemma_", "tag_", "pos_", "dep_", "ent_type_"),
    *("ent_iob_", "is_alpha", "is_lower", "is_punct", "is_space", "is_stop", "is_sent_start"),
)
ONE = ("head", "left_edge", "right_edge")
SEVERAL = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


@pytest.fixture(scope="module")
def parse():
    return language._pipeline("")(TEXT)


@pytest.fixture(scope="module")
def doc(parse):
    return Doc(parse)


def told(tokens):
    return None if tokens is None else (tokens.start, tokens.end, tokens.start_char, tokens.end_char, tokens.text)


@pytest.mark.parametrize("name", PLAIN)
def test_a_token_has_the_attribute(parse, doc, name):
    assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in parse]


@pytest.mark.parametrize("name", ONE)
def test_a_token_points_to_another(parse, doc, name):
    assert [getattr(token, name).i for token in doc] == [getattr(token, name).i for token in parse]


@pytest.mark.parametrize("name", SEVERAL)
def test_a_token_points_to_several(parse, doc, name):
    expected = [[other.i for other in getattr(token, name)] for token in parse]

    assert [[other.i for other in getattr(token, name)] for token in doc] == expected


def test_sentences_are_the_same(parse, doc):
    assert [told(sentence) for sentence in doc.sents] == [told(sentence) for sentence in parse.sents]
    assert [token.sent.start for token in doc] == [token.sent.start for token in parse]


def test_any_slice_has_the_same_root_and_text(parse, doc):
    slices = [(start, end) for start in range(len(doc)) for end in range(start + 1, len(doc) + 1)]

    assert all(doc[a:b].root.i == parse[a:b].root.i and told(doc[a:b]) == told(parse[a:b]) for a, b in slices)


def test_slices_of_slices_and_places_count_from_the_first(parse, doc):
    mine, theirs = doc[5:15], parse[5:15]

    assert (mine[0].i, mine[-1].i, told(mine[2:4])) == (theirs[0].i, theirs[-1].i, told(theirs[2:4]))
    assert doc[7] in mine
    assert doc[15] not in mine


def test_characters_are_found_where_they_are_whole_tokens(parse, doc):
    spans = [(start, end) for start in range(60) for end in range(start + 1, 60)]

    assert all(told(doc.char_span(*span)) == told(parse.char_span(*span)) for span in spans)


def test_a_neighbour_beyond_the_ends_is_refused(doc):
    assert doc[3].nbor(-1) is doc[2]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(doc) - 1].nbor()
