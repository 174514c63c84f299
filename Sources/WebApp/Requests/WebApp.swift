import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Reports
import StatisticalData
import Workspaces

/// Answers requests from snapshots of a workspace. Whatever happens, there is an answer with all its headers.
struct WebApp: Sendable {
    let keeper: SnapshotKeeper
    let catalogue: Catalogue
    let metrics: Metrics

    /// How long a request waits for the first snapshot before it is told how far that is.
    private static let patience = Duration.milliseconds(400)

    /// The answer to a request, and the error that it hides from the reader.
    func answer(_ request: WebRequest) async -> (answer: WebAnswer, error: (any Error)?) {
        var hidden: (any Error)?
        var answer: WebAnswer
        guard let snapshot = await keeper.current(within: Self.patience) else {
            answer = early(request)
            SecurityHeaders.add(to: &answer)
            return (answer, nil)
        }
        do {
            answer = try await self.answer(request, from: snapshot)
        } catch let problem as RequestProblem {
            answer = page(problem, for: request, from: snapshot)
        } catch {
            hidden = error
            answer = page(.failure, for: request, from: snapshot)
        }
        SecurityHeaders.add(to: &answer)
        return (answer, hidden)
    }

    /// The answer while the workspace is being read for the first time: how far that is, asked for again by the browser.
    private func early(_ request: WebRequest) -> WebAnswer {
        if request.path == "/style.css" { return .text(ReadingPage.style, MediaType.of("a.css")) }
        let (phase, share) = keeper.progress
        let language = request.path.flatMap { LanguageChoice.named(by: $0) }
        let html = ReadingPage.html(
            catalogue, phase: phase.rawValue, share: share,
            language: language ?? LanguageChoice.preferred(by: request, otherwise: .english))
        var answer = WebAnswer.text(html, MediaType.html, status: .serviceUnavailable)
        answer.fields[.retryAfter] = "1"
        if let refresh = HTTPField.Name("Refresh") { answer.fields[refresh] = "1" }
        return answer
    }

