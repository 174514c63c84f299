import Foundation
import SDMX
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// SDMX, and tables of Eurostat and ILOSTAT, through the import.
struct ImportSDMXTests {
    private static let csv = """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS
        dataflow,X:DF(1.0),I,A,CN-JS,gdp,_T,2019,99631.5,A,yuan,8,2
        dataflow,X:DF(1.0),I,S,CN-320100,gdp,_T,2020-S1,1.5,P,yuan,12,
        dataflow,X:DF(1.0),I,A,CN-320100,gdp,M,2020,7,A,yuan,8,
        dataflow,X:DF(1.0),I,A,CN-320100,pm25,_T,2020,,M,ug-m3,0,
        dataflow,X:DF(1.0),I,A,CN-320100,pm25,_T,2019,31,B,ug-m3,0,

        """

    @Test func unitsPeriodsStatusAndCodes() throws {
        try withImport { trial in
            trial.options.layout = TableLayout(only: ["SEX": ["_T"]])
            let (outcome, _) = try trial.run(Self.csv)
            #expect(outcome.batch == "data/table.csv" && outcome.errors == 0)
            #expect(outcome.form == "sdmx-csv, X:DF(1.0)" && outcome.passedOver == 1)
            let found = try trial.observations("table")
            #expect(found.map(\.unit.symbol) == ["10^8 yuan", "10^12 yuan", "ug/m3", "ug/m3"])
            #expect(found.map(\.period.description) == ["2019", "2020-H1", "2020", "2019"])
            #expect(found.map(\.value) == [99631.5, 1.5, nil, 31])
            #expect(found.map(\.decimals) == [2, 1, 0, 0])
            #expect(found.map(\.revision) == [.final, .preliminary, .final, .preliminary])
            #expect(found[3].note?.en == "OBS_STATUS B")
        }
    }

    /// Without telling which sex is meant two figures have one key: neither is taken, and a good row is not hidden.
    @Test func dimensionsLeftOpenMakeConflicts() throws {
        try withImport { trial in
            let rows = Self.csv.replacing("gdp,_T,2020-S1,1.5,P,yuan,12", with: "gdp,_T,2020,1.5,P,yuan,8").replacing(
                ",S,", with: ",A,")
            let (outcome, told) = try trial.run(rows)
            #expect(outcome.batch == nil)
            #expect(told.contains("4: error import-duplicate-conflict"))
            #expect(told.contains("0:SEX warning import-column-not-taken"))
            #expect(outcome.new == 3)
        }
    }

    @Test func faultsAreToldByRow() throws {
        try withImport { trial in
            let rows = Self.csv.replacing("2019,99631.5", with: "2019-Q1,x").replacing(
                "ug-m3,0,\n\n", with: "furlong,0,\n\n"
            )
            .replacing(",M,2020,7", with: ",M,2020-W05,7").replacing("yuan,12", with: "yuan,many")
            let (outcome, told) = try trial.run(rows)
            #expect(outcome.batch == nil)
            #expect(told.contains("2:TIME_PERIOD error sdmx-frequency"))
            #expect(told.contains("3:UNIT_MULT error sdmx-unit"))
            #expect(told.contains { $0.hasPrefix("4:TIME_PERIOD error sdmx-") })
            #expect(told.filter { $0.hasPrefix("5:") } == ["5:REF_AREA info import-read-as"])
        }
    }

    /// The power of ten goes to the value where the unit is told by the layout: 2.5 thousand are 2500.
    @Test func multiplierIsNeverLost() throws {
        try withImport { trial in
            trial.options.layout = TableLayout(
                columns: ["area": "REGION"], fixed: ["indicator": "gdp", "unit": "10^8 yuan"],
                codes: ["REGION": ["JS": "320000"]])
            let text = "DATAFLOW,FREQ,REGION,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX:DF(1.0),A,JS,2019,2.50,3\n"
            let (outcome, told) = try trial.run(text)
            #expect(outcome.errors == 0, "\(told)")
            let found = try trial.observations("table")
            #expect(found.map(\.value) == [2500] && found.map(\.decimals) == [-1])
        }
    }

    @Test func structuresAreChecked() throws {
        try withImport { trial in
            let structures = try SDMXCSV.read(Array(Self.csv.utf8), file: "s")
            #expect(structures.dataSets.count == 1)
            trial.options.structures = (StructureMessage(), "s.xml")
            #expect(throws: Faults.self) { try trial.run(Self.csv) }
            trial.options.structures = nil
            #expect(throws: Fault.self) { try trial.run(Self.csv.replacing(",I,", with: ",D,")) }
            trial.options.format = .sdmx(.json)
            #expect(throws: Faults.self) { try trial.run(Self.csv) }
            trial.options.format = .table
            #expect(try trial.run(Self.csv).outcome.form == nil)
        }
    }

