"""Reads the folders that `greenprint io --save` writes with pymrio, and compares its accounts with ours.

    python3 Conformance/tables.py GREENPRINT REFERENCE

REFERENCE is the folder with the reference results. Prints a line a check; exit code 1 when one fails.
"""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
import openpyxl
import pymrio


def run(program, *arguments):
    """What `greenprint io` prints."""
    done = subprocess.run([program, "io", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def numbers(text, headers, labels):
    """The numbers of a labelled matrix."""
    rows = list(csv.reader(text.splitlines()))[headers:]
    return numpy.array([[float(cell) for cell in row[labels:]] for row in rows])


def far(found, expected):
    """The largest difference relative to the largest value."""
    return float(numpy.abs(found - expected).max() / numpy.abs(expected).max())


def main(program, reference):
    failed = False

    def check(name, difference, limit):
        nonlocal failed
        failed |= not difference <= limit
        print(f"{name}: {difference:.1e} {'' if difference <= limit else 'FAILED'}")

    test = Path(reference) / "input-output" / "pymrio-test" / "directory-txt"
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "saved"
        run(program, test, "--save", saved)
        ours, theirs = pymrio.load_all(saved), pymrio.load_all(test)
        # pandas reads numbers with the last digit unsure.
        check("Z as pymrio reads it", far(ours.Z.values, theirs.Z.values), 1e-15)
        check("Y as pymrio reads it", far(ours.Y.values, theirs.Y.values), 1e-15)
        assert list(ours.Z.index) == list(theirs.Z.index) and list(ours.Y.columns) == list(theirs.Y.columns)
        assert ours.Z.index.names == theirs.Z.index.names and ours.Z.columns.names == theirs.Z.columns.names
        assert ours.unit.equals(theirs.unit) and list(ours.population.columns) == list(theirs.population.columns)
        assert sorted(ours.get_extensions()) == sorted(theirs.get_extensions())
        ours.calc_all()
        for name in ["emissions", "factor_inputs"]:
            extension = getattr(ours, name)
            assert list(extension.F.index) == list(getattr(theirs, name).F.index)
            assert extension.unit.equals(getattr(theirs, name).unit)
            for account in ["M", "D_cba", "D_pba", "D_imp", "D_exp"]:
                labels = extension.F.index.nlevels
                text = run(program, saved, "--account", account, "--extension", name)
                found = numbers(text, 3, labels)
                check(f"{name} {account}", far(found, getattr(extension, account).values), 1e-10)
        # One area, which pymrio must be told; labels that pandas would take for numbers.
        plain = Path(folder) / "plain"
        (plain / "jobs").mkdir(parents=True)
        (plain / "Z.csv").write_text("sector,01,02\n01,150,500\n02,200,100\n")
        (plain / "Y.csv").write_text("sector,home,export\n01,300,50\n02,1000,700\n")
        (plain / "jobs" / "F.csv").write_text("row,01,02\npersons,40,120\n")
        run(program, plain, "--save", Path(folder) / "one", "--area", "CN", "--label-prefix", "s")
        one = pymrio.load_all(Path(folder) / "one")
        one.calc_all()
        assert list(one.Z.index) == [("CN", "s01"), ("CN", "s02")]
        check("one area, L", far(numbers(run(program, plain, "--account", "L"), 1, 1), one.L.values), 1e-14)
        # A workbook in the layout of the National Bureau of Statistics, its codes kept as numbers.
        book = openpyxl.Workbook()
        for row in [
            ["2020"], [None, None, "Farms", "Mills", "Sum", "Rural", "Exports", "Imports", "Output"],
            [None, None, 1, 2, "TIU", "FU101", "EX", "IM", "GO"], ["Farms", 1, 10, 20, 30, 30, 40, 15, 85],
            ["Mills", 2, 5, 15, 20, 20, 60, 4, 96], ["Sum", "TII", 15, 35], ["Pay", "VA001", 70, 61],
        ]:
            book.active.append(row)
        book.save(Path(folder) / "nbs.xlsx")
        text = run(program, Path(folder) / "nbs.xlsx", "--layout", "nbs")
        assert text.startswith("sector,01,02\n01,")
        check("workbook", far(numbers(text, 1, 1), numpy.array([[7.5, 15], [4.5, 13.5]])), 1e-15)
        run(program, Path(folder) / "nbs.xlsx", "--layout", "nbs", "--check")
        check("one area, jobs", far(numpy.array([[40.0, 120.0]]), one.jobs.D_pba.values), 1e-14)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
