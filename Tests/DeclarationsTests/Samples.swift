import Declarations
import StatisticalData

/// A declaration with a field of every shape, as a study file has them.
struct SampleStudy: Decodable, Equatable {
    var kind: String
    var title: LocalisedText
    var weight: Double?
    var count: Int?
    var open: Bool?
    var known: KnownDate?
    var period: Period?
    var areas: [String]?
    var observed: [String: String]?
    var weights: [String: Double]?

    static let schema = Schema.mapping([
        .required("kind", .word(["composite-index", "plan-ledger"])), .required("title", .localisedText),
        .optional("weight", .number), .optional("count", .integer), .optional("open", .boolean),
        .optional("known", .date), .optional("period", .period), .optional("areas", .list(.text)),
        .optional("observed", .dictionary(.text)), .optional("weights", .dictionary(.number)),
    ])

    /// What must be there.
    static let required = "kind: plan-ledger\ntitle: {en: Plan, zh: 规划}\n"

    /// Everything once.
    static let full = """
        # A study
        kind: composite-index
        title:
          en: "Green Development Index: 2016"
          zh: 绿色发展指数
        weight: 0.011
        count: 109
        open: true
        known: 2017-12-26
        period: 2016/2019
        areas: [CN, "320000"]
        observed:
          resource-use: gdi-resource-use
          green-living: gdi-green-living
        weights: {binding: 3, other: 1.5}

        """

    init(_ text: String) throws(Faults) {
        self = try Declaration(text, file: "studies/a.yaml").decode(SampleStudy.self, schema: Self.schema)
    }

    /// The faults of a text, as `code:line:what`, where `what` is the key or word named.
    static func faults(of text: String) -> [String] {
        do throws(Faults) {
            _ = try SampleStudy(text)
            return []
        } catch {
            return error.list.map { fault in
                let what = fault.arguments["key"] ?? fault.arguments["expected"].map { fault.arguments["found"] ?? $0 }
                return "\(fault.code):\(fault.place.line ?? 0):\(what ?? "-")"
            }
        }
    }

    /// The codes of the faults of a text.
    static func codes(of text: String) -> [String] {
        faults(of: text).map { String($0.prefix { $0 != ":" }) }
    }
}
