import ArgumentParser
import Foundation
import Reports
import SDMX
import StatisticalData
import Studies
import Workbooks
import Workspaces

/// What the chart of a workbook shows.
struct ChartOptions: ParsableArguments {
    @Option(help: "Indicator drawn in an xlsx file; the one with the most figures when omitted. 工作簿图表所示指标。")
    var chart: String?

    @Option(help: "Area drawn in an xlsx file; that of the workspace when omitted. 工作簿图表所示地区。")
    var chartArea: String?
}

/// `greenprint export --format xlsx`.
struct WorkbookFileExport {
    let messages: Messages
    let known: KnownDate?
    let hasVintages: Bool
    let options: ChartOptions

    /// Writes the workbook to `path`, which holds the old file or the new one at any time.
    func write(_ open: OpenWorkspace, to path: String) throws {
        let workspace = open.workspace
        let observations = ObservationTable.rows(
            try open.observations(asKnownOn: known), hasVintages: hasVintages)
        let results = try self.results(open)
        let charted = try self.charted(observations, workspace)
        let export = WorkbookExport(
            WorkbookExport.Content(
                title: workspace.configuration.name, areas: workspace.areas, indicators: workspace.indicators,
                sources: workspace.sources.values.sorted { $0.id < $1.id }, observations: observations,
                results: results,
                charted: charted), messages.wording)
        try AtomicFile.write(Data(try WorkbookWriter.write(export.document, file: path)), to: path)
        let counts = [
            "file": path, "observations": String(observations.count),
            "results": String(results.reduce(0) { $0 + $1.values.count }),
        ]
        guard let key = charted?.key else { return messages.tell("workbook-written-plain", counts) }
        messages.tell(
            "workbook-written",
            counts.merging(["series": "\(key.indicator) (\(key.transformation.rawValue)), \(key.area)"]) { first, _ in
                first
            })
    }

    /// The results on what was known; a study that had no figures then is told and left out.
    private func results(_ open: OpenWorkspace) throws -> [StudyResult] {
        guard let known else { return try open.results().sorted { $0.study < $1.study } }
        return try open.workspace.studies.sorted { $0.id < $1.id }.compactMap { study in
            do {
                return try open.result(of: study, asKnownOn: known)
            } catch is Faults {
                messages.tell("workbook-study-left-out", ["study": study.id])
                return nil
            }
        }
    }

    private func charted(_ observations: [Observation], _ workspace: Workspace) throws -> ChartedSeries? {
        if let name = options.chart, !workspace.indicators.contains(where: { $0.id.rawValue == name }) {
            throw Fault.unknownIndicator(name, among: workspace.indicators.map(\.id), at: Place(file: "--chart"))
        }
        let area = options.chartArea.map { Area.ID($0) } ?? workspace.configuration.area
        guard workspace.areas[area] != nil else {
            throw Fault.unknownArea(
                area.rawValue, among: workspace.areas.areas.map(\.id), at: Place(file: "--chart-area"))
        }
        let indicator = options.chart.map { Indicator.ID($0) }
        let charted = ChartedSeries(observations, indicator: indicator, area: area)
        if charted == nil, let named = options.chart ?? options.chartArea {
            throw Fault(
                "workbook-no-series", at: Place(file: options.chart == nil ? "--chart-area" : "--chart"),
                ["indicator": options.chart ?? "-", "area": area.rawValue, "found": named])
        }
        return charted
    }
}
