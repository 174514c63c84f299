public import ArgumentParser
public import CompositeIndicators
import StatisticalData
import Studies

extension IndexRecipe.Stage: ExpressibleByArgument {}

/// The steps of `greenprint index` as options.
struct IndexSteps: ParsableArguments {
    @Flag(help: "Divide indicators by the denominators the metadata name. 按元数据所列分母相除。")
    var denominate = false

    @Option(
        help: """
            mean, median, group-mean:GROUP, group-median:GROUP, row-mean, row-median, em or regression; over the times \
            of a panel latest, latest:YEARS, constant, linear or linear-constant. 插补方法。
            """)
    var impute: String?

    @Option(help: "Leave out units with a smaller share of values, such as 0.9. 剔除数据比例过低的单位。")
    var screen: Double?

    @Option(help: "Leave out units with a smaller share of values other than zero, such as 0.05. 剔除零值过多的单位。")
    var screenZeros: Double?

    @Option(help: "Units to keep whatever their data, separated by commas. 无论数据多少均保留的单位。")
    var keep: String?

    @Option(help: "Units to leave out, separated by commas. 一律剔除的单位。")
    var drop: String?

    @Option(help: "winmax:N, none for no limit: winsorise up to N points, else take logarithms. 异常值处理。")
    var treat: String?

    @Option(
        help: """
            none, minmax:L:U, zscore:M:SD, rank, percent-rank, borda, percentile, distance-to-maximum, fraction-of-maximum, \
            efficacy:60:40, goalposts, distance-to-target or scaled (with parameters of the metadata). 标准化方法。
            """)
    var normalise = "minmax:0:100"

    @Option(
        help:
            "arithmetic, geometric, harmonic, generalised:P, median, minimum, copeland, borda, bod; by level: a,b,c. 合成方法。"
    )
    var aggregate = "arithmetic"

    @Option(
        help: """
            original, equal, pca, entropy, critic, optimised or infomax (of the level below the index, or :LEVEL), \
            ahp:FILE, budget:FILE, budget-median:FILE or file:FILE. 权数。
            """)
    var weights = "original"

    @Option(help: "The smallest share of an aggregate's parts that must be present. 合成所需的最低数据比例。")
    var threshold: Double?

    /// The steps declared; without `groups` only the words are checked.
    ///
    /// - Parameter times: the time of each row, for steps over time.
    func recipe(groups: [String: [String?]]?, times: [Int]? = nil) throws -> IndexRecipe {
        var recipe = IndexRecipe()
        recipe.denominates = denominate
        if let method = try panelImputation() {
            guard groups == nil || times != nil else { throw Fault.noTimes(at: Place(file: "--impute")) }
            recipe.imputation = .panel(method, times: (times ?? []).map(Double.init))
        } else {
            recipe.imputation = try impute.map { word in
                try Self.usage { try IndexWords.imputation(word, groups: groups) }
            }
        }
        if let screen {
            guard (0...1).contains(screen) else { throw ValidationError("--screen: a share from 0 to 1; 应为0到1之间的比例") }
            recipe.availability = screen
        }
        recipe.nonzero = try nonzeroShare()
        recipe.force = try forced()
        recipe.treatment = try treat.map { word in try Self.usage { try IndexWords.treatment(word) } }
        recipe.normalisation = try Self.usage { try IndexWords.normalisation(normalise) }
        recipe.methods = try Self.usage { try IndexWords.aggregations(aggregate) }
        if weightFile == nil { recipe.weights = try Self.usage { try IndexWords.weights(weights) } }
        if let threshold {
            guard (0...1).contains(threshold) else {
                throw ValidationError("--threshold: a share from 0 to 1; 应为0到1之间的比例")
            }
            recipe.missing = Aggregation.MissingRule(minimumShare: threshold)
        }
        return recipe
    }

    /// How values are filled in from other times; `nil` if they are not.
    func panelImputation() throws -> Imputation.PanelMethod? {
        try impute.flatMap { word in try Self.usage { try IndexWords.panelImputation(word) } }
    }

    /// The file weights are read from; `nil` for weights that need none.
    var weightFile: WeightFile? { WeightFile(weights) }

    private func nonzeroShare() throws -> Double? {
        guard let screenZeros, !(0...1).contains(screenZeros) else { return screenZeros }
        throw ValidationError("--screen-zeros: a share from 0 to 1; 应为0到1之间的比例")
    }

    /// The units named to stay or to go.
    private func forced() throws -> [String: Bool] {
        let (kept, dropped) = (try Self.codes(keep, "--keep"), try Self.codes(drop, "--drop"))
        if let both = kept.first(where: dropped.contains) {
            throw ValidationError("--keep, --drop: “\(both)” is in both; 不能同时保留和剔除")
        }
        return Dictionary(kept.map { ($0, true) } + dropped.map { ($0, false) }) { first, _ in first }
    }

    private static func codes(_ text: String?, _ option: String) throws -> [String] {
        guard let text else { return [] }
        let codes = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard codes.allSatisfy({ !$0.isEmpty }) else {
            throw ValidationError("\(option): codes separated by commas; 应为以逗号分隔的单位代码")
        }
        return codes
    }

    /// A usage error for a word no step knows.
    static func usage<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as IndexWords.Unknown {
            throw ValidationError("--\(error.step): “\(error.word)” is not known; see --help. 无法识别，请见 --help。")
        }
    }

    /// The number of methods of aggregation named.
    var methodCount: Int { aggregate.count { $0 == "," } + 1 }
}
