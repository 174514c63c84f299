import LedgerStore
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// A workspace to import into: a province, its cities, four indicators, no figures.
enum ImportWorkspace {
    static let date = KnownDate("2024-01-31")

    static func write(to folder: TemporaryFolder) throws {
        try folder.write("name: {en: Small, zh: 小}\narea: \"320000\"\n", to: "ws/greenprint.yaml")
        let cities = [
            ("320100", "Nanjing", "南京"), ("320200", "Wuxi", "无锡"), ("320300", "Xuzhou", "徐州"),
            ("320400", "Changzhou", "常州"), ("320500", "Suzhou", "苏州"), ("320600", "Nantong", "南通"),
            ("320700", "Lianyungang", "连云港"), ("329900", "Suzhou New", "苏州新"),
        ]
        let rows = cities.map { "\($0.0),320000,city,\($0.0),,\($0.1),\($0.2)市,\($0.1),\($0.2)\n" }
        try folder.write(
            "id,parent,level,gb2260,iso_3166,name_en,name_zh,short_en,short_zh\n"
                + "320000,,province,320000,CN-JS,Jiangsu Province,江苏省,Jiangsu,江苏\n" + rows.joined()
                + "329901,320000,district,,,Drum Tower,鼓楼区,Drum Tower,鼓楼\n"
                + "329902,320000,district,,,Drum Tower,鼓楼区,Drum Tower,鼓楼\n",
            to: "ws/areas.csv")
        try folder.write(
            """
            id,name_en,name_zh,unit,direction
            pm25,Annual mean of PM2.5,细颗粒物年均浓度,ug/m3,down
            good-air-days,Days of good air,空气质量优良天数比例,%,up
            energy-per-gdp,Energy per GDP,单位GDP能耗降低率,%,down
            gdp,Gross domestic product,地区生产总值,10^8 yuan,up

            """, to: "ws/indicators.csv")
    }
}

/// A workspace and a table to import.
struct ImportTrial {
    let folder: TemporaryFolder
    var options: ImportOptions

    /// Imports a file of the folder; the outcome and what was told as `line:column code`.
    func runFile(_ file: String) throws -> (outcome: ImportOutcome, told: [String]) {
        var told: [Fault] = []
        let outcome = try OpenWorkspace(at: folder.path("ws"))
            .importTable(folder.path(file), options: options) { told.append($0) }
        return (outcome, told.map(Self.text))
    }

    /// Writes and imports a table.
    func run(_ text: String, named file: String = "table.csv") throws -> (outcome: ImportOutcome, told: [String]) {
        try folder.write(text, to: file)
        return try runFile(file)
    }

    static func text(_ fault: Fault) -> String {
        "\(fault.place.line ?? 0):\(fault.place.column ?? "") \(fault.severity.rawValue) \(fault.code)"
    }

    /// The observations of a batch.
    func observations(_ batch: String) throws -> [Observation] {
        try OpenWorkspace(at: folder.path("ws")).ledger.observations(ofBatch: "data/\(batch).csv")
    }
}

/// A trial in a folder of its own.
func withImport<Value>(_ body: (inout ImportTrial) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
        try ImportWorkspace.write(to: folder)
        let date = try #require(ImportWorkspace.date)
        var trial = ImportTrial(folder: folder, options: ImportOptions(knownOn: date))
        return try body(&trial)
    }
}
