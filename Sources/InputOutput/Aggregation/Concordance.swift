public import LinearAlgebra

/// Which industries of a table belong to which groups, wholly or by shares: for adding up, and for dividing.
///
/// C (n x m), each row with sum 1. Flows become C^T Z C, final demand C^T Y, amounts by industry F C; coefficients are
/// computed anew from the flows, never averaged. An industry divided by shares is divided alike in its row and column: the
/// assumption that its parts have the same structure.
///
/// Source: Miller & Blair (2009), section 4.9.
public struct Concordance: Sendable {
    /// A row of a concordance.
    public struct Link: Hashable, Sendable {
        /// The industry of the table.
        public let industry: Industry
        /// The group.
        public let group: Industry
        /// The share of the industry that belongs to the group.
        public let share: Double

        /// Links an industry to a group.
        public init(_ industry: Industry, to group: Industry, share: Double = 1) {
            self.industry = industry
            self.group = group
            self.share = share
        }
    }

    /// The industries of the table.
    public let industries: [Industry]
    /// The groups, in the order in which the links name them.
    public let groups: [Industry]
    /// C, one list of group and share for each industry.
    private let shares: [[(group: Int, share: Double)]]

    /// The shares of an industry add up to 1 within this.
    public static let tolerance = 1e-9

    /// Checks and makes a concordance.
    ///
    /// - Throws: `InputOutputFaults` with all that is wrong: industries not named, those the table has not, repeated links,
    ///   shares outside 0 to 1, shares that do not add up to 1.
    public init(_ links: [Link], for industries: [Industry]) throws(InputOutputFaults) {
        let positions = Dictionary(industries.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        groups = links.map(\.group).distinct
        let groupPositions = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        var shares: [[(group: Int, share: Double)]] = Array(repeating: [], count: industries.count)
        var faults: [TableConstructionFault] = []
        for link in links {
            guard let position = positions[link.industry], let group = groupPositions[link.group] else {
                faults.append(.unknownIndustry(link.industry))
                continue
            }
            if shares[position].contains(where: { $0.group == group }) {
                faults.append(.repeatedLink(link.industry, group: link.group))
            }
            if !(0...1).contains(link.share) {
                faults.append(.shareOutOfRange(link.industry, group: link.group, link.share))
            }
            shares[position].append((group, link.share))
        }
        let missing = industries.indices.filter { shares[$0].isEmpty }.map { industries[$0] }
        if !missing.isEmpty { faults.append(.notInConcordance(missing)) }
        for (position, list) in shares.enumerated() where !list.isEmpty {
            let sum = list.reduce(0) { $0 + $1.share }
            if !(abs(sum - 1) <= Self.tolerance) { faults.append(.sharesNotOne(industries[position], sum: sum)) }
        }
        guard faults.isEmpty else { throw InputOutputFaults(faults.map { .construction($0) }) }
        self.industries = industries
        self.shares = shares
    }

    /// The areas that the groups of an industry are in.
    func groupAreas(_ industry: Int) -> Set<String> {
        Set(shares[industry].map { groups[$0.group].area })
    }

    /// C^T X: rows by industry become rows by group.
    ///
    /// - Throws: `InputOutputFaults` for another number of rows than industries.
    public func rows(_ matrix: Matrix) throws(InputOutputFaults) -> Matrix {
        let faults = InputOutputTable.sizeFaults(matrix, .flows, industries.count, matrix.columns)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        var result = Matrix(rows: groups.count, columns: matrix.columns)
        for (row, list) in shares.enumerated() {
            for (group, share) in list {
                for column in 0..<matrix.columns { result[group, column] += share * matrix[row, column] }
            }
        }
        return result
    }

    /// X C: columns by industry become columns by group.
    ///
    /// - Throws: `InputOutputFaults` for another number of columns than industries.
    public func columns(_ matrix: Matrix) throws(InputOutputFaults) -> Matrix {
        let faults = InputOutputTable.sizeFaults(matrix, .flows, matrix.rows, industries.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        var result = Matrix(rows: matrix.rows, columns: groups.count)
        for row in 0..<matrix.rows {
            for (column, list) in shares.enumerated() {
                for (group, share) in list { result[row, group] += share * matrix[row, column] }
            }
        }
        return result
    }
}
