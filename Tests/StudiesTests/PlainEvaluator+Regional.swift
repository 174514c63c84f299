import Foundation
import StatisticalData
import Studies

/// The formulas of studies on a regional table.
extension PlainEvaluator {
    private func named(_ value: ResultValue, _ role: String) -> Double {
        value.derivation.inputs.first { $0.role == role }.map { number($0) } ?? .nan
    }

    private func named(_ value: ResultValue, startingWith role: String) -> [Double] {
        inputs(value, startingWith: role).map { number($0) }
    }

    private func row(_ value: ResultValue, _ role: String) -> [Double] {
        value.derivation.inputs.first { $0.role == role }.flatMap { try? PlainRegion.row($0) } ?? []
    }

    private func source(_ input: DerivationInput?) -> ResultValue? {
        if case .result(let key) = input?.origin { index[key] } else { nil }
    }

    private func source(_ value: ResultValue, _ role: String) -> ResultValue? {
        source(value.derivation.inputs.first { $0.role == role })
    }

    private func band(_ values: [Double]) -> Outcome {
        Outcome(value: values[0], low: values.min(), high: values.max())
    }

    func regional(_ value: ResultValue) -> Outcome? {
        guard let region = region.value(self) else { return nil }
        switch value.derivation.formula {
        case "formula-size-factor": return band(region.deltas.map { region.factor($0) })
        case "formula-location-quotient":
            let shares = named(value, "E_ri") / named(value, "E_r")
            return Outcome(value: shares / (named(value, "E_ni") / named(value, "E_n")))
        case "formula-regional-flq", "formula-regional-aflq":
            return band(
                region.deltas.map { delta in
                    region.inverse(delta).reduce(0) { $0 + $1.reduce(0, +) } / Double(region.ids.count)
                })
        case "formula-sampled-jobs":
            let (jobs, count) = (named(value, "E"), named(value, "n"))
            let half = 1.645 * jobs / sqrt(count)
            return Outcome(value: jobs, low: jobs - half, high: jobs + half)
        case "formula-direct-jobs":
            let output = (row(value, "z") + row(value, "y")).reduce(0, +)
            return Outcome(value: named(value, "E") / output)
        case "formula-home-share":
            let (z, y, m) = (row(value, "z"), row(value, "y"), row(value, "m"))
            let home = (z + y.dropLast()).reduce(0, +)
            let share = min(named(value, "q"), 1) * home / (home + m.dropLast().reduce(0, +))
            return Outcome(value: share, low: share, high: share)
        default:
            return multipliers(value, region) ?? environment(value) ?? programmes(value, region) ?? trade(value, region)
        }
    }

    // MARK: Multipliers

    /// What households of the region spend on each product per unit of income, in each case of their share.
    private func spending(_ households: ResultValue, _ region: PlainRegion) -> [[Double]] {
        let consumed = inputs(households, startingWith: "y(").map { (try? PlainRegion.row($0)) ?? [] }.map { $0[0] }
        let buyers = inputs(households, startingWith: "p(").map { (try? PlainRegion.row($0)) ?? [] }
        let all = buyers.reduce(0) { $0 + $1[0] + $1[1] }
        return ["φ", "φ₁", "φ₂"].map { role in
            region.ids.indices.map { position in
                let sum = buyers[position].reduce(0, +)
                let own = sum == 0 ? 0 : (buyers[position][0] + buyers[position][1]) / sum
                return named(households, role) * region.atHome[position] * consumed[position] * own / all
            }
        }
    }

    /// For each case of the assumptions the jobs at each sector (row) on a unit of final demand of each product.
    private func closedJobs(_ region: PlainRegion) -> [[[Double]]] {
        if let known = region.closedJobs { return known }
        let intensities = jobsPerOutput
        guard let households = index.result.values.first(where: { $0.key.measure == "spending-at-home" }) else {
            return openJobs(region)
        }
        let wages = wageRow
        let found = region.deltas.flatMap { delta in
            spending(households, region).map { spent in
                let inverse = region.closedInverse(delta, wages: wages, spending: spent)
                return region.ids.indices.map { row in region.ids.indices.map { intensities[row] * inverse[row][$0] } }
            }
        }
        region.closedJobs = found
        return found
    }

