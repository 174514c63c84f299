"""Compares accounts that greenprint wrote with those the peer kept: prints the largest gap relative to the largest value of a row."""

import os
import sys

import numpy


def main(ours, theirs, names):
    largest = 0.0
    for name in names.split(","):
        expected = numpy.load(os.path.join(theirs, name + ".npy"))
        with open(os.path.join(ours, name + ".csv"), encoding="utf-8") as file:
            rows = [line.rstrip("\n").split(",")[1:] for line in list(file)[3:]]
        found = numpy.array(rows, dtype=float)
        if found.shape != expected.shape:
            sys.exit(f"{name}: {found.shape} instead of {expected.shape}")
        largest = max(largest, (abs(found - expected).max(1) / abs(expected).max(1)).max())
    print(largest)


if __name__ == "__main__":
    main(*sys.argv[1:4])
