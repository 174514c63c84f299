#!/usr/bin/env python3
"""Radial input efficiency by scipy's HiGHS: highs_peer.py DATA crs|vrs prints `busy SECONDS`, then a score a line.

Columns of DATA: unit, four inputs, two outputs. The time is that of the programs alone, on the processor, without the
start of Python and the reading of the file.
"""

import csv
import sys
import time

import numpy
from scipy.optimize import linprog

INPUTS = 4


def main(path, returns):
    with open(path, encoding="ascii") as file:
        rows = list(csv.reader(file))[1:]
    table = numpy.array([[float(cell) for cell in row[1:]] for row in rows])
    table = table / table.mean(axis=0)
    inputs, outputs = table[:, :INPUTS].T, table[:, INPUTS:].T
    count = len(rows)
    cost = numpy.zeros(count + 1)
    cost[0] = 1
    equal = numpy.hstack([[[0.0]], numpy.ones((1, count))]) if returns == "vrs" else None
    start = time.process_time()
    scores = []
    for unit in range(count):
        upper = numpy.vstack([
            numpy.hstack([-inputs[:, unit:unit + 1], inputs]),
            numpy.hstack([numpy.zeros((outputs.shape[0], 1)), -outputs])])
        limits = numpy.concatenate([numpy.zeros(INPUTS), -outputs[:, unit]])
        found = linprog(
            cost, A_ub=upper, b_ub=limits, A_eq=equal, b_eq=None if equal is None else [1.0], method="highs")
        if found.status != 0:
            sys.exit(f"unit {unit}: {found.message}")
        scores.append(found.x[0])
    print("busy", time.process_time() - start)
    print("\n".join(repr(float(score)) for score in scores))


if __name__ == "__main__":
    main(*sys.argv[1:])