    private var wageRow: [Double] {
        index.result.values.first { $0.key.measure == "type2-jobs" }.map { row($0, "w") } ?? []
    }

    private var jobsPerOutput: [Double] {
        index.result.values.filter { $0.key.measure == "direct-jobs" }.compactMap(\.number)
    }

    private func openJobs(_ region: PlainRegion) -> [[[Double]]] {
        if let known = region.openJobs { return known }
        let intensities = jobsPerOutput
        let found = region.deltas.map { delta in
            let inverse = region.inverse(delta)
            return region.ids.indices.map { row in region.ids.indices.map { intensities[row] * inverse[row][$0] } }
        }
        region.openJobs = found
        return found
    }

    private func multipliers(_ value: ResultValue, _ region: PlainRegion) -> Outcome? {
        let column = region.ids.firstIndex(of: value.key.item) ?? 0
        let open = { self.openJobs(region).map { jobs in jobs.reduce(0) { $0 + $1[column] } } }
        let closed = { self.closedJobs(region).map { jobs in jobs.reduce(0) { $0 + $1[column] } } }
        switch value.derivation.formula {
        case "formula-type1-jobs": return band(open())
        case "formula-indirect-jobs": return band(open().map { $0 - jobsPerOutput[column] })
        case "formula-type2-jobs": return band(closed())
        case "formula-induced-jobs":
            let cases = closed()
            let repeats = cases.count / region.deltas.count
            return band(zip(cases, open().flatMap { Array(repeating: $0, count: repeats) }).map { $0 - $1 })
        case "formula-spending-at-home": return band(spending(value, region).map { $0.reduce(0, +) })
        default: return nil
        }
    }

    // MARK: Programmes

    /// Demand for products of the region that a list of purchases makes.
    private func demand(_ value: ResultValue, _ region: PlainRegion) -> [Double] {
        region.ids.map { id in
            let share = value.derivation.inputs.first { $0.role == "f(\(id))" }.map { number($0) } ?? 0
            return share == 0 ? 0 : named(value, "s") * share * named(value, "h(\(id))")
        }
    }

    /// Demand that those who pay no longer make: households in the structure of their spending, a budget as stated.
    private func financed(_ value: ResultValue, _ region: PlainRegion) -> [Double] {
        guard inputs(value, startingWith: "f(").isEmpty, let households = source(value, "H") else {
            return demand(value, region)
        }
        let unit = spending(households, region)[0].map { $0 / named(households, "φ") }
        return unit.map { $0 * named(value, "s") }
    }

