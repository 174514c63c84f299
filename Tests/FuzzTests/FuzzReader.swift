import Courses
import Foundation
import IATI
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Markdown
import ModelFormats
import SDMX
import SpatialFormats
import StatisticalData
import SystemDynamics
import TableFormats
import TestSupport
import Testing
import Workspaces

/// A reader of the program with what it is given: reading must end, with a value or with faults.
///
/// A new reader is a line in `all` and a folder of seeds in `Corpus`.
struct FuzzReader: Sendable, CustomTestStringConvertible {
    /// The name, and that of the folder of seeds.
    let name: String
    /// How many damaged files the short run reads.
    let rounds: Int
    /// Reads a case; throws what the reader throws.
    let read: @Sendable (FuzzCase) throws -> Void

    var testDescription: String { name }

    static let all = [
        FuzzReader(name: "csv", rounds: 60) { try importTable($0, "table.csv") },
        FuzzReader(name: "xlsx", rounds: 40) { try importTable($0, "table.xlsx") },
        FuzzReader(name: "xls", rounds: 40) { try importTable($0, "table.xls") },
        FuzzReader(name: "tsv", rounds: 60) { try importTable($0, "table.tsv") },
        FuzzReader(name: "package", rounds: 30) { value in
            try withTemporaryFolder { folder in
                try folder.write(value.bytes, to: "package.zip")
                _ = try PackageImport(folder.path("package.zip"))?.run(to: folder.path("ws"), isDryRun: true)
            }
        },
        FuzzReader(name: "sdmx-csv", rounds: 200) { value in
            _ = try SDMXCSV.read(value.bytes, file: "f")
        },
        FuzzReader(name: "sdmx-ml", rounds: 100) { value in
            var found: [any Error] = []
            do { _ = try SDMXML.readData(value.bytes, file: "f").dataSets.map { $0.spread() } } catch {
                found.append(error)
            }
            do { _ = try SDMXML.readStructures(value.bytes, file: "f") } catch { found.append(error) }
            for error in found where !(error is Faults) { throw error }
        },
        FuzzReader(name: "sdmx-json", rounds: 200) { value in
            _ = try SDMXJSON.readData(value.bytes, file: "f").dataSets.map { $0.spread() }
        },
        FuzzReader(name: "iati", rounds: 150) { value in
            guard let now = KnownDate("2026-11-25") else { throw TestSupportError("no date") }
            _ = try IATICheck.findings(value.bytes, file: "f", on: now)
        },
        FuzzReader(name: "yaml", rounds: 200) { value in
            _ = try TableLayout(yaml: String(decoding: value.bytes, as: UTF8.self), file: "f")
        },
        FuzzReader(name: "workspace", rounds: 30) { value in
            try inFolder(value) { folder in _ = try Workspace.check(at: folder.path) }
        },
        FuzzReader(name: "index", rounds: 60) { value in
            _ = try IndexTables(
                data: value.files["iData.csv"] ?? [], dataFile: "iData.csv", metadata: value.files["iMeta.csv"] ?? [],
                metadataFile: "iMeta.csv")
        },
        FuzzReader(name: "geojson", rounds: 300) { value in
            let source = try GeoJSON.read(value.bytes, file: "f")
            _ = try GeoJSON.read([UInt8](source.text().utf8), file: "f").zones(file: "f")
        },
        FuzzReader(name: "targets", rounds: 200) { value in
            for entry in try TargetTable(value.bytes, file: "f").entries { _ = entry.comparison(level: 0.9) }
        },
        FuzzReader(name: "io", rounds: 150) { value in
            let files = FolderFiles(path: "t", names: value.names) { name in
                guard let bytes = value.files[name] else { throw TestSupportError("no file \(name)") }
                return bytes
            }
            _ = try InputOutputFolder(files)
        },
        FuzzReader(name: "io-layouts", rounds: 200) { value in
            guard let name = value.names.first,
                let layout = InputOutputFormats.TableLayout(rawValue: String(name.prefix { $0 != "." }))
            else { return }
            _ = try InputOutputFolder(value.bytes, file: "t.csv", layout: layout)
        },
        FuzzReader(name: "scenario", rounds: 200) { value in
            let industry = Industry(area: "", sector: "a")
            let table = try InputOutputTable(
                industries: [industry], flows: Matrix(rows: 1, columns: 1, elements: [1]),
                demandCategories: [DemandCategory(area: "", category: "y")],
                finalDemand: Matrix(rows: 1, columns: 1, elements: [1]))
            _ = try ScenarioDeclaration(
                String(decoding: value.bytes, as: UTF8.self), file: "f", table: table, stressors: [])
        },
        FuzzReader(name: "xmile", rounds: 150) { try runModel($0.bytes, isVensim: false) },
        FuzzReader(name: "mdl", rounds: 150) { try runModel($0.bytes, isVensim: true) },
        FuzzReader(name: "equation", rounds: 300) { value in
            let clock = "INITIAL TIME = 0 ~~|\nFINAL TIME = 3 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|\n"
            var found: [any Error] = []
            do { try runModel(Array("x = ".utf8) + value.bytes + Array(("~~|\n" + clock).utf8), isVensim: true) } catch
            {
                found.append(error)
            }
            let head =
                "<xmile><sim_specs><start>0</start><stop>3</stop></sim_specs><model><aux name=\"x\"><eqn><![CDATA["
            do {
                try runModel(
                    Array(head.utf8) + value.bytes + Array("]]></eqn></aux></model></xmile>".utf8), isVensim: false)
            } catch { found.append(error) }
            for error in found where !(error is Faults) { throw error }
        },
        FuzzReader(name: "exercise", rounds: 150) { value in
            let exercise = try Exercise(id: "e", yaml: String(decoding: value.bytes, as: UTF8.self), file: "f")
            let context = CourseContext(
                figures: { query, _ in
                    (query.areas ?? ["1", "2", "3"]).map { LabelledFigure($0, 1 / Double($0.count)) }
                },
                names: { [LocalisedText(en: $0, zh: $0)] }, run: { _ in ("kind", []) }, validate: { _, _ in [] },
                file: { _, _ in [] })
            for variant in ExerciseTask.variants(of: exercise, limit: 5) {
                let task = try ExerciseTask(exercise, variant: variant, in: context)
                _ = try task.text(exercise.declared.prompt, .english)
                _ = try task.mark(.text(try task.rightAnswer(.chinese) ?? ""))
            }
        },
        FuzzReader(name: "progress", rounds: 200) { value in
            let progress = try CourseProgress(value.bytes, file: "f")
            guard try CourseProgress([UInt8](try progress.encoded()), file: "f") == progress else {
                throw TestSupportError("progress changed on its way")
            }
        },
        FuzzReader(name: "markdown", rounds: 200) { value in
            let html = Markdown.html(String(decoding: value.bytes, as: UTF8.self), demotedBy: 1, withoutTitle: true)
            guard !html.contains("<script"), !html.contains("<img") else {
                throw TestSupportError("HTML of the text came through")
            }
        },
        FuzzReader(name: "exchange", rounds: 100) { value in
            try withTemporaryFolder { folder in
                for (name, bytes) in value.files { try folder.write(bytes, to: "p/" + name) }
                try ExchangeImport(folder.path("p"))?.check()
            }
        },
    ]

