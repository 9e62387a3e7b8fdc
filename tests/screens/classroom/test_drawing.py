"""What is drawn for the back row, line by line."""

from game.classroom.desk import CODE_LETTERS
from game.classroom.forms import Bar, Share
from game.classroom.forms.share import Place
from game.screens.classroom.drawing import Column, asked, bars, minutes
from game.screens.glyphs import UNICODE
from game.screens.lettering import large

LONG = "Leave the wall open and go home."


def drawn(*columns, width=60):
    return [line.plain.rstrip() for line in bars(columns, width, UNICODE)]


def test_fewer_than_five_votes_are_said_to_be_few():
    assert drawn(Column("this class", 3, ())) == ["this class: 3 votes, too few to break down."]


def test_a_bar_is_as_long_as_its_share_whatever_the_size_of_the_class():
    small = Column("small", 5, (Bar("yes", 4), Bar("no", 1)))
    large = Column("large", 500, (Bar("yes", 400), Bar("no", 100)))
    *_, yes, no = drawn(small, large)
    for line in (yes, no):
        middle = len(line) // 2
        assert line[:middle].count("█") == line[middle:].count("█") > 0


def test_long_options_stand_above_their_bars():
    lines = drawn(Column("votes", 5, (Bar(LONG, 5), Bar("Go.", 0))))
    assert lines[2] == LONG
    assert lines[3].endswith("5")


def test_every_column_fits_the_narrowest_screen():
    columns = [Column(title, 9, (Bar(LONG, 9),)) for title in ("first vote", "second vote", "earlier")]
    lines = drawn(*columns, width=54)
    assert max(map(len, lines)) <= 54
    assert all(column.title in lines[0] for column in columns)


def test_what_is_shared_out_is_counted_in_good_english():
    cake = Share(text="Who?", total=3, unit="piece", places=(Place("bed", "Your bed", 3),))
    assert [line.plain for line in asked(cake, 60, airy=False)] == ["3 pieces to share out:", "·  Your bed"]


def test_a_countdown_never_runs_below_nothing():
    assert [minutes(seconds) for seconds in (61, 60.2, 0.4, -3)] == ["1:01", "1:01", "0:01", "0:00"]


def test_every_letter_of_a_code_can_be_large():
    assert all(large(letter, UNICODE) for letter in CODE_LETTERS)
