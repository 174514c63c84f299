import LinearAlgebra

extension StimulusBuilder {
    mutating func add(_ change: CoefficientChange, to stimulus: inout Stimulus, _ address: ScenarioAddress) {
        guard let row = position(change.seller, address), let column = position(change.buyer, address) else { return }
        let old = coefficients.inputs[row, column]
        let output = coefficients.output[column]
        guard check(output != 0, .noOutput(change.buyer), address) else { return }
        let new =
            switch change.form {
            case .value(let value): value
            case .factor(let factor): old * factor
            case .flow(let flow): old + flow / output
            }
        guard check(new.isFinite, .badNumber(new), address),
            check(
                new >= 0 || new >= old,
                .negativeCoefficient(seller: change.seller, buyer: change.buyer, new), address)
        else { return }
        stimulus.cells[.init(row: row, column: column)] = new - old
        switch change.compensation {
        case .valueAdded: assume(.valueAddedAbsorbs)
        case .otherInputs:
            assume(.otherInputsRescaled)
            let others = (0..<count).reduce(0) { $1 == row ? $0 : $0 + coefficients.inputs[$1, column] }
            guard check(others > 0 && new - old <= others, .nothingToRescale(change.buyer), address) else { return }
            for other in 0..<count where other != row && coefficients.inputs[other, column] != 0 {
                stimulus.cells[.init(row: other, column: column)] =
                    -(new - old) * coefficients.inputs[other, column] / others
            }
        }
    }

    mutating func add(_ change: ImportSubstitution, to stimulus: inout Stimulus, _ address: ScenarioAddress) {
        guard let imports = base.imports else {
            tell(.noImports, address)
            return
        }
        guard check((0...1).contains(change.share), .shareOutOfRange(change.share), address),
            let row = position(change.product, address)
        else { return }
        let columns = change.buyers.map { buyers in buyers.compactMap { position($0, address) } } ?? Array(0..<count)
        for column in Set(columns).sorted() where coefficients.output[column] != 0 {
            let moved = change.share * imports.flows[row, column] / coefficients.output[column]
            if moved != 0 { stimulus.cells[.init(row: row, column: column)] = moved }
        }
        if change.includesFinalDemand {
            stimulus.demand[row] += change.share * imports.finalDemand.row(row).reduce(0, +)
        }
        if coefficients.output[row] == 0, !stimulus.cells.isEmpty || stimulus.demand[row] != 0 {
            tell(.noOutput(change.product), address)
        }
    }

    mutating func add(_ change: TradeMixChange, to stimulus: inout Stimulus, _ address: ScenarioAddress) {
        guard check((0...1).contains(change.share), .shareOutOfRange(change.share), address),
            let from = position(Industry(area: change.from, sector: change.sector), address),
            let to = position(Industry(area: change.to, sector: change.sector), address)
        else { return }
        let table = base.table
        guard check(table.areas.contains(change.buyers), .unknownArea(change.buyers), address), from != to else {
            return
        }
        for (column, buyer) in table.industries.enumerated() where buyer.area == change.buyers {
            let moved = change.share * coefficients.inputs[from, column]
            guard moved != 0 else { continue }
            stimulus.cells[.init(row: from, column: column)] = -moved
            stimulus.cells[.init(row: to, column: column)] = moved
        }
        for (column, category) in table.demandCategories.enumerated() where category.area == change.buyers {
            let moved = change.share * table.finalDemand[from, column]
            stimulus.demand[from] -= moved
            stimulus.demand[to] += moved
        }
        if coefficients.output[to] == 0, !stimulus.cells.isEmpty || stimulus.demand[to] != 0 {
            tell(.noOutput(table.industries[to]), address)
        }
    }
}
