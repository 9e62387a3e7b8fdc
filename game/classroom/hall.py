"""A store in Redis: several server processes serve one room. Everything in it goes by itself after a few hours.

Whatever must not come apart (is this round open, is a seat left) is one script, which Redis runs whole.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from game.classroom.board import Board
from game.classroom.store import Back, Counted, Glance, Sat, Seat, StoreGone
from game.classroom.together import Script, Together

HALL: Final = "hall"
"""The class in a Redis, or in one database of it: there is one at a time."""
HOURS: Final = 6
"""After so many hours without a new board everything is gone, even if nobody has closed the class."""
CONNECTIONS: Final = 16
"""To Redis, from one process."""
WAITING: Final = 20
"""Seconds that it waits for one of them before the store is said to be gone."""
SILENCE: Final = 5
"""Seconds without an answer after which it is gone."""
LEASE: Final = 30
"""Seconds for which a sign hangs. Whoever leads the class hangs it up anew before."""
LAST_BOARD: Final = 60
"""Seconds that the last board of a class outlives it, so that every process hears that it is over."""

_SITTING: Final = """
local function sat()
  if redis.call('SISMEMBER', KEYS[3], ARGV[1]) == 1 then return 'removed' end
  if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 'seated' end
  if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 'full' end
  if redis.call('SADD', KEYS[2], ARGV[2]) == 0 then return 'named' end
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  redis.call('RPUSH', KEYS[4], ARGV[1])
  for at = 1, 4 do redis.call('EXPIRE', KEYS[at], ARGV[4]) end
  return 'seated'
end
"""
_SIT: Final = Script(f"{_SITTING}return sat()")
_BACK: Final = Script(f"{_SITTING}return {{sat(), redis.call('HGET', KEYS[5], ARGV[1])}}")
_VOTE: Final = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('HEXISTS', KEYS[2], ARGV[2]) == 0 then return 0 end
local last = redis.call('HGET', KEYS[3], ARGV[2])
if last == ARGV[3] then return 1 end
redis.call('HSET', KEYS[3], ARGV[2], ARGV[3])
redis.call('HINCRBY', KEYS[4], ARGV[3], 1)
if last then redis.call('HINCRBY', KEYS[4], last, -1) end
for at = 3, 4 do redis.call('EXPIRE', KEYS[at], ARGV[4]) end
return 1
""")
_GLANCE: Final = Script("""
local round = redis.call('GET', KEYS[1]) or ''
local order = redis.call('LRANGE', KEYS[3], ARGV[3], -1)
local names = {}
if #order > 0 then names = redis.call('HMGET', KEYS[2], unpack(order)) end
return {round, redis.call('HLEN', KEYS[2]), redis.call('HLEN', ARGV[1] .. round), order, names,
  redis.call('HGETALL', ARGV[2] .. round)}
""")
_REMOVE: Final = Script("""
local name = redis.call('HGET', KEYS[1], ARGV[1])
if name then redis.call('SREM', KEYS[2], name) end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('SADD', KEYS[3], ARGV[1])
redis.call('EXPIRE', KEYS[3], ARGV[2])
redis.call('LREM', KEYS[4], 0, ARGV[1])
for _, round in ipairs(redis.call('SMEMBERS', KEYS[5])) do
  local last = redis.call('HGET', ARGV[3] .. round, ARGV[1])
  if last then redis.call('HINCRBY', ARGV[4] .. round, last, -1) end
  redis.call('HDEL', ARGV[3] .. round, ARGV[1])
end
""")

_SEATING: Final = ("seats", "names", "removed", "order")
_KEPT: Final = ("seats", "names", "removed", "order", "rounds", "open", "owner", "sign")
_PATIENCE: Final[dict[str, Any]] = {
    "socket_connect_timeout": SILENCE,
    "socket_timeout": SILENCE,
    "retry": Retry(NoBackoff(), 1),
}


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """What another process has to know to let people into a class: its key among it, so whoever reads it can.

    ``most`` seats are given away; ``front`` is the address of whoever leads the class.
    """

    code: str
    key: bytes
    most: Annotated[int, Meta(ge=1)]
    front: str