    /// Reads a model, looks at it and runs a few steps.
    private static func runModel(_ bytes: [UInt8], isVensim: Bool) throws {
        do {
            let source = isVensim ? try VensimReader.model(bytes).model : try XMILEReader.model(bytes).model
            let model = try Model(source)
            _ = (ModelStructure(model).entries, UnitReport(model).findings)
            var options = Simulation.Options()
            (options.start, options.stop, options.step, options.saving) = (0, 4, 1, 1)
            _ = try Simulation(model, options)
        } catch {
            throw Faults(error.list.map { $0.fault(in: "f") })
        }
    }

    /// Previews and imports a table as a trial; nothing is written.
    private static func importTable(_ value: FuzzCase, _ name: String) throws {
        try withTemporaryFolder { folder in
            try folder.write("name: {en: Small, zh: 小}\narea: \"320000\"\n", to: "ws/greenprint.yaml")
            try folder.write(
                "id,parent,level,gb2260,iso_3166,name_en,name_zh,short_en,short_zh\n"
                    + "320000,,province,320000,CN-JS,Jiangsu Province,江苏省,Jiangsu,江苏\n"
                    + "320500,320000,city,320500,,Suzhou,苏州市,Suzhou,苏州\n", to: "ws/areas.csv")
            try folder.write(
                "id,name_en,name_zh,unit,direction\npm25,Annual mean of PM2.5,细颗粒物年均浓度,ug/m3,down\n"
                    + "gdp,Gross domestic product,地区生产总值,10^8 yuan,up\n", to: "ws/indicators.csv")
            try folder.write(value.bytes, to: name)
            guard let date = KnownDate("2024-01-31") else { throw TestSupportError("no date") }
            var options = ImportOptions(knownOn: date)
            options.isDryRun = true
            let preview = try Workspace(at: folder.path("ws")).preview(folder.path(name), options: options)
            options.layout = preview.layout
            let open = try OpenWorkspace(at: folder.path("ws"))
            _ = try open.importTable(folder.path(name), options: options) { _ in }
        }
    }

    private static func inFolder(_ value: FuzzCase, _ body: (TemporaryFolder) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for (file, bytes) in value.files { try folder.write(bytes, to: file) }
            try body(folder)
        }
    }
}
