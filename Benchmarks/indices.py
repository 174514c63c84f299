"""Measures `greenprint index --uncertainty`: beside COINr's committed figure, and how it grows with the data."""

import os

import index_workload
import measure

# Seconds of processor time of COINr 1.1.14 in R 4.2.2 for 1,000 runs of five choices on the ASEM index, 51 units and 49
# indicators, one process with OPENBLAS_NUM_THREADS=1, on a machine like the one below. R is not needed here.
COINR_SECONDS = 132.7
CHOICES = (
    "weights:0.25,impute:group-mean:Region+group-median:Region,"
    "treat:winmax:1+winmax:2+winmax:3+winmax:4+winmax:5,"
    "normalise:minmax:1:100+zscore:10:2+rank,aggregate:arithmetic+geometric+harmonic")
SIZES = [(100, 10), (1000, 10), (10_000, 10), (100_000, 10), (100, 100), (100, 1000), (1000, 1000)]
RUNS = 100


class Indices:
    """The measurements of `greenprint index`, every process on one core."""

    def __init__(self, greenprint, folder, log, table, runs):
        self.greenprint, self.folder, self.log, self.table, self.runs = greenprint, folder, log, table, runs

    def tables(self, units, indicators):
        folder = os.path.join(self.folder, f"index-{units}-{indicators}")
        if not os.path.exists(folder):
            index_workload.write_tables(folder, units, indicators)
        return folder

    def run(self, units, indicators, options):
        folder = self.tables(units, indicators)
        command = [self.greenprint, "index", "--data", os.path.join(folder, "data.csv"),
                   "--metadata", os.path.join(folder, "metadata.csv"), "--impute", "group-mean:Region",
                   "--threads", "1"] + options
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(cores)})
        try:
            measured = measure.run(command, self.log)
        finally:
            os.sched_setaffinity(0, cores)
        with open(self.log, encoding="utf-8") as file:
            found = sum(1 for line in file if line.startswith("u") and "," in line)
        if found != units + 1:
            raise measure.Failed(f"{' '.join(command)}: {found - 1} units instead of {units}")
        return measured

    def beside_coinr(self):
        options = ["--treat", "winmax:5", "--uncertainty", "1000", "--vary", CHOICES]
        busy = measure.median(self.run(51, 49, options).busy for _ in range(self.runs))
        ratio = COINR_SECONDS / busy
        self.table.add(
            "uncertainty of an index, 51 units, 49 indicators, 1,000 runs of five choices, one core, processor time",
            f"{busy:.3f} s", "", f"COINr {COINR_SECONDS} s, ratio {ratio:,.0f}", "at least 1,000", ratio >= 1000)

    def scaling(self):
        for units, indicators in SIZES:
            measured = self.run(units, indicators, ["--uncertainty", str(RUNS)])
            each = 1e9 * measured.busy / (units * indicators * RUNS)
            self.table.add(
                f"uncertainty, {units:,} units, {indicators:,} indicators, {RUNS} runs, one core",
                f"{measured.busy:.2f} s, {measured.peak_mib:.0f} MiB", "",
                f"{each:.1f} ns a unit, indicator and run", "", None)

    def all(self):
        self.beside_coinr()
        self.scaling()
