"""A call beside this process: its answer and its faults come back, and what is done meanwhile stays here."""

import subprocess
import sys

_SCRIPT = """
import os
from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.workflow.beside import beside

here = []
number = beside(os.getpid, lambda: here.append(os.getpid()))
print(number != os.getpid(), here == [os.getpid()])

def refuse():
    raise QagidaError(Finding("Q908", Place("content"), {"count": "3"}))

try:
    beside(refuse, lambda: here.append(0))
except QagidaError as error:
    print([(item.code, item.data["count"]) for item in error.findings], len(here))
"""


def test_a_call_beside_answers_and_its_faults_are_told() -> None:
    """In a process of its own: one that has set pages has threads, and should not be forked."""
    told = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["True True", "[('Q908', '3')] 2"]
