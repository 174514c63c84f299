import SensitivityAnalysis

/// How far the raw data may be from the truth.
public struct MeasurementError: Hashable, Sendable {
    /// The size of the error of a value x.
    public enum Size: Hashable, Sendable {
        /// Normal with the standard deviation share |x|.
        case relative(Double)
        /// Normal with a standard deviation for each indicator named, in its unit; others are exact.
        case deviations([String: Double])
        /// Uniform within a half-width either way, a half-width for each value; where it is missing the value is exact.
        case halfWidths(IndicatorMatrix)
        /// Uniform within half a unit of the last decimal printed, see `printedHalfWidths`.
        case printed
    }

    /// The size.
    public var size: Size
    /// The correlation, from 0 to 1, of the normal errors of indicators of one source, unit by unit: the error is
    /// sqrt(c) f + sqrt(1 - c) e with a factor f for each unit and source. Errors of rounding are independent.
    public var correlation: Double
    /// The source of each indicator, by code; the error of an indicator without one is independent.
    public var sources: [String: String]

    /// Describes the error.
    public init(_ size: Size, correlation: Double = 0, sources: [String: String] = [:]) {
        self.size = size
        self.correlation = correlation
        self.sources = sources
    }

    /// Half a unit of the last decimal of each value, that is of the greatest number of decimals in its column: trailing
    /// zeros are not in the numbers. Whole numbers are taken as exact to the unit.
    public static func printedHalfWidths(_ matrix: IndicatorMatrix) -> IndicatorMatrix {
        var result = matrix
        for column in matrix.codes.indices {
            let values = matrix.values(of: column)
            let decimals = values.reduce(0) { $1.isNaN ? $0 : max($0, Self.decimals($1)) }
            var half = 0.5
            for _ in 0..<decimals { half /= 10 }
            result.replace(column, with: values.map { $0.isNaN ? .nan : half })
        }
        return result
    }

    /// The decimals of the shortest text that reads as the number.
    private static func decimals(_ value: Double) -> Int {
        let parts = value.description.split(separator: "e")
        let fraction = parts.first?.split(separator: ".").dropFirst().first.map { $0 == "0" ? 0 : $0.count } ?? 0
        let exponent = parts.dropFirst().first.flatMap { Int($0) } ?? 0
        return max(0, fraction - exponent)
    }
}

/// The errors of a matrix, ready to be drawn: cell by cell a standard deviation or half-width.
struct MeasurementErrorDraws: Sendable {
    private let spread: [Double]
    private let isUniform: Bool
    private let ownShare: Double
    private let commonShare: Double
    /// The number of the source of each column; `nil` for an independent one.
    private let sources: [Int?]

    init(_ error: MeasurementError, _ matrix: IndicatorMatrix) {
        let rows = matrix.units.count
        switch error.size {
        case .relative(let share):
            spread = matrix.storage.map { $0.isNaN ? 0 : share * abs($0) }
            isUniform = false
        case .deviations(let byCode):
            spread = matrix.codes.flatMap { Array(repeating: byCode[$0] ?? 0, count: rows) }
            isUniform = false
        case .halfWidths(let widths):
            spread = widths.storage.map { $0.isNaN ? 0 : $0 }
            isUniform = true
        case .printed:
            spread = MeasurementError.printedHalfWidths(matrix).storage.map { $0.isNaN ? 0 : $0 }
            isUniform = true
        }
        ownShare = (1 - error.correlation).squareRoot()
        commonShare = error.correlation.squareRoot()
        let names = Set(error.sources.values).sorted()
        sources = matrix.codes.map { code in
            error.correlation > 0 ? error.sources[code].flatMap { names.firstIndex(of: $0) } : nil
        }
    }

    /// The data with the errors of a set; missing stays missing.
    func apply(_ matrix: IndicatorMatrix, set: Int, generator: CounterGenerator) throws -> IndicatorMatrix {
        var result = matrix
        let rows = matrix.units.count
        for column in matrix.codes.indices {
            var values = matrix.values(of: column)
            for row in values.indices {
                let cell = column * rows + row
                guard !values[row].isNaN, spread[cell] > 0 else { continue }
                values[row] += spread[cell] * unitError(row, column, cell, rows, set, generator)
                guard values[row].isFinite else {
                    throw MeasurementOverflow(unit: matrix.units[row], indicator: matrix.codes[column])
                }
            }
            result.replace(column, with: values)
        }
        return result
    }

    /// Uniform within [-1, 1], or standard normal.
    private func unitError(
        _ row: Int, _ column: Int, _ cell: Int, _ rows: Int, _ set: Int, _ generator: CounterGenerator
    ) -> Double {
        if isUniform { return 2 * generator.uniform(run: set, input: DrawAddress.error, draw: cell) - 1 }
        let own = generator.normal(run: set, input: DrawAddress.error, draw: cell)
        guard let source = sources[column] else { return own }
        let common = generator.normal(run: set, input: DrawAddress.source, draw: source * rows + row)
        return commonShare * common + ownShare * own
    }
}

/// Which input of the random numbers is for what. Noise on weights has the inputs from 0, one an element.
enum DrawAddress {
    static let dirichlet = 1 << 24
    static let error = 1 << 24 + 1
    static let source = 1 << 24 + 2
    static let goalposts = 1 << 24 + 3
    static let imputation = 1 << 24 + 4
}
