public import InputOutput
public import StatisticalData

/// What is wrong with a regionalisation, as faults with messages.
public enum RegionalisationFaultTexts {
    /// Runs `body`; what it throws is told at the rows of the figures, or at `place`.
    ///
    /// - Parameters:
    ///   - industries: the industries whose positions faults name.
    ///   - rows: the row of each industry in the file of figures; empty for figures from elsewhere.
    ///   - categories: the categories of final demand whose positions faults name.
    public static func telling<Value>(
        at place: Place, industries: [Industry], rows: [Place] = [], categories: [DemandCategory] = [],
        _ body: () throws(RegionalisationFaults) -> Value
    ) throws(Faults) -> Value {
        do throws(RegionalisationFaults) {
            return try body()
        } catch {
            var collector = FaultCollector(limit: 100)
            for found in error.list {
                collector.add(fault(found, place, industries, rows, categories))
            }
            throw Faults(collector.all(in: place.file))
        }
    }

    private static func fault(
        _ fault: RegionalisationFault, _ place: Place, _ industries: [Industry], _ rows: [Place],
        _ categories: [DemandCategory]
    ) -> Fault {
        func name(_ position: Int) -> String {
            industries.indices.contains(position) ? industries[position].shown : String(position + 1)
        }
        func row(_ position: Int) -> Place { rows.indices.contains(position) ? rows[position] : place }
        switch fault {
        case .wrongCount(let expected, let found):
            return Fault(
                "io-regional-count", at: place, ["expected": String(expected), "found": String(found)])
        case .badFigure(let industry, let value):
            return Fault(
                "io-regional-figure", at: row(industry), ["industry": name(industry), "found": Decimals.text(value)])
        case .beyondNation(let industry, let region, let nation):
            return Fault(
                "io-regional-beyond", at: row(industry),
                ["industry": name(industry), "found": Decimals.text(region), "limit": Decimals.text(nation)])
        case .noTotal: return Fault("io-regional-total-zero", at: place)
        case .badDelta(let delta): return Fault("io-regional-delta", at: place, ["found": Decimals.text(delta)])
        case .wrongSize(let rows, let columns, let expected):
            return Fault(
                "io-wrong-size", at: place,
                ["part": "A", "expected": "\(expected) x \(expected)", "found": "\(rows) x \(columns)"])
        case .severalAreas(let count): return Fault("io-regional-areas", at: place, ["count": String(count)])
        case .badShare(let category, let share):
            let label = categories.indices.contains(category) ? categories[category].category : String(category + 1)
            return Fault("io-regional-share", at: place, ["category": label, "found": Decimals.text(share)])
        case .unsolvable: return Fault("io-regional-unsolvable", at: place)
        }
    }
}

extension Fault {
    /// A row of totals that are not the sums of their columns.
    static func ioTotal(_ found: Double, sum: Double, at place: Place) -> Fault {
        Fault("io-total", at: place, ["found": Decimals.text(found), "expected": Decimals.text(sum)])
    }
}