    @Test func layoutIsGuessed() throws {
        try withImport { trial in
            let text = """
                DATAFLOW,FREQ,SERIES,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE
                X:DF(1.0),A,S1,CN-JS,_T,Y1,2019,2
                X:DF(1.0),A,S1,156,F,Y2,2019,1

                """
            try trial.folder.write(text, to: "t.csv")
            let preview = try Workspace(at: trial.folder.path("ws")).preview(
                trial.folder.path("t.csv"), options: trial.options)
            #expect(preview.form == "sdmx-csv, X:DF(1.0)")
            let expected = TableLayout(
                columns: ["indicator": "SERIES"], fixed: ["unit": "?"],
                codes: ["SERIES": ["S1": "?"], "REF_AREA": ["156": "?"]], only: ["SEX": ["_T"], "AGE": ["Y1", "Y2"]])
            #expect(preview.layout == expected)
            #expect(try TableLayout(yaml: expected.yaml, file: "l.yaml") == expected)
        }
    }

    @Test func eurostatTSV() throws {
        try withImport { trial in
            trial.options.layout = TableLayout(
                fixed: ["indicator": "good-air-days", "unit": "%"],
                codes: ["geo": ["JS": "320000", "NJ": "320100"]])
            let text =
                "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \nA,PC,JS\t80.5 p\t81 b\nA,PC,NJ\t: c\t7.25 \nA,PC\t1\t2\n"
            let (faulty, told) = try trial.run(text, named: "t.tsv")
            #expect(faulty.batch == nil && faulty.form == "Eurostat TSV")
            #expect(told.contains("4: error csv-field-count"))
            trial.options.takesGoodRows = true
            #expect(try trial.run(text, named: "t.tsv").outcome.observations == 4)
            let found = try trial.observations("t")
            #expect(found.map(\.value) == [80.5, 81, nil, 7.25])
            #expect(found.map(\.period.description) == ["2019", "2020", "2019", "2020"])
            #expect(found[0].revision == .preliminary && found[1].note?.en == "OBS_STATUS b")
        }
    }

    @Test func ilostat() throws {
        try withImport { trial in
            trial.options.layout = TableLayout(
                fixed: ["unit": "%"], codes: ["indicator": ["EAR_X": "good-air-days"], "ref_area": ["JSU": "320000"]],
                only: ["survey": ["BA:1"], "sex": ["SEX_T"]])
            let text = """
                ref_area,source,indicator,sex,time,obs_value,obs_status,note_source
                JSU,BA:1,EAR_X,SEX_T,2019,12.5,E,R1
                JSU,BA:1,EAR_X,SEX_F,2019,13.5,,R1
                JSU,BA:2,EAR_X,SEX_T,2019,14.5,U,R1

                """
            let (outcome, told) = try trial.run(text)
            #expect(outcome.errors == 0 && outcome.form == "ILOSTAT" && outcome.passedOver == 2, "\(told)")
            let found = try trial.observations("table")
            #expect(found.map(\.value) == [12.5] && found.map(\.revision) == [.estimated])
        }
    }

    /// Seed 71: damaged files end in rows, or faults with a place; the import goes on.
    @Test func brokenFiles() throws {
        try withImport { trial in
            trial.options.isDryRun = true
            var random = SeededGenerator(seed: 71)
            let eurostat =
                "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \nA,%,320000\t80.5 p\t81 b\nA,%,320100\t: c\t7.25 \n"
            var told = 0
            for (name, good) in [("a.csv", Array(Self.csv.utf8)), ("b.tsv", Array(eurostat.utf8))] {
                for _ in 0..<120 {
                    var bytes = good
                    for _ in 0...Int.random(in: 0...3, using: &random) {
                        let signs = Array("\0\u{FF}\\,\t\n\"~:[]{}<-9eA".utf8)
                        bytes[Int.random(in: bytes.indices, using: &random)] = signs.randomElement(using: &random) ?? 0
                    }
                    try trial.folder.write(bytes, to: name)
                    do {
                        told += try trial.runFile(name).told.count
                    } catch {
                        told += 1
                        #expect(error is Fault || error is Faults)
                    }
                }
            }
            #expect(told > 500)
        }
    }
}
