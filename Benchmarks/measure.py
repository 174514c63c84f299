"""Runs whole processes: their time on the wall clock and on the processor, and their peak memory."""

import os
import statistics
import subprocess
import time


class Failed(Exception):
    """A command that did not succeed."""


class Measured:
    """What a process took."""

    def __init__(self, seconds, busy, peak_mib):
        self.seconds = seconds
        self.busy = busy
        self.peak_mib = peak_mib


def run(command, log):
    """Runs `command` with its output in the file `log`.

    The peak is that of the kernel's accounting, resident pages of mapped files included; it is never less than the
    peak of this process, from which the command is started.
    """
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        with open(log, encoding="utf-8", errors="replace") as output:
            raise Failed(f"{' '.join(command)}: exit code {process.returncode}\n{output.read()[:2000]}")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def text(command):
    """The standard output of a command."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr[:2000]}")
    return done.stdout


def median(values):
    return statistics.median(values)


def machine():
    """The processor and the cores this process may use."""
    model = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
            model = names[0] if names else model
    except OSError:
        pass
    return f"{model}, {len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f} at the start"
