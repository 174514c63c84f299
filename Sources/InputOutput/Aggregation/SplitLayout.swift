import LinearAlgebra

/// Where part and rest stand in a split table, and what the part has of each cell of its parent.
struct SplitLayout {
    enum Role { case other, part, rest }

    /// The parent's own cell by seller and buyer.
    struct Corner {
        let partToPart, partToRest, restToPart, restToRest: Double

        func value(_ seller: Role, _ buyer: Role) -> Double {
            switch (seller, buyer) {
            case (.part, .part): partToPart
            case (.part, _): partToRest
            case (_, .part): restToPart
            default: restToRest
            }
        }
    }

    let parent: Int
    let industries: [Industry]
    private let split: SectorSplit

    init(_ split: SectorSplit, _ table: InputOutputTable) throws(InputOutputFaults) {
        let known = Set(table.industries)
        var faults: [TableConstructionFault] = []
        if !known.contains(split.parent) { faults.append(.unknownIndustry(split.parent)) }
        for label in [split.part, split.rest] where known.contains(label) && label != split.parent {
            faults.append(.labelInUse(label))
        }
        if split.part == split.rest || split.part.area != split.parent.area || split.rest.area != split.parent.area {
            faults.append(.labelInUse(split.part))
        }
        if !(split.outputShare > 0 && split.outputShare < 1) {
            faults.append(.outputShare(split.part, split.outputShare))
        }
        let partners = Array(split.purchases.keys) + Array(split.sales.keys)
        faults += partners.distinct.filter { !known.contains($0) || $0 == split.parent }
            .sorted { ($0.area, $0.sector) < ($1.area, $1.sector) }.map { .unknownIndustry($0) }
        faults += split.finalSales.keys.filter { !table.demandCategories.contains($0) }.map(\.category).sorted()
            .map { .unknownCategory($0) }
        guard faults.isEmpty, let parent = table.industries.firstIndex(of: split.parent) else {
            throw InputOutputFaults(faults.map { .construction($0) })
        }
        self.split = split
        self.parent = parent
        var industries = table.industries
        industries[parent] = split.rest
        industries.insert(split.part, at: parent + 1)
        self.industries = industries
    }

    func origin(_ position: Int) -> Int { position > parent ? position - 1 : position }

    func role(_ position: Int) -> Role { position == parent ? .rest : position == parent + 1 ? .part : .other }

    func corner(of flows: Matrix) -> Corner {
        let (own, share) = (flows[parent, parent], split.outputShare)
        let partToPart = split.ownUse ?? share * share * own
        let partToRest = split.salesToRest ?? share * (1 - share) * own
        let restToPart = split.purchasesFromRest ?? share * (1 - share) * own
        return Corner(
            partToPart: partToPart, partToRest: partToRest, restToPart: restToPart,
            restToRest: own - partToPart - partToRest - restToPart)
    }

    /// What the part buys of each industry; of the parent nothing, whose cell is the corner.
    func purchases(_ flows: Matrix) -> [Double] {
        (0..<flows.rows).map { row in
            row == parent ? 0 : split.purchases[self.seller(row)] ?? split.outputShare * flows[row, parent]
        }
    }

    private func seller(_ row: Int) -> Industry { industries[row > parent ? row + 1 : row] }

    /// Whether the part of an amount lies between zero and the amount, within rounding.
    func fits(_ part: Double, _ whole: Double) -> Bool {
        let slack = 1e-12 * abs(whole)
        return whole >= 0 ? part >= -slack && part <= whole + slack : part <= slack && part >= whole - slack
    }

    func faults(_ table: InputOutputTable, _ corner: Corner) -> [TableConstructionFault] {
        var faults: [TableConstructionFault] = []
        let bought = purchases(table.flows)
        for row in bought.indices where row != parent && !fits(bought[row], table.flows[row, parent]) {
            faults.append(
                .partAboveParent(
                    from: seller(row).sector, to: split.part.sector, part: bought[row],
                    parent: table.flows[row, parent]))
        }
        let own = table.flows[parent, parent]
        let used = own - corner.restToRest
        for part in [corner.partToPart, corner.partToRest, corner.restToPart, used] where !fits(part, own) {
            faults.append(
                .partAboveParent(from: split.part.sector, to: split.part.sector, part: part, parent: own))
        }
        let (sold, demanded) = priorSales(table)
        for column in sold.indices where column != parent && !fits(sold[column], table.flows[parent, column]) {
            faults.append(
                .partAboveParent(
                    from: split.part.sector, to: seller(column).sector, part: sold[column],
                    parent: table.flows[parent, column]))
        }
        for column in demanded.indices where !fits(demanded[column], table.finalDemand[parent, column]) {
            faults.append(
                .partAboveParent(
                    from: split.part.sector, to: table.demandCategories[column].category, part: demanded[column],
                    parent: table.finalDemand[parent, column]))
        }
        return faults
    }

    private func priorSales(_ table: InputOutputTable) -> (flows: [Double], demand: [Double]) {
        let share = split.outputShare
        let flows = table.industries.indices.map { column in
            column == parent ? 0 : split.sales[seller(column)] ?? share * table.flows[parent, column]
        }
        let demand = table.demandCategories.enumerated().map { column, category in
            split.finalSales[category] ?? share * table.finalDemand[parent, column]
        }
        return (flows, demand)
    }

    /// What the part sells, fitted so that it has its share of the output and the parent's cells are kept.
    func sales(
        _ table: InputOutputTable, _ corner: Corner
    ) throws(InputOutputFaults) -> (flows: [Double], demand: [Double]) {
        let prior = priorSales(table)
        guard !split.isProportional else { return prior }
        let count = table.industries.count
        let cells = prior.flows + prior.demand
        let wholes = cells.indices.map { column in
            column < count
                ? (column == parent ? 0 : table.flows[parent, column]) : table.finalDemand[parent, column - count]
        }
        let matrix = Matrix(rows: 2, columns: cells.count) { row, column in
            row == 0 ? cells[column] : wholes[column] - cells[column]
        }
        let output = split.outputShare * table.output[parent]
        let target = output - corner.partToPart - corner.partToRest
        let targets = BalancingTargets(rows: [target, wholes.reduce(0, +) - target], columns: wholes)
        do throws(BalancingFaults) {
            let fitted = try BalancedMatrix(matrix, to: targets, by: .gras).matrix
            return (Array(fitted.row(0).prefix(count)), Array(fitted.row(0).dropFirst(count)))
        } catch {
            throw InputOutputFaults(error.list.map { .construction(.splitInfeasible(split.parent, $0)) })
        }
    }
}
