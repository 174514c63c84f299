public import Foundation
public import StatisticalData

/// What went wrong with a request.
public enum RequestProblem: String, Error, CaseIterable, Sendable {
    /// The request cannot be understood.
    case malformed = "400"
    /// The request comes from another site.
    case forbidden = "403"
    /// There is nothing at the address.
    case notFound = "404"
    /// The address cannot be used so.
    case method = "405"
    /// The request holds too much.
    case tooLarge = "413"
    /// The request names another machine than this one.
    case wrongHost = "421"
    /// The program is at fault.
    case failure = "500"

    /// The status code of HTTP.
    public var status: Int { Int(rawValue) ?? 500 }
}

extension Site {
    /// The page that tells of a problem, with links that work at any address.
    public func page(telling problem: RequestProblem, in language: Language) -> Data {
        let wording = Wording(catalogue, language)
        let links = Links(absoluteIn: language)
        let page = Page(
            path: "index.html", title: wording("problem-title-" + problem.rawValue),
            lead: [
                Run(wording("problem-text-" + problem.rawValue) + " "),
                Run(wording("problem-home"), href: links.page("index.html")),
            ], sections: [])
        return Data(writer.html(page, in: language, links: links).utf8)
    }
}
