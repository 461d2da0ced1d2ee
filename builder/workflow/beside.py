"""A call in a process of its own, while this one goes on."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def beside(call: Callable[[], Result], meanwhile: Callable[[], None]) -> Result:
    """What the call answers; `meanwhile` is done in this process, which the other one is forked from.

    Where processes cannot be forked, one is done after the other.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        meanwhile()
        return call()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, context, _Other.start, (call,)) as pool:
        answer = pool.submit(_Other.answer)
        meanwhile()
        result: Result = answer.result()
        return result


class _Other:
    """The other process: it is told once what to call, and need not be sent what it was forked with."""

    call: Callable[[], Any]

    @classmethod
    def start(cls, call: Callable[[], Any]) -> None:
        cls.call = staticmethod(call)

    @classmethod
    def answer(cls) -> Any:
        return cls.call()
