import Declarations
public import StatisticalData

/// An exercise as declared: a task on figures of the workspace, its answer, known mistakes, hints and solution.
public struct Exercise: Sendable {
    /// The name of its file without ending.
    public let id: String
    /// Where it is declared.
    public let place: Place
    /// What it says.
    public let declared: Declared
    private let root: DeclaredValue

    /// The keys of an exercise.
    public struct Declared: Decodable, Hashable, Sendable {
        /// The title.
        public let title: LocalisedText
        /// The task. `{formula}` or `{formula|decimals}` is replaced by a number, `{variant}` by a name.
        public let prompt: LocalisedText
        /// The points it is worth.
        public let points: Int
        /// What differs from learner to learner: a name, and the words it may be.
        public let variants: [String: [String]]?
        /// The figures by name.
        public let figures: [String: FigureQuery]?
        /// The answer.
        public let answer: AnswerSpec
        /// Answers that show a known misunderstanding.
        public let mistakes: [Mistake]?
        /// Hints, each saying more.
        public let hints: [LocalisedText]?
        /// The way to the answer.
        public let solution: LocalisedText
    }

    /// A known misunderstanding.
    public struct Mistake: Decodable, Hashable, Sendable {
        /// Its name, for the trainer.
        public let id: String
        /// The answer that shows it.
        public let answer: AnswerSpec
        /// What is said to it.
        public let remark: LocalisedText
    }

    /// Reads an exercise.
    ///
    /// - Throws: `Faults` with everything that is not as an exercise must be.
    public init(id: String, yaml text: String, file: String) throws(Faults) {
        let declaration = try Declaration(text, file: file)
        declared = try declaration.decode(Declared.self, schema: .exercise)
        root = declaration.root
        place = Place(file: file)
        self.id = id
        var collector = FaultCollector()
        check(into: &collector)
        try collector.throwIfFaulty(in: file)
    }

    /// Where the value under a path of keys stands.
    func place(of path: String...) -> Place { root.place(of: path) }

    private func check(into collector: inout FaultCollector) {
        var specs = [(declared.answer, place(of: "answer"))]
        for mistake in declared.mistakes ?? [] { specs.append((mistake.answer, place(of: "mistakes"))) }
        for (spec, place) in specs where spec.kinds.count != 1 {
            collector.add(.courseAnswer(spec.kinds.count, at: place))
        }
        let here = place(of: "answer")
        if let number = declared.answer.number, number.tolerance == nil, number.relative == nil {
            collector.add(.courseAnswerPart("tolerance", at: here))
        }
        if let choice = declared.answer.choice {
            let known = choice.options?.map(\.id) ?? []
            for (spec, place) in specs {
                for id in spec.choice?.correct ?? [] where !known.contains(id) {
                    collector.add(.courseOption(id, known: known, at: place))
                }
            }
            if Set(known).count != known.count { collector.add(.courseRepeated("options", at: here)) }
        }
        for (spec, place) in specs {
            guard let set = spec.set else { continue }
            let isWritten = set.values != nil
            if isWritten == (set.of != nil) || (set.of != nil && (set.above == nil) == (set.below == nil)) {
                collector.add(.courseAnswerPart("of + above, of + below, values", at: place))
            }
        }
        var names: Set<String> = []
        for mistake in declared.mistakes ?? [] where !names.insert(mistake.id).inserted {
            collector.add(.courseRepeated(mistake.id, at: place(of: "mistakes")))
        }
        for (name, words) in declared.variants ?? [:] where words.isEmpty {
            collector.add(.courseFigure(name, at: place(of: "variants")))
        }
    }
}

extension Schema {
    /// The keys of an exercise.
    static let exercise = Schema.mapping([
        .required("title", .localisedText), .required("prompt", .localisedText), .required("points", .integer),
        .optional("variants", .dictionary(.list(.text))), .optional("figures", .dictionary(.figure)),
        .required("answer", .answer),
        .optional(
            "mistakes",
            .list(
                .mapping([
                    .required("id", .text), .required("answer", .answer), .required("remark", .localisedText),
                ]))),
        .optional("hints", .list(.localisedText)), .required("solution", .localisedText),
    ])
}
