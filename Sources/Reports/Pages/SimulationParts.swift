import Charts
import StatisticalData
import Studies

/// What the pages of scenarios and ensembles have in common.
struct SimulationParts {
    let context: PageContext
    let index: ResultIndex

    private var wording: Wording { context.wording }
    var home: Area.ID { index.result.homeArea }

    func value(_ item: String, _ measure: String, _ year: Int) -> ResultValue? {
        index[item, measure, home, .year(year)]
    }

    func name(_ item: String) -> String {
        index.result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// The name of an output with its unit.
    func title(_ output: SimulatedItem) -> String {
        let unit = wording.unit(output.unit)
        return unit.isEmpty ? name(output.item) : name(output.item) + wording("simulation-unit", ["unit": unit])
    }

    /// As many decimals as leave about three digits.
    func decimals(_ numbers: [Double]) -> Int {
        let greatest = numbers.map(abs).max() ?? 0
        if greatest >= 1000 { return 0 }
        if greatest >= 100 { return 1 }
        return greatest >= 1 ? 2 : 3
    }

    func point(_ value: ResultValue) -> DataPoint {
        DataPoint(
            x: Double(value.key.period.ordinal), value: value.number, lower: value.low, upper: value.high,
            href: context.links.explanation(value.key))
    }

    /// The ledger's figures of an output.
    func observed(_ item: String) -> Series {
        Series(
            name: wording("measure-observed"),
            observations: index.series(item, "observed", in: home).map { value in
                DataPoint(
                    x: Double(value.key.period.ordinal), value: value.number,
                    href: context.links.explanation(value.key))
            })
    }

    /// The target to mark in the chart of an output: the first that is a level of it.
    func mark(_ output: SimulatedItem, _ goals: [SimulatedGoal]) -> TargetMark? {
        guard let goal = goals.first(where: { $0.output == output.item && $0.isLevel }),
            let target = value(goal.item, "target", goal.year), let number = target.number,
            let shown = target.unit?.convert(number, to: output.unit)
        else { return nil }
        return TargetMark(label: wording("simulation-target-mark", ["year": String(goal.year)]), value: shown)
    }

    /// What the model is and is not, before any figure of it.
    func illustration(_ model: String) -> Block {
        let file = Run(model, href: context.links.file(model))
        return .notice(wording.sentence("simulation-illustration", ["model": file]))
    }

    /// What the study says of its assumptions.
    func assumptions(_ own: [LocalisedText]) -> Block {
        .list(own.map { [Run($0[context.language])] } + [[Run(wording("simulation-model-texts"))]])
    }

    /// What the model says of a variable: its lines in the language of the page, all of them where it has no other.
    func documentation(_ text: String) -> Table.Cell {
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }
        let own = lines.filter { line in
            line.unicodeScalars.contains { $0.value > 0x2E80 } == (context.language == .chinese)
        }
        return .text((own.isEmpty ? lines : own).joined(separator: " "))
    }

    func number(_ value: Double?) -> Table.Cell {
        guard let value else { return .number([Run(wording("none"))]) }
        let digits = value == value.rounded() ? 0 : abs(value) >= 1 ? 2 : 4
        return .number([Run(context.numbers.text(value, unit: .one, decimals: digits))])
    }
}
