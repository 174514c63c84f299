/// A batch of a workspace: a table of observations and its source record.
struct BatchFile: Sendable {
    let file: String
    let recordFile: String
    let record: SourceRecord
}
