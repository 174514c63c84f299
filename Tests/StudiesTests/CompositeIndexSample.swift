import StatisticalData
import Studies

/// A composite index of two groups with two indicators each, for rules and laws.
struct CompositeIndexSample {
    var classWeights = ["binding": 3.0, "other": 1.0]
    var order: [String] = ["A", "B", "C"]
    /// The scores of the groups by area; an area without one has no figure.
    var scores: [String: [String: Double]]

    static let framework = """
        id,parent,name_en,name_zh,class,weight,trust
        index,,Index,指数,,,official
        air,index,Air,空气,,,official
        air-1,air,One,一,binding,,official
        air-2,air,Two,二,other,,press
        water,index,Water,水,,,official
        water-1,water,One,一,binding,,official
        water-2,water,Two,二,binding,,official

        """

    var yaml: String {
        let classes = classWeights.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return """
            kind: composite-index
            title: {en: Sample, zh: 样例}
            framework: {file: framework.csv, class-weights: {\(classes.joined(separator: ", "))}}
            observed: {air: score-air, water: score-water}
            areas: {parent: W}
            period: "2020"
            """
    }

    func workspace() throws -> SampleWorkspace {
        var workspace = SampleWorkspace()
        workspace.areaIDs = order
        workspace.files["framework.csv"] = Self.framework
        workspace.indicators = ["score-air": .points, "score-water": .points, "published": .points]
        for (area, parts) in scores.sorted(by: { $0.key < $1.key }) {
            for (part, score) in parts.sorted(by: { $0.key < $1.key }) {
                workspace.observations.append(
                    try .printed(Decimals.text(score), "score-" + part, "2020", in: area, unit: "points"))
            }
        }
        return workspace
    }

    func run() throws -> ResultIndex { try workspace().run(yaml) }
}
