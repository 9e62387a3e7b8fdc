"""One question of every form, and how a pupil fills it in: with a mouse or a thumb, or with keys."""

from game.classroom.notes import Notes
from game.story.questions import Predict
from game.story.questions.predict import Possible
from tests import stories
from tests.classroom.browsers import expect

TIRED = stories.choose(
    "tea", stories.option("green"), stories.option("black"), stories.option("milk", needs="rest > 9")
)
AMONG = Predict(
    id="who", text="Who was it?", answers=(Possible(id="me", text="I"), Possible(id="you", text="You")), right="me"
)
EVERY_FORM = (
    TIRED,
    stories.number("hour"),
    AMONG,
    stories.spend("hours"),
    stories.arrange("order"),
    stories.tell("worth", "worth"),
    stories.find("light"),
    stories.fix("annex"),
)


def twice(_) -> Notes:
    return Notes(teaches="Tea.", note="Pour.", slips=("Milk first.",), prompt="Which tea, and why?", seconds=90)


async def _pick(page):
    await expect(page.get_by_label("Do milk You are too tired.")).to_be_disabled()
    await page.get_by_label("Do black").check()


async def _number(page):
    await page.get_by_label("Your guess", exact=True).fill("7")
    await page.get_by_role("button", name="One more").click()
    await page.get_by_label("4", exact=True).check()


async def _among(page):
    await page.get_by_label("You", exact=True).check()
    await page.get_by_label("5, certain").check()


async def _share(page):
    for _ in range(3):
        await page.get_by_role("button", name="More for The sofa").click()
    await page.get_by_role("button", name="Less for The sofa").click()
    for _ in range(2):
        await page.get_by_role("button", name="More for Home").click()
    await expect(page.get_by_role("button", name="More for The desk")).to_be_disabled()


async def _order(page):
    first = page.get_by_role("listitem").first
    await first.get_by_role("button", name="Move down").click()


async def _scale(page):
    await page.get_by_label("5, yes").check()


async def _open_the_fuse(page):
    await page.get_by_label("The fuse").check()


async def _first(page):
    await page.get_by_role("radio").first.check()


FILLED_IN = (
    (_pick, "black"),
    (_number, {"guess": 8, "sure": 4}),
    (_among, {"guess": "you", "sure": 5}),
    (_share, {"sofa": 2, "home": 2}),
    (_order, ["branch", "merge", "review"]),
    (_scale, 5),
    (_open_the_fuse, "fuse"),
    (_first, "survey 1"),
)
KEYS = {"Enter", "Space", "ArrowDown", "ArrowRight", "7"}
BY_KEYS = (
    (("Do green", "Space", "ArrowDown", "Enter"), "black"),
    (
        ("Your guess", "7", "1, a coin toss", "Space", "ArrowRight", "Send", "Enter"),
        {"guess": 7, "sure": 2},
    ),
    (
        ("More for The sofa", "Space", "Enter", "More for Home", "Space", "Enter", "Send", "Enter"),
        {"sofa": 2, "home": 2},
    ),
    (("Move down: Merge", "Enter", "Enter", "Send", "Enter"), ["branch", "review", "merge"]),
)
