public import Dialogues
import StatisticalData
import Studies

extension Workspace {
    /// The ids of the dialogues: folders of `dialogues` with a `dialogue.yaml`, sorted.
    public func dialogueIDs() throws -> [String] {
        guard folder.exists(DialogueReader.folder) else { return [] }
        return try folder.files(in: DialogueReader.folder, endings: [""]).filter {
            folder.exists(DialogueReader.folder + "/" + $0 + "/dialogue.yaml")
        }
    }

    /// A dialogue as declared.
    ///
    /// - Throws: `Faults` of the declaration; a `Fault` for an unknown id.
    public func dialogue(_ id: String) throws -> Dialogue {
        let known = try dialogueIDs()
        guard known.contains(id) else {
            throw Fault(
                "dialogue-unknown", at: Place(file: DialogueReader.folder),
                ["found": id, "nearest": Suggestion.nearest(to: id, among: known) ?? "-"])
        }
        let file = DialogueReader.folder + "/" + id + "/dialogue.yaml"
        let dialogue = try DialogueReader.dialogue(try folder.text(file), file: file)
        let unknown = dialogue.questions.compactMap(\.study).filter { study in !studies.contains { $0.id == study } }
        if !unknown.isEmpty {
            throw Faults(unknown.map { .unknownStudy($0, known: studies.map(\.id), at: Place(file: file)) })
        }
        return dialogue
    }

    /// The answers to a dialogue; those at fault are left out and told.
    public func answers(to id: String, of dialogue: Dialogue) throws -> DialogueAnswers {
        let file = DialogueReader.folder + "/" + id + "/answers.csv"
        let bytes = [UInt8](try folder.read(file))
        var reader = AnswerReader(dialogue: dialogue, file: file)
        var answers = try reader.read(bytes)
        answers.checksum = Checksum.sha256(bytes)
        return answers
    }

    /// Everything wrong with the dialogues.
    func dialogueFaults() throws -> [Fault] {
        var collector = FaultCollector(limit: 1000)
        for id in try dialogueIDs() {
            try collector.collect { collector in
                let dialogue = try dialogue(id)
                collector.add(contentsOf: try answers(to: id, of: dialogue).faults)
            }
        }
        return collector.all(in: DialogueReader.folder)
    }
}
