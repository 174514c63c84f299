import StatisticalData
import Studies

/// A composite index from raw figures: two groups with two indicators each, one of them better when lower.
struct CompositeIndexStepsSample {
    var steps = "normalise: \"minmax:0:100\""
    var further = ""
    /// The figures by area, in the order of the indicators; an empty text is a missing figure.
    var figures: [(area: String, values: [String])] = [
        ("A", ["10.0", "200.0", "5.0", "30.0"]), ("B", ["20.0", "100.0", "7.0", "10.0"]),
        ("C", ["15.0", "150.0", "9.0", "20.0"]), ("D", ["12.0", "180.0", "6.0", "25.0"]),
    ]

    static let indicators = ["forest", "coal", "wages", "waste"]
    static let framework = """
        id,parent,name_en,name_zh,weight,direction,trust
        index,,Index,指数,,up,official
        nature,index,Nature,自然,,up,official
        forest,nature,Forest,森林,3,up,official
        coal,nature,Coal,煤炭,1,down,official
        people,index,People,民生,,up,official
        wages,people,Wages,工资,2,up,official
        waste,people,Waste,废物,2,down,official

        """

    var yaml: String {
        let observed = Self.indicators.map { "\($0): raw-\($0)" }.joined(separator: ", ")
        return """
            kind: composite-index
            title: {en: Sample, zh: 样例}
            framework: {file: framework.csv}
            observed: {\(observed)}
            areas: {parent: W}
            period: "2020"
            steps: {\(steps)}
            \(further)
            """
    }

    func workspace() throws -> SampleWorkspace {
        var workspace = SampleWorkspace()
        workspace.areaIDs = figures.map(\.area)
        workspace.files["framework.csv"] = Self.framework
        for indicator in Self.indicators + ["people-number"] { workspace.indicators["raw-" + indicator] = .one }
        for row in figures {
            for (indicator, text) in zip(Self.indicators + ["people-number"], row.values) where !text.isEmpty {
                workspace.observations.append(
                    try .printed(text, "raw-" + indicator, "2020", in: row.area, unit: "1"))
            }
        }
        return workspace
    }

    func run() throws -> ResultIndex { try workspace().run(yaml) }

    func faults() throws -> [String] { try workspace().faults(yaml) }
}

extension ResultIndex {
    /// A number of 2020.
    func number(_ item: String, _ measure: String, _ area: String) -> Double? {
        self[item, measure, Area.ID(area), .year(2020)]?.number
    }
}
