import LedgerStore
public import StatisticalData
import Studies

/// Two workspaces side by side on what they have in common.
public struct WorkspaceComparison: Sendable {
    /// A difference of definition: what an indicator is said to be.
    public struct Definition: Sendable, Hashable {
        /// What differs.
        public enum Aspect: String, Sendable, CaseIterable {
            /// Only one of the two has it.
            case onlyInOne = "only-in-one"
            /// The name.
            case name
            /// The unit; `value` follows where units convert.
            case unit
            /// Units that measure different things: values cannot be compared.
            case dimension
            /// Which way is better.
            case direction
            /// The goals it informs.
            case goals
        }

        /// The indicator.
        public let indicator: Indicator.ID
        /// What differs.
        public let aspect: Aspect
        /// What the first says; empty where it has none.
        public let first: String
        /// What the second says.
        public let second: String
    }

    /// A figure of both.
    public struct Value: Sendable, Hashable {
        /// The indicator.
        public let indicator: Indicator.ID
        /// The transformation.
        public let transformation: Transformation
        /// The period.
        public let period: Period
        /// The unit of both values: that of the first workspace.
        public let unit: UnitOfMeasure
        /// The figure of the first.
        public let first: Double
        /// The figure of the second, converted.
        public let second: Double
        /// The weaker mark of the two.
        public let trust: Trust

        /// second - first.
        public var difference: Double { second - first }
    }

    /// A study of the first run on the second.
    public struct Study: Sendable {
        /// The study.
        public let id: String
        /// Values both have, by item, measure and period, each for the home area.
        public let values: [StudyValue]
        /// Why it could not be run on the second: what is missing there.
        public let missing: [Fault]
    }

    /// A value of a study in both.
    public struct StudyValue: Sendable, Hashable {
        /// The item.
        public let item: String
        /// The measure.
        public let measure: String
        /// The period.
        public let period: Period
        /// The value in the first: a number or a word.
        public let first: Finding
        /// The value in the second.
        public let second: Finding
    }

    /// Differences of definition, by indicator: they stand before any value.
    public let definitions: [Definition]
    /// Figures of the home areas.
    public let values: [Value]
    /// Studies of the first run on the second.
    public let studies: [Study]
}

extension WorkspaceComparison {
    /// Compares the home areas of two workspaces.
    ///
    /// - Parameter names: studies to compare; all of the first without.
    public init(_ first: OpenWorkspace, _ second: OpenWorkspace, studies names: [String]? = nil) throws {
        let (one, other) = (first.workspace, second.workspace)
        definitions = Self.definitions(one.indicators, other.indicators)
        values = try Self.values(first, second)
        let chosen = try names.map { try $0.map { try one.study($0) } } ?? one.studies
        studies = try chosen.map { try Self.study($0, first, second) }
    }

    static func definitions(_ one: [Indicator], _ other: [Indicator]) -> [Definition] {
        let (first, second) = (byID(one), byID(other))
        return Set(first.keys).union(second.keys).sorted().flatMap { id -> [Definition] in
            guard let a = first[id], let b = second[id] else {
                return [
                    Definition(
                        indicator: id, aspect: .onlyInOne, first: first[id]?.name.en ?? "",
                        second: second[id]?.name.en ?? "")
                ]
            }
            let isComparable = a.unit.dimension == b.unit.dimension
            let pairs: [(Definition.Aspect, String, String)] = [
                (.name, a.name.en + " / " + a.name.zh, b.name.en + " / " + b.name.zh),
                (isComparable ? .unit : .dimension, a.unit.symbol, b.unit.symbol),
                (.direction, a.direction.rawValue, b.direction.rawValue),
                (
                    .goals, a.goals.map(String.init).joined(separator: " "),
                    b.goals.map(String.init).joined(separator: " ")
                ),
            ]
            return pairs.filter { $0.1 != $0.2 }.map {
                Definition(indicator: id, aspect: $0.0, first: $0.1, second: $0.2)
            }
        }
    }

    private static func byID(_ indicators: [Indicator]) -> [Indicator.ID: Indicator] {
        Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func values(_ first: OpenWorkspace, _ second: OpenWorkspace) throws -> [Value] {
        let common = Set(first.workspace.indicators.map(\.id)).intersection(second.workspace.indicators.map(\.id))
        var found: [Value] = []
        for id in common.sorted() {
            for transformation in Transformation.allCases {
                let one = try first.series(id, transformation)
                let other = Dictionary(
                    try second.series(id, transformation).map { ($0.period, $0) }, uniquingKeysWith: { a, _ in a })
                for figure in one {
                    guard let value = figure.value, let match = other[figure.period],
                        let matched = match.value(in: figure.unit)
                    else { continue }
                    found.append(
                        Value(
                            indicator: id, transformation: transformation, period: figure.period, unit: figure.unit,
                            first: value, second: matched, trust: max(figure.trust, match.trust)))
                }
            }
        }
        return found
    }

    /// The study as the first declares it, with its files, on the ledger, areas and home area of the second.
    private static func study(_ study: Studies.Study, _ first: OpenWorkspace, _ second: OpenWorkspace) throws -> Study {
        let home = try first.result(of: study)
        var collector = FaultCollector(limit: 100)
        let folder = first.workspace.folder
        let own = second.workspace.context(ledger: second.ledger)
        let context = StudyContext(
            areas: own.areas, homeArea: own.homeArea, indicators: own.indicators, sources: own.sources,
            defaultSources: own.defaultSources, ledger: own.ledger,
            readFile: { path, place in [UInt8](try folder.read(path, namedAt: place)) })
        let away = try collector.collect { _ in try PreparedStudy(study, in: context).compute() }
        guard let away else { return Study(id: study.id, values: [], missing: collector.all(in: study.place.file)) }
        let index = Dictionary(
            away.values.filter { $0.key.area == own.homeArea }.map { (Address($0.key), $0.finding) },
            uniquingKeysWith: { a, _ in a })
        let values = home.values.filter { $0.key.area == first.workspace.configuration.area }.compactMap { value in
            index[Address(value.key)].map {
                StudyValue(
                    item: value.key.item, measure: value.key.measure, period: value.key.period, first: value.finding,
                    second: $0)
            }
        }
        return Study(id: study.id, values: values, missing: [])
    }

    private struct Address: Hashable {
        let item: String
        let measure: String
        let period: Period

        init(_ key: ResultKey) {
            item = key.item
            measure = key.measure
            period = key.period
        }
    }
}

extension OpenWorkspace {
    /// The newest figures of an indicator for the home area.
    fileprivate func series(_ id: Indicator.ID, _ transformation: Transformation) throws -> [Observation] {
        try ledger.series(SeriesKey(id, transformation, in: workspace.configuration.area), asKnownOn: nil)
    }
}

extension Finding {
    /// The difference of two numbers; `nil` where one is a word.
    public func minus(_ other: Finding) -> Double? {
        guard case .number(let left, _, _) = self, case .number(let right, _, _) = other else { return nil }
        return left - right
    }
}
