import HTTPTypes
import Hummingbird
import NIOCore
import Reports
import SDMX
import StatisticalData
import Workspaces

/// What programs ask for.
enum ProgramRoute: String, CaseIterable, Sendable {
    /// The description of the interface.
    case description = "api/openapi.json"
    case indicators = "api/indicators"
    case areas = "api/areas"
    case sources = "api/sources"
    case studies = "api/studies"
    case observations = "api/observations"
}

/// A format of SDMX that figures are asked for in.
enum DataFormat: String, CaseIterable, Sendable {
    case csv
    case json
    case xml

    /// The media type by the standard.
    var mediaType: String {
        switch self {
        case .csv: "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"
        case .json: "application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8"
        case .xml: "application/vnd.sdmx.data+xml; version=3.0.0; charset=utf-8"
        }
    }

    /// The format named by `format` in the query, else by the header `Accept`, else XML as the standard has it.
    init(named name: String?, accepted: String?) throws(RequestProblem) {
        if let name {
            guard let format = DataFormat(rawValue: name) else { throw RequestProblem.malformed }
            self = format
        } else {
            let wanted = accepted ?? ""
            self =
                Self.allCases.first { wanted.contains("+" + $0.rawValue) || wanted.contains("/" + $0.rawValue) } ?? .xml
        }
    }
}

/// Answers to programs: tables as JSON page by page, data as SDMX.
struct ProgramAnswers: Sendable {
    let snapshot: Snapshot

    private var assessment: Assessment { snapshot.site.shown }

    /// The answer at an address of the interface.
    func answer(_ route: ProgramRoute, _ request: WebRequest) throws -> WebAnswer {
        switch route {
        case .description: return json(Site.programDescription)
        case .indicators:
            return json(try TablePage(ProgramTables.indicators(assessment, series: snapshot.figures.series)).json)
        case .areas: return json(try TablePage(ProgramTables.areas(assessment)).json)
        case .sources: return json(try TablePage(ProgramTables.sources(assessment)).json)
        case .studies: return json(try TablePage(ProgramTables.studies(assessment)).json)
        case .observations:
            let query = try ObservationQuery(request.queryItems)
            let found = try query.observations(of: snapshot.figures.series, snapshot.figures)
            let page = try TablePage(
                ProgramTables.observations(found), offset: query.offset, limit: query.limit)
            var answer = json(page.json)
            if let next = page.next, let link = HTTPField.Name("Link") {
                answer.fields[link] = "<\(address(request, from: next))>; rel=\"next\""
            }
            return answer
        }
    }

    private func json(_ text: String) -> WebAnswer {
        .content(ByteBuffer(string: text), MediaType.json)
    }

    /// The address of the page that begins at `offset`.
    private func address(_ request: WebRequest, from offset: Int) -> String {
        let rest = (request.query ?? "").split(separator: "&").filter { !$0.hasPrefix("offset=") }.map(String.init)
        return (request.path ?? "") + "?" + (rest + ["offset=\(offset)"]).joined(separator: "&")
    }

    /// The answer to a data query of SDMX: `startPeriod`, `endPeriod`, `includeHistory=true`, `asOf`, `format`.
    func data(_ key: String, _ request: WebRequest) throws -> WebAnswer {
        guard let key = DataKey(key, areas: assessment.areas) else { throw RequestProblem.malformed }
        let items = request.queryItems
        func value(_ name: String) -> String? { items.first { $0.name == name }.map(\.value) }
        let names = [("startPeriod", "from"), ("endPeriod", "to"), ("asOf", "known-on")]
        var query = try ObservationQuery(names.compactMap { name, own in value(name).map { (name: own, value: $0) } })
        query.hasVintages = value("includeHistory") == "true"
        let series = snapshot.figures.series.filter { key.holds($0) }
        let found = try query.observations(of: series, snapshot.figures).filter { key.holds($0.period) }
        guard !found.isEmpty else { throw RequestProblem.notFound }
        let format = try DataFormat(named: value("format"), accepted: request.accepted)
        let exchange = try Exchange(
            found, areas: assessment.areas, indicators: assessment.indicators.values.sorted { $0.id < $1.id },
            sources: Dictionary(uniqueKeysWithValues: assessment.sources.map { ($0.id, $0) }), title: assessment.name,
            options: Exchange.Options(hasVintages: query.hasVintages))
        let text =
            switch format {
            case .csv: SDMXCSV.write([exchange.dataSet], labels: .id, structures: exchange.structures)
            case .json: SDMXJSON.write(exchange)
            case .xml: SDMXML.write(exchange)
            }
        var answer = WebAnswer.content(ByteBuffer(string: text), format.mediaType)
        answer.fields[.vary] = "Accept"
        return answer
    }
}

extension RequestProblem {
    /// The problem as programs are told it, by RFC 9457.
    func told(_ wording: Wording) -> WebAnswer {
        let fields = [
            ("status", String(status)), ("title", LineLog.quoted(wording("problem-title-" + rawValue))),
            ("detail", LineLog.quoted(wording("problem-text-" + rawValue))),
        ]
        let text = "{" + fields.map { LineLog.quoted($0) + ":" + $1 }.joined(separator: ",") + "}\n"
        var answer = WebAnswer.text(text, "application/problem+json", status: .init(code: status))
        if self == .method { answer.fields[.allow] = "GET, HEAD" }
        return answer
    }
}
