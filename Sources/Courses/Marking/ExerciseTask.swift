import SensitivityAnalysis
public import StatisticalData

/// An exercise as one learner has it: the variant, and the figures found for it.
public struct ExerciseTask {
    /// The exercise.
    public let exercise: Exercise
    /// The word chosen for each variant.
    public let variant: [String: String]
    /// The figures by name.
    public let figures: [String: [LabelledFigure]]
    let context: CourseContext
    let values: [String: [Double]]

    /// Finds the figures of an exercise for a variant.
    ///
    /// - Throws: `Faults` for figures that the workspace does not have.
    public init(_ exercise: Exercise, variant: [String: String], in context: CourseContext) throws {
        var collector = FaultCollector()
        var found: [String: [LabelledFigure]] = [:]
        for (name, query) in (exercise.declared.figures ?? [:]).sorted(by: { $0.key < $1.key }) {
            let filled = query.filled { Self.fill($0, with: variant) }
            found[name] = try collector.collect { _ in
                try context.figures(filled, exercise.place(of: "figures", name))
            }
        }
        try collector.throwIfFaulty(in: exercise.place.file)
        self.exercise = exercise
        self.variant = variant
        self.context = context
        figures = found
        values = found.mapValues { $0.map(\.value) }
    }

    /// The exercise as the learner with this seed has it: the same seed, the same task.
    public init(_ exercise: Exercise, seed: UInt64, in context: CourseContext) throws {
        let generator = CounterGenerator(seed: seed)
        let run = Int(Self.fingerprint(exercise.id))
        var variant: [String: String] = [:]
        for (input, entry) in (exercise.declared.variants ?? [:]).sorted(by: { $0.key < $1.key }).enumerated() {
            let draw = generator.uniform(run: run, input: input)
            variant[entry.key] = entry.value[min(Int(draw * Double(entry.value.count)), entry.value.count - 1)]
        }
        try self.init(exercise, variant: variant, in: context)
    }

    /// Every variant of an exercise, at most `limit`, in a fixed order.
    public static func variants(of exercise: Exercise, limit: Int = 200) -> [[String: String]] {
        var all: [[String: String]] = [[:]]
        for (name, words) in (exercise.declared.variants ?? [:]).sorted(by: { $0.key < $1.key }) {
            all = all.flatMap { known in words.map { word in known.merging([name: word]) { first, _ in first } } }
        }
        return Array(all.prefix(limit))
    }

    /// The task, hints and remarks in a language, with names and numbers put in.
    public func text(_ text: LocalisedText, _ language: Language, at place: Place? = nil) throws -> String {
        try CourseText(values: values, variant: variant, names: context.names)
            .fill(text[language], language, at: place ?? exercise.place)
    }

    /// What is asked for.
    public var answer: AnswerSpec { exercise.declared.answer }

    /// Whether the answer is a file.
    public var isAnsweredByFile: Bool { answer.study != nil || answer.file != nil }

    /// What tells the variants apart, for messages.
    var name: String {
        variant.isEmpty
            ? "-" : variant.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }.joined(separator: ", ")
    }

    private static func fill(_ text: String, with variant: [String: String]) -> String {
        variant.reduce(text) { $0.replacing("{" + $1.key + "}", with: $1.value) }
    }

    /// 31 bits of a text (FNV-1a, 32 bits, folded): which run of the random numbers an exercise has.
    private static func fingerprint(_ text: String) -> UInt32 {
        let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return hash >> 1
    }

    func number(_ formula: String, at place: Place) throws -> Double {
        try formulaFault(formula, at: place) { () throws(Formula.Failure) in try Formula(formula).number(values) }
    }

    func numbers(_ formula: String, at place: Place) throws -> [Double] {
        try formulaFault(formula, at: place) { () throws(Formula.Failure) in try Formula(formula).numbers(values) }
    }

    private func formulaFault<Value>(
        _ formula: String, at place: Place, _ body: () throws(Formula.Failure) -> Value
    ) throws(Fault) -> Value {
        do throws(Formula.Failure) {
            return try body()
        } catch {
            throw .courseFormula(error, formula, at: place)
        }
    }
}
