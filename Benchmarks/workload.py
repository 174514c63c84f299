"""Generated workspaces: the same arguments give the same bytes."""

import os

INDICATORS = 200
LAST_YEAR = 2024
SEED = 20160630

# Unit, decimals printed, greatest value.
UNITS = [
    ("10^4 tce", 2, 40000), ("tce per 10^4 yuan", 3, 3), ("10^8 m3", 1, 600), ("ug/m3", 1, 120),
    ("%", 2, 100), ("10^8 yuan", 2, 90000), ("10^4 t", 2, 5000), ("t CO2 per 10^4 yuan", 3, 6),
    ("kWh per 10^4 yuan", 1, 2000), ("10^4 persons", 2, 9000),
]

HEADER = "indicator,area,period,transformation,value,unit,qualifier,known_on,revision,trust,source,note,note_zh\n"

# The same columns for the sqlite3 shell, with the natural key of an observation as primary key.
SQL_TABLE = """CREATE TABLE observation (
    indicator TEXT, area TEXT, period TEXT, transformation TEXT, value REAL, unit TEXT, qualifier TEXT,
    known_on TEXT, revision TEXT, trust TEXT, source TEXT, note TEXT, note_zh TEXT,
    PRIMARY KEY (indicator, transformation, area, period, known_on, source)
) WITHOUT ROWID;"""

RECORD = """sources:
  - id: yearbook
    publisher: {en: Office of Statistics, zh: 统计局}
    title: {en: Statistical yearbook, zh: 统计年鉴}
    licence: {en: generated, zh: 生成数据}
    trust: official
  - id: bulletin
    publisher: {en: Office of Statistics, zh: 统计局}
    title: {en: Annual bulletin, zh: 年度公报}
    licence: {en: generated, zh: 生成数据}
    trust: press
"""


class Numbers:
    """A linear congruential generator (Knuth's MMIX): the same on every machine and version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % limit


def area_code(number):
    return f"{100000 + number * 100}"


def rows(count, areas, order):
    """Rows of the batch: as many years as `count` asks for. `order` is "series" (all years of a series together) or "years" (all series of a year)."""
    series = INDICATORS * areas
    years = count // series
    if years * series != count:
        raise ValueError(f"{count} is no multiple of {series}")
    numbers = Numbers(SEED)
    first = LAST_YEAR - years + 1
    if order == "series":
        keys = ((s, first + y) for s in range(series) for y in range(years))
    else:
        keys = ((s, first + y) for y in range(years) for s in range(series))
    for key, year in keys:
        indicator, area = divmod(key, areas)
        unit, decimals, greatest = UNITS[indicator % len(UNITS)]
        value = numbers.below(greatest * 10**decimals) / 10**decimals
        chance = numbers.below(1000)
        source, known = ("bulletin", f"{year + 1}-02-28") if chance < 100 else ("yearbook", f"{year + 1}-09")
        qualifier = "~" if chance == 500 else ""
        note = '"read from a chart, not from a table",读自图而非表' if chance % 50 == 1 else ","
        revision = "preliminary" if source == "bulletin" else "final"
        yield (
            f"ind-{indicator:03d},{area_code(area)},{year},level,{value:.{decimals}f},{unit},{qualifier},"
            f"{known},{revision},official,{source},{note}\n")


def write_workspace(folder, count, areas, order):
    """Writes a workspace with one batch of `count` rows and no studies; returns the path of the batch."""
    os.makedirs(os.path.join(folder, "data"))

    def write(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            file.writelines(text)

    write("greenprint.yaml", ['name: {en: Generated, zh: 生成数据}\narea: "100000"\n'])
    write("areas.csv", ["id,parent,level,name_en,name_zh\n"] + [
        f"{area_code(n)},{'' if n == 0 else area_code(0)},{'province' if n == 0 else 'county'},Area {n},地区{n}\n"
        for n in range(areas)])
    write("indicators.csv", ["id,name_en,name_zh,unit,direction\n"] + [
        f"ind-{n:03d},Indicator {n},指标{n},{UNITS[n % len(UNITS)][0]},none\n" for n in range(INDICATORS)])
    write("data/big.source.yaml", [RECORD + f"rows: {count}\n"])
    batch = os.path.join(folder, "data", "big.csv")
    write("data/big.csv", (line for part in ([HEADER], rows(count, areas, order)) for line in part))
    return batch