    private func answer(_ request: WebRequest, from snapshot: Snapshot) async throws -> WebAnswer {
        guard HostCheck.isOwn(request.host) else { throw RequestProblem.wrongHost }
        guard let path = request.path else { throw RequestProblem.malformed }
        guard let route = Route(path, isFile: { snapshot.site.contains($0) }) else { throw RequestProblem.notFound }
        guard route.methods.contains(request.method) else { throw RequestProblem.method }
        switch route {
        case .explore, .figures, .figureTable, .derivation:
            let type =
                switch route {
                case .figureTable(_, let format): MediaType.of("." + format.rawValue)
                default: MediaType.html
                }
            let key = "live " + path + "?" + (request.query ?? "")
            let made = try await snapshot.cache.file(key) { [self] in try live(route, request, snapshot) }
            guard let made else { throw RequestProblem.notFound }
            return Self.answer(made, type, to: request, path: path)
        case .program(let program):
            return Self.tagged(try ProgramAnswers(snapshot: snapshot).answer(program, request), request)
        case .feed(let language):
            let feed = ChangeFeed(
                snapshot.name, try snapshot.figures.arrivals(), Wording(catalogue, language))
            let text = feed.text(base: "http://" + (request.host ?? "localhost") + "/")
            return Self.tagged(
                .content(ByteBuffer(string: text), "application/atom+xml; charset=utf-8"), request)
        case .data(let key):
            return Self.tagged(try ProgramAnswers(snapshot: snapshot).data(key, request), request)
        case .root:
            let language = LanguageChoice.preferred(by: request, otherwise: snapshot.language)
            var answer = WebAnswer.redirect(to: "/" + language.rawValue + "/")
            answer.fields[.vary] = "Cookie, Accept-Language"
            return answer
        case .language(let language):
            return .redirect(to: "/" + language.rawValue + "/", permanently: true)
        case .file(let file):
            let site = snapshot.site
            guard let made = try await snapshot.cache.file(file, make: { try site.file(at: file) }) else {
                throw RequestProblem.notFound
            }
            return Self.answer(made, MediaType.of(file), to: request, path: path)
        case .health:
            return .text(Self.health(snapshot), MediaType.json)
        case .metrics:
            let text = metrics.text(cacheBytes: snapshot.cache.bytes, isFaulty: !snapshot.faults.isEmpty)
            return .text(text, "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// What only a server has: made for the request, from the snapshot's figures.
    private func live(_ route: Route, _ request: WebRequest, _ snapshot: Snapshot) throws -> Data {
        let (site, figures) = (snapshot.site, snapshot.figures)
        func view(_ indicator: Indicator.ID) throws -> FigureView {
            try FigureView(
                FigureQuery(indicator, items: request.queryItems), site.shown, series: figures.series,
                provider: figures)
        }
        switch route {
        case .explore(let language):
            let text = request.queryItems.first { $0.name == "q" }?.value ?? ""
            return site.explorePage(
                series: figures.series, searching: String(text.prefix(Self.longestSearch)), in: language)
        case .figures(let indicator, let language):
            return site.figuresPage(try view(indicator), in: language)
        case .figureTable(let indicator, .csv):
            return try view(indicator).csv
        case .figureTable(let indicator, .json):
            return Data(try view(indicator).table.text(.json).utf8)
        case .derivation(let language):
            return try site.derivationPage(try ResultKey(request.queryItems), in: language)
        case .root, .language, .file, .program, .feed, .data, .health, .metrics:
            throw RequestProblem.notFound
        }
    }

    /// An answer with its tag, or the word that the reader has it already.
    private static func tagged(_ answer: WebAnswer, _ request: WebRequest) -> WebAnswer {
        var answer = answer
        let tag = EntityTag(of: answer.body.readableBytesView)
        answer.fields[.eTag] = tag.text
        answer.fields[.cacheControl] = "no-cache"
        if tag.isKnown(by: request.knownTags) {
            answer.status = .notModified
            answer.body = ByteBuffer()
        }
        return answer
    }

    /// Longer searches are cut.
    private static let longestSearch = 200

    /// A file, or the word that the reader has it already; a page is where the language is remembered.
    private static func answer(
        _ file: PageCache.File, _ type: String, to request: WebRequest, path: String
    ) -> WebAnswer {
        var answer =
            file.tag.isKnown(by: request.knownTags)
            ? WebAnswer(status: .notModified) : WebAnswer.content(file.body, type)
        answer.fields[.eTag] = file.tag.text
        answer.fields[.cacheControl] = "no-cache"
        if type == MediaType.html, let language = LanguageChoice.named(by: path),
            request.cookie(LanguageChoice.cookie) != language.rawValue
        {
            answer.fields[.setCookie] = LanguageChoice.remembering(language)
        }
        return answer
    }

    private func page(_ problem: RequestProblem, for request: WebRequest, from snapshot: Snapshot) -> WebAnswer {
        let language =
            request.path.flatMap { LanguageChoice.named(by: $0) }
            ?? LanguageChoice.preferred(by: request, otherwise: snapshot.language)
        if let path = request.path, path.hasPrefix("/api/") || path.hasPrefix("/sdmx/") {
            return problem.told(Wording(catalogue, language))
        }
        let html = snapshot.site.page(telling: problem, in: language)
        var answer = WebAnswer.content(
            ByteBuffer(bytes: html), MediaType.html, status: .init(code: problem.status))
        answer.fields[.cacheControl] = "no-store"
        answer.fields[.vary] = "Cookie, Accept-Language"
        if problem == .method { answer.fields[.allow] = "GET, HEAD" }
        return answer
    }

    private static func health(_ snapshot: Snapshot) -> String {
        let status = snapshot.faults.isEmpty ? "ok" : "faulty"
        let fields = [
            ("status", LineLog.quoted(status)), ("name", LineLog.quoted(snapshot.name.en)),
            ("faults", String(snapshot.faults.count)), ("files", String(snapshot.site.paths.count)),
        ]
        return "{" + fields.map { LineLog.quoted($0) + ":" + $1 }.joined(separator: ",") + "}\n"
    }
}
