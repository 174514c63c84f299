import CompositeIndicators
import StatisticalData
import TableFormats

/// What a file in the workspace says of weights, as plain values: weights, or what respondents answered, each with its
/// line.
struct WeightAnswers: Codable, Sendable {
    let file: String
    let trust: Trust
    let source: Source.ID?
    let content: Content

    enum Content: Codable, Sendable {
        case weights([String: Stated])
        case judgments([Judgments])
        case points([Points], BudgetAllocation.Centre)
    }

    /// A weight as written.
    struct Stated: Codable, Sendable {
        let weight: Double
        let line: Int?
    }

    /// Judgments on the parts of one parent, a matrix a respondent.
    struct Judgments: Codable, Sendable {
        let parent: String
        let parts: [String]
        let respondents: [String]
        let matrices: [[[Double]]]
        let lines: [[[Int?]]]
    }

    /// Points shared out among the parts of one parent, a row a respondent.
    struct Points: Codable, Sendable {
        let parent: String
        let parts: [String]
        let respondents: [String]
        let points: [[Double]]
        let lines: [Int]
    }

    /// Reads the bytes of a file.
    ///
    /// - Throws: `Faults` with all that was found, each with line and column.
    init(
        _ bytes: [UInt8], _ name: WeightFileName, metadata: [IndicatorMetadata], source: Source?
    ) throws(Faults) {
        file = name.path
        trust = source?.trust ?? .unverified
        self.source = source?.id
        switch name.content {
        case .weights:
            let table = try WeightTable(bytes, file: name.path, metadata: metadata)
            content = .weights(
                Dictionary(
                    table.weights.map { ($0, Stated(weight: $1, line: table.lines[$0])) },
                    uniquingKeysWith: { first, _ in first }))
        case .judgments:
            let table = try JudgmentTable(bytes, file: name.path, metadata: metadata)
            content = .judgments(
                table.blocks.map {
                    Judgments(
                        parent: $0.parent, parts: $0.parts, respondents: $0.respondents,
                        matrices: $0.members.map(\.matrix), lines: $0.lines)
                })
        case .points(let centre):
            let table = try BudgetTable(bytes, file: name.path, metadata: metadata)
            _ = try table.weights(centre)
            content = .points(
                table.blocks.map {
                    Points(
                        parent: $0.parent, parts: $0.parts, respondents: $0.respondents,
                        points: $0.allocation.points, lines: $0.lines)
                }, centre)
        }
    }

    /// The weights by code, summing to 1 within each parent that respondents were asked about.
    ///
    /// - Throws: the errors of the methods, which answers that were read cannot cause.
    func weights() throws -> [String: Double] {
        let shares: [(parts: [String], weights: [Double])]
        switch content {
        case .weights(let stated): return stated.mapValues(\.weight)
        case .judgments(let blocks): shares = try blocks.map { ($0.parts, try $0.combined().weights) }
        case .points(let blocks, let centre):
            shares = try blocks.map { ($0.parts, try BudgetAllocation(experts: $0.points).weights(centre) ?? []) }
        }
        return Dictionary(shares.flatMap { zip($0.parts, $0.weights) }) { first, _ in first }
    }

    /// Where a line of the file stands.
    func place(_ line: Int?) -> Place { Place(file: file, line: line) }

    /// A number of the file as an input.
    func input(_ role: String, _ number: Double, line: Int?) -> DerivationInput {
        DerivationInput(
            role, .declared(.init(.number(number), unit: .one, trust: trust, source: source, place: place(line))))
    }
}

extension WeightAnswers.Judgments {
    /// The judgments of all respondents combined by the geometric mean.
    func combined() throws -> AnalyticHierarchy { try AnalyticHierarchy(group: matrices) }
}

extension CompositeIndexStudy {
    /// Reads the file weights come from.
    func weightAnswers(
        _ tree: Framework, _ file: FrameworkFile, _ study: Study, from context: StudyContext,
        into collector: inout FaultCollector
    ) throws -> WeightAnswers? {
        guard let name = steps?.weightFile else { return nil }
        let bytes = try collector.collect { _ in
            try context.readFile(name.path, study.place(of: "steps", "weights"))
        }
        guard let bytes else { return nil }
        let source = context.defaultSources[name.path].flatMap { context.sources[$0] }
        let metadata = IndexData.metadata(self, file.rows, tree: tree)
        return try collector.collect { _ in
            try WeightAnswers(bytes, name, metadata: metadata, source: source)
        }
    }
}
