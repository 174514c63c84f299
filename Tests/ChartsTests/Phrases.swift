import Charts

enum Phrases {
    static let chinese = DescriptionPhrases(
        course: "{name}：{firstAt}为{first}，{lastAt}为{last}。",
        extremes: "最高{maximum}（{maximumAt}），最低{minimum}（{minimumAt}）。",
        target: "目标{target}，差距{gap}。", missing: "缺{count}个数据。", noValues: "{name}：无数据。",
        ranks: DescriptionPhrases.Ranks(
            widest: "{name}的区间最宽：{low}至{high}。", equal: "所有区间同宽：{span}。",
            highlighted: "{name}：基准{nominal}，中位{median}，{low}至{high}。",
            withoutMedian: "{name}：基准{nominal}，{low}至{high}。",
            overlap: "其余{others}个中有{count}个与{name}重叠。"),
        tree: DescriptionPhrases.Tree(
            size: "{name}：{leaves}个指标，{levels}层。", branches: "分支：{greatest}{greatestShare}，{least}{leastShare}。",
            leaves: "指标：{greatest}{greatestShare}，{least}{leastShare}。"),
        correlations: DescriptionPhrases.Correlations(
            greatest: "最大{value}（{first}与{second}）。", least: "最小{value}（{first}与{second}）。",
            negative: "{total}对中{count}对为负。"),
        sensitivity: DescriptionPhrases.Sensitivity(
            greatest: "{name}：单独{first}，共{total}。", interaction: "合计{sum}，交互{rest}。", noInteraction: "合计{sum}，无交互。"),
        above: DescriptionPhrases.Above(
            closest: "{first}位于{second}之前：{value}。", certain: "至少{limit}：{total}对中{count}对。"),
        waterfall: DescriptionPhrases.Waterfall(
            course: "{start}{startValue}，{end}{endValue}。", rise: "最多：{name}{value}。", fall: "最少：{name}{value}。"),
        states: DescriptionPhrases.States(count: "{name}：{total}个中{count}个。"))
    static let english = DescriptionPhrases(
        course: "{name}: {first} in {firstAt}, {last} in {lastAt}.",
        extremes: "Highest {maximum} ({maximumAt}), lowest {minimum} ({minimumAt}).",
        target: "Target {target}, gap {gap}.", missing: "{count} missing.", noValues: "{name}: no data.",
        ranks: DescriptionPhrases.Ranks(
            widest: "Widest: {name}, {low} to {high}.", equal: "All {span} wide.",
            highlighted: "{name}: nominal {nominal}, median {median}, {low} to {high}.",
            withoutMedian: "{name}: nominal {nominal}, {low} to {high}.",
            overlap: "{count} of {others} overlap with {name}."),
        tree: DescriptionPhrases.Tree(
            size: "{name}: {leaves} leaves, {levels} levels.",
            branches: "Branches: {greatest} {greatestShare}, {least} {leastShare}.",
            leaves: "Leaves: {greatest} {greatestShare}, {least} {leastShare}."),
        correlations: DescriptionPhrases.Correlations(
            greatest: "Greatest {value} ({first}, {second}).", least: "Least {value} ({first}, {second}).",
            negative: "{count} of {total} below zero."),
        sensitivity: DescriptionPhrases.Sensitivity(
            greatest: "{name}: {first} alone, {total} in all.", interaction: "Sum {sum}, interaction {rest}.",
            noInteraction: "Sum {sum}, no interaction."),
        above: DescriptionPhrases.Above(
            closest: "{first} above {second}: {value}.", certain: "At least {limit}: {count} of {total}."),
        waterfall: DescriptionPhrases.Waterfall(
            course: "{start} {startValue}, {end} {endValue}.", rise: "Most: {name} {value}.",
            fall: "Least: {name} {value}."),
        states: DescriptionPhrases.States(count: "{name}: {count} of {total}."))
}
