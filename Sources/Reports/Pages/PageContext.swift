import Charts
import StatisticalData
import Studies

/// What every page builder needs: the assessment, the words, the addresses.
struct PageContext: Sendable {
    let assessment: Assessment
    let wording: Wording
    let path: String
    /// Whether pages that only a server has may be led to.
    let isLive: Bool

    var links: Links { Links(from: path) }
    var language: Language { wording.language }
    var numbers: NumberText { NumberText(wording: wording) }

    init(_ assessment: Assessment, _ wording: Wording, path: String, isLive: Bool = false) {
        self.assessment = assessment
        self.wording = wording
        self.path = path
        self.isLive = isLive
    }

    /// The short name of an area.
    func area(_ id: Area.ID) -> String {
        assessment.areas[id]?.shortName[language] ?? id.rawValue
    }

    /// A value as text that leads to how it came about.
    func run(_ value: ResultValue?, decimals: Int? = nil, withUnit: Bool = true) -> Run {
        guard let value else { return Run(wording("not-available")) }
        let text: String
        if let number = value.number, withUnit, let decimals {
            text = numbers.text(number, unit: value.unit, decimals: decimals)
        } else {
            text = withUnit ? numbers.text(value) : numbers.number(value, decimals: decimals)
        }
        return Run(text, href: links.explanation(value.key), mark: wording.mark(value.trust))
    }

    /// A number cell that leads to how the value came about; empty when there is none.
    func cell(_ value: ResultValue?, decimals: Int? = nil, withUnit: Bool = false) -> Table.Cell {
        guard let value else { return .number([Run(wording("none"))]) }
        return .number([run(value, decimals: decimals, withUnit: withUnit)])
    }

    /// A word cell that leads to how it came about; a dash when there is none.
    func wordCell(_ value: ResultValue?) -> Table.Cell {
        .runs([value.map { run($0) } ?? Run(wording("none"))])
    }

    /// An observation as text that leads to its row.
    func run(_ observation: Observation) -> Run {
        Run(
            ObservationText.figure(observation, wording), href: links.row(observation.place),
            mark: wording.mark(observation.trust))
    }

    /// The frame of a chart with its title and what to say when it is empty.
    func frame(_ title: String, key: String = "", width: Double = 480) -> ChartFrame {
        ChartFrame(
            title: title, language: language.tag, noData: wording("chart-no-data"), width: width, key: key)
    }

    /// Draws a chart, described in words from its values; says so when some of its figures are weak.
    ///
    /// - Parameter trusts: the trust of figures that the chart shows without leading to them.
    func figure(_ chart: some Chart, trusts: [Trust] = []) -> Block {
        let described = chart.described(by: phrases)
        let shown = described.table.rows.flatMap { $0.compactMap { $0.href.flatMap(trust) } }
        let weakest = Trust.weakest(of: trusts + shown)
        let caption = weakest >= .doubtful ? wording.sentence("chart-weak", ["mark": markRun(weakest)]) : []
        return .figure(Figure(described, caption: caption) { self.trust($0).flatMap { wording.mark($0) } })
    }

    /// The trust of the value whose explanation an address of this page leads to.
    private func trust(_ address: String) -> Trust? {
        guard address.hasPrefix(links.up) else { return nil }
        return assessment.trustByAddress[String(address.dropFirst(links.up.count))]
    }

    private func markRun(_ trust: Trust) -> Run {
        Run("", mark: wording.mark(trust))
    }

    /// How numbers of a unit are written in charts.
    func style(decimals: Int, suffix: String = "") -> NumberStyle {
        NumberStyle(decimals: decimals, grouping: .thousands, suffix: suffix, missing: wording("not-available"))
    }
}
