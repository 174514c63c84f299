import Foundation
import StatisticalData

extension ExerciseTask {
    /// Whether a study runs and its result meets every requirement; a study that does not run throws its faults.
    func accepts(_ bytes: [UInt8], _ spec: AnswerSpec.StudyTask, at place: Place) throws -> Bool? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let (kind, values) = try context.run(text)
        guard spec.kind == nil || spec.kind == kind else { return false }
        return try spec.require.allSatisfy { try isMet($0, by: values, at: place) }
    }

    private func isMet(_ requirement: AnswerSpec.Requirement, by values: [ResultValue], at place: Place) throws -> Bool
    {
        let fitting = values.filter { value in
            (requirement.item ?? value.key.item) == value.key.item
                && (requirement.measure ?? value.key.measure) == value.key.measure
                && (requirement.area ?? value.key.area.rawValue) == value.key.area.rawValue
                && (requirement.period ?? value.key.period.description) == value.key.period.description
        }
        if let count = requirement.count, fitting.count != count { return false }
        guard !fitting.isEmpty || requirement.count == 0 else { return false }
        if let word = requirement.word, !fitting.allSatisfy({ $0.word == word }) { return false }
        let numbers = fitting.compactMap(\.number)
        let tolerance = (requirement.tolerance ?? 0) * (1 + 1e-9)
        if let equals = requirement.equals {
            let expected = try number(equals, at: place)
            guard numbers.count == fitting.count,
                numbers.allSatisfy({ ($0 - expected).magnitude <= tolerance + 1e-12 * expected.magnitude })
            else { return false }
        }
        if let sum = requirement.sum {
            let expected = try number(sum, at: place)
            let found = numbers.reduce(0, +)
            guard (found - expected).magnitude <= tolerance + 1e-12 * expected.magnitude else { return false }
        }
        return true
    }

    /// Whether a file is read without a fault and holds what it must; a file at fault throws its faults.
    func accepts(_ bytes: [UInt8], _ spec: AnswerSpec.FileTask) throws -> Bool? {
        let faults = try context.validate(spec.format, bytes)
        guard !faults.contains(where: { $0.severity == .error }) else { throw Faults(faults) }
        let text = String(decoding: bytes, as: UTF8.self)
        return (spec.holds ?? []).allSatisfy { text.contains($0) }
    }
}
