public import CompositeIndicators

extension IndexWords {
    /// What is varied when nothing is said: weights by a quarter; scales and means that any data can take.
    public static let usualChoices = "weights:0.25,normalise:minmax:1:100+rank,aggregate:arithmetic+geometric"

    /// The choices that vary, separated by commas, alternatives by `+`: `weights:0.25,normalise:minmax:1:100+rank`.
    ///
    /// - Parameter groups: the labels of the units by group column; `nil` checks the words alone.
    /// - Throws: `Unknown`, also for a step named twice; a `Fault` for a group column there is not.
    public static func choices(_ text: String, groups: [String: [String?]]?) throws -> [IndexUncertainty.Choice] {
        let choices = try text.split(separator: ",", omittingEmptySubsequences: false).map {
            try choice(String($0), groups: groups)
        }
        guard Set(choices.map(\.name)).count == choices.count else { throw Unknown("vary", text) }
        return choices
    }

    private static func choice(_ text: String, groups: [String: [String?]]?) throws -> IndexUncertainty.Choice {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw Unknown("vary", text) }
        let words = parts[1].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        switch parts[0] {
        case "weights":
            guard let noise = Double(parts[1]), (0...1).contains(noise) else { throw Unknown("vary", text) }
            return .weights(noise: noise)
        case "impute": return .imputation(try words.map { try imputation($0, groups: groups) })
        case "treat": return .treatment(try words.map { try treatment($0) })
        case "normalise": return .normalisation(try words.map { try normalisation($0) })
        case "aggregate": return .aggregation(try words.map { try aggregation($0) })
        default: throw Unknown("vary", text)
        }
    }
}
