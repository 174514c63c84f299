import CompositeIndicators
import Declarations
public import StatisticalData

extension CompositeIndexStudy {
    /// The rules of China's annual evaluation of green development: scores between the worst and the best area, the
    /// weight of an indicator an area cannot have shared out within its dimension, the lowest score for what is collected
    /// nowhere.
    public struct Rules: Codable, Hashable, Sendable {
        /// Who takes over the weight of what an area cannot have: `proportional` or `equal`.
        public let inapplicable: String
        /// The indicators collected nowhere.
        public let notCollected: [String]?
        /// The areas that cannot have an indicator, by element.
        public let cannotHave: [String: [Area.ID]]?
        /// The elements an area without a sea coast cannot have.
        public let withoutCoast: [String]?
        /// The lowest score; 60 unless named.
        public let lowest: Double?
        /// The highest score; 100 unless named.
        public let highest: Double?

        enum CodingKeys: String, CodingKey {
            case inapplicable
            case notCollected = "not-collected"
            case cannotHave = "cannot-have"
            case withoutCoast = "without-coast"
            case lowest
            case highest
        }

        /// The ends of the scale.
        var scale: (lowest: Double, highest: Double) { (lowest ?? 60, highest ?? 100) }

        /// Whether an area cannot have an element.
        func excludes(_ element: String, in area: Area) -> Bool {
            if withoutCoast?.contains(element) == true, area.isCoastal == false { return true }
            return cannotHave?[element]?.contains(area.id) == true
        }
    }

    /// The elements that are scored: observed ones and those collected nowhere.
    var scoredElements: Set<String> { Set(observed.keys).union(rules?.notCollected ?? []) }

    /// Rules stand alone, need dimensions of indicators, and name elements and areas that are there.
    func checkRules(
        _ tree: Framework, _ areas: AreaHierarchy, _ study: Study, into collector: inout FaultCollector
    ) {
        guard let rules else { return }
        for (key, isThere) in [
            ("steps", steps != nil), ("uncertainty", uncertainty != nil), ("lift", lift != nil),
            ("panel", panel != nil),
        ]
        where isThere {
            collector.add(Fault("study-rules-alone", at: study.place(of: key), ["found": key]))
        }
        for element in scoredElements.sorted() {
            let isIndicator = tree.parts(of: element).isEmpty
            let above = tree.parent(of: element).flatMap { tree.parent(of: $0) }
            if tree.elements.contains(where: { $0.id == element }), !isIndicator || above != tree.root {
                collector.add(Fault("study-rules-tree", at: study.place(of: "observed"), ["element": element]))
            }
        }
        let named: [(path: [String], element: String)] =
            (rules.notCollected ?? []).map { (["rules", "not-collected"], $0) }
            + (rules.withoutCoast ?? []).map { (["rules", "without-coast"], $0) }
            + (rules.cannotHave ?? [:]).keys.sorted().map { (["rules", "cannot-have", $0], $0) }
        for (path, element) in named where !tree.elements.contains(where: { $0.id == element }) {
            collector.add(.unknownElement(element, among: tree.elements.map(\.id), at: study.place(of: path)))
        }
        for (element, codes) in (rules.cannotHave ?? [:]).sorted(by: { $0.key < $1.key }) {
            for code in codes where areas[code] == nil {
                let place = study.place(of: "rules", "cannot-have", element)
                collector.add(.unknownArea(code.rawValue, among: areas.areas.map(\.id), at: place))
            }
        }
    }
}

extension Schema {
    static let indexRules = Schema.mapping([
        .required("inapplicable", .word(ProvincialIndex.InapplicableRule.allCases.map(\.rawValue))),
        .optional("not-collected", .list(.text)), .optional("cannot-have", .dictionary(.list(.text))),
        .optional("without-coast", .list(.text)), .optional("lowest", .number), .optional("highest", .number),
    ])
}
