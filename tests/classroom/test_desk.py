import stat

from game.classroom import desk
from game.classroom.desk import Desk


def test_it_comes_back_as_it_was_left(tmp_path):
    left = Desk.new("brass-kettle", 4711)
    desk.write(left, tmp_path)
    assert desk.read(tmp_path) == left


def test_its_owner_alone_can_read_it(tmp_path):
    desk.write(Desk.new("brass-kettle", 4711), tmp_path)
    assert stat.S_IMODE((tmp_path / desk.NAME).stat().st_mode) == 0o600


def test_no_two_classes_have_a_secret_in_common():
    one, other = Desk.new("a", 1), Desk.new("a", 1)
    assert {one.key, one.secret}.isdisjoint({other.key, other.secret})


def test_without_a_class_there_is_none(tmp_path):
    assert desk.read(tmp_path) is None


def test_what_makes_no_sense_is_no_class(tmp_path):
    (tmp_path / desk.NAME).write_text("{")
    assert desk.read(tmp_path) is None


def test_it_is_gone_when_the_class_is_over(tmp_path):
    desk.write(Desk.new("brass-kettle", 4711), tmp_path)
    desk.clear(tmp_path)
    assert not [*tmp_path.iterdir()]
