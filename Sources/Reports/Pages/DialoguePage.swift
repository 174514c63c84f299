import Charts
import Dialogues
import StatisticalData

/// The chapter on a dialogue: what parties weigh, rank and judge, where they agree and where they part.
struct DialoguePage {
    let context: PageContext
    let report: DialogueReport

    static func path(_ id: String) -> String { "dialogue-\(id).html" }
    static func tablePath(_ id: String) -> String { "data/dialogue-\(id).csv" }

    private var wording: Wording { context.wording }
    private var home: Area.ID { context.assessment.homeArea }

    func page() -> Page {
        let dialogue = report.dialogue
        let notice = [Block.notice([Run(wording("dialogue-illustrative"))])]
        let about = Section(
            "about", wording("dialogue-about-heading"),
            (dialogue.illustrative ? notice : [])
                + [
                    .paragraph(
                        wording(
                            "dialogue-about-text",
                            ["minimum": String(dialogue.minimumGroup), "checksum": report.checksum])),
                    .list(
                        dialogue.parties.map { [Run($0.name[context.language])] }),
                ])
        return Page(
            path: context.path, title: dialogue.title[context.language],
            lead: dialogue.summary.map { [Run($0[context.language])] } ?? [],
            sections: [about] + report.questions.map { section($0) },
            downloads: [Run(wording("download-csv"), href: context.links.root(Self.tablePath(report.id)))],
            dataKnownOn: context.assessment.dataKnownOn)
    }

    private func name(_ tally: Tally) -> String {
        tally.party.map { report.dialogue.parties[$0].name[context.language] } ?? wording("dialogue-all")
    }

    private func section(_ question: DialogueReport.QuestionReport) -> Section {
        let shown = question.tallies.filter { !$0.isWithheld && $0.ballots > 0 }
        let withheld = question.tallies.filter(\.isWithheld).map { name($0) }
        let hidden = wording("dialogue-withheld", ["parties": withheld.joined(separator: wording("comma"))])
        return Section(
            question.question.id, question.question.text[context.language],
            [.paragraph(ballots(question))] + (withheld.isEmpty ? [] : [.notice([Run(hidden)])])
                + [chart(question, shown)] + agreement(question) + variants(question))
    }

    private func ballots(_ question: DialogueReport.QuestionReport) -> String {
        let all = question.tallies.last
        let parts = [
            wording("dialogue-ballots", ["count": String(all?.ballots ?? 0)]),
            all?.value("kendall-w").map {
                wording("dialogue-kendall", ["value": context.numbers.number($0, unit: .one, decimals: 2)])
            },
            all?.value("consistency-ratio").map {
                wording("dialogue-consistency", ["value": context.numbers.number($0, unit: .one, decimals: 3)])
            }, winner(question, all),
        ]
        return parts.compactMap { $0 }.joined(separator: context.language == .english ? " " : "")
    }

    /// The winners by Borda and Condorcet, or that majorities run in a circle.
    private func winner(_ question: DialogueReport.QuestionReport, _ tally: Tally?) -> String? {
        guard question.question.kind == .ranking, let tally, !tally.isWithheld else { return nil }
        let options = question.question.options
        let borda = options.filter { tally.value("borda-rank", $0.id) == 1 }.map { $0.name[context.language] }
        let text = wording("dialogue-borda", ["options": borda.joined(separator: wording("comma"))])
        if let winner = options.first(where: { tally.value("condorcet-winner", $0.id) == 1 }) {
            return text + (context.language == .english ? " " : "")
                + wording("dialogue-condorcet", ["option": winner.name[context.language]])
        }
        return text + (context.language == .english ? " " : "")
            + wording(tally.value("cycle") == 1 ? "dialogue-cycle" : "dialogue-no-winner")
    }

    /// Options by party: weights in per cent, points of Borda per ballot, or mean positions.
    private func chart(_ question: DialogueReport.QuestionReport, _ shown: [Tally]) -> Block {
        let kind = question.question.kind
        let isShare = [.budget, .pairwise].contains(kind)
        let cells = question.question.options.map { option in
            shown.map { tally in
                HeatCell(Agreement.value(kind, tally, option.id).map { isShare ? $0 * 100 : $0 })
            }
        }
        let map = HeatMap(
            frame: context.frame(
                question.question.text[context.language], key: "dialogue-" + question.question.id, width: 720),
            rows: question.question.options.map { $0.name[context.language] }, columns: shown.map { name($0) },
            cells: cells, scale: kind == .position ? .divergingWithin(centre: 0, reach: 2) : .sequential,
            rowTitle: wording("dialogue-option"), valueTitle: wording("dialogue-value-" + kind.rawValue),
            missingLabel: wording("not-available"), style: context.style(decimals: isShare ? 1 : 2))
        return context.figure(map)
    }

    /// Where parties are furthest apart, and what a majority of each accepts.
    private func agreement(_ question: DialogueReport.QuestionReport) -> [Block] {
        let rows = question.agreement.rows
        func option(_ id: String) -> String {
            question.question.options.first { $0.id == id }?.name[context.language] ?? id
        }
        guard let widest = rows.max(by: { $0.spread < $1.spread }) else { return [] }
        let parties = report.dialogue.parties
        var lines = [
            wording(
                "dialogue-widest",
                [
                    "option": option(widest.option), "least": parties[widest.leastParty].name[context.language],
                    "greatest": parties[widest.greatestParty].name[context.language],
                ])
        ]
        let accepted = rows.filter { $0.isAcceptedByAll == true }.map { option($0.option) }
        if question.question.kind == .position {
            lines.append(
                accepted.isEmpty
                    ? wording("dialogue-accepted-none")
                    : wording("dialogue-accepted", ["options": accepted.joined(separator: wording("comma"))]))
        }
        return [.list(lines.map { [Run($0)] })]
    }

    /// The place of the home area under the weights of each group, and how many areas change theirs.
    private func variants(_ question: DialogueReport.QuestionReport) -> [Block] {
        let rows = zip(question.tallies, question.variants).compactMap { tally, variants -> Table.Row? in
            guard let own = variants.first(where: { $0.area == home }), let rank = own.rank else { return nil }
            let moved = variants.filter { $0.rank != $0.studyRank && $0.rank != nil }.count
            return Table.Row([
                .text(name(tally)), .number([Run(own.score.map { context.numbers.number($0, unit: .points) } ?? "")]),
                .number([Run(String(rank))]), .number([Run(own.studyRank.map(String.init) ?? wording("none"))]),
                .number([Run(String(moved))]),
            ])
        }
        guard !rows.isEmpty, let study = question.question.study else { return [] }
        let headers =
            [Table.Header(wording("dialogue-party"))]
            + ["score", "rank", "study-rank", "moved"].map {
                Table.Header(wording("dialogue-column-" + $0), isNumber: true)
            }
        let title = wording("dialogue-variant-title", ["area": context.area(home)])
        return [
            .paragraph([Run(wording("dialogue-variant-text"), href: context.links.page(study + ".html"))]),
            .table(Table(caption: title, headers: headers, rows: rows)),
        ]
    }
}
