"""Generates the tables iData and iMeta of a composite index with a fixed seed."""

import os
import random

PILLAR, SEED = 6, 20260101


def write_tables(folder, units, indicators):
    """Writes data.csv and metadata.csv: pillars of six indicators, two sub-indices, one index; 3 % of values missing.

    Every tenth indicator is skewed, so that treatment has work; every third is better when it is less.
    """
    os.makedirs(folder)
    generator = random.Random(SEED)
    codes = [f"x{number}" for number in range(indicators)]
    with open(os.path.join(folder, "data.csv"), "w", encoding="ascii", newline="\n") as file:
        file.write("uCode,Region," + ",".join(codes) + "\n")
        for unit in range(units):
            level = generator.gauss(0, 1)
            cells = [cell(generator, level, number) for number in range(indicators)]
            file.write(f"u{unit},R{unit % 4}," + ",".join(cells) + "\n")
    pillars = max(1, indicators // PILLAR)
    with open(os.path.join(folder, "metadata.csv"), "w", encoding="ascii", newline="\n") as file:
        file.write("iCode,Level,Parent,Direction,Weight,Type\n")
        for number, code in enumerate(codes):
            file.write(f"{code},1,p{number % pillars},{-1 if number % 3 == 2 else 1},1,Indicator\n")
        for pillar in range(pillars):
            file.write(f"p{pillar},2,s{pillar % min(2, pillars)},1,1,Aggregate\n")
        for part in range(min(2, pillars)):
            file.write(f"s{part},3,Index,1,1,Aggregate\n")
        file.write("Index,4,NA,1,1,Aggregate\nRegion,NA,NA,NA,NA,Group\n")


def cell(generator, level, number):
    value = generator.gauss(50 + 5 * level, 10)
    if number % 10 == 0:
        value = 2.0 ** (value / 10)
    return "NA" if generator.random() < 0.03 else f"{value:.4f}"
