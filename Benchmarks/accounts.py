"""Measures accounts of input-output tables against pymrio: processor time and peak memory of whole processes, results compared."""

import os
import shutil
import subprocess

import measure

HERE = os.path.dirname(os.path.realpath(__file__))
ACCOUNTS = ["M", "D_cba", "D_pba", "D_imp", "D_exp"]
# Areas x sectors: many areas as in published tables, and about two dozen columns of final demand.
SIZES = [(30, 80), (12, 200), (49, 100), (14, 350), (49, 200), (14, 700)]
# Kernels that other programs of a machine need slow the peer's own, newer library.
PEER_UNSET = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"]


class Accounts:
    """All measurements, in a temporary folder."""

    def __init__(self, greenprint, peer, folder, log, table, runs):
        self.greenprint, self.peer = greenprint, peer
        self.folder, self.log, self.table = folder, log, table
        self.runs = min(runs, 3)
        self.rate, self.bandwidth = [float(text) for text in self.python("io_limits.py").split()]

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if name not in PEER_UNSET}
        return kept | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

    def python(self, script, *arguments, peer=False):
        """The output of a script; `peer` with the peer's own kernels."""
        command = [self.peer, "-B", os.path.join(HERE, script), *map(str, arguments)]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            env=self.environment() if peer else None)
        if done.returncode != 0:
            raise measure.Failed(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr[-2000:]}")
        return done.stdout

    def ours(self, table, *options):
        return measure.run([self.greenprint, "io", table, *options], self.log)

    def full(self, table, output):
        options = [word for name in ACCOUNTS for word in ("--account", name)]
        return self.ours(table, *options, "--extension", "emissions", "--output", output)

    def measure_size(self, areas, sectors):
        table = os.path.join(self.folder, "io")
        ours, theirs = os.path.join(self.folder, "ours"), os.path.join(self.folder, "theirs")
        self.python("io_tables.py", areas, sectors, table)
        read, whole, peer = [], [], []
        for _ in range(self.runs):
            read.append(self.ours(table, "--account", "x").busy)
            whole.append(self.full(table, ours))
            lines = self.python("io_peer.py", table, theirs, ",".join(ACCOUNTS), peer=True).splitlines()
            peer.append({key: float(value) for key, value in map(str.split, lines)})
        gap = float(self.python("io_compare.py", ours, theirs, ",".join(ACCOUNTS)))
        if gap > 1e-12:
            raise measure.Failed(f"{areas} x {sectors}: accounts differ by {gap:.1e}")
        self.add(areas, sectors, min(read), whole, peer, gap)
        if areas * sectors == 9800:
            self.measure_paths(table, areas, sectors, min(read))
        for path in [table, ours, theirs]:
            shutil.rmtree(path)

    def add(self, areas, sectors, read, whole, peer, gap):
        n = areas * sectors
        total, peak = min(run.busy for run in whole), min(run.peak_mib for run in whole)
        computed = total - read
        theirs, their_read = min(run["computed"] for run in peer), min(run["read"] for run in peer)
        their_peak = min(run["peak"] for run in peer)
        floor = 2 / 3 * n**3 / self.rate
        name = f"accounts, {areas} areas x {sectors} sectors, n = {n:,}"
        self.table.add(
            name, f"{computed:.2f} s after {read:.2f} s of reading",
            "", f"pymrio {theirs:.2f} s after {their_read:.2f} s, ratio {theirs / computed:.1f}; gap {gap:.0e}",
            "at least 5", theirs / computed >= 5)
        self.table.add(
            f"{name}, with reading and writing", f"{total:.2f} s", "",
            f"pymrio {theirs + their_read:.2f} s, ratio {(theirs + their_read) / total:.1f}", "", None)
        self.table.add(
            f"{name}, peak memory", f"{peak:.0f} MiB", "", f"pymrio {their_peak:.0f} MiB, ratio {peak / their_peak:.2f}",
            "at most 0.33", peak / their_peak <= 1 / 3)
        self.table.add(
            f"{name}, limits", f"{computed / floor:.1f} times 2/3 n^3 operations", "",
            f"{floor:.2f} s at {self.rate / 1e9:.0f} GFLOP/s; Z read once {8 * n * n / self.bandwidth:.2f} s", "", None)

    def measure_paths(self, table, areas, sectors, read):
        for product, name, most in [("r05:s007", "one product", 0.2), ("*", "all products", None)]:
            busy = min(
                self.ours(table, "--paths", product, "--extension", "emissions:e19").busy for _ in range(self.runs))
            extra = max(0.0, busy - read)
            self.table.add(
                f"footprint and supply chains down to 0.01 % of {name}, {areas} x {sectors}", f"{extra:.2f} s", "",
                f"{extra / read:.2f} of the {read:.2f} s to read the table",
                f"at most {most}" if most else "", extra / read <= most if most else None)

    def all(self, sizes):
        for areas, sectors in sizes:
            self.measure_size(areas, sectors)