class HallStore:
    """See :class:`game.classroom.store.Store`. ``room`` names the class among others in one Redis."""

    def __init__(self, url: str, room: str) -> None:
        try:
            pool = BlockingConnectionPool.from_url(url, max_connections=CONNECTIONS, timeout=WAITING, **_PATIENCE)
        except ValueError as error:
            advice = "Write it like redis://localhost:6379."
            raise StoreGone(f"'{_shown(url)}' is no address of a Redis: {error}. {advice}") from None
        self._redis: Redis = Redis(connection_pool=pool)
        self.url = _shown(url)
        self._prefix = f"seven-weeks:{room}:"
        self._together = Together(self._redis)

    def _key(self, *names: str) -> str:
        return self._prefix + ":".join(names)

    def _keys(self, names: Iterable[str]) -> list[str]:
        return [self._key(name) for name in names]

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            yield
        except (RedisError, OSError) as error:
            why = f"The Redis at {self.url} does not answer ({error}). Start it, or leave --store out."
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
                    await heard.get_message(ignore_subscribe_messages=True, timeout=SILENCE)

    async def sit(self, seat: Seat, most: int) -> Sat:
        words = (seat.id, seat.name, most, HOURS * 3600)
        with self._reaching():
            sat = await self._together.run(_SIT, self._keys(_SEATING), words)
        return Sat(sat.decode())

    async def back(self, seat: Seat, most: int, round: str) -> Back:
        keys = [*self._keys(_SEATING), self._key("votes", round)]
        with self._reaching():
            sat, vote = await self._together.run(_BACK, keys, (seat.id, seat.name, most, HOURS * 3600))
        return Back(Sat(sat.decode()), vote)

    async def seat(self, seat: str) -> Seat | None:
        with self._reaching():
            name = await self._together.ask("HGET", self._key("seats"), seat)
        return Seat(seat, name.decode()) if name else None

    async def seats(self, last: int = 100) -> list[Seat]:
        with self._reaching():
            order: Any = await self._redis.lrange(self._key("order"), -last, -1)
            names: Any = await self._redis.hmget(self._key("seats"), order) if order else []
        return [Seat(seat.decode(), name.decode()) for seat, name in zip(order, names, strict=True) if name]

    async def remove(self, seat: str) -> None:
        keys = self._keys((*_SEATING, "rounds"))
        words = (seat, HOURS * 3600, self._key("votes", ""), self._key("tally", ""))
        with self._reaching():
            await self._together.run(_REMOVE, keys, words)

    async def open(self, round: str) -> None:
        with self._reaching():
            async with self._redis.pipeline() as pipe:
                pipe.delete(self._key("votes", round), self._key("tally", round))
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
        keys = [self._key("open"), self._key("seats"), self._key("votes", round), self._key("tally", round)]
        with self._reaching():
            return bool(await self._together.run(_VOTE, keys, (round, seat, vote, HOURS * 3600)))

    async def votes(self, round: str) -> dict[str, bytes]:
        with self._reaching():
            found: Any = await self._redis.hgetall(self._key("votes", round))
        return {seat.decode(): vote for seat, vote in found.items()}

    async def counted(self) -> Counted:
        with self._reaching():
            round: Any = await self._redis.get(self._key("open"))
            async with self._redis.pipeline() as pipe:
                pipe.hlen(self._key("seats"))
                pipe.hlen(self._key("votes", round.decode() if round else ""))
                seats, answered = await pipe.execute()
        return Counted(seats, answered)

    async def glance(self, last: int = 100) -> Glance:
        words = (self._key("votes", ""), self._key("tally", ""), -last)
        with self._reaching():
            found = await self._together.run(_GLANCE, self._keys(("open", "seats", "order")), words)
        round, seats, answered, order, names, tally = found
        there = [Seat(seat.decode(), name.decode()) for seat, name in zip(order, names, strict=True) if name]
        counts = {vote: int(count) for vote, count in zip(tally[::2], tally[1::2], strict=True)}
        return Glance(
            round.decode(),
            Counted(seats, answered),
            there,
            {vote: count for vote, count in counts.items() if count},
        )

    async def close(self) -> None:
        with self._reaching():
            rounds: Any = await self._redis.smembers(self._key("rounds"))
            votes = [self._key(what, round.decode()) for round in rounds for what in ("votes", "tally")]
            await self._redis.delete(*self._keys(_KEPT), *votes)
            await self._redis.expire(self._key("board"), LAST_BOARD)

    async def belong(self, owner: str) -> None:
        """Belong to this class from now on: forget what is left of any other."""
        with self._reaching():
            before: Any = await self._redis.get(self._key("owner"))
            if before != owner.encode():
                await self.close()
                await self._redis.delete(self._key("board"))
            await self._redis.set(self._key("owner"), owner, ex=HOURS * 3600)

    async def hang(self, sign: Sign) -> None:
        """Hang a sign out for other processes, for so long as :data:`LEASE`."""
        with self._reaching():
            await self._redis.set(self._key("sign"), msgspec.json.encode(sign), ex=LEASE)

    async def sign(self) -> Sign | None:
        """The sign that hangs; None where no class is under way."""
        with self._reaching():
            written = await self._redis.get(self._key("sign"))
        return msgspec.json.decode(written, type=Sign) if written else None

    async def leave(self) -> None:
        """Let go of the connections, and leave everything as it is for other processes."""
        with suppress(RedisError, OSError):
            await self._redis.aclose()


def _shown(url: str) -> str:
    """An address without its password: what is said may stand on a projector."""
    try:
        user = urlsplit(url).netloc.rpartition("@")[0]
    except ValueError:
        return "redis"
    return url.replace(f"{user}@", "", 1) if user else url
