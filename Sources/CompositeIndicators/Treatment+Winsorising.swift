extension Treatment {
    /// Moves the outermost points inwards, in place, until the column passes or the limit is reached.
    ///
    /// While the column fails and fewer points than the limit are moved: if the current skewness is not negative, all
    /// points equal to the maximum move to the next smaller value, else all points equal to the minimum to the next
    /// larger. Points moved join the next tie, so that all end at one value. Stops before the column turns constant.
    ///
    /// - Returns: the positions moved from the top and from the bottom.
    public static func winsorise(_ column: inout [Double], options: Options = Options()) -> (high: [Int], low: [Int]) {
        let original = column
        let limit = options.winsorised ?? column.count
        var (top, bottom) = (Double.infinity, -Double.infinity)
        while let shape = Descriptives.shape(column), !options.passes(shape),
            moved(original, top: top, bottom: bottom) < limit, let step = Extremes(column)
        {
            let high = shape.skewness >= 0
            let (edge, next) = high ? (step.maximum, step.belowMaximum) : (step.minimum, step.aboveMinimum)
            let other = high ? step.minimum : step.maximum
            guard next != other else { break }
            for index in column.indices where column[index] == edge { column[index] = next }
            if high { top = edge } else { bottom = edge }
        }
        return (original.indices.filter { original[$0] >= top }, original.indices.filter { original[$0] <= bottom })
    }

    /// How many original values lie at or beyond the last edges that were moved.
    private static func moved(_ original: [Double], top: Double, bottom: Double) -> Int {
        var count = 0
        for value in original where value >= top || value <= bottom { count += 1 }
        return count
    }
}

/// The two largest and the two smallest different values of a column.
private struct Extremes {
    var maximum = -Double.infinity
    var belowMaximum = -Double.infinity
    var minimum = Double.infinity
    var aboveMinimum = Double.infinity

    /// Fails for fewer than two different values.
    init?(_ column: [Double]) {
        for value in column where !value.isNaN {
            if value > maximum {
                (belowMaximum, maximum) = (maximum, value)
            } else if value < maximum, value > belowMaximum {
                belowMaximum = value
            }
            if value < minimum {
                (aboveMinimum, minimum) = (minimum, value)
            } else if value > minimum, value < aboveMinimum {
                aboveMinimum = value
            }
        }
        guard minimum < maximum else { return nil }
    }
}
