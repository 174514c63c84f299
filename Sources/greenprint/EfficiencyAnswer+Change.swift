import EfficiencyAnalysis
import Reports
import StatisticalData
import TableFormats

extension EfficiencyAnswer {
    /// A row for each unit and pair of neighbouring periods.
    ///
    /// `global` stands beside the index asked for: it can always be computed, and multiplies up over periods.
    func changes(_ messages: Messages) throws -> OutputTable {
        let panel = try ProductionPanel(table.parts.map { ($0.period, $0.data) })
        let measure: ProductivityAnalysis.Measure =
            question.model == .malmquist
            ? .radial(question.orientation?.orientation ?? .output, question.scale)
            : .directional(question.disposability.disposability, moving: MomentOptions.names(question.direction))
        let frontier = question.frontier ?? .contemporaneous
        let changes = try ProductivityAnalysis(panel, measure, frontier: frontier, threads: question.threads).changes()
        let global =
            frontier == .global
            ? changes
            : try ProductivityAnalysis(panel, measure, frontier: .global, threads: question.threads).changes()
        let missing = changes.count { $0.index == nil }
        if missing > 0, frontier != .global {
            messages.tell("efficiency-infeasible", ["count": String(missing), "total": String(changes.count)])
        }
        messages.tell("efficiency-frontier", ["periods": panel.periods.joined(separator: ", ")])
        return OutputTable(
            header: [
                "unit", "score", "status", "from", "to", "efficiency_change", "technical_change",
                "pure_efficiency_change", "scale_change", "global",
            ],
            rows: zip(changes, global).map { change, overall in
                [
                    .word(change.unit), .number(change.index), .word(status(change)), .word(change.from),
                    .word(change.to), .number(change.efficiencyChange), .number(change.frontierChange),
                    .number(change.pureEfficiencyChange), .number(change.scaleChange), .number(overall.index),
                ]
            })
    }

    /// `optimal`, or the distances that could not be computed: `D^t(t+1) infeasible; D^t+1(t) infeasible`.
    private func status(_ change: ProductivityChange) -> String {
        var words: [String] = []
        for failure in change.failures {
            let word = failure.distance.rawValue + " " + failure.status.rawValue
            if !words.contains(word) { words.append(word) }
        }
        return words.isEmpty ? EfficiencyStatus.optimal.rawValue : words.joined(separator: "; ")
    }

    /// Tells what a reader should know about the data.
    func tellNotices(_ messages: Messages) {
        if !table.ignored.isEmpty { messages.tell("decomposition-ignored", ["names": Messages.listed(table.ignored)]) }
        if question.orientation != nil, question.model == .ddf || question.model == .ml {
            messages.tell("efficiency-no-orientation", ["model": question.model.rawValue])
        }
        if question.isRadial, question.scale != (question.model == .bcc ? .variable : .constant) {
            messages.tell(
                "efficiency-other-name", ["model": question.model.rawValue, "returns": question.scale.rawValue])
        }
        for part in table.parts {
            var notices = part.data.notices
            if question.model == .ml || question.model == .ddf { notices += part.data.notNullJoint }
            if question.model == .sbm { notices += part.data.zeroTerms(in: part.data.variables) }
            for notice in notices.prefix(20) { tell(notice, part.period, messages) }
        }
    }

    private func tell(_ notice: EfficiencyNotice, _ period: String, _ messages: Messages) {
        let suffix = period.isEmpty ? "" : " · " + period
        switch notice {
        case .constant(let name): messages.tell("efficiency-constant", ["variable": name + suffix])
        case .fewUnits(let found, let expected):
            messages.tell("efficiency-few-units", ["found": String(found) + suffix, "expected": String(expected)])
        case .notNullJoint(let unit, let variable):
            messages.tell("efficiency-null-joint", ["unit": unit + suffix, "variable": variable])
        case .zeroTerm(let unit, let variable):
            messages.tell("efficiency-zero-term", ["unit": unit + suffix, "variable": variable])
        }
    }
}
