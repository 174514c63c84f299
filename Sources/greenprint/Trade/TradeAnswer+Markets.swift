import LinearAlgebra
import Reports
import StatisticalData
import TableFormats
import TradeAnalysis

extension TradeAnswer {
    var file: String { table.file }

    func balance() throws -> OutputTable {
        let sold = try table.matrix(.exports, years: question.years).matrix
        let bought = try imports()
        let totals = Dictionary(zip(bought.areas, bought.areaTotals), uniquingKeysWith: { first, _ in first })
        let rows = try zip(sold.areas, sold.areaTotals).map { area, exports -> [OutputTable.Cell] in
            guard let told = totals[area] else { return [.word(area), .number(exports), .number(nil), .number(nil)] }
            let balance = try TradeBalance(exports: exports, imports: told, margin: question.margin ?? 0)
            return [.word(area), .number(exports), .number(balance.imports), .number(balance.balance)]
        }
        return OutputTable(header: ["area", "exports", "imports", "value"], rows: rows)
    }

    func partners() throws -> OutputTable {
        let file = question.groups ?? ""
        let groups = try GoodsTables.groups(InputFile.read(file), file: file)
        let sales = try table.sales(question.direction, area: question.area)
        let tables = try lists.map { ($0.name, try PartnerTable(sales, groups: groups, green: $0.codes).rows) }
        return OutputTable(
            header: [
                "year", "group", "list", "total", "green", "green_by_share", "green_share", "share_of_green",
                "concentration",
            ],
            rows: tables.flatMap { name, rows in
                rows.map { row in
                    [
                        .word(String(row.year)), .word(row.group), .word(name), .number(row.total), .number(row.green),
                        .number(row.greenByShare), .number(row.greenShare), .number(row.shareOfGreen),
                        .number(row.concentration),
                    ]
                }
            })
    }

    func growth() throws -> OutputTable {
        guard let area = question.area, let years = question.period.flatMap(TradeQuestion.range) else {
            return OutputTable(header: ["effect", "value"], rows: [])
        }
        let cells = try table.growthCells(area: area, from: years.lowerBound, to: years.upperBound)
        let effects = try GrowthDecomposition(cells)
        return OutputTable(
            header: ["effect", "value"],
            rows: [
                [.word("world"), .number(effects.world)], [.word("product"), .number(effects.product)],
                [.word("market"), .number(effects.market)],
                [.word("competitiveness"), .number(effects.competitiveness)],
                [.word("change"), .number(effects.change)],
            ])
    }

    /// An area in the product space of the others.
    func appended(_ matrix: TradeMatrix) throws -> OutputTable {
        let name = question.append ?? ""
        let (world, values) = try matrix.split(off: name)
        let network = try AdvantageNetwork(world.advantage(limits))
        let complexity = try EconomicComplexity(network)
        let space = try ProductSpace(network, withoutDiagonal: question.withoutDiagonal)
        let area = try AppendedArea(values, world: world, complexity, space)
        switch question.measure {
        case .eci: return Self.column("area", [name], [area.index])
        case .coi: return Self.column("area", [name], [area.outlook])
        default:
            let cells: [Double?] =
                switch question.measure {
                case .rca: area.advantage
                case .distance: area.distance
                default: area.density
                }
            return OutputTable(
                header: ["area", "product", "value"],
                rows: zip(network.products, cells).map { [.word(name), .word($0), .number($1)] })
        }
    }
}

/// What charges at a border would cost.
struct TradeBorderAnswer {
    let file: String
    let charges: [GoodsTables.ChargedGood]

    func rows() throws -> OutputTable {
        var faults: [Fault] = []
        let rows = charges.compactMap { row -> [OutputTable.Cell]? in
            do throws(TradeFaults) {
                let charge = try BorderCharge(row.good, row.terms)
                return [
                    .word(row.good.name), .word(row.year), .number(charge.certificates), .number(charge.costPerTonne),
                    .number(charge.total), .number(charge.shareOfValue), .number(charge.exposure),
                ]
            } catch {
                faults += error.list.map { $0.fault(in: file, line: row.line) }
                return nil
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        return OutputTable(
            header: ["good", "year", "certificates", "cost", "total", "share_of_value", "exposure"], rows: rows)
    }
}
