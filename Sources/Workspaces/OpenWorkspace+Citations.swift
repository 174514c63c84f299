public import Foundation
public import StatisticalData
public import Studies

extension OpenWorkspace {
    /// A file that figures lead back to, with the lines that are cited.
    public struct Citation: Sendable {
        /// The path in the workspace.
        public let file: String
        /// The bytes.
        public let data: Data
        /// The lines cited.
        public let lines: Set<Int>
    }

    /// The files that the values of `results` and the `figures` lead back to, and all batches, by path.
    public func citations(of results: [StudyResult], and figures: [FigureChange] = []) throws -> [Citation] {
        var lines: [String: Set<Int>] = [:]
        for batch in workspace.batches { lines[batch.file] = [] }
        for result in results {
            for value in result.values {
                for input in value.derivation.inputs {
                    guard let place = input.origin.place else { continue }
                    lines[place.file, default: []].formUnion(place.line.map { [$0] } ?? [])
                }
            }
        }
        for place in figures.flatMap({ [$0.before?.place, $0.after.place].compactMap { $0 } }) {
            lines[place.file, default: []].formUnion(place.line.map { [$0] } ?? [])
        }
        return try lines.sorted { $0.key < $1.key }.map { file, lines in
            Citation(file: file, data: try workspace.folder.read(file), lines: lines)
        }
    }
}

extension DerivationInput.Origin {
    /// Where the input is written; `nil` for values of a study.
    fileprivate var place: Place? {
        switch self {
        case .observation(let observation): observation.place
        case .declared(let declared): declared.place
        case .result: nil
        }
    }
}
