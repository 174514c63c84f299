public import Dialogues
public import StatisticalData
public import Studies

/// A dialogue with its tallies: what a command prints and a page shows.
public struct DialogueReport: Sendable {
    /// The id.
    public let id: String
    /// The dialogue.
    public let dialogue: Dialogue
    /// The result of each question, in the order of the dialogue.
    public let questions: [QuestionReport]
    /// The SHA-256 of the file of answers.
    public let checksum: String
    /// Ballots left out because of faults.
    public let leftOut: Int

    /// The result of a question.
    public struct QuestionReport: Sendable {
        /// The question.
        public let question: Dialogue.Question
        /// By party, then of all together.
        public let tallies: [Tally]
        /// Where parties agree and part.
        public let agreement: Agreement
        /// The index each group's weights would give, for questions with a study: by tally, areas with score and rank.
        public let variants: [[Variant]]
    }

    /// An area under the weights of a group.
    public struct Variant: Sendable {
        /// The area.
        public let area: Area.ID
        /// The index.
        public let score: Double?
        /// The rank.
        public let rank: Int?
        /// The rank in the study itself.
        public let studyRank: Int?
    }

    /// Tallies every question.
    public init(
        id: String, dialogue: Dialogue, ballots: [String: [Ballot]], checksum: String, leftOut: Int,
        results: [StudyResult]
    ) {
        self.id = id
        self.dialogue = dialogue
        self.checksum = checksum
        self.leftOut = leftOut
        questions = dialogue.questions.map { question in
            let tallies = Tally.of(
                question, ballots: ballots[question.id] ?? [], parties: dialogue.parties.count,
                minimum: dialogue.minimumGroup)
            let result = question.study.flatMap { study in results.first { $0.study == study } }
            return QuestionReport(
                question: question, tallies: tallies, agreement: Agreement(question, tallies),
                variants: tallies.map { Self.variants(question, $0.weights, result) })
        }
    }

    /// The index of the study's areas with other weights; none where the options are not its elements.
    private static func variants(
        _ question: Dialogue.Question, _ weights: [Double]?, _ result: StudyResult?
    ) -> [Variant] {
        guard let weights, let result, case .compositeIndex(let detail) = result.detail else { return [] }
        let index = ResultIndex(result)
        let scores = detail.areas.map { area in
            question.options.map { index[$0.id, "score", area, detail.period]?.number }
        }
        guard scores.contains(where: { $0.contains { $0 != nil } }) else { return [] }
        let (values, ranks) = IndexVariant.indices(scores, weights: weights)
        return detail.areas.indices.map { position in
            let area = detail.areas[position]
            let rank = index[detail.index, "rank", area, detail.period]?.number
            return Variant(
                area: area, score: values[position], rank: ranks[position], studyRank: rank.map { Int($0) })
        }
    }

    /// One row a figure: question, party (`all` together), option, measure, value, ballots.
    public var table: OutputTable {
        OutputTable(
            header: ["question", "party", "option", "measure", "value", "ballots"],
            rows: questions.flatMap { report in
                let id = report.question.id
                let figures = zip(report.tallies, report.variants).flatMap { tally, variants in
                    rows(id, tally, variants)
                }
                return figures + report.agreement.rows.flatMap { spread(id, $0) }
            })
    }

    private func party(_ position: Int?) -> String { position.map { dialogue.parties[$0].id } ?? "all" }

    private func rows(_ question: String, _ tally: Tally, _ variants: [Variant]) -> [[OutputTable.Cell]] {
        func row(_ option: String?, _ measure: String, _ value: Double?) -> [OutputTable.Cell] {
            [
                .word(question), .word(party(tally.party)), .word(option ?? ""), .word(measure), .number(value),
                tally.isWithheld ? .word("<\(dialogue.minimumGroup)") : .number(Double(tally.ballots)),
            ]
        }
        if tally.isWithheld { return [row(nil, "withheld", nil)] }
        return tally.figures.map { row($0.option, $0.measure, $0.value) }
            + variants.flatMap { variant in
                [
                    row(variant.area.rawValue, "index-score", variant.score),
                    row(variant.area.rawValue, "index-rank", variant.rank.map(Double.init)),
                    row(variant.area.rawValue, "study-rank", variant.studyRank.map(Double.init)),
                ]
            }
    }

    private func spread(_ question: String, _ row: Agreement.Row) -> [[OutputTable.Cell]] {
        func cells(_ party: String, _ measure: String, _ value: Double) -> [OutputTable.Cell] {
            [.word(question), .word(party), .word(row.option), .word(measure), .number(value), .word("")]
        }
        let accepted = row.isAcceptedByAll.map { [cells("all", "accepted-by-all", $0 ? 1 : 0)] } ?? []
        return [
            cells(party(row.leastParty), "party-least", row.least),
            cells(party(row.greatestParty), "party-greatest", row.greatest), cells("all", "party-spread", row.spread),
        ] + accepted
    }
}
