import Foundation
import StatisticalData

/// What a learner hands in.
public enum Answer: Hashable, Sendable {
    /// A line typed.
    case text(String)
    /// The content of a file.
    case file([UInt8])
}

extension ExerciseTask {
    /// Whether an answer is what `spec` describes; `nil` where it cannot be read as such.
    func accepts(_ answer: Answer, _ spec: AnswerSpec, at place: Place) throws -> Bool? {
        switch answer {
        case .text(let text):
            if let number = spec.number { return try accepts(text, number, at: place) }
            if let choice = spec.choice { return accepts(text, choice) }
            if let set = spec.set { return try accepts(text, set, at: place) }
            if let ranking = spec.ranking { return try accepts(text, ranking, at: place) }
            return nil
        case .file(let bytes):
            if let study = spec.study { return try accepts(bytes, study, at: place) }
            if let file = spec.file { return try accepts(bytes, file) }
            return nil
        }
    }

    private func accepts(_ text: String, _ spec: AnswerSpec.Number, at place: Place) throws -> Bool? {
        guard let given = AnswerText.number(text) else { return nil }
        let expected = try number(spec.value, at: place)
        let main = exercise.declared.answer.number
        let unit = spec.unit ?? main?.unit
        guard let candidates = Self.candidates(given, in: unit) else { return nil }
        let absolute = spec.tolerance ?? (spec.relative == nil ? main?.tolerance : nil) ?? 0
        let relative = spec.relative ?? main?.relative ?? 0
        let tolerance = max(absolute, relative * expected.magnitude) * (1 + 1e-9) + 1e-12 * expected.magnitude
        let isSignFree = spec.anySign ?? main?.anySign ?? false
        return candidates.contains { value in
            (value - expected).magnitude <= tolerance
                || (isSignFree && (value.magnitude - expected.magnitude).magnitude <= tolerance)
        }
    }

    /// The values an answer may mean in the unit asked for: as it stands, converted, or a share for a percentage.
    private static func candidates(_ given: AnswerText.Number, in unit: String?) -> [Double]? {
        if given.unit.isEmpty || given.unit == unit {
            return unit == "%" && given.unit.isEmpty && given.value.magnitude < 1
                ? [given.value, given.value * 100] : [given.value]
        }
        guard let unit, let to = UnitOfMeasure(unit), let from = UnitOfMeasure(given.unit),
            let value = from.convert(given.value, to: to)
        else { return nil }
        return [value]
    }

    private func accepts(_ text: String, _ spec: AnswerSpec.Choice) -> Bool? {
        let given = AnswerText.options(text)
        let known = exercise.declared.answer.choice?.options?.map { $0.id.lowercased() } ?? []
        guard !given.isEmpty, given.allSatisfy({ known.contains($0) }) else { return nil }
        return Set(given) == Set(spec.correct.map { $0.lowercased() })
    }

    private func accepts(_ text: String, _ spec: AnswerSpec.Selection, at place: Place) throws -> Bool? {
        let labels = labels(of: exercise.declared.answer)
        let given = AnswerText.names(text).map { label($0, among: labels) }
        guard !given.isEmpty, given.allSatisfy({ $0 != nil }) else { return nil }
        return Set(given.compactMap { $0 }) == Set(try selection(spec, at: place))
    }

    /// The names that belong to a selection.
    func selection(_ spec: AnswerSpec.Selection, at place: Place) throws -> [String] {
        if let values = spec.values { return values }
        guard let name = spec.of, let list = figures[name] else { throw Fault.courseFigure(spec.of ?? "-", at: place) }
        if let above = spec.above {
            let limit = try number(above, at: place)
            return list.filter { $0.value > limit }.map(\.label)
        }
        let limit = try number(spec.below ?? "", at: place)
        return list.filter { $0.value < limit }.map(\.label)
    }

    private func accepts(_ text: String, _ spec: AnswerSpec.Ranking, at place: Place) throws -> Bool? {
        let sorted = try order(spec, at: place)
        let given = AnswerText.names(text).map { label($0, among: sorted.map(\.label)) }
        guard !given.isEmpty, given.allSatisfy({ $0 != nil }) else { return nil }
        let labels = given.compactMap { $0 }
        let expected = sorted.prefix(spec.count ?? sorted.count)
        guard labels.count == expected.count, Set(labels).count == labels.count else { return false }
        let values = Dictionary(sorted.map { ($0.label, $0.value) }) { first, _ in first }
        return zip(labels, expected).allSatisfy { values[$0] == $1.value }
    }

    /// The names by their numbers, equal ones in the order of the file.
    func order(_ spec: AnswerSpec.Ranking, at place: Place) throws -> [LabelledFigure] {
        let numbers = try numbers(spec.of, at: place)
        let labels = figures.sorted { $0.key < $1.key }.map(\.value).first { list in
            list.count == numbers.count && list.count > 1
        }
        guard let labels else { throw Fault.courseFigure(spec.of, at: place) }
        let list = zip(labels, numbers).map { LabelledFigure($0.label, $1) }
        return list.enumerated().sorted { left, right in
            if left.element.value == right.element.value { return left.offset < right.offset }
            return (left.element.value < right.element.value) == (spec.ascending ?? false)
        }.map(\.element)
    }

    /// The names that may occur in an answer.
    private func labels(of spec: AnswerSpec) -> [String] {
        if let values = spec.set?.values {
            return values + (exercise.declared.mistakes ?? []).flatMap { $0.answer.set?.values ?? [] }
        }
        return spec.set?.of.flatMap { figures[$0]?.map(\.label) } ?? []
    }

    private func label(_ word: String, among labels: [String]) -> String? {
        let word = AnswerText.plain(word).lowercased()
        return labels.first { label in
            label.lowercased() == word
                || context.names(label).contains { name in
                    [name.en, name.zh].contains { AnswerText.plain($0).lowercased() == word }
                }
        }
    }
}
