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

    /// Combinations that no run takes, separated by commas, each a normalisation and an aggregation with `+` between:
    /// `zscore:0:1+geometric`.
    public static func excludedPairs(_ text: String) throws(Unknown) -> [IndexUncertainty.ExcludedPair] {
        var pairs: [IndexUncertainty.ExcludedPair] = []
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = pair.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 2, let scale = try? normalisation(positive(words[0])),
                let mean = try? aggregation(words[1])
            else { throw Unknown("exclude", String(pair)) }
            pairs.append(IndexUncertainty.ExcludedPair(scale, mean))
        }
        return pairs
    }

    /// A scale named without its bounds, with bounds that keep scores above zero, so that every mean can take them.
    private static func positive(_ word: String) -> String {
        switch word {
        case "minmax": "minmax:1:100"
        case "zscore": "zscore:10:2"
        default: word
        }
    }

    private static func choice(_ text: String, groups: [String: [String?]]?) throws -> IndexUncertainty.Choice {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw Unknown("vary", text) }
        let words = parts[1].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        switch parts[0] {
        case "impute" where words == ["em-draw"]: return .imputationDraws(.byParent)
        case "impute": return .imputation(try words.map { try imputation($0, groups: groups) })
        case "treat": return .treatment(try words.map { try treatment($0) })
        case "normalise": return .normalisation(try words.map { try normalisation(positive($0)) })
        case "aggregate": return .aggregation(try words.map { try aggregation($0) })
        case let name where name.hasPrefix("aggregate@"):
            guard let level = Int(name.dropFirst(10)), level >= 2 else { throw Unknown("vary", text) }
            return .aggregationOnLevel(level, try words.map { try aggregation($0) })
        case "weights":
            guard let choice = weights(words) else { throw Unknown("vary", text) }
            return choice
        case "experts":
            guard !words.contains(""), Set(words).count == words.count else { throw Unknown("vary", text) }
            return .expertColumns(words)
        case "leave-out":
            guard let exclusion = exclusion(words) else { throw Unknown("vary", text) }
            return .exclusion(exclusion)
        case "error" where parts[1] == "printed": return .error(MeasurementError(.printed))
        default:
            guard let number = Double(parts[1]), let choice = drawn(parts[0], number) else {
                throw Unknown("vary", text)
            }
            return choice
        }
    }

    /// `0.25` on all levels, or `0.25@2+0.1@3` on those named.
    private static func weights(_ words: [String]) -> IndexUncertainty.Choice? {
        if words.count == 1, let noise = Double(words[0]) {
            return (0...1).contains(noise) ? .weights(noise: noise) : nil
        }
        var shares: [Int: Double] = [:]
        for word in words {
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let share = Double(parts[0]), (0...1).contains(share), let level = Int(parts[1]),
                level >= 1, shares.updateValue(share, forKey: level) == nil
            else { return nil }
        }
        return .weightsByLevel(shares)
    }

    /// `one` for any one of the indicators, else codes, `none` leaving nothing out.
    private static func exclusion(_ words: [String]) -> IndexUncertainty.Exclusion? {
        if words == ["one"] { return .anyIndicator }
        guard !words.contains(""), Set(words).count == words.count else { return nil }
        return .elements(words.map { $0 == "none" ? [] : [$0] })
    }

    private static func drawn(_ name: String, _ number: Double) -> IndexUncertainty.Choice? {
        switch name {
        case "dirichlet" where number > 0 && number.isFinite: .dirichlet(concentration: number)
        case "goalposts" where number >= 0 && number < 0.5: .goalposts(share: number)
        case "error" where number >= 0 && number.isFinite: .error(MeasurementError(.relative(number)))
        default: nil
        }
    }
}
