import LinearAlgebra
import TestSupport
import Testing

@testable import TradeAnalysis

/// Every file of the reference folder of trade, to its tolerance of 1e-10.
@Suite(.enabled(if: TradeSamples.folder.isGiven))
struct TradeReferenceTests {
    private func expect(_ found: AreaProductTable, _ file: String) throws {
        let (header, rows) = try TradeSamples.table(file)
        #expect(found.products == Array(header.dropFirst()) && found.areas == rows.map { $0[0] })
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.dropFirst().enumerated() {
                guard let value = found[row, column] else {
                    #expect(cell.isEmpty, "\(file) \(row) \(column)")
                    continue
                }
                #expect(isClose(value, try #require(Double(cell))), "\(file) \(row) \(column)")
            }
        }
    }

    private func expect(_ found: [Double], _ file: String, _ column: String) throws {
        let expected = try TradeSamples.column(file, column)
        #expect(found.count == expected.count)
        for (value, number) in zip(found, expected) { #expect(isClose(value, number), "\(file) \(column)") }
    }

    @Test func advantages() throws {
        let exports = try TradeSamples.matrix("exports_input.csv")
        try expect(exports.advantage(), "rca_expected.csv")
        try expect(exports.symmetricAdvantage(), "rsca_expected.csv")
        try expect(exports.normalisedAdvantage(), "nrca_expected.csv")
        try expect(exports.lafay(imports: TradeSamples.matrix("imports_input.csv")), "lafay_expected.csv")
    }

    @Test func incomes() throws {
        let exports = try TradeSamples.matrix("exports_input.csv")
        let rows = try TradeSamples.folder.rows("gdppc_input.csv")
        let income = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["country"] ?? "", Double($0["gdppc"] ?? "") ?? 0) })
        try expect(exports.incomeLevels(income).compactMap { $0 }, "prody_expected.csv", "prody")
        try expect(exports.exportSophistication(income).compactMap { $0 }, "expy_expected.csv", "expy")
    }

    @Test func complexity() throws {
        let network = try AdvantageNetwork(TradeSamples.matrix("exports_input.csv").advantage())
        let complexity = try EconomicComplexity(network)
        try expect(network.diversity, "eci_expected.csv", "diversity")
        try expect(network.ubiquity, "pci_expected.csv", "ubiquity")
        try expect(complexity.areas(), "eci_expected.csv", "eci_population_sd")
        try expect(complexity.areas(.sample), "eci_expected.csv", "eci_sample_sd")
        try expect(complexity.products(), "pci_expected.csv", "pci_eci_units")
        try expect(complexity.products(.own), "pci_expected.csv", "pci_population_sd")
        try expect(complexity.products(.sample), "pci_expected.csv", "pci_sample_sd")
        for (value, expected) in zip(complexity.eigenvalues, [1, 0.42260961, 0.29653191]) {
            #expect(abs(value - expected) < 5e-9)
        }
    }

    @Test func productSpace() throws {
        let network = try AdvantageNetwork(TradeSamples.matrix("exports_input.csv").advantage())
        let space = try ProductSpace(network)
        try expect(
            AreaProductTable(network.products, network.products) { space.proximity[$0, $1] }, "proximity_expected.csv")
        try expect(
            AreaProductTable(network.areas, network.products) { space.density[$0, $1] }, "density_expected.csv")
    }

    @Test func greenComplexity() throws {
        let exports = try TradeSamples.matrix("exports_input.csv")
        let network = try AdvantageNetwork(exports.advantage())
        let green = try TradeSamples.folder.rows("green_products.csv").filter { $0["green"] == "yes" }.map {
            $0["product"] ?? ""
        }
        let result = try GreenComplexity(EconomicComplexity(network), ProductSpace(network), green: green)
        let file = "green_complexity_expected.csv"
        try expect(result.index, file, "gci")
        try expect(result.standardised, file, "gci_z")
        try expect(result.potential, file, "gcp")
        try expect(exports.greenAdvantage(Set(green)).compactMap { $0 }, file, "green_rca")
    }

    @Test func intensity() throws {
        let flows = try TradeSamples.matrix("bilateral_input.csv")
        try expect(flows.intensity(), "trade_intensity_excluding_reporter_expected.csv")
        try expect(flows.intensity(.worldShare), "trade_intensity_world_share_expected.csv")
    }

    @Test func borderCharge() throws {
        for row in try TradeSamples.folder.rows("cbam_expected.csv") {
            func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
            let good = try BorderCharge.Good(
                name: row["good"] ?? "", tonnes: number("tonnes_to_eu"), emissions: number("see_tco2_per_t"),
                benchmark: number("benchmark_tco2_per_t"), price: number("price_eur_per_t"),
                share: number("eu_share_of_exports"))
            let charge = try BorderCharge(
                good,
                .init(
                    chargeable: number("chargeable_share"), factor: number("cscf"),
                    certificatePrice: number("certificate_price_eur"), originPrice: number("origin_carbon_price_eur")))
            #expect(try isClose(charge.certificates, number("certificates_per_t")))
            #expect(try isClose(charge.costPerTonne, number("net_cost_eur_per_t")))
            #expect(try isClose(charge.total, number("total_cost_eur")))
            #expect(try isClose(charge.shareOfValue ?? .nan, number("ad_valorem")))
            #expect(try isClose(charge.exposure ?? .nan, number("exposure_index_at_100_per_t")))
        }
    }

    @Test func partners() throws {
        let sales = try TradeSamples.folder.rows("partner_exports_input.csv").map {
            PartnerTable.Sale(
                year: try #require(Int($0["year"] ?? "")), partner: $0["partner"] ?? "", product: $0["hs6"] ?? "",
                value: try #require(Double($0["value"] ?? "")))
        }
        let groups = try TradeSamples.folder.rows("partner_groups.csv").map {
            PartnerTable.Membership(partner: $0["partner"] ?? "", group: $0["group"] ?? "")
        }
        let green = try TradeSamples.folder.rows("partner_green_list.csv").map {
            ($0["hs6"] ?? "", Double($0["ex_out_share"] ?? "") ?? .nan)
        }
        let found = try PartnerTable(sales, groups: groups, green: Dictionary(uniqueKeysWithValues: green)).rows
        let expected = try TradeSamples.folder.rows("partner_table_expected.csv")
        #expect(found.count == expected.count)
        for (row, other) in zip(found, expected) {
            #expect(String(row.year) == other["year"] && row.group == other["group"])
            let values: [(Double?, String)] = [
                (row.total, "exports_total"), (row.green, "exports_green_full_codes"),
                (row.greenByShare, "exports_green_ex_out_weighted"), (row.greenShare, "green_share_of_exports"),
                (row.shareOfGreen, "share_of_all_green_exports"), (row.concentration, "partner_hhi_green"),
            ]
            for (value, name) in values {
                #expect(isClose(try #require(value), try #require(Double(other[name] ?? ""))), "\(name)")
            }
        }
    }
}
