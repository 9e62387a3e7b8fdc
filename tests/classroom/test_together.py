"""What many ask of a Redis at once goes there and back together, and everybody has their own answer."""

import asyncio

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as Gone
from redis.exceptions import ResponseError

from game.classroom.together import MOST, Script, Together
from tests.classroom import redis_server

TWICE = Script("return tonumber(redis.call('GET', KEYS[1])) * tonumber(ARGV[1])")


@pytest.fixture(scope="module")
def server():
    with redis_server.server() as server:
        yield server


@pytest.fixture
async def redis(server):
    redis = Redis(unix_socket_path=server.url.removeprefix("unix://"), retry=Retry(NoBackoff(), 1))
    yield redis
    await redis.aclose()


class Counting(Together):
    """Counts the packets."""

    packets = 0

    async def _brought(self, packet):
        self.packets += 1
        return await super()._brought(packet)


async def test_hundreds_at_once_need_a_few_packets_and_each_has_their_own_answer(redis):
    together = Counting(redis)
    await asyncio.gather(*(together.ask("SET", f"seat {at}", at) for at in range(MOST + 1)))
    answers = await asyncio.gather(*(together.ask("GET", f"seat {at}") for at in range(MOST + 1)))
    assert answers == [str(at).encode() for at in range(MOST + 1)]
    assert together.packets == 4


async def test_whoever_asks_while_an_answer_is_under_way_comes_along_next(redis):
    together = Counting(redis)
    first = asyncio.create_task(together.ask("PING"))
    await asyncio.sleep(0)
    await asyncio.gather(first, *(together.ask("PING") for _ in range(9)))
    assert together.packets <= 2


async def test_a_script_that_redis_has_forgotten_is_sent_in_full(redis):
    together = Together(redis)
    await together.ask("SET", "seats", 3)
    for _ in range(2):
        await redis.script_flush()
        assert await together.run(TWICE, ["seats"], [2]) == 6
    assert await together.run(TWICE, ["seats"], [3]) == 9


async def test_one_that_asks_for_nonsense_or_goes_away_is_nothing_to_the_others(redis):
    together = Together(redis)
    going = asyncio.create_task(together.ask("PING"))
    await asyncio.sleep(0)
    going.cancel()
    wrong, right = await asyncio.gather(
        together.ask("NONSENSE"), together.ask("ECHO", "here"), return_exceptions=True
    )
    assert isinstance(wrong, ResponseError)
    assert right == b"here"


async def test_when_redis_is_gone_everybody_hears_of_it_and_it_may_come_back(redis, server):
    together = Together(redis)
    server.stop()
    answers = await asyncio.gather(*(together.ask("PING") for _ in range(3)), return_exceptions=True)
    assert [isinstance(answer, Gone | OSError) for answer in answers] == [True] * 3
    server.start()
    assert await together.ask("ECHO", "here") == b"here"
