import LinearAlgebra

extension Audit {
    /// How far an element can be told from its siblings.
    public struct Collinearity: Hashable, Sendable {
        /// Why there is no factor, or what it means.
        public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
            /// Nothing to note.
            case fine
            /// The variance inflation factor is above 10, so R^2 above 0.9 (Kutner, Nachtsheim, Neter 2004).
            case high
            /// The siblings determine the element exactly: R^2 is 1, the factor infinite.
            case determined
            /// No siblings that vary.
            case alone
            /// The element does not vary over the complete units.
            case constant
            /// No more complete units than parts that vary.
            case tooFewUnits
            /// The eigenvalues were not found.
            case notSolved
        }

        /// The code of the element.
        public let element: String
        /// The code of its parent.
        public let parent: String
        /// The number of siblings that vary, by which it is explained.
        public let siblings: Int
        /// The units that have all parts.
        public let units: Int
        /// R^2: the share of its variance the siblings explain together; `nil` where it is not computable.
        public let explained: Double?
        /// The variance inflation factor 1/(1 - R^2); `nil` also for R^2 = 1.
        public let inflation: Double?
        /// Why, or what it means.
        public let status: Status
    }

    /// The variance inflation factors of the parts of every aggregate: the diagonal of the inverse of their correlation
    /// matrix, by its eigenvalues and eigenvectors, VIF_i = sum over k of v_ki^2/lambda_k.
    ///
    /// Units with a gap among the parts are dropped, parts that do not vary left out. Eigenvalues up to 1e-10 count as
    /// zero: the elements of their vectors (v^2 above 1e-10) are determined by the others.
    ///
    /// - Parameters:
    ///   - scores: indicators and aggregates as columns; elements without a column are left out.
    ///   - metadata: the tree; results are in its order.
    public static func collinearity(_ scores: IndicatorMatrix, metadata: [IndicatorMetadata]) -> [Collinearity] {
        let elements = elementColumns(scores, metadata: metadata).filter { $0.row.parent != nil }
        let groups = Dictionary(grouping: elements) { $0.row.parent ?? "" }
        let found = groups.flatMap { parent, parts in collinearity(parts, parent: parent) }
        let byCode = Dictionary(found.map { ($0.element, $0) }) { first, _ in first }
        return elements.compactMap { byCode[$0.row.code] }
    }

    private static func collinearity(_ parts: [ElementColumn], parent: String) -> [Collinearity] {
        let units = (parts.first?.values ?? []).indices.filter { unit in parts.allSatisfy { $0.values[unit] != nil } }
        let columns = parts.map { part in units.compactMap { part.values[$0] } }
        let varying = parts.indices.filter { part in columns[part].contains { $0 != columns[part].first } }
        let factors = units.count > varying.count ? inflation(varying.map { columns[$0] }) : nil
        return parts.enumerated().map { position, part in
            let place = varying.firstIndex(of: position)
            let status: Collinearity.Status? =
                if units.count < 2 {
                    .tooFewUnits
                } else if place == nil {
                    .constant
                } else if varying.count < 2 {
                    .alone
                } else if units.count <= varying.count {
                    .tooFewUnits
                } else {
                    factors == nil ? .notSolved : nil
                }
            let factor = status == nil ? place.flatMap { factors?[$0] } : nil
            return Collinearity(
                element: part.row.code, parent: parent, siblings: varying.count { $0 != position }, units: units.count,
                explained: factor.map { $0 == .infinity ? 1 : 1 - 1 / $0 },
                inflation: factor.flatMap { $0.isFinite ? $0 : nil },
                status: status ?? Self.grade(factor ?? .infinity))
        }
    }

    private static func grade(_ factor: Double) -> Collinearity.Status {
        factor == .infinity ? .determined : factor > 10 ? .high : .fine
    }

    /// The factors of columns that vary; infinite where the others determine a column, `nil` if not solved.
    private static func inflation(_ columns: [[Double]]) -> [Double]? {
        var matrix: [Double] = []
        for (row, first) in columns.enumerated() {
            for (column, second) in columns.enumerated() {
                guard let value = Correlation.pearson(first, second) else { return nil }
                matrix.append(row == column ? 1 : value)
            }
        }
        guard let eigen = try? SymmetricEigen(matrix, order: columns.count) else { return nil }
        return columns.indices.map { column in
            zip(eigen.values, eigen.vectors).reduce(0) { sum, pair in
                let square = pair.1[column] * pair.1[column]
                guard pair.0 > 1e-10 else { return square > 1e-10 ? .infinity : sum }
                return sum + square / pair.0
            }
        }.map { max(1, $0) }
    }
}
