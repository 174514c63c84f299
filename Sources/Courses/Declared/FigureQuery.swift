import Declarations
public import StatisticalData

/// A figure, or several in a fixed order, that an exercise takes from the workspace: from the ledger (`indicator`), from
/// the result of a study (`study`), or written down (`value`).
///
/// One of `areas`, `periods` and `items` may list several; the areas `["*"]` are all that have the figure.
public struct FigureQuery: Decodable, Hashable, Sendable {
    /// A number that is a parameter of the task, not a finding.
    public let value: Double?
    /// An indicator of the ledger.
    public let indicator: String?
    /// What was done to its level; `level` when omitted.
    public let transformation: String?
    /// A study.
    public let study: String?
    /// The item of its result.
    public let item: String?
    /// Several items.
    public let items: [String]?
    /// The measure of its result.
    public let measure: String?
    /// The area; that of the workspace when omitted.
    public let area: String?
    /// Several areas.
    public let areas: [String]?
    /// The period.
    public let period: String?
    /// Several periods.
    public let periods: [String]?
    /// The unit to express figures of the ledger in.
    public let unit: String?
    /// The date on which it was known.
    public let asKnownOn: String?
    /// The end of the interval of a result: `low` or `high`.
    public let bound: Bound?

    /// An end of an interval.
    public enum Bound: String, Decodable, Hashable, Sendable {
        /// The lower.
        case low
        /// The upper.
        case high
    }

    enum CodingKeys: String, CodingKey {
        case value, indicator, transformation, study, item, items, measure, area, areas, period, periods, unit, bound
        case asKnownOn = "as-known-on"
    }

    /// The same query with the names of variants replaced by what a learner has.
    func filled(_ fill: (String) -> String) -> FigureQuery {
        FigureQuery(
            value: value, indicator: indicator.map(fill), transformation: transformation, study: study.map(fill),
            item: item.map(fill), items: items?.map(fill), measure: measure, area: area.map(fill),
            areas: areas?.map(fill), period: period.map(fill), periods: periods?.map(fill), unit: unit,
            asKnownOn: asKnownOn.map(fill), bound: bound)
    }

    /// In words of the file, for messages.
    public var description: String {
        let parts = [
            indicator, transformation, study, item ?? items?.joined(separator: "+"), measure,
            area ?? areas?.joined(separator: "+"), period ?? periods?.joined(separator: "+"), asKnownOn,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension Schema {
    /// A figure of a course.
    static let figure = Schema.mapping([
        .optional("value", .number), .optional("indicator", .text), .optional("transformation", .text),
        .optional("study", .text), .optional("item", .text), .optional("items", .list(.text)),
        .optional("measure", .text), .optional("area", .text), .optional("areas", .list(.text)),
        .optional("period", .text), .optional("periods", .list(.text)), .optional("unit", .text),
        .optional("as-known-on", .text), .optional("bound", .word(["low", "high"])),
    ])
}

/// A figure that was found, with the name of what it belongs to: a period, an area or an item.
public struct LabelledFigure: Hashable, Sendable {
    /// The code of the area, the period, or the id of the item.
    public let label: String
    /// The number.
    public let value: Double

    /// Labels a figure.
    public init(_ label: String, _ value: Double) {
        self.label = label
        self.value = value
    }
}

/// What an exercise may ask the product for: its figures, names, studies and readers.
///
/// The product answers, not the author of the course: figures change with new vintages, and so do the right answers.
public struct CourseContext {
    /// The figures a query asks for; throws a `Fault` at the place when there are none.
    public let figures: (FigureQuery, Place) throws -> [LabelledFigure]
    /// The names of a label in which a learner may write it, the best first; none for a label without name.
    public let names: (String) -> [LocalisedText]
    /// Runs the text of a study on the workspace: its kind, and the values of its result. Throws `Faults`.
    public let run: (String) throws -> (kind: String, values: [ResultValue])
    /// Everything wrong with a file of a format.
    public let validate: (FileFormat, [UInt8]) throws -> [Fault]
    /// A file of the course by its path.
    public let file: (String, Place) throws -> [UInt8]

    /// A format that a learner's file is read in.
    public enum FileFormat: String, Decodable, Hashable, Sendable, CaseIterable {
        /// A study.
        case study
        /// SDMX-CSV.
        case sdmxCSV = "sdmx-csv"
    }

    /// Makes a context.
    public init(
        figures: @escaping (FigureQuery, Place) throws -> [LabelledFigure],
        names: @escaping (String) -> [LocalisedText],
        run: @escaping (String) throws -> (kind: String, values: [ResultValue]),
        validate: @escaping (FileFormat, [UInt8]) throws -> [Fault], file: @escaping (String, Place) throws -> [UInt8]
    ) {
        self.figures = figures
        self.names = names
        self.run = run
        self.validate = validate
        self.file = file
    }
}
