import Declarations
import LedgerStore
public import StatisticalData
import Studies

/// A good practice: the problem, what was done, the evidence as series of the ledger, and what would transfer.
public struct PracticeCase: Hashable, Sendable {
    /// The name of its file without ending.
    public let id: String
    /// Where it is declared.
    public let place: Place
    /// What it says.
    public let declared: Declared

    /// The keys of a case.
    public struct Declared: Decodable, Hashable, Sendable {
        /// The title.
        public let title: LocalisedText
        /// Who acted.
        public let kind: Kind
        /// The area it is about.
        public let area: Area.ID
        /// The years, such as `2016/2020`.
        public let period: Period
        /// The problem.
        public let problem: LocalisedText
        /// What was done.
        public let done: LocalisedText
        /// What the evidence shows, and what it does not.
        public let reading: LocalisedText
        /// What would transfer to other places, and what would not.
        public let transfer: LocalisedText
        /// The series that are evidence.
        public let evidence: [Evidence]
    }

    /// Who acted.
    public enum Kind: String, Decodable, Hashable, Sendable, CaseIterable {
        /// A government.
        case policy
        /// A firm.
        case business
        /// An industrial park.
        case park
        /// A city.
        case city
    }

    /// A series of the ledger.
    public struct Evidence: Decodable, Hashable, Sendable {
        /// The indicator.
        public let indicator: Indicator.ID
        /// What was done to its level; `level` when omitted.
        public let transformation: Transformation?
        /// The area; that of the case when omitted.
        public let area: Area.ID?
    }

    static let schema = Schema.mapping([
        .required("title", .localisedText), .required("kind", .word(Kind.allCases.map(\.rawValue))),
        .required("area", .text), .required("period", .period), .required("problem", .localisedText),
        .required("done", .localisedText), .required("reading", .localisedText), .required("transfer", .localisedText),
        .required(
            "evidence",
            .list(
                .mapping([
                    .required("indicator", .text),
                    .optional("transformation", .word(Transformation.allCases.map(\.rawValue))),
                    .optional("area", .text),
                ]))),
    ])

    /// Reads a case.
    ///
    /// - Throws: `Faults` with everything that is not as a case must be.
    public init(id: String, yaml text: String, file: String) throws(Faults) {
        declared = try Declaration(text, file: file).decode(Declared.self, schema: Self.schema)
        self.id = id
        place = Place(file: file)
        guard !declared.evidence.isEmpty else { throw Faults([.caseWithoutEvidence(at: place)]) }
    }

    /// Whether every word occurs in the texts of the case, in either language, whatever the case of letters.
    public func matches(_ words: [String]) -> Bool {
        let texts = [declared.title, declared.problem, declared.done, declared.reading, declared.transfer]
        let all = (texts.flatMap { [$0.en, $0.zh] } + [id, declared.kind.rawValue]).joined(separator: "\n").lowercased()
        return words.allSatisfy { all.contains($0.lowercased()) }
    }
}

extension Workspace {
    /// The folder of cases.
    static let casesFolder = "cases"

    /// The cases, by id.
    ///
    /// - Throws: `Faults` with everything wrong in their files, areas and indicators that are not registered included.
    public func practiceCases() throws -> [PracticeCase] {
        var collector = FaultCollector()
        let known = Set(indicators.map(\.id))
        let cases = try folder.files(in: Self.casesFolder, endings: [".yaml"]).compactMap { name -> PracticeCase? in
            let file = Self.casesFolder + "/" + name
            let read = try collector.collect { _ in
                try PracticeCase(id: String(name.dropLast(5)), yaml: try folder.text(file), file: file)
            }
            guard let read else { return nil }
            let declared = read.declared
            for area in [declared.area] + declared.evidence.compactMap(\.area) where areas[area] == nil {
                collector.add(.unknownArea(area.rawValue, among: areas.areas.map(\.id), at: read.place))
            }
            for entry in declared.evidence where !known.contains(entry.indicator) {
                collector.add(.unknownIndicator(entry.indicator.rawValue, among: known, at: read.place))
            }
            return read
        }
        try collector.throwIfFaulty(in: Self.casesFolder)
        return cases
    }
}

extension OpenWorkspace {
    /// The figures of each series that is evidence of a case, the newest vintage of each period.
    ///
    /// - Throws: a `Fault` for a series without figures: evidence must be there.
    public func evidence(of practice: PracticeCase) throws -> [[Observation]] {
        try practice.declared.evidence.map { entry in
            let key = SeriesKey(
                entry.indicator, entry.transformation ?? .level, in: entry.area ?? practice.declared.area)
            let series = try ledger.series(key, asKnownOn: nil).filter { $0.value != nil }
            guard !series.isEmpty else { throw Fault.caseSeriesEmpty(entry.indicator, at: practice.place) }
            return series
        }
    }
}

extension Fault {
    static func caseWithoutEvidence(at place: Place) -> Fault {
        Fault("case-without-evidence", at: place)
    }

    static func caseSeriesEmpty(_ indicator: Indicator.ID, at place: Place) -> Fault {
        Fault("case-series-empty", at: place, ["found": indicator.rawValue])
    }
}
