public import StatisticalData

/// What became of an answer.
public enum Marking: Hashable, Sendable {
    /// Right, in whatever way it was found.
    case right
    /// Wrong in a known way, with the remark to it.
    case mistake(id: String, remark: LocalisedText)
    /// Wrong.
    case wrong
    /// Not readable as an answer to this task: nothing is counted.
    case unreadable
}

extension ExerciseTask {
    /// Marks an answer by what it says, not by how it was found.
    ///
    /// - Throws: the `Faults` of a study or file that cannot be read or run.
    public func mark(_ answer: Answer) throws -> Marking {
        let here = exercise.place(of: "answer")
        guard let isRight = try accepts(answer, exercise.declared.answer, at: here) else { return .unreadable }
        if isRight { return .right }
        for mistake in exercise.declared.mistakes ?? []
        where try accepts(answer, mistake.answer, at: exercise.place(of: "mistakes")) == true {
            return .mistake(id: mistake.id, remark: mistake.remark)
        }
        return .wrong
    }

    /// An answer that `spec` describes, as a learner would write it in a language.
    func example(_ spec: AnswerSpec, _ language: Language, at place: Place) throws -> Answer {
        if let number = spec.number {
            let value = try self.number(number.value, at: place)
            let main = exercise.declared.answer.number
            let tolerance = number.tolerance ?? main?.tolerance
            let text = CourseText.text(value, decimals: tolerance.map { Self.decimals($0) })
            let unit = number.unit ?? main?.unit
            return .text(Self.written(text, unit, language))
        }
        if let choice = spec.choice { return .text(choice.correct.joined(separator: ", ")) }
        if let set = spec.set { return .text(names(try selection(set, at: place), language)) }
        if let ranking = spec.ranking {
            let sorted = try order(ranking, at: place)
            return .text(names(sorted.prefix(ranking.count ?? sorted.count).map(\.label), language))
        }
        return .file(try context.file(spec.study?.example ?? spec.file?.example ?? "", place))
    }

    /// The right answer as a learner would write it; `nil` for files.
    public func rightAnswer(_ language: Language) throws -> String? {
        guard case .text(let text) = try example(answer, language, at: exercise.place(of: "answer")) else { return nil }
        return text
    }

    private func names(_ labels: [String], _ language: Language) -> String {
        labels.map { context.names($0).last?[language] ?? $0 }.joined(separator: language == .chinese ? "、" : ", ")
    }

    private static func written(_ number: String, _ unit: String?, _ language: Language) -> String {
        let number = language == .chinese ? number.replacing("\u{2212}", with: "－") : number
        guard let unit, unit != "1" else { return number }
        return number + (language == .chinese && unit == "%" ? "％" : " " + unit)
    }

    /// The decimals that a number needs to be told within a tolerance.
    private static func decimals(_ tolerance: Double) -> Int {
        var decimals = 0
        var step = 0.5
        while step > tolerance * (1 + 1e-9), decimals < 10 {
            decimals += 1
            step /= 10
        }
        return decimals
    }
}
