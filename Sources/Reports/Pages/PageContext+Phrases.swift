import Charts

extension PageContext {
    /// The sentences from which charts are described.
    var phrases: DescriptionPhrases {
        DescriptionPhrases(
            course: wording("describe-course"), extremes: wording("describe-extremes"),
            target: wording("describe-target"), missing: wording("describe-missing"),
            noValues: wording("describe-no-values"),
            ranks: DescriptionPhrases.Ranks(
                widest: wording("describe-ranks-widest"), equal: wording("describe-ranks-equal"),
                highlighted: wording("describe-ranks-highlighted"),
                withoutMedian: wording("describe-ranks-without-median"), overlap: wording("describe-ranks-overlap")),
            tree: DescriptionPhrases.Tree(
                size: wording("describe-tree-size"), branches: wording("describe-tree-branches"),
                leaves: wording("describe-tree-leaves")),
            correlations: DescriptionPhrases.Correlations(
                greatest: wording("describe-correlations-greatest"), least: wording("describe-correlations-least"),
                negative: wording("describe-correlations-negative")),
            sensitivity: DescriptionPhrases.Sensitivity(
                greatest: wording("describe-sensitivity-greatest"),
                interaction: wording("describe-sensitivity-interaction"),
                noInteraction: wording("describe-sensitivity-no-interaction")),
            above: DescriptionPhrases.Above(
                closest: wording("describe-above-closest"), certain: wording("describe-above-certain")),
            waterfall: DescriptionPhrases.Waterfall(
                course: wording("describe-waterfall-course"), rise: wording("describe-waterfall-rise"),
                fall: wording("describe-waterfall-fall")),
            states: DescriptionPhrases.States(count: wording("describe-states-count")))
    }
}
