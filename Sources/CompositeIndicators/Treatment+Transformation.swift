internal import Glibc

extension Treatment {
    /// A monotone function that draws in a long tail.
    public enum Transformation: Hashable, Sendable, Codable {
        /// COINr's `log_CT`: ln(x - min + 0.01 (max - min)); makes a long lower tail longer.
        case log
        /// COINr's `log_CT_plus`: as `log` if the skewness is positive, else -ln(max + 0.01 (max - min) - x).
        case logPlus
        /// COINr's `log_CT_orig`: ln(x - min + 1).
        case logOne
        /// Box-Cox of y = x - min + 1: (y^l - 1)/l, or ln y for l = 0 (Box and Cox 1964).
        case boxCox(Double)
        /// The Global Innovation Index: ln((max - 1)(x - min)/(max - min) + 1); needs a maximum above 1.
        case logInnovationIndex

        /// Transforms a column in place; missing stays missing.
        ///
        /// - Returns: false, and the column unchanged, if it is constant, a result is not finite, or the function is
        ///   not defined for it.
        public func apply(_ column: inout [Double]) -> Bool {
            guard let (low, high) = Descriptives.extremes(column), low < high, (high - low).isFinite else {
                return false
            }
            if case .logInnovationIndex = self, high <= 1 { return false }
            let upward = self != .logPlus || (Descriptives.skewness(column) ?? 0) > 0
            let value = { (x: Double) in transformed(x, low: low, high: high, upward: upward) }
            guard value(low).isFinite, value(high).isFinite else { return false }
            for index in column.indices where !column[index].isNaN { column[index] = value(column[index]) }
            return true
        }

        private func transformed(_ x: Double, low: Double, high: Double, upward: Bool) -> Double {
            let margin = 0.01 * (high - low)
            switch self {
            case .log, .logPlus:
                return upward ? Glibc.log(x - low + margin) : -Glibc.log(high + margin - x)
            case .logOne:
                return Glibc.log(x - low + 1)
            case .boxCox(let power):
                let shifted = x - low + 1
                return power == 0 ? Glibc.log(shifted) : (pow(shifted, power) - 1) / power
            case .logInnovationIndex:
                return Glibc.log((high - 1) * (x - low) / (high - low) + 1)
            }
        }
    }
}
