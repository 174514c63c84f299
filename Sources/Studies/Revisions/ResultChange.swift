public import StatisticalData

/// A value of a study that is not the same on two dates.
public struct ResultChange: Hashable, Sendable {
    /// Why a value differs: what the later value rests on and the earlier did not.
    public enum Cause: String, CaseIterable, Sendable {
        /// Figures that were known before with another value, mark or sign.
        case revised = "revised-figures"
        /// Figures of which there were none before.
        case new = "new-figures"
        /// Both.
        case both = "revised-and-new-figures"
        /// Neither among the figures the later value rests on: there is no later value, or it follows from what else the
        /// study found.
        case other
    }

    /// The address of the value.
    public let key: ResultKey
    /// The value first; `nil` when there was none.
    public let before: ResultValue?
    /// The value later; `nil` when there is none.
    public let after: ResultValue?
    /// Why they differ.
    public let cause: Cause

    /// Whether readers draw conclusions from the value: a word, such as a verdict, or a rank.
    public var isConclusion: Bool {
        key.measure == "rank" || before?.word != nil || after?.word != nil
    }
}

/// Compares the results of one study on what was known on two dates.
public enum ResultComparison {
    /// The values that differ, in the order of the later result, then those that only the earlier one has.
    ///
    /// Numbers and words are compared exactly; intervals are not, and neither are values as known on a date of their own
    /// (`achieved@2020-07-01`), which both results look back to. A word of which an item has one each time, such as a
    /// verdict, is compared whatever the period it is filed under.
    ///
    /// - Parameters:
    ///   - before: the result on the earlier date; `nil` when the study could not be computed then.
    ///   - after: the result on the later date; likewise.
    public static func changes(from before: StudyResult?, to after: StudyResult?) -> [ResultChange] {
        let earlier = ComparedResult(before)
        let later = ComparedResult(after)
        var evidence = Evidence(later.index)
        let known = Set(Evidence(earlier.index).all())
        func change(_ old: ResultValue?, _ new: ResultValue?) -> ResultChange? {
            guard let key = new?.key ?? old?.key, !key.measure.contains("@") else { return nil }
            guard old?.number != new?.number || old?.word != new?.word else { return nil }
            let cause = new.map { Evidence.cause(known: known, now: evidence.observations(of: $0.key)) } ?? .other
            return ResultChange(key: key, before: old, after: new, cause: cause)
        }
        let values = after?.values ?? []
        let gone = before?.values.filter { later.counterpart(of: $0, in: earlier) == nil } ?? []
        return values.compactMap { change(earlier.counterpart(of: $0, in: later), $0) }
            + gone.compactMap { change($0, nil) }
    }
}

/// A result of one date, in which the values of the result of another date are looked up.
private struct ComparedResult {
    let index: ResultIndex?
    /// The words of which an item has only one.
    private let single: [Address: ResultValue]

    private struct Address: Hashable {
        let item: String
        let measure: String
        let area: Area.ID

        init(_ key: ResultKey) {
            item = key.item
            measure = key.measure
            area = key.area
        }
    }

    init(_ result: StudyResult?) {
        index = result.map { ResultIndex($0) }
        let words = Dictionary(grouping: result?.values.filter { $0.word != nil } ?? []) { Address($0.key) }
        single = words.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// What stands here in the place of a value of `other`.
    func counterpart(of value: ResultValue, in other: ComparedResult) -> ResultValue? {
        if let same = index?[value.key] { return same }
        let address = Address(value.key)
        return other.single[address] == nil ? nil : single[address]
    }
}

/// The figures of the ledger that the values of a result rest on, found once for each value.
struct Evidence {
    private let index: ResultIndex?
    private var found: [ResultKey: Set<Observation>] = [:]

    init(_ index: ResultIndex?) {
        self.index = index
    }

    /// The figures a value rests on, through all values between; none for a value that there is not.
    mutating func observations(of key: ResultKey) -> Set<Observation> {
        if let known = found[key] { return known }
        // A stored result that refers to itself ends here.
        found[key] = []
        var observations: Set<Observation> = []
        for input in index?[key]?.derivation.inputs ?? [] {
            switch input.origin {
            case .observation(let observation): observations.insert(observation)
            case .result(let other): observations.formUnion(self.observations(of: other))
            case .declared: break
            }
        }
        found[key] = observations
        return observations
    }

    /// The figures that any value rests on.
    func all() -> [Observation] {
        index?.result.values.flatMap { value in
            value.derivation.inputs.compactMap { input in
                if case .observation(let observation) = input.origin { observation } else { nil }
            }
        } ?? []
    }

    private struct Figure: Hashable {
        let series: SeriesKey
        let period: Period

        init(_ observation: Observation) {
            series = observation.series
            period = observation.period
        }
    }

    /// Why a value that rests on the figures `now` is not what it was when the figures `known` were all there were.
    static func cause(known: Set<Observation>, now: Set<Observation>) -> ResultChange.Cause {
        let figures = Set(known.map(Figure.init))
        let added = now.subtracting(known)
        let revised = added.contains { figures.contains(Figure($0)) }
        let new = added.contains { !figures.contains(Figure($0)) }
        switch (revised, new) {
        case (true, true): return .both
        case (true, false): return .revised
        case (false, true): return .new
        case (false, false): return .other
        }
    }
}
