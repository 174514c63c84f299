import Charts
import Programmes
import StatisticalData

/// The chapter on the programme: who does what, to which results, with what money.
struct ProgrammePage {
    let context: PageContext
    let report: Assessment.ProgrammeReport

    static let path = "programme.html"

    /// The tables to download, by path.
    static func tablePath(_ view: ProgrammeTables.View) -> String { "data/programme-\(view.rawValue).csv" }
    static let matrixPath = "data/programme-matrix.csv"

    var wording: Wording { context.wording }
    var programme: Programme { report.programme }

    func page() -> Page {
        Page(
            path: context.path, title: programme.header.title[context.language],
            lead: [Run(programme.header.summary[context.language])],
            sections: [facts, timeline, indicators, matrix, goals, money, risks, activities].compactMap { $0 },
            downloads: ProgrammeTables.View.allCases.map {
                Run(wording("programme-view-" + $0.rawValue), href: context.links.root(Self.tablePath($0)))
            } + [Run(wording("programme-matrix-heading"), href: context.links.root(Self.matrixPath))],
            dataKnownOn: context.assessment.dataKnownOn)
    }

    private var facts: Section {
        func fact(_ key: String, _ value: Int, _ note: String = "") -> Block.Fact {
            Block.Fact(label: wording(key), value: [Run(String(value))], note: note.isEmpty ? [] : [Run(note)])
        }
        let judged = report.deliveries.filter { $0.indicator.target != nil }
        let reached = judged.filter { $0.status == .reached }.count
        let years = "\(programme.header.from.year)–\(programme.header.until.year)"
        return Section(
            "glance", wording("programme-glance-heading"),
            [
                .facts([
                    fact("programme-activities", programme.activities.count, years),
                    fact("programme-organisations", Set(programme.activities.flatMap(programme.organisations)).count),
                    fact(
                        "programme-reached", reached, wording("programme-of-targets", ["count": String(judged.count)])),
                ])
            ])
    }

    /// Activities by area of work and year: a course of the programme, in which gaps show as blanks.
    private var timeline: Section {
        let years = Array(programme.header.from.year...max(programme.header.from.year, programme.header.until.year))
        let areas = programme.header.workAreas
        let cells = areas.map { area in
            years.map { year in
                let count = programme.activities.filter { $0.workArea == area.id && $0.year == year }.count
                return HeatCell(count == 0 ? nil : Double(count))
            }
        }
        let chart = HeatMap(
            frame: context.frame(wording("programme-timeline-title"), key: "programme-timeline", width: 720),
            rows: areas.map { $0.name[context.language] }, columns: years.map(String.init), cells: cells,
            rowTitle: wording("programme-work-area"), valueTitle: wording("programme-activities"),
            missingLabel: wording("programme-gap"), style: context.style(decimals: 0))
        return Section(
            "timeline", wording("programme-timeline-heading"),
            [
                .paragraph(wording("programme-timeline-text")),
                context.figure(chart, trusts: programme.activities.map(\.trust)),
            ])
    }

    private var matrix: Section {
        let areas = programme.header.workAreas
        let rows = programme.organisations.map { organisation in
            (
                organisation,
                areas.map { area in
                    programme.activities.filter {
                        $0.workArea == area.id && programme.organisations(of: $0).contains(organisation.id)
                    }.count
                }
            )
        }.filter { $0.1.contains { $0 > 0 } }
        let chart = HeatMap(
            frame: context.frame(wording("programme-matrix-title"), key: "programme-matrix", width: 720),
            rows: rows.map { context.language == .chinese ? $0.0.name.zh : $0.0.acronym },
            columns: areas.map { $0.name[context.language] },
            cells: rows.map { row in row.1.map { HeatCell($0 == 0 ? nil : Double($0)) } },
            rowTitle: wording("programme-organisation"), valueTitle: wording("programme-activities"),
            missingLabel: wording("programme-gap"), style: context.style(decimals: 0))
        let overlaps = Set(
            programme.matrix.filter { $0.status == .overlap }.map { [$0.workArea, String($0.year)] })
        let lines = overlaps.sorted { $0.joined() < $1.joined() }.map { pair in
            let name = areas.first { $0.id == pair[0] }?.name[context.language] ?? pair[0]
            return [Run(wording("programme-overlap", ["area": name, "year": pair[1]]))]
        }
        return Section(
            "matrix", wording("programme-matrix-heading"),
            [.paragraph(wording("programme-matrix-text")), context.figure(chart)]
                + (lines.isEmpty ? [] : [.list(lines)]))
    }

    private var goals: Section {
        let bars = programme.contributions.map { contribution in
            Bar(
                label: wording("programme-goal", ["number": String(contribution.goal)]),
                value: Double(contribution.activities.count))
        }
        let chart = BarChart(
            frame: context.frame(wording("programme-goals-title"), key: "programme-goals"), bars: bars,
            orientation: .horizontal, valueTitle: wording("programme-activities"),
            categoryTitle: wording("programme-goals-heading"), style: context.style(decimals: 0))
        let rows = programme.contributions.map { contribution in
            let evidence = contribution.activities.enumerated().flatMap { position, id in
                [
                    Run(position > 0 ? " " : ""),
                    Run(id.rawValue, href: context.links.page(Self.path) + "#" + id.rawValue),
                ]
            }
            return Table.Row([
                .text(wording("programme-goal", ["number": String(contribution.goal)])),
                .text(wording(contribution.isDeclared ? "programme-declared" : "programme-beside")),
                .runs(evidence.filter { !$0.text.isEmpty } + [Run("", mark: wording.mark(contribution.trust))]),
                .text(
                    contribution.indicators.compactMap { id in
                        programme.indicators.first { $0.id == id }?.name[context.language]
                    }.joined(separator: wording("comma"))),
            ])
        }
        let headers = ["goal", "declared", "evidence", "indicators"].map {
            Table.Header(wording("programme-goals-" + $0))
        }
        return Section(
            "goals", wording("programme-goals-heading"),
            [
                .paragraph(wording("programme-goals-text")), context.figure(chart),
                .table(Table(caption: wording("programme-goals-heading"), headers: headers, rows: rows)),
            ])
    }
}
