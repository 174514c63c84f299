"""Measures `greenprint efficiency` beside scipy's HiGHS and R's Benchmarking, and LMDI by the size of the data."""

import csv
import math
import os
import random
import subprocess

import measure

HERE = os.path.dirname(os.path.realpath(__file__))
# Seconds of R Benchmarking 0.33 for 2,000 units with 4 inputs and 2 outputs, measured before on a lightly loaded machine. R is
# not needed here.
BENCHMARKING_SECONDS = {"crs": 3.6, "vrs": 3.9}
MODELS = {"crs": "ccr", "vrs": "bcc"}
SIZES = [125, 250, 500, 1000, 2000, 4000]
SEED = 20261125
COLUMNS = ["x1", "x2", "x3", "x4", "y1", "y2"]


def write_units(path, count):
    """Writes a table of units: four inputs, a Cobb-Douglas frontier, half-normal inefficiency, two outputs."""
    generator = random.Random(SEED + count)
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write("unit," + ",".join(COLUMNS) + "\n")
        for unit in range(count):
            inputs = [math.exp(generator.gauss(3, 0.5)) for _ in range(4)]
            log = sum(share * math.log(value) for share, value in zip((0.3, 0.25, 0.25, 0.2), inputs))
            whole = math.exp(0.9 * log - abs(generator.gauss(0, 0.3)))
            share = generator.uniform(0.3, 0.7)
            outputs = [whole * part * math.exp(generator.gauss(0, 0.02)) for part in (share, 1 - share)]
            file.write(f"u{unit}," + ",".join(repr(value) for value in inputs + outputs) + "\n")


class Drivers:
    """The measurements, every process on one core; times are those of the processor."""

    def __init__(self, greenprint, lmdi_time, peer, folder, log, table, runs):
        self.greenprint, self.lmdi_time, self.peer = greenprint, lmdi_time, peer
        self.folder, self.log, self.table, self.runs = folder, log, table, runs

    def on_one_core(self, action):
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(cores)})
        try:
            return action()
        finally:
            os.sched_setaffinity(0, cores)

    def units(self, count):
        path = os.path.join(self.folder, f"units-{count}.csv")
        if not os.path.exists(path):
            write_units(path, count)
        return path

    def ours(self, count, options):
        """The median of the processor time of whole processes, and the scores."""
        command = [self.greenprint, "efficiency", self.units(count), "--inputs", ",".join(COLUMNS[:4]), "--outputs",
                   ",".join(COLUMNS[4:]), "--threads", "1"] + options
        times = []
        for _ in range(self.runs):
            times.append(self.on_one_core(lambda: measure.run(command, self.log)).busy)
        with open(self.log, encoding="utf-8") as file:
            lines = [line for line in file if line.startswith(("unit,", "u"))]
        rows = list(csv.DictReader(lines))
        if len(rows) != count or any(row["status"] != "optimal" for row in rows):
            raise measure.Failed(f"{' '.join(command)}: {len(rows)} scores instead of {count}")
        return measure.median(times), [float(row["score"]) for row in rows]

    def highs(self, count, returns):
        """The processor time of scipy's HiGHS, and its scores; None where scipy is not installed."""
        if subprocess.run([self.peer, "-c", "import scipy"], capture_output=True, check=False).returncode != 0:
            return None
        command = [self.peer, os.path.join(HERE, "highs_peer.py"), self.units(count), returns]
        lines = self.on_one_core(lambda: measure.text(command)).splitlines()
        return float(lines[0].split()[1]), [float(line) for line in lines[1:]]

    def beside_peers(self):
        start, _ = self.ours(3, ["--model", "ccr", "--orientation", "input"])
        self.table.add("efficiency, 3 units: the start alone, one core", f"{start:.3f} s", "", "", "", None)
        for count in [500, 2000]:
            for returns, model in MODELS.items():
                busy, scores = self.ours(count, ["--model", model, "--orientation", "input"])
                name = f"efficiency, {count:,} units, 4 inputs, 2 outputs, {returns}, one core, processor time"
                found = self.highs(count, returns)
                if found:
                    difference = max(abs(a - b) for a, b in zip(scores, found[1]))
                    self.table.add(
                        name, f"{busy:.3f} s", "",
                        f"HiGHS {found[0]:.1f} s, ratio {found[0] / busy:.0f}; scores differ by {difference:.0e}",
                        "scores within 1e-6", difference < 1e-6)
                if count == 2000:
                    figure = BENCHMARKING_SECONDS[returns]
                    self.table.add(
                        name, f"{busy:.3f} s", "", f"R Benchmarking {figure} s, ratio {figure / busy:.1f}",
                        "at least 10", figure / busy >= 10)
                    self.table.add(
                        name + ", less the start", f"{busy - start:.3f} s", "",
                        f"R Benchmarking {figure} s, ratio {figure / (busy - start):.1f}", "", None)

    def growth(self):
        for count in SIZES:
            busy, _ = self.ours(count, ["--model", "ccr", "--orientation", "input"])
            self.table.add(
                f"efficiency, {count:,} units, crs, one core", f"{busy:.3f} s", "",
                f"{1e6 * busy / count:.0f} µs a unit", "", None)
        busy, _ = self.ours(500, ["--model", "sbm"])
        self.table.add("slacks-based efficiency, 500 units, crs, one core", f"{busy:.3f} s", "", "", "", None)

    def lmdi(self):
        for sectors, years, areas in [(100, 30, 31), (1000, 30, 31), (1000, 30, 310)]:
            command = [self.lmdi_time, str(sectors), str(years), str(areas)]
            runs = [dict(line.split() for line in self.on_one_core(lambda: measure.text(command)).splitlines())
                    for _ in range(self.runs)]
            busy = measure.median(float(run["busy"]) for run in runs)
            cells = int(runs[0]["cells"])
            self.table.add(
                f"LMDI-I, {sectors:,} sectors, {years} years, {areas} areas, three factors, chained, one core",
                f"{busy:.0f} ms", "",
                f"{1e6 * busy / cells:.0f} ns a cell; residual {float(runs[0]['residual']):.0e}", "", None)

    def all(self):
        self.beside_peers()
        self.growth()
        self.lmdi()
