"""A store in Redis: several server processes serve one room. Everything in it goes by itself after a few hours.

Whatever must not come apart (is this round open, is a seat left) is one script, which Redis runs whole.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import msgspec
from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

from game.classroom.board import Board
from game.classroom.store import Counted, Sat, Seat, StoreGone

HOURS: Final = 6
"""After so many hours without a new board everything is gone, even if nobody has closed the class."""
CONNECTIONS: Final = 16
"""To Redis, from one process. A burst of votes waits its turn."""
WAITING: Final = 20
"""Seconds that it waits before the store is said to be gone."""

_SIT: Final = """
if redis.call('SISMEMBER', KEYS[3], ARGV[1]) == 1 then return 'removed' end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 'seated' end
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 'full' end
if redis.call('SADD', KEYS[2], ARGV[2]) == 0 then return 'named' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('RPUSH', KEYS[4], ARGV[1])
for at = 1, 4 do redis.call('EXPIRE', KEYS[at], ARGV[4]) end
return 'seated'
"""
_VOTE: Final = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('HEXISTS', KEYS[2], ARGV[2]) == 0 then return 0 end
redis.call('HSET', KEYS[3], ARGV[2], ARGV[3])
redis.call('EXPIRE', KEYS[3], ARGV[4])
return 1
"""
_REMOVE: Final = """
local name = redis.call('HGET', KEYS[1], ARGV[1])
if name then redis.call('SREM', KEYS[2], name) end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('SADD', KEYS[3], ARGV[1])
redis.call('EXPIRE', KEYS[3], ARGV[2])
redis.call('LREM', KEYS[4], 0, ARGV[1])
for _, round in ipairs(redis.call('SMEMBERS', KEYS[5])) do
  redis.call('HDEL', ARGV[3] .. round, ARGV[1])
end
"""


class HallStore:
    """See :class:`game.classroom.store.Store`. ``room`` names the class among others in one Redis."""

    def __init__(self, url: str, room: str) -> None:
        try:
            pool = BlockingConnectionPool.from_url(url, max_connections=CONNECTIONS, timeout=WAITING)
        except ValueError as error:
            advice = "Write it like redis://localhost:6379."
            raise StoreGone(f"'{url}' is no address of a Redis: {error}. {advice}") from None
        self._redis: Redis = Redis(connection_pool=pool)
        self._url = url
        self._prefix = f"seven-weeks:{room}:"
        self._sit = self._redis.register_script(_SIT)
        self._vote = self._redis.register_script(_VOTE)
        self._remove = self._redis.register_script(_REMOVE)

    def _key(self, *names: str) -> str:
        return self._prefix + ":".join(names)

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            yield
        except (RedisError, OSError) as error:
            why = f"The Redis at {self._url} does not answer ({error}). Start it, or leave --store out."
            raise StoreGone(why) from None

    async def board(self) -> Board:
        with self._reaching():
            written = await self._redis.get(self._key("board"))
        return msgspec.json.decode(written, type=Board) if written else Board()

    async def put(self, board: Board) -> None:
        with self._reaching():
            async with self._redis.pipeline() as pipe:
                pipe.set(self._key("board"), msgspec.json.encode(board), ex=HOURS * 3600)
                pipe.publish(self._key("boards"), b"")
                await pipe.execute()

    async def boards(self) -> AsyncIterator[Board]:
        with self._reaching():
            async with self._redis.pubsub() as heard:
                await heard.subscribe(self._key("boards"))
                seen = -1
                while True:
                    board = await self.board()
                    if board.number != seen:
                        seen = board.number
                        yield board
                    await heard.get_message(ignore_subscribe_messages=True, timeout=None)

    async def sit(self, seat: Seat, most: int) -> Sat:
        keys = [self._key(name) for name in ("seats", "names", "removed", "order")]
        with self._reaching():
            sat: Any = await self._sit(keys, [seat.id, seat.name, most, HOURS * 3600])
        return Sat(sat.decode())

    async def seat(self, seat: str) -> Seat | None:
        with self._reaching():
            name: Any = await self._redis.hget(self._key("seats"), seat)
        return Seat(seat, name.decode()) if name else None

    async def seats(self, last: int = 100) -> list[Seat]:
        with self._reaching():
            order: Any = await self._redis.lrange(self._key("order"), -last, -1)
            names: Any = await self._redis.hmget(self._key("seats"), order) if order else []
        return [Seat(seat.decode(), name.decode()) for seat, name in zip(order, names, strict=True) if name]

    async def remove(self, seat: str) -> None:
        keys = [self._key(name) for name in ("seats", "names", "removed", "order", "rounds")]
        with self._reaching():
            await self._remove(keys, [seat, HOURS * 3600, self._key("votes", "")])

    async def open(self, round: str) -> None:
        with self._reaching():
            async with self._redis.pipeline() as pipe:
                pipe.delete(self._key("votes", round))
                pipe.sadd(self._key("rounds"), round)
                pipe.expire(self._key("rounds"), HOURS * 3600)
                pipe.set(self._key("open"), round, ex=HOURS * 3600)
                await pipe.execute()

    async def shut(self) -> None:
        with self._reaching():
            await self._redis.delete(self._key("open"))

    async def vote(self, round: str, seat: str, vote: bytes) -> bool:
        if not round:
            return False
        keys = [self._key("open"), self._key("seats"), self._key("votes", round)]
        with self._reaching():
            return bool(await self._vote(keys, [round, seat, vote, HOURS * 3600]))

    async def votes(self, round: str) -> dict[str, bytes]:
        with self._reaching():
            found: Any = await self._redis.hgetall(self._key("votes", round))
        return {seat.decode(): vote for seat, vote in found.items()}

    async def vote_of(self, round: str, seat: str) -> bytes | None:
        with self._reaching():
            vote: Any = await self._redis.hget(self._key("votes", round), seat)
        return vote if vote is None else bytes(vote)

    async def counted(self) -> Counted:
        with self._reaching():
            round: Any = await self._redis.get(self._key("open"))
            async with self._redis.pipeline() as pipe:
                pipe.hlen(self._key("seats"))
                pipe.hlen(self._key("votes", round.decode() if round else ""))
                seats, answered = await pipe.execute()
        return Counted(seats, answered)

    async def close(self) -> None:
        with self._reaching():
            rounds: Any = await self._redis.smembers(self._key("rounds"))
            votes = [self._key("votes", round.decode()) for round in rounds]
            kept = [self._key(name) for name in ("board", "seats", "names", "removed", "order", "rounds", "open")]
            await self._redis.delete(*kept, *votes)

    async def leave(self) -> None:
        """Let go of the connections, and leave everything as it is for other processes."""
        with suppress(RedisError, OSError):
            await self._redis.aclose()
