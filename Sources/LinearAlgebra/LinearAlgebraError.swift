/// What can go wrong in an operation of linear algebra.
public enum LinearAlgebraError: Error, Hashable, Sendable {
    /// An array has another number of elements than its shape asks for.
    case wrongSize(expected: Int, found: Int)
    /// A value that is infinite or not a number, at a position of the array given.
    case notFinite(position: Int)
    /// A matrix that should be symmetric differs from its transpose at a row and column.
    case notSymmetric(row: Int, column: Int)
    /// A matrix without an inverse.
    case singular
    /// The iteration for the eigenvalues did not converge.
    case noConvergence
}

extension LinearAlgebraError {
    /// Checks the size of an array and that all its values are finite.
    static func check(_ values: [Double], count: Int) throws(LinearAlgebraError) {
        guard values.count == count else { throw .wrongSize(expected: count, found: values.count) }
        if let position = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(position: position) }
    }
}
