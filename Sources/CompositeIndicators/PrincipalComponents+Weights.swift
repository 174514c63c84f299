import Foundation

extension PrincipalComponents {
    /// Weights from components.
    public struct Weights: Hashable, Sendable {
        /// By code.
        public let byCode: [String: Double]
        /// Whether some are negative: such weights reward what is bad, and must be declared to be used.
        public let hasMixedSigns: Bool
    }

    /// Which components the handbook form keeps.
    public enum Retention: Hashable, Sendable, Codable {
        /// Those with an eigenvalue above a number, 1 by Kaiser's rule; the first in any case.
        case eigenvalueAbove(Double)
        /// The first that together reach a share of the variance.
        case varianceShare(Double)
    }

    /// The loadings of component 1, neither squared nor scaled: the weights COINr takes, whose sign is left to chance;
    /// here they sum to 0 or more.
    public var firstComponentWeights: Weights {
        let vector = vectors.first ?? []
        return Weights(
            byCode: Dictionary(zip(codes, vector)) { first, _ in first },
            hasMixedSigns: vector.contains { $0 < 0 })
    }

    /// The handbook's weights (OECD/JRC 2008, step 6; Nicoletti, Scarpetta, Boylaud 2000): components kept, rotated by
    /// varimax; each indicator has its highest squared loading over the variance of that component, times the share of
    /// the component in the variance kept; divided by their sum.
    public func handbookWeights(_ retention: Retention = .eigenvalueAbove(1)) -> Weights {
        let rotated = rotatedLoadings(retention)
        let highest = codes.indices.map { indicator in
            rotated.map { $0[indicator] * $0[indicator] }.max() ?? 0
        }
        let sum = highest.reduce(0, +)
        return Weights(
            byCode: Dictionary(zip(codes, highest.map { $0 / sum })) { first, _ in first }, hasMixedSigns: false)
    }

    /// The loadings (component times root of eigenvalue) of the components kept, rotated by varimax with Kaiser's
    /// normalisation (1958): one row a component, one value an indicator.
    public func rotatedLoadings(_ retention: Retention = .eigenvalueAbove(1)) -> [[Double]] {
        let kept = (0..<keptCount(retention)).map { component in
            vectors[component].map { $0 * max(0, eigenvalues[component]).squareRoot() }
        }
        let lengths = codes.indices.map { indicator in
            kept.reduce(0) { $0 + $1[indicator] * $1[indicator] }.squareRoot()
        }
        let scaled = kept.map { row in zip(row, lengths).map { $1 > 0 ? $0 / $1 : 0 } }
        return Self.varimax(scaled).map { row in zip(row, lengths).map { $0 * $1 } }
    }

    private func keptCount(_ retention: Retention) -> Int {
        switch retention {
        case .eigenvalueAbove(let least):
            return max(1, eigenvalues.prefix { $0 > least }.count)
        case .varianceShare(let least):
            var sum = 0.0
            for (component, share) in varianceShares.enumerated() {
                sum += share
                if sum >= least - 1e-12 { return component + 1 }
            }
            return eigenvalues.count
        }
    }

    /// Rotates pairs of rows until no pair turns.
    private static func varimax(_ loadings: [[Double]]) -> [[Double]] {
        var rows = loadings
        for _ in 0..<1000 {
            var largest = 0.0
            for first in rows.indices {
                for second in (first + 1)..<max(rows.count, first + 1) {
                    let angle = angle(rows[first], rows[second])
                    largest = max(largest, abs(angle))
                    let pair = (rows[first], rows[second])
                    rows[first] = zip(pair.0, pair.1).map { $0 * cos(angle) + $1 * sin(angle) }
                    rows[second] = zip(pair.0, pair.1).map { $1 * cos(angle) - $0 * sin(angle) }
                }
            }
            if largest < 1e-12 { break }
        }
        return rows
    }

    /// The angle that makes the variance of the squared loadings of two rows largest.
    private static func angle(_ first: [Double], _ second: [Double]) -> Double {
        var sums = (u: 0.0, v: 0.0, difference: 0.0, product: 0.0)
        for (x, y) in zip(first, second) {
            let u = x * x - y * y
            let v = 2 * x * y
            sums.u += u
            sums.v += v
            sums.difference += u * u - v * v
            sums.product += 2 * u * v
        }
        let count = Double(first.count)
        let numerator = sums.product - 2 * sums.u * sums.v / count
        let denominator = sums.difference - (sums.u * sums.u - sums.v * sums.v) / count
        return atan2(numerator, denominator) / 4
    }
}