    private func programmes(_ value: ResultValue, _ region: PlainRegion) -> Outcome? {
        let formula = value.derivation.formula
        guard formula.hasPrefix("formula-programme-") else { return nil }
        let closed = closedJobs(region)
        func total(_ jobs: [[[Double]]], _ demand: [Double]) -> [Double] {
            jobs.map { $0.reduce(0) { $0 + zip($1, demand).reduce(0) { $0 + $1.0 * $1.1 } } }
        }
        func at(_ sector: Int, _ demand: [Double]) -> [Double] {
            closed.map { zip($0[sector], demand).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        let direct = { zip(self.jobsPerOutput, self.demand(value, region)).reduce(0) { $0 + $1.0 * $1.1 } }
        let open = { total(self.openJobs(region), self.demand(value, region)) }
        // The parts of a net figure, each with the demand its own derivation names.
        let gross = source(value, "G").map { demand($0, region) }
        let displaced = source(value, "D").map { demand($0, region) } ?? region.ids.map { _ in 0 }
        let paid = source(value, "P").map { financed($0, region) } ?? region.ids.map { _ in 0 }
        let net = zip(gross ?? [], zip(displaced, paid)).map { $0 - $1.0 - $1.1 }
        let sector = region.ids.firstIndex { value.key.item.hasSuffix("-in-" + $0) } ?? 0
        switch formula {
        case "formula-programme-gross-direct":
            return Outcome(value: direct(), low: direct(), high: direct())
        case "formula-programme-gross-indirect": return band(open().map { $0 - direct() })
        case "formula-programme-gross-induced":
            let repeats = closed.count / region.deltas.count
            let without = open().flatMap { Array(repeating: $0, count: repeats) }
            return band(zip(total(closed, demand(value, region)), without).map { $0 - $1 })
        case "formula-programme-gross": return band(total(closed, demand(value, region)))
        case "formula-programme-displaced": return band(total(closed, demand(value, region)).map { -$0 })
        case "formula-programme-financed": return band(total(closed, financed(value, region)).map { -$0 })
        case "formula-programme-net": return band(total(closed, net))
        case "formula-programme-sector-gross": return band(at(sector, gross ?? []))
        case "formula-programme-sector-net": return band(at(sector, net))
        default: return nil
        }
    }

    // MARK: Environmental employment

    private func environment(_ value: ResultValue) -> Outcome? {
        switch value.derivation.formula {
        case "formula-output-jobs":
            let (jobs, counts) = (named(value, startingWith: "E("), named(value, startingWith: "n("))
            let parts = zip(zip(jobs, counts), named(value, startingWith: "N(")).map { $0.0 * $0.1 / $1 }
            let half = zip(parts, counts).reduce(0) { $0 + 1.645 * $1.0 / sqrt($1.1) }
            let sum = parts.reduce(0, +)
            return Outcome(value: sum, low: sum - half, high: sum + half)
        case "formula-process-jobs":
            let sums = ["p(", "p₁(", "p₂("].map { role in
                zip(named(value, startingWith: "E("), named(value, startingWith: role)).reduce(0) { $0 + $1.0 * $1.1 }
            }
            return Outcome(value: sums[0], low: sums[1], high: sums[2])
        case "formula-environmental-union":
            guard let outputs = source(value, "O"), let processes = source(value, "P") else { return nil }
            let overlap = ["o", "o₁", "o₂"].map { named(value, $0) }
            return Outcome(
                value: (outputs.number ?? .nan) + (1 - overlap[0]) * (processes.number ?? .nan),
                low: (outputs.low ?? .nan) + (1 - overlap[2]) * (processes.low ?? .nan),
                high: (outputs.high ?? .nan) + (1 - overlap[1]) * (processes.high ?? .nan))
        default: return nil
        }
    }

    // MARK: Trade

    /// Final demand for products of the region by use in each case: uses at home, the rest of the nation, abroad, shortfall.
    private func uses(_ value: ResultValue, _ region: PlainRegion, splits: [Double]) -> [[[Double]]] {
        guard let leaving = source(value, "T") ?? index.result.values.first(where: { $0.key.item == "trade" }) else {
            return []
        }
        let rows = inputs(leaving, startingWith: "y(").map { (try? PlainRegion.row($0)) ?? [] }
        let shares = inputs(leaving, startingWith: "σ(").map { number($0) }
        return region.deltas.flatMap { delta in
            let sales = region.sales(delta)
            let home = shares.indices.map { category in
                region.ids.indices.map { region.atHome[$0] * shares[category] * rows[$0][category] }
            }
            let rest = region.ids.indices.map { position in
                region.regionOutput[position] - sales[position] - home.reduce(0) { $0 + $1[position] }
            }
            return splits.map { split in
                let abroad = region.ids.indices.map { position in
                    min(max(rest[position], 0), split * region.shares[position] * (rows[position].last ?? .nan))
                }
                return home + [
                    zip(rest, abroad).map { max($0, 0) - $1 }, abroad, rest.map { min($0, 0) },
                ]
            }
        }
    }

    private func trade(_ value: ResultValue, _ region: PlainRegion) -> Outcome? {
        let formula = value.derivation.formula
        let splits = ["k", "k₁", "k₂"].map { named(value, $0) }
        let isSplit = splits.allSatisfy(\.isFinite)
        let cases = { self.uses(value, region, splits: isSplit ? splits : [0]) }
        let count = { (use: String) -> Int? in
            ["consumption", "fixed_capital", "inventories", "rest-of-nation", "abroad", "shortfall"].firstIndex(of: use)
        }
        let position = region.ids.firstIndex(of: value.key.item) ?? 0
        switch formula {
        case "formula-leaving":
            return band(cases().map { use in zip(use[3], use[4]).reduce(0) { $0 + $1.0 + $1.1 } })
        case "formula-leaving-product": return band(cases().map { $0[3][position] + $0[4][position] })
        case "formula-shortfall-product": return band(cases().map { abs($0[5][position]) })
        case "formula-jobs-embodied", "formula-value-added-embodied":
            guard let use = count(value.key.item) else { return nil }
            let isJobs = formula == "formula-jobs-embodied"
            let intensities = isJobs ? jobsPerOutput : valueAdded(value, region)
            return band(total(cases(), region, intensities) { $0[use] })
        case "formula-jobs-all-uses": return Outcome(value: named(value, startingWith: "J(").reduce(0, +))
        case "formula-leaving-share": return leavingShare(value, region)
        case "formula-jobs-embodied-product":
            return band(
                total(cases(), region, jobsPerOutput) { use in
                    region.ids.indices.map { $0 == position ? use[3][$0] + use[4][$0] : 0 }
                })
        case "formula-jobs-for-home", "formula-jobs-for-rest", "formula-jobs-for-abroad":
            return band(workers([position], formula, cases(), region))
        case "formula-sum-of-sectors":
            let sectors = inputs(value, startingWith: "J(").compactMap { source($0) }
            guard let first = sectors.first else { return nil }
            let splits = ["k", "k₁", "k₂"].map { named(first, $0) }
            let positions = sectors.compactMap { region.ids.firstIndex(of: $0.key.item) }
            return band(
                workers(positions, first.derivation.formula, uses(first, region, splits: splits), region))
        default: return nil
        }
    }

    private func leavingShare(_ value: ResultValue, _ region: PlainRegion) -> Outcome? {
        guard let rest = source(value, "J_r"), let all = source(value, "E_r")?.number else { return nil }
        let splits = ["k", "k₁", "k₂"].map { named(rest, $0) }
        let leaving = total(uses(rest, region, splits: splits), region, jobsPerOutput) { use in
            zip(use[3], use[4]).map { $0 + $1 }
        }
        return band(leaving.map { 100 * $0 / all })
    }

    private func valueAdded(_ value: ResultValue, _ region: PlainRegion) -> [Double] {
        let rows = inputs(value, startingWith: "v").map { (try? PlainRegion.row($0)) ?? [] }
        let output = region.regionOutput
        return region.ids.indices.map { position in
            rows.reduce(0) { $0 + $1[position] } * region.shares[position] / output[position]
        }
    }

    /// Intensities times output for the demand that `chosen` takes of the uses, in each case.
    private func total(
        _ cases: [[[Double]]], _ region: PlainRegion, _ intensities: [Double], _ chosen: ([[Double]]) -> [Double]
    ) -> [Double] {
        let repeats = cases.count / region.deltas.count
        return cases.enumerated().map { position, use in
            let inverse = region.inverse(region.deltas[position / repeats])
            let demand = chosen(use)
            return inverse.indices.reduce(0) { sum, row in
                sum + intensities[row] * zip(inverse[row], demand).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
    }

    /// Jobs at some sectors for use at home, in the rest of the nation or abroad, in each case.
    private func workers(
        _ sectors: [Int], _ formula: String, _ cases: [[[Double]]], _ region: PlainRegion
    ) -> [Double] {
        let chosen = formula.hasSuffix("home") ? [0, 1, 2, 5] : formula.hasSuffix("rest") ? [3] : [4]
        let own = jobsPerOutput.indices.map { sectors.contains($0) ? jobsPerOutput[$0] : 0 }
        return total(cases, region, own) { use in
            region.ids.indices.map { position in chosen.reduce(0) { $0 + use[$1][position] } }
        }
    }
}

/// The region of a result, estimated once.
final class PlainRegionCache {
    private var found: PlainRegion??

    func value(_ evaluator: PlainEvaluator) -> PlainRegion? {
        if let found { return found }
        let region = PlainRegion(evaluator)
        found = .some(region)
        return region
    }
}
