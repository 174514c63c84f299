"""pymrio's side of the benchmark of accounts: reads a folder, computes everything, keeps the accounts for the comparison.

Prints the processor seconds and peak memory (MiB) of each step; what importing pymrio takes stands apart.
"""

import os
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")
os.environ["TQDM_DISABLE"] = "1"
import numpy
import pymrio


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder, output=None, wanted=""):
    marks = [time.process_time()]
    system = pymrio.load_all(folder)
    marks.append(time.process_time())
    loaded = peak()
    system.calc_all()
    marks.append(time.process_time())
    print("read", marks[1] - marks[0])
    print("computed", marks[2] - marks[1])
    print("peak-read", loaded)
    print("peak", peak())
    if output:
        os.makedirs(output, exist_ok=True)
        extension = getattr(system, "emissions")
        for name in wanted.split(","):
            numpy.save(os.path.join(output, name + ".npy"), getattr(extension, name).to_numpy())


if __name__ == "__main__":
    main(*sys.argv[1:4])
