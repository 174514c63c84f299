import Declarations
public import Dialogues
import Spreadsheets
public import StatisticalData

/// Reads a dialogue and its answers, one value a row.
struct DialogueReader {
    static let folder = "dialogues"

    static let schema = Schema.mapping([
        .required("title", .localisedText), .optional("summary", .localisedText),
        .required("illustrative", .boolean), .required("minimum-group", .integer),
        .required("parties", .list(.mapping([.required("id", .text), .required("name", .localisedText)]))),
        .required(
            "questions",
            .list(
                .mapping([
                    .required("id", .text), .required("kind", .word(Dialogue.Kind.allCases.map(\.rawValue))),
                    .optional("round", .integer), .required("text", .localisedText),
                    .required("options", .list(.mapping([.required("id", .text), .required("name", .localisedText)]))),
                    .optional("total", .number), .optional("study", .text),
                ]))),
    ])

    /// The dialogue of a declaration.
    static func dialogue(_ text: String, file: String) throws -> Dialogue {
        let declaration = try Declaration(text, file: file)
        let dialogue = try declaration.decode(Dialogue.self, schema: schema)
        var collector = FaultCollector()
        func unique(_ ids: [String], _ path: [String]) {
            var seen: Set<String> = []
            for id in ids {
                let place = declaration.root.place(of: path)
                if !Identifier<Dialogue>(id).isPortable { collector.add(.csvMalformed(.identifier, id, at: place)) }
                if !seen.insert(id).inserted { collector.add(Fault("dialogue-twice", at: place, ["found": id])) }
            }
        }
        unique(dialogue.parties.map(\.id), ["parties"])
        unique(dialogue.questions.map(\.id), ["questions"])
        for question in dialogue.questions {
            unique(question.options.map(\.id), ["questions"])
            if question.options.count < 2 || question.options.count > 100 {
                collector.add(
                    Fault(
                        "dialogue-options", at: declaration.root.place(of: ["questions"]),
                        ["question": question.id, "found": String(question.options.count)]))
            }
            if let total = question.total, !(total > 0 && total.isFinite) {
                collector.add(
                    Fault("dialogue-total", at: declaration.root.place(of: ["questions"]), ["question": question.id]))
            }
        }
        if dialogue.minimumGroup < 1 {
            collector.add(
                Fault(
                    "dialogue-minimum", at: declaration.root.place(of: ["minimum-group"]),
                    ["found": String(dialogue.minimumGroup)]))
        }
        try collector.throwIfFaulty(in: file)
        return dialogue
    }
}

/// The ballots of a dialogue by question, and what is wrong with the others.
public struct DialogueAnswers: Sendable {
    /// The sound ballots by question, in the order of the file.
    public internal(set) var ballots: [String: [Ballot]] = [:]
    /// The faults of the others, row by row.
    public internal(set) var faults: [Fault] = []
    /// Ballots left out because of faults.
    public internal(set) var leftOut = 0
    /// The SHA-256 of the file of answers: every figure is traced to these bytes, not to persons.
    public internal(set) var checksum = ""
}
