import Foundation
import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Hypothetical extraction, field of influence, multiplier product matrix: other programs' results.
@Suite(.enabled(if: ReferenceFolder.subject("input-output") != nil, "needs GREENPRINT_REFERENCE"))
struct ExtractionTests {
    private static func cells(_ file: String) throws -> [[String]] {
        let path = try #require(ReferenceFolder.subject("input-output")) + "/" + file
        return try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst().map { $0.split(separator: ",").map(String.init) }
    }

    private static func germany() throws -> InputOutputTable {
        let numbers = { (row: [String]) in row.dropFirst().compactMap { Double($0) } }
        return try Sample.table(
            try cells("germany-1995/domestic_flows.csv").map(numbers),
            demand: try cells("germany-1995/final_demand.csv").map { numbers($0).reduce(0, +) })
    }

    private static func matrix(_ file: String) throws -> [[Double]] {
        try cells("independent/germany_" + file + ".csv").map { $0.dropFirst().compactMap { Double($0) } }
    }

    /// R ioanalysis 0.3.4, one column for each sector extracted.
    @Test(arguments: [
        ("hem_backward", HypotheticalExtraction.Variant.column, HypotheticalExtraction.Side.demand),
        ("hem_backward_total", .external, .demand), ("hem_forward", .row, .supply),
        ("hem_forward_total", .external, .supply),
    ])
    func germany(file: String, variant: HypotheticalExtraction.Variant, side: HypotheticalExtraction.Side) throws {
        let table = try Self.germany()
        let expected = try Self.matrix(file)
        for (column, industry) in table.industries.enumerated() {
            let found = try HypotheticalExtraction(table, of: [industry], variant: variant, side: side)
            #expect(Sample.gap(found.loss, expected.map { $0[column] }) < 1e-11, "\(file) \(column)")
        }
    }

    @Test func influence() throws {
        let model = try LeontiefModel(Self.germany())
        let industries = model.table.industries
        // What ioanalysis calls row 2, column 4 is column 4 of L times its row 2: the field of a_42.
        let field = try model.fieldOfInfluence(seller: industries[3], buyer: industries[1])
        #expect(Sample.gap(field.elements, try Self.matrix("field_of_influence_r2_c4").flatMap { $0 }) < 1e-12)
        // dL / da_ij by a small change of the flow.
        var flows = model.table.flows
        flows[3, 1] += 1e-6 * model.table.output[1]
        var demand = model.table.finalDemand
        demand[3, 0] -= 1e-6 * model.table.output[1]
        let changed = try LeontiefModel(
            InputOutputTable(
                industries: industries, flows: flows, demandCategories: model.table.demandCategories,
                finalDemand: demand))
        let slopes = zip(try changed.leontiefInverse().elements, try model.leontiefInverse().elements)
            .map { ($0 - $1) / 1e-6 }
        #expect(Sample.gap(slopes, field.elements) < 1e-5)
        let product = try model.multiplierProductMatrix()
        #expect(Sample.gap(product.elements, try Self.matrix("multiplier_product_matrix").flatMap { $0 }) < 1e-12)
    }

    private struct Textbook: Decodable {
        struct Case: Decodable {
            let losses: [String: Losses]
        }
        struct Losses: Decodable {
            let full: [Double]
            let column_only: [Double]
            let row_only: [Double]
            let keep_own_diagonal_and_demand: [Double]
        }
        struct Base: Decodable {
            let Z0: [[Double]]
            let f0: [Double]
        }
        let hypothetical_extraction: Case
        let miller_blair_sda: Base
    }

    /// Four conventions on one table of Miller & Blair (2009), chapter 13.
    @Test func textbook() throws {
        let path = try #require(ReferenceFolder.subject("input-output")) + "/textbook.json"
        let book = try JSONDecoder().decode(Textbook.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        let table = try Sample.table(book.miller_blair_sda.Z0, demand: book.miller_blair_sda.f0)
        for (position, industry) in table.industries.enumerated() {
            let losses = try #require(book.hypothetical_extraction.losses[String(position)])
            let expected: [(HypotheticalExtraction.Variant, [Double])] = [
                (.full, losses.full), (.column, losses.column_only), (.row, losses.row_only),
                (.external, losses.keep_own_diagonal_and_demand),
            ]
            for (variant, values) in expected {
                let found = try HypotheticalExtraction(table, of: [industry], variant: variant)
                #expect(Sample.gap(found.loss, values) < 1e-12)
            }
            // With demand kept the industry makes that alone; others lose as much.
            let kept = try HypotheticalExtraction(table, of: [industry], variant: .keepDemand).loss
            #expect(abs(table.output[position] - kept[position] - table.finalDemand[position, 0]) < 1e-12)
            let full = try HypotheticalExtraction(table, of: [industry], variant: .full).loss
            #expect(Sample.gap(kept.indices.map { $0 == position ? full[$0] : kept[$0] }, full) < 1e-12)
        }
    }
}
