import StatisticalData
import Studies

/// The files a reader can take away.
enum Downloads {
    /// Where a study's table lies below the site's root.
    static func csvPath(_ study: String) -> String { "data/\(study).csv" }

    /// Where a study's JSON lies.
    static func jsonPath(_ study: String) -> String { "data/\(study).json" }

    /// Where the copy of a file of the workspace lies.
    static func filePath(_ file: String) -> String { "data/files/\(file)" }

    /// Where the table of sources lies.
    static let sourcesPath = "data/sources.csv"

    static func runs(of result: StudyResult, _ context: PageContext) -> [Run] {
        [
            Run(context.wording("download-csv"), href: context.links.root(csvPath(result.study))),
            Run(context.wording("download-json"), href: context.links.root(jsonPath(result.study))),
        ]
    }
}
