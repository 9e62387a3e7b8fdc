"""The pages as they are served, without a browser."""

import json
import re
from pathlib import Path

import aiohttp
import pytest

from game.classroom import hub
from game.classroom.pages import FILES, folder
from game.classroom.pictures import PICTURES
from game.screens.questions.predict import ENDS
from game.screens.themes import CONTRAST, DAY, NIGHT
from tests.classroom.rooms import QUESTION, asking, calling, open_room

KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
PAGES = {name: (folder() / name).read_text("utf-8") for name in FILES.values()}


async def test_every_page_is_served_as_what_it_is(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room, aiohttp.ClientSession(room.address.base) as session:
        for path, name in FILES.items():
            async with session.get(path) as answer:
                assert (answer.status, answer.content_type) == (200, KINDS[Path(name).suffix])
                assert answer.headers["Content-Security-Policy"].startswith(
                    "default-src 'none'; script-src 'self';"
                )
                assert await answer.text() == PAGES[name]


async def test_the_pictures_at_the_door_come_from_where_the_door_has_them(tmp_path):
    async with (
        open_room(tmp_path, asking(QUESTION)) as room,
        aiohttp.ClientSession(room.address.base) as session,
        session.get("/pictures.js") as answer,
    ):
        script = await answer.text()
    assert answer.content_type == "text/javascript"
    assert all(f'"{name}":["{rows[0]}"' in script for name, rows in PICTURES.items())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_nothing_from_elsewhere_and_nothing_inline(name):
    text = PAGES[name].replace("http://www.w3.org/2000/svg", "")
    assert not re.search(
        r"https?:|//[a-z0-9]+\.[a-z]|\bstyle=|<style|<script(?! type=\"module\" src=)|\son[a-z]+=\"", text
    )


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".js")])
def test_what_is_said_is_never_read_as_markup_or_code(name):
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", PAGES[name]
    )


def test_every_script_and_style_that_a_page_asks_for_is_served():
    asked = {path for text in PAGES.values() for path in re.findall(r'(?:src|href|from)[= ]"\.?(/[^"]+)"', text)}
    assert asked <= {*FILES, "/pictures.js"}
    assert {path for path in FILES if "." in path} <= asked


def test_how_sure_one_is_runs_between_the_same_words_as_in_the_game():
    assert f"const SURE = {json.dumps(ENDS)};" in PAGES["forms.js"]


def test_the_pages_wear_the_colours_of_the_game():
    night, day, contrast, *_ = PAGES["shared.css"].split("@media")
    for theme, part in ((NIGHT, night), (DAY, day), (CONTRAST, contrast)):
        worn = dict(re.findall(r"--([a-z-]+): (#\w+)", part))
        colours = {**theme.variables, "background": theme.background}
        assert worn == {name: colours[name] for name in worn}
        assert {"ink", "title", "lit", "background"} <= {*worn}


async def test_a_phone_hears_the_board_again_and_the_time_of_the_class(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "AGAIN", 0.01)
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone:
        await phone.enters(room)
        first, second = await phone.hears("board"), await phone.hears("board")
        assert first["board"] == second["board"]
        assert first["at"] < second["at"]
