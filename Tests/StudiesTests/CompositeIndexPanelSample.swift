import StatisticalData
import Studies

/// The sample of steps at two further periods.
struct CompositeIndexPanelSample {
    var steps = "normalise: \"minmax:0:100\""
    var panel = "periods: [\"2015\", \"2018\", \"2020\"], scale: pooled, change: {from: \"2015\", to: \"2020\"}"
    /// The figures of 2015 and 2018 by area.
    var earlier: [(year: Int, area: String, values: [String])] = [
        (2015, "A", ["9.0", "240.0", "4.0", "33.0"]), (2015, "B", ["16.0", "140.0", "6.0", "12.0"]),
        (2015, "C", ["15.0", "190.0", "5.0", "26.0"]), (2015, "D", ["11.0", "150.0", "5.0", "21.0"]),
        (2018, "A", ["9.5", "220.0", "4.5", "31.0"]), (2018, "B", ["18.0", "120.0", "6.0", "11.0"]),
        (2018, "C", ["15.0", "170.0", "8.0", "23.0"]), (2018, "D", ["11.5", "175.0", "5.5", "24.0"]),
    ]
    var further = ""

    var base: CompositeIndexStepsSample {
        var sample = CompositeIndexStepsSample()
        sample.steps = steps
        sample.further = "panel: {\(panel)}\n" + further
        return sample
    }

    func workspace() throws -> SampleWorkspace {
        var workspace = try base.workspace()
        for row in earlier {
            for (indicator, text) in zip(CompositeIndexStepsSample.indicators, row.values) where !text.isEmpty {
                workspace.observations.append(
                    try .printed(text, "raw-" + indicator, String(row.year), in: row.area, unit: "1"))
            }
        }
        return workspace
    }

    func run() throws -> ResultIndex { try workspace().run(base.yaml) }

    func faults() throws -> [String] { try workspace().faults(base.yaml) }
}

extension ResultIndex {
    func number(_ item: String, _ measure: String, _ area: String, in year: Int) -> Double? {
        self[item, measure, Area.ID(area), .year(year)]?.number
    }
}
