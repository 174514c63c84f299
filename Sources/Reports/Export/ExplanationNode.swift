import StatisticalData
import Studies

/// An explanation as JSON.
struct ExplanationNode: Encodable {
    var role: String?
    var kind: String
    var study: String?
    var item: String?
    var measure: String?
    var indicator: String?
    var transformation: String?
    var area: String?
    var period: String?
    var value: Double?
    var word: String?
    var low: Double?
    var high: Double?
    var unit: String?
    var qualifier: String?
    var status: String
    var formula: String?
    var expression: String?
    var knownOn: String?
    var revision: String?
    var note: LocalisedText?
    var file: String?
    var line: Int?
    var source: Source?
    var inputs: [ExplanationNode]

    init(_ explanation: Explanation, sources: [Source.ID: Source]) {
        role = explanation.role.isEmpty ? nil : explanation.role
        inputs = explanation.inputs.map { ExplanationNode($0, sources: sources) }
        switch explanation.content {
        case .result(let found):
            kind = "result"
            study = found.key.study
            item = found.key.item
            measure = found.key.measure
            area = found.key.area.rawValue
            period = found.key.period.description
            value = found.number
            word = found.word
            low = found.low
            high = found.high
            unit = found.unit?.symbol
            status = found.trust.rawValue
            formula = found.derivation.formula
            expression = found.derivation.expression
        case .observation(let observation):
            kind = "observation"
            indicator = observation.series.indicator.rawValue
            transformation = observation.series.transformation.rawValue
            area = observation.series.area.rawValue
            period = observation.period.description
            value = observation.value
            unit = observation.unit.symbol
            qualifier = observation.qualifier?.rawValue
            status = observation.trust.rawValue
            knownOn = observation.knownOn.description
            revision = observation.revision.rawValue
            note = observation.note
            file = observation.place.file
            line = observation.place.line
            source = sources[observation.source]
        case .declared(let declared):
            kind = "declared"
            if case .number(let number, _, _) = declared.finding { value = number }
            if case .word(let text) = declared.finding { word = text }
            unit = declared.unit?.symbol
            status = declared.trust.rawValue
            note = declared.note
            file = declared.place.file
            line = declared.place.line
            source = declared.source.flatMap { sources[$0] }
        }
    }
}
