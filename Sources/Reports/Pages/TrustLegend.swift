import StatisticalData

/// The legend of the marks of trust.
enum TrustLegend {
    static func section(_ context: PageContext) -> Section {
        let wording = context.wording
        return Section(
            "marks", wording("marks-heading"),
            [
                .paragraph(wording("marks-intro")),
                .list(
                    Trust.allCases.map { trust in
                        [
                            Run("", mark: wording.mark(trust)),
                            Run(wording.trust(trust), isStrong: true),
                            Run(wording("colon") + wording("trust-note-" + trust.rawValue)),
                        ]
                    }),
            ])
    }
}
