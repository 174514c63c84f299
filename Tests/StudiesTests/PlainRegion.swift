import Foundation
import StatisticalData
import Studies

/// A region estimated once more from the rows that derivations name: method sheet on input-output analysis, sections 4 and 6, with
/// sums, products and elimination alone.
final class PlainRegion {
    let ids: [String]
    let deltas: [Double]
    private let national: [[Double]]
    private let output: [Double]
    private let quotients: [Double]
    private let ratio: Double
    private let isAugmented: Bool
    private var inverses: [Double: [[Double]]] = [:]
    /// Jobs at each sector on a unit of final demand in each case, without and with households, once they are computed.
    var openJobs: [[[Double]]]?
    var closedJobs: [[[Double]]]?

    /// The share of each sector of the region in the nation's jobs.
    var shares: [Double] { quotients.map { $0 * ratio } }
    var regionOutput: [Double] { zip(output, shares).map { $0 * $1 } }

    /// Reads what the value of the regional table names; `nil` if there is none.
    init?(_ evaluator: PlainEvaluator) {
        let values = evaluator.index.result.values
        guard let table = values.first(where: { $0.key.measure == "output-multiplier" }),
            let factor = values.first(where: { $0.key.measure == "size-factor" })
        else { return nil }
        func named(_ value: ResultValue, _ role: String) -> Double {
            value.derivation.inputs.first { $0.role == role }.map { evaluator.number($0) } ?? .nan
        }
        let rows = evaluator.inputs(table, startingWith: "z(")
        ids = rows.map { String($0.role.dropFirst(2).dropLast()) }
        guard let flows = try? rows.map({ try Self.row($0) }),
            let x = try? evaluator.inputs(table, startingWith: "x(").map({ try Self.row($0)[0] })
        else { return nil }
        output = x
        national = flows.map { row in zip(row, x).map { $1 == 0 ? 0 : $0 / $1 } }
        quotients = evaluator.inputs(table, startingWith: "q(").map { evaluator.number($0) }
        ratio = named(factor, "E_r") / named(factor, "E_n")
        let (first, last, step) = (named(factor, "δ₁"), named(factor, "δ₂"), named(factor, "Δ"))
        let count = Int(((last - first) / step).rounded())
        let all = (0...count).map { ((first + Double($0) * step) * 1e6).rounded() / 1e6 }
        // The middle one first: it gives the value, all give the interval.
        deltas = [all[count / 2]] + all.enumerated().filter { $0.offset != count / 2 }.map(\.element)
        isAugmented = table.derivation.formula.hasSuffix("aflq")
    }

    /// The numbers of the row of a file that an input names.
    static func row(_ input: DerivationInput) throws -> [Double] {
        guard case .declared(let declared) = input.origin, let line = declared.place.line else { return [] }
        let text = String(decoding: try ExampleFolder.bytes(declared.place.file), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines[line - 1].split(separator: ",").dropFirst().map { Double($0) ?? .nan }
    }

    func factor(_ delta: Double) -> Double { pow(log(1 + ratio) / log(2), delta) }

    /// A_r.
    func coefficients(_ delta: Double) -> [[Double]] {
        ids.indices.map { row in
            ids.indices.map { column in
                var quotient = factor(delta) * quotients[row] / (row == column ? 1 : quotients[column])
                if isAugmented, quotients[column] > 1 { quotient *= log(1 + quotients[column]) / log(2) }
                return min(quotient, 1) * national[row][column]
            }
        }
    }

    /// (I - A_r)^-1.
    func inverse(_ delta: Double) -> [[Double]] {
        if let known = inverses[delta] { return known }
        let found = Self.inverted(coefficients(delta))
        inverses[delta] = found
        return found
    }

    /// (I - M)^-1 by elimination.
    static func inverted(_ matrix: [[Double]]) -> [[Double]] {
        let count = matrix.count
        var left = matrix.indices.map { row in matrix.indices.map { (row == $0 ? 1 : 0) - matrix[row][$0] } }
        var right = matrix.indices.map { row in matrix.indices.map { row == $0 ? 1.0 : 0 } }
        for pivot in 0..<count {
            let divisor = left[pivot][pivot]
            for column in 0..<count {
                left[pivot][column] /= divisor
                right[pivot][column] /= divisor
            }
            for row in 0..<count where row != pivot {
                let factor = left[row][pivot]
                guard factor != 0 else { continue }
                for column in 0..<count {
                    left[row][column] -= factor * left[pivot][column]
                    right[row][column] -= factor * right[pivot][column]
                }
            }
        }
        return right
    }

    // MARK: Households

    private var closed: [[Double]: [[Double]]] = [:]

    /// (I - A)^-1 of the sectors where households are a sector more: it takes in `wages` per output and spends `spending`.
    func closedInverse(_ delta: Double, wages: [Double], spending: [Double]) -> [[Double]] {
        let key = [delta] + spending
        if let known = closed[key] { return known }
        var matrix = coefficients(delta)
        for row in ids.indices { matrix[row].append(spending[row]) }
        matrix.append(zip(wages, output).map { $1 == 0 ? 0 : $0 / $1 } + [0])
        let found = Self.inverted(matrix)
        closed[key] = found
        return found
    }

    /// min(q, 1): the share of final purchases made in the region.
    var atHome: [Double] { quotients.map { min($0, 1) } }

    /// What is sold to industries of the region.
    func sales(_ delta: Double) -> [Double] {
        coefficients(delta).map { row in zip(row, regionOutput).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
