import Charts

enum Phrases {
    static let chinese = DescriptionPhrases(
        course: "{name}：{firstAt}为{first}，{lastAt}为{last}。",
        extremes: "最高{maximum}（{maximumAt}），最低{minimum}（{minimumAt}）。",
        target: "目标{target}，差距{gap}。", missing: "缺{count}个数据。", noValues: "{name}：无数据。")
    static let english = DescriptionPhrases(
        course: "{name}: {first} in {firstAt}, {last} in {lastAt}.",
        extremes: "Highest {maximum} ({maximumAt}), lowest {minimum} ({minimumAt}).",
        target: "Target {target}, gap {gap}.", missing: "{count} missing.", noValues: "{name}: no data.")
}
