import Declarations
import InputOutput

/// The shape of a scenario.
enum ScenarioSchema {
    static let whole = Schema.mapping([
        .required("programme", .list(shock)), .optional("displaced", .list(shock)),
        .required("financing", .list(rule)),
    ])

    /// The word that says that nobody pays.
    static let none = "none"

    private static let weights = Schema.dictionary(.number)

    private static let rule = Schema.mapping([
        .required("rule", .word([none] + FinancingRule.Kind.allCases.map(\.rawValue))),
        .optional("category", .text), .optional("products", weights),
        .optional("amount-once", .number), .optional("amount-yearly", .number), .optional("home-share", .number),
    ])

    /// The changes a shock can be, one of which it is.
    static let changes: [(key: String, schema: Schema)] = [
        (
            "demand",
            .mapping([
                .optional("purchases", .list(purchase)), .optional("labour", .list(labour)),
            ])
        ),
        (
            "scaled-demand",
            .mapping([
                .optional("products", .list(.text)), .optional("categories", .list(.text)),
                .required("factor", .number),
            ])
        ),
        (
            "coefficient",
            .mapping([
                .required("seller", .text), .required("buyer", .text),
                .required("change", .word(["value", "factor", "flow"])), .required("by", .number),
                .required("absorbed-by", .word(CoefficientChange.Compensation.allCases.map(\.rawValue))),
            ])
        ),
        (
            "import-substitution",
            .mapping([
                .required("product", .text), .required("share", .number), .optional("buyers", .list(.text)),
                .optional("final-demand", .boolean),
            ])
        ),
        (
            "household-shift",
            .mapping([.required("amount", .number), .required("from", weights), .required("to", weights)])
        ),
        (
            "capacity",
            .mapping([
                .required("industry", .text), .required("factor", .number),
                .optional("shortage", .word(CapacityChange.Shortage.allCases.map(\.rawValue))),
            ])
        ),
        (
            "trade-mix",
            .mapping([
                .required("sector", .text), .required("buyers", .text), .required("from", .text),
                .required("to", .text), .required("share", .number),
            ])
        ),
    ]

    private static let shock = Schema.mapping(
        [.required("name", .text), .required("timing", .word(ShockTiming.allCases.map(\.rawValue)))]
            + changes.map { .optional($0.key, $0.schema) })

    private static let purchase = Schema.mapping([
        .required("product", .text), .required("amount", .number), .optional("home-share", .number),
        .optional("margins", weights), .optional("taxes", .number),
    ])

    private static let labour = Schema.mapping([
        .required("industry", .text), .required("wages", .number), .optional("amounts", weights),
    ])
}
