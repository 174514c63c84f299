public import LinearAlgebra

/// Effects by row and industry: each matrix has a row for every stressor, then one for gross output.
public struct ImpactEffects: Hashable, Sendable {
    /// In the industries that are asked first, and of people paid directly.
    public let direct: Matrix
    /// In those that supply them, and their suppliers.
    public let indirect: Matrix
    /// From the spending of the income earned in both; `nil` without households.
    public let induced: Matrix?

    /// Puts the parts together.
    public init(direct: Matrix, indirect: Matrix, induced: Matrix?) {
        self.direct = direct
        self.indirect = indirect
        self.induced = induced
    }

    /// All three, or the first two without households.
    public var total: Matrix {
        let open = Self.added(direct, indirect)
        return induced.map { Self.added(open, $0) } ?? open
    }

    static func + (left: Self, right: Self) -> Self {
        var induced: Matrix?
        if let first = left.induced, let second = right.induced { induced = added(first, second) }
        return Self(
            direct: added(left.direct, right.direct), indirect: added(left.indirect, right.indirect),
            induced: induced)
    }

    private static func added(_ left: Matrix, _ right: Matrix) -> Matrix {
        Matrix(rows: left.rows, columns: left.columns) { left[$0, $1] + right[$0, $1] }
    }
}
