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

    @OptionGroup var panel: IndexPanel

    @OptionGroup var steps: IndexSteps

    @OptionGroup var variation: IndexVariation

    @OptionGroup var audit: IndexAudit

    @OptionGroup var coverage: IndexCoverage

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
        try panel.check(
            isVaried: variation.isAsked, isAudited: audit.audit != nil,
            imputesOverTime: steps.panelImputation() != nil)
        try audit.check(stage: stage, isVaried: variation.isAsked)
        if stage != nil, variation.isAsked {
            throw ValidationError("--stage: not with --uncertainty or --sensitivity; 不能与其同用")
        }
        let others = [
            ("--stage", stage != nil), ("--audit", audit.audit != nil), ("--panel", panel.panel != nil),
            ("--uncertainty, --sensitivity", variation.isAsked),
        ]
        let asked = questions.asked + (coverage.coverage == nil ? [] : ["--coverage"])
        let modes = asked + others.filter(\.1).map(\.0)
        if !asked.isEmpty, modes.count > 1 {
            throw ValidationError(modes.joined(separator: ", ") + ": one at a time; 只能选其一")
        }
        if questions.change != nil, panel.time != nil {
            throw ValidationError("--change: not with --time; 不能与其同用")
        }
    }

    func run() throws {
        let messages = try Messages(language)
        var places = IndexPlaces(data: data, metadata: metadata, lines: [:], parametersAreMetadata: false)
        do {
            let whole = try tables(metadata, messages)
            let weights = try steps.weightFile.map { file in
                try file.weights(try InputFile.read(file.path), metadata: whole.metadata, messages)
            }
            let (tables, rows) = try scope(whole)
            let recipe = { (tables: IndexTables) in
                var recipe = try steps.recipe(groups: tables.groups, times: tables.times)
                if let weights { recipe.weights = .given(weights) }
                recipe.rows = rows
                return recipe
            }
            let declared = try recipe(tables)
            places = IndexPlaces(
                data: data, metadata: metadata, lines: tables.metadataLines,
                parametersAreMetadata: declared.normalisation.readsMetadata)
            let table = try table(declared, tables, messages, ofPanel: recipe)
            Output.print(try table.text(format.table))
        } catch let error {
            let faults =
                error is IndexUncertaintyFaults
                ? IndexFaults.faults(error, at: Place(file: "--vary")) : IndexFaults.faults(error, in: places)
            guard !faults.isEmpty else { throw error }
            messages.tell(faults)
            throw ExitCode(1)
        }
    }

    /// What is asked for: all times, an audit, or scores.
    private func table(
        _ recipe: IndexRecipe, _ tables: IndexTables, _ messages: Messages,
        ofPanel make: (IndexTables) throws -> IndexRecipe
    ) throws -> OutputTable {
        if panel.panel != nil {
            let rows = try panel.rows(tables, make)
            for part in rows { messages.tell(part.outcome.record, units: part.labels) }
            return panel.table(rows, stage: stage)
        }
        return try audit.table(recipe, tables, stage, messages) ?? answer(recipe, tables, messages)
    }

    /// The two tables.
    private func tables(_ metadata: String, _ messages: Messages) throws -> IndexTables {
        let tables = try IndexTables(
            data: try InputFile.read(data), dataFile: data, metadata: try InputFile.read(metadata),
            metadataFile: metadata)
        messages.tell(tables.warnings)
        let reserved = ["unit", "rank"] + (panel.panel == nil ? [] : ["time"])
        for code in tables.metadata.map(\.code) where reserved.contains(code) {
            throw Fault.codeOfResult(code, at: Place(file: metadata))
        }
        let levels = max(1, (tables.metadata.compactMap(\.level).max() ?? 1) - 1)
        guard steps.methodCount <= levels else { throw Fault.surplusMethods(steps.methodCount, levels: levels) }
        return tables
    }

    /// Of a panel the tables of the time asked for, as scores and ranks compare units of one time; all of it with the
    /// rows of that time where values are filled in from other times.
    private func scope(_ tables: IndexTables) throws -> (IndexTables, rows: [Int]?) {
        guard let time = panel.time else {
            guard !tables.isPanel || panel.panel != nil || questions.change != nil else {
                throw Fault.panel(tables.panel.map(\.time), at: Place(file: data))
            }
            return (tables, nil)
        }
        guard let slice = tables.slice(at: time) else {
            throw Fault.unknownTime(time, known: tables.panel.map(\.time), at: Place(file: data))
        }
        guard try steps.panelImputation() != nil else { return (slice, nil) }
        return (tables, tables.panel.first { $0.time == time }?.rows)
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
        messages.tell(outcome.record, units: outcome.stages[.denominated]?.units ?? [])
        return try IndexAnswers(
            recipe: recipe, tables: tables, outcome: outcome, messages: messages, place: place
        ).table(question, level: questions.level)
    }

    private func table(_ recipe: IndexRecipe, _ tables: IndexTables, _ messages: Messages) throws -> OutputTable {
        guard !variation.isAsked else { return try variation.table(recipe, tables, messages) }
        let outcome = try recipe.run(tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
        messages.tell(outcome.record, units: outcome.stages[.denominated]?.units ?? [])
        return try coverage.table(outcome, recipe: recipe, metadata: tables.metadata, messages) ?? table(outcome)
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
