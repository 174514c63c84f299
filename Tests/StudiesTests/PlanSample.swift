import StatisticalData
import Studies

/// A plan of rows written as a test needs them.
struct PlanSample {
    static let header =
        "plan,indicator,area,name_en,name_zh,nature,form,transformation,direction,base_year,base,base_unit,base_trust,"
        + "target_year,operator,target,unit,relative_to_base,source,trust"

    var rows: [String]
    var views: [String] = []
    /// Whether each row starts with the series that measures it.
    var hasSeries = false
    /// Further columns, whose cells each row has at its end.
    var columns = ""
    var workspace = SampleWorkspace()

    init(_ rows: String..., indicators: [String: UnitOfMeasure] = ["x": .percent], _ figures: [Observation] = []) {
        self.rows = rows
        workspace.indicators = indicators
        workspace.observations = figures
    }

    var yaml: String {
        let earlier = views.isEmpty ? "" : "\nearlier-views: [\(views.joined(separator: ", "))]"
        return """
            kind: plan-ledger
            title: {en: Sample, zh: 样例}
            targets: {file: targets.csv, plan: P}
            """ + earlier
    }

    /// The rows with the plan's code, which stands after the series where there is one.
    private var lines: [String] {
        rows.map { row in
            guard hasSeries else { return "P," + row }
            let parts = row.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            return parts[0] + ",P," + parts[1]
        }
    }

    private var filled: SampleWorkspace {
        var copy = workspace
        let header = (hasSeries ? "series," : "") + Self.header + (columns.isEmpty ? "" : "," + columns)
        copy.files["targets.csv"] = ([header] + lines).joined(separator: "\n") + "\n"
        return copy
    }

    func run() throws -> ResultIndex { try filled.run(yaml) }

    func faults() throws -> [String] { try filled.faults(yaml) }

    func prepare() throws -> PreparedStudy { try filled.prepare(yaml) }
}
