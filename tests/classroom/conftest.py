"""A browser for the tests of the pages, started by the first that wants one."""

import pytest_asyncio


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser():
    from tests.classroom.browsers import chromium

    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(browser):
    """Makes visitors, each with a browser of their own."""
    from tests.classroom.browsers import PHONE, Visitor

    contexts = []

    async def visit(room, size=PHONE, script=""):
        context = await browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme="dark")
        contexts.append(context)
        if script:
            await context.add_init_script(script)
        return Visitor(await context.new_page(), room)

    yield visit
    for context in contexts:
        await context.close()
