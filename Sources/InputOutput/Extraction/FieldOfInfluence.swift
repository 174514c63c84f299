public import LinearAlgebra

extension LeontiefModel {
    /// The field of influence of a_ij (n x n): column i of L times row j, how L moves with that coefficient.
    ///
    /// - Throws: `InputOutputFaults` for industries that are not in the table.
    /// - Source: M. Sonis, G. Hewings, in Frontiers of Input-Output Analysis (1989).
    public func fieldOfInfluence(seller: Industry, buyer: Industry) throws(InputOutputFaults) -> Matrix {
        let positions = IndustryPositions(table)
        guard let row = positions[seller], let column = positions[buyer] else {
            let unknown = [seller, buyer].filter { positions[$0] == nil }
            throw InputOutputFaults(unknown.map { .scenario(ScenarioFault(nil, .unknownIndustry($0))) })
        }
        let inverse = try leontiefInverse()
        return Matrix(rows: inverse.rows, columns: inverse.columns) { inverse[$0, row] * inverse[column, $1] }
    }

    /// The multiplier product matrix (n x n): row sums of L times its column sums, divided by the sum of all.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    /// - Source: M. Sonis, G. Hewings, J. Guo, Economic Systems Research 9 (1997).
    public func multiplierProductMatrix() throws(InputOutputFaults) -> Matrix {
        let inverse = try leontiefInverse()
        let (rows, columns) = (inverse.rowSums, inverse.columnSums)
        let whole = rows.reduce(0, +)
        return Matrix(rows: rows.count, columns: columns.count) { rows[$0] * columns[$1] / whole }
    }
}
