import os
import signal
from collections.abc import Iterator
from contextlib import suppress

import pytest

from deconflict.engine.interrupts import Interrupts


@pytest.fixture(autouse=True)
def _heeded() -> Iterator[None]:
    """What runs in the background of a script is started deaf to Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_ends_what_goes_on() -> None:
    with pytest.raises(KeyboardInterrupt), Interrupts():  # noqa: PT012
        press()
        pytest.fail("went on")


def test_what_is_held_goes_to_its_end_first() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), Interrupts() as interrupts:  # noqa: PT012
        with interrupts.held():
            press()
            done.append("stored")
        pytest.fail("went on")
    assert done == ["stored"]


def test_one_that_was_swallowed_is_not_lost() -> None:
    with pytest.raises(KeyboardInterrupt), Interrupts(), suppress(KeyboardInterrupt):  # as Python does it
        press()


def test_one_that_a_driver_made_another_error_of_is_still_one() -> None:
    with pytest.raises(KeyboardInterrupt), Interrupts():  # noqa: PT012
        try:
            press()
        except KeyboardInterrupt:
            raise AssertionError from None


def test_other_errors_stay_what_they_are_and_the_handler_goes() -> None:
    with pytest.raises(ValueError, match="broken"), Interrupts():
        raise ValueError("broken")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
