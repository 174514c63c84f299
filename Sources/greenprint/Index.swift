import ArgumentParser
import CompositeIndicators
import Reports
import SensitivityAnalysis
import StatisticalData
import Studies
import TableFormats

/// `greenprint index`: a composite index from two tables, without a workspace.
struct Index: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compute a composite index from COINr's iData and iMeta tables. 由iData和iMeta表计算综合指数。")

    @Option(help: "The data: one row a unit. 数据表。")
    var data: String

    @Option(help: "The metadata: one row an indicator or aggregate. 元数据表。")
    var metadata: String

    @Option(help: "The time to take from a panel, such as 2016. 面板数据中所取的时期。")
    var time: Int?

    @OptionGroup var steps: IndexSteps

    @OptionGroup var variation: IndexVariation

    @Option(help: "Print the data after this step: denominated, imputed, screened, treated or normalised. 输出该步骤后的数据。")
    var stage: IndexRecipe.Stage?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        _ = try steps.recipe(groups: nil)
        _ = try variation.choices(groups: nil)
        if stage != nil, variation.isAsked {
            throw ValidationError("--stage: not with --uncertainty or --sensitivity; 不能与其同用")
        }
    }

    func run() throws {
        let messages = try Messages(language)
        do {
            let tables = try tables(messages)
            let recipe = try steps.recipe(groups: tables.groups)
            Output.print(try table(recipe, tables, messages).text(format.table))
        } catch let error {
            let faults = IndexFaults.faults(error, at: Place(file: data))
            guard !faults.isEmpty else { throw error }
            messages.tell(faults)
            throw ExitCode(1)
        }
    }

    /// The two tables, of a panel those of the time asked for: scores and ranks compare units of one time.
    private func tables(_ messages: Messages) throws -> IndexTables {
        let tables = try IndexTables(
            data: try InputFile.read(data), dataFile: data, metadata: try InputFile.read(metadata),
            metadataFile: metadata)
        messages.tell(tables.warnings)
        for code in tables.metadata.map(\.code) where ["unit", "rank"].contains(code) {
            throw Fault.codeOfResult(code, at: Place(file: metadata))
        }
        let levels = max(1, (tables.metadata.compactMap(\.level).max() ?? 1) - 1)
        guard steps.methodCount <= levels else { throw Fault.surplusMethods(steps.methodCount, levels: levels) }
        guard let time else {
            guard !tables.isPanel else { throw Fault.panel(tables.panel.map(\.time), at: Place(file: data)) }
            return tables
        }
        guard let slice = tables.slice(at: time) else {
            throw Fault.unknownTime(time, known: tables.panel.map(\.time), at: Place(file: data))
        }
        return slice
    }

    private func table(_ recipe: IndexRecipe, _ tables: IndexTables, _ messages: Messages) throws -> OutputTable {
        guard let runs = variation.uncertainty ?? variation.sensitivity else {
            let outcome = try recipe.run(
                tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
            tell(outcome, messages)
            return table(outcome)
        }
        let choices = try variation.choices(groups: tables.groups)
        messages.tell(
            "index-varied",
            ["choices": variation.words, "runs": String(runs), "seed": String(variation.seed)])
        let analysis = IndexUncertainty(recipe, choices: choices, seed: variation.seed, threads: variation.threads)
        if variation.uncertainty != nil {
            return ranks(
                try analysis.ranks(
                    tables.indicators, denominators: tables.denominators, metadata: tables.metadata, runs: runs))
        }
        return shares(
            try analysis.sensitivity(
                tables.indicators, denominators: tables.denominators, metadata: tables.metadata, rows: runs), choices)
    }

    /// How the rank of each unit spreads.
    private func ranks(_ ranks: IndexUncertainty.Ranks) -> OutputTable {
        let spread = ranks.distribution
        return OutputTable(
            header: ["unit", "nominal", "mean", "median", "q5", "q95"],
            rows: ranks.units.enumerated().map { position, unit in
                [
                    .word(unit), .number(ranks.nominal[position].map(Double.init)),
                    .number(spread.mean(of: position)?.value), .number(spread.median(of: position)),
                    .number(spread.quantile(0.05, of: position)), .number(spread.quantile(0.95, of: position)),
                ]
            })
    }

    /// The share of each choice in the shifts of ranks, with the interval of its total share.
    private func shares(_ indices: SobolIndices, _ choices: [IndexUncertainty.Choice]) -> OutputTable {
        OutputTable(
            header: ["assumption", "first", "total", "low", "high"],
            rows: zip(choices, indices.inputs).map { choice, input in
                [
                    .word(choice.name), .number(input.first.value), .number(input.total.value),
                    .number(input.total.interval?.lowerBound), .number(input.total.interval?.upperBound),
                ]
            })
    }

    /// What the steps did, in a line each.
    private func tell(_ outcome: IndexRecipe.Outcome, _ messages: Messages) {
        let record = outcome.record
        let left = record.screening.filter { !$0.included }.map(\.unit)
        let units = (outcome.stages[.denominated]?.units ?? [])
        let lost = record.denomination.map { units[$0.unit] + " " + $0.indicator }
        let untreated = record.treatment.filter { $0.outcome.status == .stillFailing }.map(\.indicator)
        if !lost.isEmpty { messages.tell("index-undivided", ["cells": Messages.listed(lost)]) }
        if !untreated.isEmpty { messages.tell("index-untreated", ["codes": Messages.listed(untreated)]) }
        if !record.imputed.isEmpty { messages.tell("index-imputed", ["count": String(record.imputed.count)]) }
        if !left.isEmpty { messages.tell("index-screened", ["units": left.joined(separator: ", ")]) }
        if !record.negativeWeights.isEmpty {
            messages.tell("index-negative-weights", ["codes": record.negativeWeights.joined(separator: ", ")])
        }
    }

    private func table(_ outcome: IndexRecipe.Outcome) -> OutputTable {
        if let stage, let matrix = outcome.stages[stage] {
            return OutputTable(
                header: ["unit"] + matrix.codes,
                rows: matrix.units.indices.map { unit in
                    [.word(matrix.units[unit])] + matrix.codes.indices.map { .number(matrix[unit, $0]) }
                })
        }
        let matrix = outcome.aggregates
        return OutputTable(
            header: ["unit"] + matrix.codes + ["rank"],
            rows: matrix.units.indices.map { unit in
                [.word(matrix.units[unit])] + matrix.codes.indices.map { .number(matrix[unit, $0]) }
                    + [.number(outcome.ranks[unit].map(Double.init))]
            })
    }
}
