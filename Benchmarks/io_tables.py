"""Generates multi-region input-output tables as folders of text that pymrio reads: equal arguments, equal bytes.

Uniform numbers come from splitmix64 by address: the number at address k depends on the seed and k alone. Blocks of addresses follow
each other: coefficients (n x n), final demand, satellite account, that of final consumers, column sums (n).

    coefficients    0 where u < 0.35, else u^3, times 20 within an area; columns scaled to sums of 0.35 + 0.35 u
    final demand    100 u^2, times 25 for the products of the consuming area
    output          x = y + A x by iteration to 1e-14
    flows           A x
    satellite       u x (s + 1) / m for stressor s of m; final consumers u
"""

import json
import os

import numpy

SEED = 20240229
GAMMA = numpy.uint64(0x9E3779B97F4A7C15)
FIRST = numpy.uint64(0xBF58476D1CE4E5B9)
SECOND = numpy.uint64(0x94D049BB133111EB)


def uniforms(start, *shape):
    """The numbers from address `start` on."""
    count = int(numpy.prod(shape))
    with numpy.errstate(over="ignore"):
        mixed = numpy.uint64(SEED) + numpy.arange(start + 1, start + count + 1, dtype=numpy.uint64) * GAMMA
        mixed = (mixed ^ (mixed >> numpy.uint64(30))) * FIRST
        mixed = (mixed ^ (mixed >> numpy.uint64(27))) * SECOND
        mixed ^= mixed >> numpy.uint64(31)
    return ((mixed >> numpy.uint64(11)) * 2.0**-53).reshape(shape)


class Table:
    """A table of `areas` areas with `sectors` sectors each."""

    def __init__(self, areas, sectors, stressors=20, categories=2):
        self.areas, self.sectors, self.stressors, self.categories = areas, sectors, stressors, categories
        n, columns = areas * sectors, areas * categories
        home, buyer = numpy.repeat(numpy.arange(areas), sectors), numpy.repeat(numpy.arange(areas), categories)
        flows = numpy.empty((n, n))
        for row in range(n):
            u = uniforms(row * n, n)
            flows[row] = numpy.where(u < 0.35, 0, u**3) * numpy.where(home == home[row], 20, 1)
        address = n * n
        demand = 100 * uniforms(address, n, columns) ** 2 * numpy.where(home[:, None] == buyer, 25, 1)
        address += n * columns
        amounts = uniforms(address, stressors, n)
        address += stressors * n
        self.consumers = uniforms(address, stressors, columns)
        address += stressors * columns
        flows *= (0.35 + 0.35 * uniforms(address, n)) / flows.sum(0)
        total = demand.sum(1)
        output = total
        for _ in range(200):
            following = total + flows @ output
            change = numpy.abs(following - output).max() / numpy.abs(following).max()
            output = following
            if change < 1e-14:
                break
        flows *= output
        self.flows, self.demand = flows, demand
        self.amounts = amounts * output * (numpy.arange(1, stressors + 1) / stressors)[:, None]

    def write(self, folder):
        """Writes the folder, numbers with the digits that read back exactly."""
        extension = os.path.join(folder, "emissions")
        os.makedirs(extension, exist_ok=True)
        industries = [(f"r{a:02}", f"s{s:03}") for a in range(self.areas) for s in range(self.sectors)]
        categories = [(f"r{a:02}", f"c{c}") for a in range(self.areas) for c in range(self.categories)]
        stressors = [(f"e{s:02}",) for s in range(self.stressors)]
        matrix(os.path.join(folder, "Z.txt"), industries, ("region", "sector"), industries, self.flows)
        matrix(os.path.join(folder, "Y.txt"), industries, ("region", "category"), categories, self.demand)
        matrix(os.path.join(extension, "F.txt"), stressors, ("region", "sector"), industries, self.amounts)
        matrix(os.path.join(extension, "F_Y.txt"), stressors, ("region", "category"), categories, self.consumers)
        units(os.path.join(folder, "unit.txt"), ("region", "sector"), industries)
        units(os.path.join(extension, "unit.txt"), ("stressor",), stressors)
        parameters(folder, "IOSystem", {"Z": (2, 2), "Y": (2, 2), "unit": (2, 1)})
        parameters(extension, "Extension", {"F": (1, 2), "F_Y": (1, 2), "unit": (1, 1)}, name="emissions")
        with open(os.path.join(folder, "metadata.json"), "w", encoding="utf-8") as file:
            json.dump({"description": "", "name": "IO", "system": "IxI", "version": "1", "history": []}, file)


def matrix(path, rows, levels, columns, values):
    """A file with two header lines and a line that names the rows."""
    width = len(rows[0])
    names = ["region", "sector"] if width == 2 else ["stressor"]
    with open(path, "w", encoding="ascii") as file:
        for level, name in enumerate(levels):
            file.write("\t".join([name] + [""] * (width - 1) + [column[level] for column in columns]) + "\n")
        file.write("\t".join(names + [""] * len(columns)) + "\n")
        for label, row in zip(rows, values):
            file.write("\t".join(label) + "\t" + "\t".join(map(repr, row.tolist())) + "\n")


def units(path, names, labels):
    with open(path, "w", encoding="ascii") as file:
        file.write("\t".join(names) + "\tunit\n")
        file.writelines("\t".join(label) + "\tM\n" for label in labels)


def parameters(folder, kind, files, **more):
    listed = {
        name: {"name": name + ".txt", "nr_index_col": str(index), "nr_header": str(header)}
        for name, (index, header) in files.items()
    }
    with open(os.path.join(folder, "file_parameters.json"), "w", encoding="utf-8") as file:
        json.dump({"files": listed, "systemtype": kind, **more}, file)


if __name__ == "__main__":
    import sys

    Table(int(sys.argv[1]), int(sys.argv[2])).write(sys.argv[3])
