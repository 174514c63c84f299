import ArgumentParser
import CompositeIndicators
import Foundation
import Reports
import StatisticalData
import Studies
import TableFormats
import Workspaces

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

    @OptionGroup var questions: IndexQuestions

    @Option(help: "Print the data after this step: denominated, imputed, screened, treated or normalised. 输出该步骤后的数据。")
    var stage: IndexRecipe.Stage?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        _ = try steps.recipe(groups: nil)
        _ = try (variation.choices(groups: nil), variation.excludedPairs())
        if stage != nil, variation.isAsked {
            throw ValidationError("--stage: not with --uncertainty or --sensitivity; 不能与其同用")
        }
        let others = [("--stage", stage != nil), ("--uncertainty, --sensitivity", variation.isAsked)]
        let modes = questions.asked + others.filter(\.1).map(\.0)
        if !questions.asked.isEmpty, modes.count > 1 {
            throw ValidationError(modes.joined(separator: ", ") + ": one at a time; 只能选其一")
        }
        if questions.change != nil, time != nil { throw ValidationError("--change: not with --time; 不能与其同用") }
    }

    func run() throws {
        let messages = try Messages(language)
        do {
            let tables = try tables(metadata, messages)
            let recipe = try steps.recipe(groups: tables.groups)
            Output.print(try answer(recipe, tables, messages).text(format.table))
        } catch let error {
            let place = error is IndexUncertaintyFaults ? "--vary" : data
            let faults = IndexFaults.faults(error, at: Place(file: place))
            guard !faults.isEmpty else { throw error }
            messages.tell(faults)
            throw ExitCode(1)
        }
    }

    /// The two tables, of a panel those of the time asked for: scores and ranks compare units of one time.
    private func tables(_ metadata: String, _ messages: Messages) throws -> IndexTables {
        let tables = try IndexTables(
            data: try read(data), dataFile: data, metadata: try read(metadata), metadataFile: metadata)
        messages.tell(tables.warnings)
        for code in tables.metadata.map(\.code) where ["unit", "rank"].contains(code) {
            throw Fault.codeOfResult(code, at: Place(file: metadata))
        }
        let levels = max(1, (tables.metadata.compactMap(\.level).max() ?? 1) - 1)
        guard steps.methodCount <= levels else { throw Fault.surplusMethods(steps.methodCount, levels: levels) }
        guard let time else {
            guard !tables.isPanel || questions.change != nil else {
                throw Fault.panel(tables.panel.map(\.time), at: Place(file: data))
            }
            return tables
        }
        guard let slice = tables.slice(at: time) else {
            throw Fault.unknownTime(time, known: tables.panel.map(\.time), at: Place(file: data))
        }
        return slice
    }

    /// The answer to the question asked, else the index.
    private func answer(_ recipe: IndexRecipe, _ tables: IndexTables, _ messages: Messages) throws -> OutputTable {
        let place = Place(file: data)
        if let times = questions.times {
            let before = try questions.metadataBefore.map { try self.tables($0, messages) } ?? tables
            let change = try IndexChange(
                recipe, from: try IndexChangeAnswer.moment(before, at: times.from, place: place),
                to: try IndexChangeAnswer.moment(tables, at: times.to, place: place),
                scale: questions.scale ?? .pooled)
            return try IndexChangeAnswer.table(change)
        }
        guard let question = questions.question else { return try table(recipe, tables, messages) }
        let outcome = try recipe.run(tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
        tell(outcome, messages)
        return try IndexAnswers(
            recipe: recipe, tables: tables, outcome: outcome, messages: messages, place: place
        ).table(question, level: questions.level)
    }

    private func table(_ recipe: IndexRecipe, _ tables: IndexTables, _ messages: Messages) throws -> OutputTable {
        guard !variation.isAsked else { return try variation.table(recipe, tables, messages) }
        let outcome = try recipe.run(tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
        tell(outcome, messages)
        return table(outcome)
    }

    private func read(_ path: String) throws -> [UInt8] {
        let url = URL(fileURLWithPath: path)
        guard FileManager.default.fileExists(atPath: path) else { throw Fault.noTable(path) }
        let folder = WorkspaceFolder(url.deletingLastPathComponent().path)
        return [UInt8](try folder.read(url.lastPathComponent, namedAt: Place(file: path)))
    }

    /// What the steps did, in a line each.
    private func tell(_ outcome: IndexRecipe.Outcome, _ messages: Messages) {
        let record = outcome.record
        let left = record.screening.filter { !$0.included }.map(\.unit)
        let units = (outcome.stages[.denominated]?.units ?? [])
        let lost = record.denomination.map { units[$0.unit] + " " + $0.indicator }
        let untreated = record.treatment.filter { $0.outcome.status == .stillFailing }.map(\.indicator)
        if !lost.isEmpty { messages.tell("index-undivided", ["cells": Self.listed(lost)]) }
        if !untreated.isEmpty { messages.tell("index-untreated", ["codes": Self.listed(untreated)]) }
        if !record.imputed.isEmpty { messages.tell("index-imputed", ["count": String(record.imputed.count)]) }
        if !left.isEmpty { messages.tell("index-screened", ["units": left.joined(separator: ", ")]) }
        if !record.negativeWeights.isEmpty {
            messages.tell("index-negative-weights", ["codes": record.negativeWeights.joined(separator: ", ")])
        }
    }

    /// The first twenty, and how many there are beyond.
    private static func listed(_ words: [String]) -> String {
        words.prefix(20).joined(separator: ", ") + (words.count > 20 ? ", … (\(words.count))" : "")
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
