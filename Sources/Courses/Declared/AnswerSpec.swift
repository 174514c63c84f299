import Declarations
public import StatisticalData

/// What an answer must be: exactly one of the keys is given. A known mistake is described in the same way.
public struct AnswerSpec: Decodable, Hashable, Sendable {
    /// A number.
    public let number: Number?
    /// One or several of some options.
    public let choice: Choice?
    /// Several names, in any order.
    public let set: Selection?
    /// Several names in order.
    public let ranking: Ranking?
    /// A study whose result meets conditions.
    public let study: StudyTask?
    /// A file that its reader accepts.
    public let file: FileTask?

    /// A number with unit and tolerance.
    public struct Number: Decodable, Hashable, Sendable {
        /// The formula.
        public let value: String
        /// The unit; a number without unit is taken to be in it.
        public let unit: String?
        /// What the answer may differ by, in the unit: half of the last place asked for.
        public let tolerance: Double?
        /// What it may differ by as a share of the value.
        public let relative: Double?
        /// Whether a fall may be written without its sign.
        public let anySign: Bool?

        enum CodingKeys: String, CodingKey {
            case value, unit, tolerance, relative
            case anySign = "any-sign"
        }
    }

    /// A choice.
    public struct Choice: Decodable, Hashable, Sendable {
        /// The options; those of the exercise for a mistake.
        public let options: [Option]?
        /// The ids of the right ones.
        public let correct: [String]

        /// An option.
        public struct Option: Decodable, Hashable, Sendable {
            /// The letter or word to answer.
            public let id: String
            /// What it says.
            public let text: LocalisedText
        }
    }

    /// The names whose figures lie above or below a number, or written down.
    public struct Selection: Decodable, Hashable, Sendable {
        /// The figure to look at.
        public let of: String?
        /// A formula: those above it.
        public let above: String?
        /// A formula: those below it.
        public let below: String?
        /// Names written down.
        public let values: [String]?
    }

    /// The names of figures by size.
    public struct Ranking: Decodable, Hashable, Sendable {
        /// A formula that gives one number for each name of the figure that stands first in it.
        public let of: String
        /// The least first instead of the greatest.
        public let ascending: Bool?
        /// How many are asked for; all when omitted.
        public let count: Int?
    }

    /// A study that the learner writes.
    public struct StudyTask: Decodable, Hashable, Sendable {
        /// Its kind.
        public let kind: String?
        /// What its result must be.
        public let require: [Requirement]
        /// A file of the course that meets it.
        public let example: String
    }

    /// A condition on a result.
    public struct Requirement: Decodable, Hashable, Sendable {
        /// The item.
        public let item: String?
        /// The measure.
        public let measure: String?
        /// The area.
        public let area: String?
        /// The period.
        public let period: String?
        /// A formula that the number found must equal, within `tolerance`.
        public let equals: String?
        /// The word found.
        public let word: String?
        /// What the number may differ by.
        public let tolerance: Double?
        /// The sum of the numbers of all values that fit, within `tolerance`.
        public let sum: String?
        /// How many values fit.
        public let count: Int?
    }

    /// A file that the learner writes.
    public struct FileTask: Decodable, Hashable, Sendable {
        /// Its format.
        public let format: CourseContext.FileFormat
        /// Texts it must hold.
        public let holds: [String]?
        /// A file of the course that meets it.
        public let example: String
    }

    /// The keys that are given.
    var kinds: [String] {
        let given: [(String, Bool)] = [
            ("number", number != nil), ("choice", choice != nil), ("set", set != nil), ("ranking", ranking != nil),
            ("study", study != nil), ("file", file != nil),
        ]
        return given.filter(\.1).map(\.0)
    }
}

extension Schema {
    static let answer = Schema.mapping([
        .optional(
            "number",
            .mapping([
                .required("value", .text), .optional("unit", .text), .optional("tolerance", .number),
                .optional("relative", .number), .optional("any-sign", .boolean),
            ])),
        .optional(
            "choice",
            .mapping([
                .optional(
                    "options", .list(.mapping([.required("id", .text), .required("text", .localisedText)]))),
                .required("correct", .list(.text)),
            ])),
        .optional(
            "set",
            .mapping([
                .optional("of", .text), .optional("above", .text), .optional("below", .text),
                .optional("values", .list(.text)),
            ])),
        .optional(
            "ranking",
            .mapping([.required("of", .text), .optional("ascending", .boolean), .optional("count", .integer)])),
        .optional(
            "study",
            .mapping([
                .optional("kind", .text), .required("require", .list(.requirement)), .required("example", .text),
            ])),
        .optional(
            "file",
            .mapping([
                .required("format", .word(CourseContext.FileFormat.allCases.map(\.rawValue))),
                .optional("holds", .list(.text)), .required("example", .text),
            ])),
    ])

    private static let requirement = Schema.mapping([
        .optional("item", .text), .optional("measure", .text), .optional("area", .text), .optional("period", .text),
        .optional("equals", .text), .optional("word", .text), .optional("tolerance", .number),
        .optional("sum", .text), .optional("count", .integer),
    ])
}
