import CompositeIndicators
import StatisticalData
import TableFormats
import Testing
import TestSupport

/// COINr's own example, the ASEM Sustainable Connectivity tables; the folder of reference results is named by
/// `GREENPRINT_REFERENCE`. The counts are those its README gives.
@Suite(.enabled(if: ReferenceFolder.isGiven)) struct ASEMTests {
    @Test func yearTables() throws {
        let tables = try Reference.tables("asem_iData.csv")
        #expect(tables.units.count == 51)
        #expect(Set(tables.units.map(\.code)).count == 51)
        #expect(tables.units.first == IndexTables.Unit(code: "AUT", name: "Austria"))
        #expect(tables.indicators.codes.count == 49)
        // The 64 missing values of the README: 63 of indicators, and the energy use of Laos, a denominator.
        #expect(tables.indicators.storage.count { $0.isNaN } == 63)
        #expect(tables.denominators.storage.count { $0.isNaN } == 1)
        #expect(tables.denominators.codes == ["Area", "Energy", "GDP", "Population"])
        #expect(tables.groups.keys.sorted() == ["EurAsia_group", "GDP_group", "GDPpc_group", "Pop_group"])
        #expect(tables.metadata.count == 68)
        #expect(tables.metadata.count { $0.kind == .aggregate } == 11)
        #expect(tables.indicators[0, 0] == 4.0979850000000004)
        #expect(tables.denominators[0, 2] == 390.79999114746801)
        #expect(tables.panel.map(\.time) == [2018])
        #expect(tables.warnings.isEmpty)
    }

    /// The normalisation parameters of COINr's runs, joined to iMeta as COINr expects them.
    @Test func parameters() throws {
        let tables = try Reference.tablesWithParameters()
        let measured = tables.metadata.filter { $0.kind == .indicator }
        #expect(measured.count == 49)
        #expect(measured.allSatisfy { $0.parameters.count == 5 })
        let first = try #require(measured.first)
        #expect(first.code == "LPI")
        #expect(first.parameters["goalpost_lower"] == 2.2831253)
        #expect(first.parameters["dist2targ_cap_max"] == 1)
        #expect(tables.texts.isEmpty)
    }

    @Test func panelTables() throws {
        let tables = try Reference.tables("asem_iData_panel.csv")
        #expect(tables.isPanel)
        #expect(tables.units.count == 255)
        #expect(tables.panel.map(\.rows.count) == [51, 51, 51, 51, 51])
        #expect(tables.indicators.storage.count { $0.isNaN } == 315)
        #expect(tables.denominators.storage.count { $0.isNaN } == 5)
        let first = try #require(tables.slice(at: 2018))
        #expect(first.indicators.storage.count { $0.isNaN } == 63)
    }

    @Test func roundTrip() throws {
        let tables = try Reference.tables("asem_iData_panel.csv")
        let text = IndexTables.csv(units: tables.units, matrix: tables.indicators, times: tables.times)
        let kept = Set(tables.indicators.codes)
        var metadata = "Level,iCode,Direction,Weight,Parent,Type\n"
        for row in tables.metadata where kept.contains(row.code) || row.kind == .aggregate {
            let level = row.level.map(String.init) ?? ""
            metadata += "\(level),\(row.code),\(row.direction),1,\(row.parent ?? ""),\(row.kind.rawValue)\n"
        }
        let again = try Sample.read(data: text, metadata: metadata)
        #expect(again.times == tables.times)
        for column in tables.indicators.codes.indices {
            #expect(again.indicators.column(column) == tables.indicators.column(column))
        }
    }
}
