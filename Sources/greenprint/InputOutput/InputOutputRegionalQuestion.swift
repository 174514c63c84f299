import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData
import Workspaces

/// `--regionalise`: the table of a region estimated from that of its nation by location quotients.
struct InputOutputRegionalQuestion: InputOutputQuestion {
    static let option = "--regionalise"

    /// The words of `--method`.
    enum Method: String, ExpressibleByArgument, CaseIterable {
        case slq
        case cilq
        case flq
        case aflq
    }

    /// What is printed.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case home
        case rest
        case quotients
        case demand
    }

    @Option(
        help:
            "Estimate the table of a region: a file with sector, region, nation (jobs or output). 按区域与全国的就业或产出估计区域表。"
    )
    var regionalise: String?

    @Option(help: "With --regionalise: slq, cilq, flq or aflq. 区位商方法。")
    var method: Method?

    @Option(help: "With flq and aflq: delta, from 0 to below 1. It is not a constant: see --sweep. 参数δ。")
    var delta: Double?

    @Flag(help: "With --regionalise: a row for each delta from 0.1 to 0.4. 逐个δ给出乘数。")
    var sweep = false

    @Option(help: "With --sweep: the folder of a surveyed table of the region to compare with. 用于对照的区域调查表。")
    var survey: String?

    @Option(
        help:
            "With --regionalise: home (coefficients), rest (bought from the rest of the nation), quotients, or demand (final demand). 输出内容。"
    )
    var part: Part?

    @Option(
        name: .customLong("demand"),
        help: "With --part demand: the share of a category that the region buys, CATEGORY=SHARE. 区域在该类最终需求中的份额。")
    var demandShares: [String] = []

    var isAsked: Bool { regionalise != nil || method != nil || delta != nil || sweep || part != nil }

    func check(_ common: InputOutputCommon) throws {
        try common.closure.check(isAllowed: false)
        guard regionalise != nil, let method else {
            throw ValidationError("--regionalise, --method: one needs the other; 须同时给出")
        }
        let takesDelta = method == .flq || method == .aflq
        if sweep, !takesDelta || delta != nil || part != nil {
            throw ValidationError("--sweep: with flq or aflq, without --delta and --part; 仅用于flq或aflq")
        }
        if takesDelta, delta == nil, !sweep {
            throw ValidationError("--delta: flq and aflq need it, or --sweep; flq和aflq需要给出δ")
        }
        if !takesDelta, delta != nil { throw ValidationError("--delta: not with this method; 不能与该方法同用") }
        if survey != nil, !sweep { throw ValidationError("--survey: with --sweep; 与--sweep同用") }
        if demandShares.isEmpty == (part == .demand) {
            throw ValidationError("--demand, --part demand: one needs the other; 须同时给出")
        }
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let file = regionalise, let method else { return }
        let table = subject.folder.table
        let bytes = Array(try WorkspaceFolder.text(at: file).utf8)
        let shares = try RegionalShares(bytes, file: file, industries: table.industries)
        let place = Place(file: file)
        func told<Value>(_ body: () throws(RegionalisationFaults) -> Value) throws -> Value {
            try RegionalisationFaultTexts.telling(
                at: place, industries: table.industries, rows: shares.places, categories: table.demandCategories, body)
        }
        let quotients = try told { () throws(RegionalisationFaults) in
            try LocationQuotients(region: shares.region, nation: shares.nation)
        }
        let chosen = self.chosen(method)
        if sweep {
            let found = try told { () throws(RegionalisationFaults) in
                try RegionalisationSweep(
                    national: table.inputCoefficients, quotients, chosen, deltas: RegionalisationSweep.usualDeltas)
            }
            let multipliers = try survey.map { try surveyed($0, subject) }
            let distances = try told { () throws(RegionalisationFaults) in
                guard let multipliers else { return [RegionalisationSweep.Distance]() }
                return try found.distances(toSurveyed: multipliers)
            }
            Output.print(try Self.table(found, distances).text(.csv))
            return
        }
        if part == .demand {
            let given = try categoryShares(table)
            let regional = try told { () throws(RegionalisationFaults) in
                try RegionalTable(
                    national: table, region: shares.region, nation: shares.nation, method: chosen, demandShares: given)
            }
            return try subject.print(Self.demand(regional, subject.folder))
        }
        let coefficients = try told { () throws(RegionalisationFaults) in
            try RegionalCoefficients(national: table.inputCoefficients, quotients, chosen)
        }
        let industries = subject.folder.industries
        let values =
            switch part ?? .home {
            case .rest: coefficients.fromRest
            case .quotients: coefficients.quotients
            default: coefficients.home
            }
        try subject.print(LabelledMatrix(rows: industries, columns: industries, values: values))
    }

    private func chosen(_ method: Method) -> LocationQuotientMethod {
        switch method {
        case .slq: .simple
        case .cilq: .crossIndustry
        case .flq: .flegg(delta: delta ?? 0)
        case .aflq: .augmentedFlegg(delta: delta ?? 0)
        }
    }

    /// The output multipliers of a surveyed table, in the order of the national one.
    private func surveyed(_ path: String, _ subject: InputOutputSubject) throws -> [Double] {
        let folder = try subject.common.folder(path)
        let multipliers = try LeontiefModel(folder.table).outputMultipliers
        let found = Dictionary(
            zip(folder.table.industries.map(\.sector), multipliers), uniquingKeysWith: { first, _ in first })
        let sectors = subject.folder.table.industries.map(\.sector)
        let missing = sectors.filter { found[$0] == nil }
        guard missing.isEmpty else {
            throw Fault(
                "io-missing-rows", at: Place(file: path),
                ["expected": missing.prefix(5).joined(separator: ", "), "count": String(missing.count)])
        }
        return sectors.compactMap { found[$0] }
    }

    /// The shares that `--demand` gives, by category of the table.
    private func categoryShares(_ table: InputOutputTable) throws -> [Double?] {
        var shares: [Double?] = table.demandCategories.map { _ in nil }
        let names = table.demandCategories.map(\.category)
        for word in demandShares {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let position = names.firstIndex(of: parts[0]), let share = Double(parts[1]) else {
                throw Fault(
                    "io-no-category", at: Place(file: "--demand"),
                    ["found": word, "nearest": Suggestion.nearest(to: parts.first ?? word, among: names) ?? "-"])
            }
            shares[position] = share
        }
        return shares
    }

    private static func table(
        _ sweep: RegionalisationSweep, _ distances: [RegionalisationSweep.Distance]
    ) -> OutputTable {
        let best = distances.min { $0.meanAbsoluteDifference < $1.meanAbsoluteDifference }?.delta
        let header = ["delta", "lambda", "mean_output_multiplier", "smallest", "largest"]
        let further = ["mean_difference", "mean_absolute_difference", "nearest"]
        return OutputTable(
            header: header + (distances.isEmpty ? [] : further),
            rows: sweep.steps.enumerated().map { position, step in
                let multipliers = step.coefficients.outputMultipliers
                let own = [
                    step.delta, step.sizeFactor, step.coefficients.meanOutputMultiplier, multipliers.min(),
                    multipliers.max(),
                ]
                guard distances.indices.contains(position) else { return own.map { .number($0) } }
                let distance = distances[position]
                return
                    (own + [
                        distance.meanDifference, distance.meanAbsoluteDifference, distance.delta == best ? 1 : 0,
                    ]).map { .number($0) }
            })
    }

    /// Final demand of the region at home by category, what leaves, shortfalls, and what it buys from the rest.
    private static func demand(_ regional: RegionalTable, _ folder: InputOutputFolder) -> LabelledMatrix {
        let table = regional.table
        let names = table.demandCategories.map(\.category)
        let bought = names.prefix(regional.demandFromRest.columns).map { $0 + ":rest" }
        return LabelledMatrix(
            rows: folder.industries, columns: LabelAxis(levels: ["category"], labels: (names + bought).map { [$0] }),
            values: Matrix(rows: table.industries.count, columns: names.count + bought.count) { row, column in
                column < names.count
                    ? table.finalDemand[row, column] : regional.demandFromRest[row, column - names.count]
            })
    }
}
