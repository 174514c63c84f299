public import ArgumentParser
public import SpatialAnalysis

/// What is asked of zones and projects.
struct RedlineQuestion: ParsableArguments {
    /// By what a comparison is printed.
    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case zone, city, total
    }

    @Option(help: "Screen or overlay this project alone. 仅处理该项目。")
    var project: String?

    @Option(help: "Write the pieces: overlaps, or what was lost and gained, as GeoJSON. 将叠加或变化图斑写入GeoJSON文件。")
    var pieces: String?

    @Option(help: "Draw a map into this SVG file. 将地图写入SVG文件。")
    var map: String?

    @Option(help: "--map: words printed over the map, such as that zones are invented. 地图上的说明文字。")
    var caution: String?

    @Option(help: "--compare: by zone, city or total. 对比结果的分组。")
    var by = Grouping.zone

    @Option(help: "--compare --by total, --summary: count within this territory alone. 行政区域边界。")
    var territory: String?

    @Option(help: "Classes in order of precedence, with their rules. 类别优先顺序及管控规则。")
    var classes = "I:prohibited,II:conditional"

    @Option(help: "--summary: payments a square kilometre by class, such as I:30000,II:10000. 各类别每平方公里补偿标准。")
    var rates: String?

    @Option(help: "Pieces thinner than so many metres are contact within accuracy. 边界精度（米）。")
    var accuracy = 0.0

    @Option(help: "--compare: an area counts as kept to so many square metres. 面积容差（平方米）。")
    var tolerance: Double?

    @Option(help: "How edges run: straight in longitude and latitude, or geodesic. 边的定义。")
    var edges = EdgeRule.straight

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    func check(_ task: Redlines.Task) throws {
        if project != nil, task != .overlay, task != .screen {
            throw ValidationError("--project: with overlay or --screen; 仅用于叠加或筛查")
        }
        if by != .zone, task != .compare { throw ValidationError("--by: with --compare; 与--compare同用") }
        if territory != nil, task != .summary, by != .total {
            throw ValidationError("--territory: with --summary or --by total; 与--summary或--by total同用")
        }
        if rates != nil, task != .summary { throw ValidationError("--rates: with --summary; 与--summary同用") }
        if tolerance != nil, task != .compare { throw ValidationError("--tolerance: with --compare; 与--compare同用") }
        if pieces != nil, task == .summary || by != .zone {
            throw ValidationError("--pieces: with overlay, --screen or --compare --by zone; 不适用于汇总")
        }
        if map != nil, by != .zone { throw ValidationError("--map: not with --by; 不与--by同用") }
        if caution != nil, map == nil { throw ValidationError("--caution: with --map; 与--map同用") }
        if accuracy != 0, task == .overlay || task == .summary {
            throw ValidationError("--accuracy: with --screen or --compare; 与--screen或--compare同用")
        }
        for (name, value) in [("--accuracy", accuracy), ("--tolerance", tolerance ?? 0)]
        where !(value >= 0 && value.isFinite) {
            throw ValidationError("\(name): 0 or more; 应大于或等于0")
        }
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
        _ = try rules()
        _ = try payments()
    }

    /// The rule table of `--classes`.
    func rules() throws -> ScreeningRules {
        let rules = classes.split(separator: ",").map { $0.split(separator: ":", maxSplits: 1) }
        let verdicts = [ScreeningVerdict.prohibited, .conditional]
        let parsed = rules.compactMap { parts -> ScreeningRules.ClassRule? in
            guard parts.count == 2, let verdict = verdicts.first(where: { $0.rawValue == parts[1] }) else { return nil }
            return ScreeningRules.ClassRule(String(parts[0]), verdict)
        }
        guard !parsed.isEmpty, parsed.count == rules.count, Set(parsed.map(\.zoneClass)).count == parsed.count else {
            throw ValidationError("--classes: such as I:prohibited,II:conditional; 格式如I:prohibited,II:conditional")
        }
        return ScreeningRules(parsed, accuracy: accuracy)
    }

    /// The payments of `--rates`.
    func payments() throws -> CompensationRule? {
        guard let rates else { return nil }
        let parts = rates.split(separator: ",").map { $0.split(separator: ":", maxSplits: 1) }
        let pairs = parts.compactMap { part -> (String, Double)? in
            guard part.count == 2, let rate = Double(part[1]) else { return nil }
            return (String(part[0]), rate)
        }
        guard !pairs.isEmpty, pairs.count == parts.count, Set(pairs.map(\.0)).count == pairs.count,
            let rule = try? CompensationRule(rates: Dictionary(pairs) { first, _ in first })
        else {
            throw ValidationError("--rates: such as I:30000,II:10000; 格式如I:30000,II:10000")
        }
        return rule
    }
}

extension EdgeRule: ExpressibleByArgument {}
