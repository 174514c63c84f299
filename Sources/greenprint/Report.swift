import ArgumentParser
import Publishing
import Reports
import Studies
import Workspaces

/// `greenprint report`: the bilingual site, the main job.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ingest what is new, run all studies, write the bilingual site. 录入新数据、运行全部研究并生成双语网站。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The folder of the site. 网站文件夹。")
    var output: String

    func run() throws {
        try common.run { messages in
            let (open, results, files, leftOut) = try messages.withProgress { progress in
                let open = try OpenWorkspace(at: common.folder, progress: progress)
                let publication = try Publication(of: open)
                let site = try Site(publication.assessment, catalogue: Catalogue.embedded())
                let files = try site.files { progress.tell(.pages, $0, of: $1) }
                try SiteFolder.write(files, to: output)
                return (open, publication.results, files, publication.leftOut)
            }
            messages.tell(open.ingestion)
            messages.tell(open.warnings)
            for name in leftOut { messages.tell("report-left-out", ["name": name]) }
            for result in results { messages.tell(result.notices, of: result) }
            let pages = files.keys.filter { $0.hasSuffix(".html") }.count
            messages.tell("report-summary", ["pages": String(pages), "studies": String(results.count)])
            Output.print((output.hasSuffix("/") ? output : output + "/") + "index.html\n")
        }
    }
}
