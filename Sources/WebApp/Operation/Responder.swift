import HTTPTypes
import Hummingbird
import Logging

/// Between the server and the pages: counts and logs each request, and turns it into what the pages understand.
struct Responder: HTTPResponder {
    typealias Context = BasicRequestContext

    let app: WebApp
    let metrics: Metrics
    let logger: Logger

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        metrics.begin()
        let asked = WebRequest(request)
        let (answer, error) = await app.answer(asked)
        let duration = ContinuousClock.now - start
        metrics.end(status: answer.status.code, duration)
        var metadata: Logger.Metadata = [
            "request": "\(context.id)", "method": "\(request.method.rawValue)", "path": "\(request.uri.path)",
            "status": "\(answer.status.code)", "bytes": "\(answer.body.readableBytes)",
            "milliseconds": "\(duration.milliseconds)",
        ]
        if let error { metadata["error"] = "\(error)" }
        logger.log(level: error == nil ? .info : .error, "request", metadata: metadata)
        return response(answer, to: asked)
    }

    /// The answer to `HEAD` tells the length of what it leaves out; "not modified" tells none.
    private func response(_ answer: WebAnswer, to request: WebRequest) -> Response {
        let length = String(answer.body.readableBytes)
        var response = Response(
            status: answer.status, headers: answer.fields,
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: answer.body))
        response.headers[.contentLength] = answer.status == .notModified ? nil : length
        return response
    }
}

extension WebRequest {
    /// A request of the server.
    init(_ request: Request) {
        let method: Method =
            switch request.method {
            case .get: .get
            case .head: .head
            case .post: .post
            default: .other
            }
        self.init(
            method, request.head.path ?? "", host: request.head.authority, knownTags: request.headers[.ifNoneMatch],
            acceptedLanguages: request.headers[.acceptLanguage], cookies: request.headers[.cookie],
            accepted: request.headers[.accept])
    }
}
