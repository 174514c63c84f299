public import ArgumentParser
public import TableFormats
public import TradeAnalysis

/// Which measure of trade is asked for, and its choices.
struct TradeQuestion: ParsableArguments {
    @Option(help: ArgumentHelp("The measure. 指标。", valueName: "measure"))
    var measure: TradeMeasure

    @Option(help: "What is measured: exports or imports. 出口或进口。")
    var direction = TradeTable.Direction.exports

    @Option(help: "The year, or the mean of years such as 2018:2020. 年份或多年平均。")
    var year: String?

    @Option(help: "lafay, complementarity, balance: imports in a table of their own. 进口数据表。")
    var imports: String?

    @Option(help: "prody, expy: income by area, a table of two columns. 各地区收入表。")
    var income: String?

    @Option(help: "gci, gcp, frontier, green-rca, green-share, partners: lists of green products. 环境产品清单。")
    var green: String?

    @Option(help: "The list of that file; each of them when omitted. 清单名称。")
    var list: String?

    @Option(help: "Links between vintages of codes, with --vintage. 编码版本对照表。")
    var concordance: String?

    @Option(help: "The vintage of the flows' codes, such as HS2022. 数据的编码版本。")
    var vintage: String?

    @Option(help: "partners: groups of partners. 贸易伙伴分组表。")
    var groups: String?

    @Option(help: "partners, growth, frontier: the area. 地区。")
    var area: String?

    @Option(help: "growth: first and last year, such as 2015:2020. 起止年份。")
    var period: String?

    @Option(help: "balance: insurance and freight in imports as a share, such as 0.06; 0 if alike. 运保费率。")
    var margin: Double?

    @Option(help: "rca, eci, density, distance, coi: an area that the world's product space is not to depend on. 附加地区。")
    var append: String?

    @Option(help: "eci, pci: population, sample or own. 标准化方式。")
    var scale = EconomicComplexity.Scale.population

    @Option(help: "coi, cog: atlas or rawCentred. 计算约定。")
    var convention = ComplexityOutlook.Convention.atlas

    @Flag(help: "density and what follows: a product is not its own neighbour. 不计产品自身。")
    var withoutDiagonal = false

    @Option(help: "intensity: excludingReporter or worldShare. 世界口径。")
    var world = IntensityWorld.excludingReporter

    @Option(help: "Areas that trade less have no advantage. 地区贸易额下限。")
    var minimumArea = 0.0

    @Option(help: "Products traded less have no advantage. 产品贸易额下限。")
    var minimumProduct = 0.0

    /// The years asked for.
    var years: ClosedRange<Int>? { year.flatMap(Self.range) }

    static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count < 3 else { return nil }
        return first <= last ? first...last : nil
    }

    func validate() throws {
        if let year, Self.range(year) == nil { throw ValidationError("--year: 2020 or 2018:2020; 如2020或2018:2020") }
        if measure.needsGreen, green == nil {
            throw ValidationError("--green: \(measure.rawValue) needs a list; \(measure.rawValue)需要清单")
        }
        if measure == .prody || measure == .expy, income == nil {
            throw ValidationError("--income: \(measure.rawValue) needs it; \(measure.rawValue)需要收入表")
        }
        if measure == .balance, margin == nil {
            throw ValidationError("--margin: balance needs it, 0 if alike; balance需要运保费率，口径一致时为0")
        }
        if measure == .partners, groups == nil { throw ValidationError("--groups: partners needs it; partners需要分组表") }
        if measure == .frontier || measure == .growth, area == nil {
            throw ValidationError("--area: \(measure.rawValue) needs it; \(measure.rawValue)需要地区")
        }
        if measure == .growth, (period.flatMap(Self.range)?.count ?? 0) < 2 {
            throw ValidationError("--period: first and last year, such as 2015:2020; 起止年份，如2015:2020")
        }
        if append != nil, !measure.canAppend {
            throw ValidationError("--append: with rca, eci, density, distance or coi; 仅用于rca、eci、density、distance或coi")
        }
        if concordance != nil, vintage == nil {
            throw ValidationError("--vintage: needed with --concordance; 与--concordance同用")
        }
        if minimumArea < 0 || minimumProduct < 0 {
            throw ValidationError("--minimum-area, --minimum-product: zero or more; 不小于零")
        }
    }
}

extension TradeTable.Direction: ExpressibleByArgument {}
extension TradeTable.Layout: ExpressibleByArgument {}
extension EconomicComplexity.Scale: ExpressibleByArgument {}
extension ComplexityOutlook.Convention: ExpressibleByArgument {}
extension IntensityWorld: ExpressibleByArgument {}
