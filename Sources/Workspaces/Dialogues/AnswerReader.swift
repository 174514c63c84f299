import Dialogues
import Spreadsheets
import StatisticalData

/// Reads `answers.csv`: respondent, party, question, option, value.
///
/// A ballot is what one respondent says to one question. Every ballot at fault is named at its row and kept out; the
/// others are whole.
struct AnswerReader {
    static let columns = ["respondent", "party", "question", "option", "value"]

    let dialogue: Dialogue
    let file: String
    private var collector = FaultCollector(limit: 1000)
    private var open: [Key: Draft] = [:]
    private var order: [Key] = []
    private var parties: [String: Int] = [:]
    private let partyPositions: [String: Int]
    private let questionPositions: [String: Int]
    private let optionPositions: [[String: Int]]

    private struct Key: Hashable {
        let respondent: String
        let question: Int
    }

    private struct Draft {
        let party: Int
        let line: Int
        var values: [Double?]
        var isFaulty = false
    }

    init(dialogue: Dialogue, file: String) {
        self.dialogue = dialogue
        self.file = file
        func positions(_ ids: [String]) -> [String: Int] {
            Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        partyPositions = positions(dialogue.parties.map(\.id))
        questionPositions = positions(dialogue.questions.map(\.id))
        optionPositions = dialogue.questions.map { positions(Self.answers(of: $0)) }
    }

    /// What a ballot answers: the options, or the pairs of options joined by `:`.
    static func answers(of question: Dialogue.Question) -> [String] {
        let ids = question.options.map(\.id)
        guard question.kind == .pairwise else { return ids }
        return ids.indices.flatMap { first in ids[(first + 1)...].map { ids[first] + ":" + $0 } }
    }

    /// Reads all rows.
    ///
    /// - Throws: `Faults` when the file is no table of answers.
    mutating func read(_ bytes: [UInt8]) throws(Faults) -> DialogueAnswers {
        let result: Result<Void, Faults> = bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                var reader = try CSVReader(raw, file: file)
                let faults = CSVTable.headerFaults(
                    reader.header, required: Self.columns, optional: ["round", "remark"], file: file)
                if !faults.isEmpty { throw Faults(faults) }
                let columns = Self.columns.map { name in reader.header.firstIndex(of: name) ?? 0 }
                var row = CSVRow()
                while true {
                    do throws(Fault) {
                        guard try reader.next(&row) else { break }
                        take(columns.map { reader.string(row, $0) }, line: row.line)
                    } catch {
                        collector.add(error)
                    }
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        return finish()
    }

    private func place(_ line: Int, _ column: String) -> Place { Place(file: file, line: line, column: column) }

    private mutating func take(_ fields: [String], line: Int) {
        let (respondent, value) = (fields[0], fields[4])
        guard !respondent.isEmpty else {
            collector.add(.csvEmptyField(at: place(line, "respondent")))
            return
        }
        let party = find(fields[1], partyPositions, "dialogue-party", place(line, "party"))
        guard let question = find(fields[2], questionPositions, "dialogue-question", place(line, "question")) else {
            return
        }
        let key = Key(respondent: respondent, question: question)
        if open[key] == nil {
            open[key] = Draft(
                party: party ?? 0, line: line, values: Array(repeating: nil, count: optionPositions[question].count))
            order.append(key)
        }
        if let party {
            if let earlier = parties[respondent], earlier != party {
                collector.add(
                    Fault(
                        "dialogue-two-parties", at: place(line, "party"),
                        ["found": respondent, "first": dialogue.parties[earlier].id]))
                open[key]?.isFaulty = true
            }
            parties[respondent] = parties[respondent] ?? party
        } else {
            open[key]?.isFaulty = true
        }
        set(fields[3], value, key, line)
    }

    private mutating func find(
        _ text: String, _ positions: [String: Int], _ code: String, _ place: Place
    ) -> Int? {
        if let position = positions[text] { return position }
        let nearest = Suggestion.nearest(to: text, among: positions.keys.sorted()) ?? "-"
        let arguments = ["found": String(text.prefix(60)), "nearest": nearest]
        switch code {
        case "dialogue-party": collector.add(Fault("dialogue-party", at: place, arguments))
        case "dialogue-question": collector.add(Fault("dialogue-question", at: place, arguments))
        default: collector.add(Fault("dialogue-option", at: place, arguments))
        }
        return nil
    }

    private mutating func set(_ option: String, _ text: String, _ key: Key, _ line: Int) {
        let question = dialogue.questions[key.question]
        var name = option
        var isInverse = false
        if question.kind == .pairwise, optionPositions[key.question][name] == nil {
            let turned = option.split(separator: ":").reversed().joined(separator: ":")
            if optionPositions[key.question][turned] != nil {
                name = turned
                isInverse = true
            }
        }
        guard let position = find(name, optionPositions[key.question], "dialogue-option", place(line, "option")),
            let value = number(text, question.kind, line)
        else {
            open[key]?.isFaulty = true
            return
        }
        if open[key]?.values[position] != nil {
            collector.add(Fault("dialogue-twice", at: place(line, "option"), ["found": option]))
            open[key]?.isFaulty = true
        }
        open[key]?.values[position] = isInverse ? 1 / value : value
    }

    /// A number that the kind of question allows; a fraction such as `1/3` for pairs.
    private mutating func number(_ text: String, _ kind: Dialogue.Kind, _ line: Int) -> Double? {
        var value = DecimalNumber(text)?.value
        if value == nil, kind == .pairwise {
            let parts = text.split(separator: "/").compactMap { DecimalNumber(String($0))?.value }
            if parts.count == 2, parts[1] != 0 { value = parts[0] / parts[1] }
        }
        guard let value else {
            collector.add(.csvNotANumber(text, at: place(line, "value")))
            return nil
        }
        let isAllowed =
            switch kind {
            case .budget: value >= 0
            case .pairwise: value >= 1.0 / 9 - 1e-9 && value <= 9 + 1e-9
            case .ranking: value >= 1
            case .position: value >= -2 && value <= 2
            }
        if isAllowed { return value }
        collector.add(
            Fault("dialogue-value", at: place(line, "value"), ["found": text, "expected": Self.expected(kind)]))
        return nil
    }

    private static func expected(_ kind: Dialogue.Kind) -> String {
        switch kind {
        case .budget: ">= 0"
        case .pairwise: "1/9 ... 9"
        case .ranking: ">= 1"
        case .position: "-2 ... 2"
        }
    }

    private mutating func finish() -> DialogueAnswers {
        var answers = DialogueAnswers()
        for key in order {
            guard var draft = open[key] else { continue }
            let question = dialogue.questions[key.question]
            if !draft.isFaulty { check(&draft, question, key.respondent) }
            if draft.isFaulty {
                answers.leftOut += 1
            } else {
                answers.ballots[question.id, default: []].append(
                    Ballot(party: draft.party, values: draft.values.compactMap { $0 }))
            }
        }
        answers.faults = collector.all(in: file)
        return answers
    }

    /// A ballot is whole; points add up to the total; places run from 1 without gaps but for ties.
    private mutating func check(_ draft: inout Draft, _ question: Dialogue.Question, _ respondent: String) {
        let missing = zip(Self.answers(of: question), draft.values).filter { $0.1 == nil }.map(\.0)
        let place = place(draft.line, "value")
        if !missing.isEmpty {
            collector.add(
                Fault(
                    "dialogue-incomplete", at: place,
                    ["respondent": respondent, "missing": missing.prefix(5).joined(separator: ", ")]))
            draft.isFaulty = true
            return
        }
        let values = draft.values.compactMap { $0 }
        if question.kind == .budget {
            let total = question.total ?? 100
            let sum = values.reduce(0, +)
            if abs(sum - total) > 1e-9 * total {
                collector.add(
                    Fault(
                        "dialogue-sum", at: place,
                        ["respondent": respondent, "found": Decimals.text(sum), "expected": Decimals.text(total)]))
                draft.isFaulty = true
            }
        } else if question.kind == .ranking {
            let sorted = values.sorted()
            let isRun = sorted.enumerated().allSatisfy { $1 == Double($0 + 1) || ($0 > 0 && sorted[$0 - 1] == $1) }
            if !isRun {
                let found = values.map { Decimals.text($0) }.joined(separator: " ")
                collector.add(Fault("dialogue-ranking", at: place, ["respondent": respondent, "found": found]))
                draft.isFaulty = true
            }
        }
    }
}
