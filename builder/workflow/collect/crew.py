"""Worker processes for thousands of small tasks: they share what the parent has made, and end with it."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from threading import Thread
from typing import Any, Protocol, TypeVar

Task_contra = TypeVar("Task_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)
Task = TypeVar("Task")
Result = TypeVar("Result")

SHIFT = 400
"""Tasks after which workers go and fresh ones come, so that no memory of theirs grows for ever."""


class Work(Protocol[Task_contra, Result_co]):
    """What is done with a task; everything that it needs is in it before the workers begin."""

    def do(self, task: Task_contra, /) -> Result_co: ...


def results(work: Work[Task, Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """Results as they come. When the caller stops, tasks that have begun are finished, the rest is left."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(work.do, tasks)
        return
    try:
        for start in range(0, len(tasks), SHIFT):
            yield from _shift(work, tasks[start : start + SHIFT], jobs)
    finally:
        gc.unfreeze()


def _shift(work: Work[Task, Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    gc.collect()
    gc.freeze()  # what was made so far is shared with the workers; looking through it would copy it
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    with ProcessPoolExecutor(min(jobs, len(tasks)), context, _Worker.start, (work,)) as pool:
        futures = [pool.submit(_Worker.do, task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


class _Worker:
    """A worker process: it is told once what it works with."""

    work: Work[Any, Any]

    @classmethod
    def start(cls, work: Work[Any, Any]) -> None:
        cls.work = work
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and lets us finish
        Thread(target=_end_with_parent, daemon=True).start()

    @classmethod
    def do(cls, task: Any) -> Any:
        return cls.work.do(task)


def _end_with_parent() -> None:
    """A parent that was killed cannot end its workers, which would wait for tasks for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
