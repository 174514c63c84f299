import StatisticalData
import Studies
import Testing

@testable import Reports

/// Every figure carries the mark of its value wherever it stands.
struct MarkOnPageTests {
    /// The runs of a page: in running text and tables, and in the tables beside charts.
    private struct Runs {
        var text: [Run] = []
        var figures: [Run] = []

        init(_ page: Page) {
            text += page.lead
            for section in page.sections {
                text += section.heading
                section.blocks.forEach { add($0) }
            }
        }

        private mutating func add(_ block: Block) {
            text += block.paragraph?.runs ?? []
            text += block.notice?.runs ?? []
            text += block.list?.items.flatMap(\.runs) ?? []
            text += block.facts?.items.flatMap { $0.value + $0.note } ?? []
            text += block.table?.rows.flatMap { $0.cells.flatMap(\.runs) } ?? []
            text += block.figure?.caption ?? []
            figures += block.figure?.table.rows.flatMap { $0.cells.flatMap(\.runs) } ?? []
        }
    }

    /// The values by the places where they are explained.
    private func values(_ example: ReportFolder) -> [String: ResultValue] {
        var found: [String: ResultValue] = [:]
        for index in example.assessment.results {
            for value in index.result.values {
                let path = Links.explanationPath(value.key.study, value.key.area)
                found[path + "#" + Links.anchor(value.key)] = value
            }
        }
        return found
    }

    /// The value a run leads to; `nil` for runs that lead elsewhere.
    private func value(_ run: Run, _ page: Page, _ values: [String: ResultValue]) -> ResultValue? {
        guard let href = run.href, let target = SiteReading.resolve(href, from: page.path),
            let fragment = target.fragment
        else { return nil }
        return values[target.path + "#" + fragment]
    }

    @Test(arguments: Language.allCases)
    func everyFigureInTextAndTablesCarriesItsMark(language: Language) throws {
        let example = try ReportFolder.example()
        let (values, wording) = (values(example), example.wording(language))
        var (checked, weak) = (0, 0)
        for page in example.pages(in: language) {
            for run in Runs(page).text {
                guard let value = value(run, page, values) else { continue }
                checked += 1
                if value.trust >= .doubtful { weak += 1 }
                #expect(run.mark?.title == wording.mark(value.trust)?.title, "\(page.path): \(run.text) \(value.key)")
            }
        }
        #expect(checked > 1000 && weak > 10)
    }

    /// The tables beside charts show figures too: what is unverified or doubtful is marked there as well.
    @Test(arguments: Language.allCases)
    func everyWeakFigureBesideAChartCarriesItsMark(language: Language) throws {
        let example = try ReportFolder.example()
        let values = values(example)
        var unmarked: Set<String> = []
        for page in example.pages(in: language) {
            for run in Runs(page).figures {
                guard let value = value(run, page, values), value.trust >= .doubtful, run.mark == nil else { continue }
                unmarked.insert("\(page.path): \(value.key.item) \(value.key.measure)")
            }
        }
        #expect(unmarked.sorted() == [])
    }

    /// A chart cannot mark its points, so a chart with unverified or doubtful figures says so below it.
    @Test(arguments: Language.allCases, [false, true])
    func everyChartWithWeakFiguresSaysSo(language: Language, isTiny: Bool) throws {
        let example = isTiny ? try TinyWorkspace.report() : try ReportFolder.example()
        let values = values(example)
        var silent: Set<String> = []
        for page in example.pages(in: language) {
            for figure in page.sections.flatMap(\.blocks).compactMap(\.figure) {
                let runs = figure.table.rows.flatMap { $0.cells.flatMap(\.runs) }
                let trusts = runs.compactMap { value($0, page, values)?.trust }
                guard trusts.contains(where: { $0 >= .doubtful }), !figure.caption.contains(where: { $0.mark != nil })
                else { continue }
                silent.insert("\(page.path): \(figure.table.caption)")
            }
        }
        #expect(silent.sorted() == [])
    }

    /// Figures of the ledger lead to their rows and carry their own marks.
    @Test func everyFigureOfTheLedgerCarriesItsMark() throws {
        let example = try ReportFolder.example()
        let wording = example.wording(.english)
        for index in example.assessment.results {
            for value in index.result.values {
                for input in value.derivation.inputs {
                    guard case .observation(let observation) = input.origin else { continue }
                    let context = PageContext(example.assessment, wording, path: "plan-13fyp.html")
                    let run = context.run(observation)
                    #expect(run.mark?.title == wording.mark(observation.trust)?.title)
                    #expect(run.href == context.links.row(observation.place))
                }
            }
        }
    }

    /// Only official figures go unmarked; what is doubtful or unverified is marked with its whole word.
    @Test(arguments: Language.allCases, Trust.allCases)
    func marks(language: Language, trust: Trust) throws {
        let wording = try ReportFolder.example().wording(language)
        let mark = wording.mark(trust)
        #expect((mark == nil) == (trust == .official))
        if trust >= .doubtful { #expect(mark?.text == wording.trust(trust)) }
        if let mark { #expect(mark.title.hasPrefix(wording.trust(trust)) && mark.title.count > mark.text.count) }
    }
}
