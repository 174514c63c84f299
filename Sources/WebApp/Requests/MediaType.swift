/// The kinds of files that are served, by the ending of the path.
enum MediaType {
    static func of(_ path: String) -> String {
        switch path.split(separator: ".").last.map(String.init) {
        case "html": html
        case "css": "text/css; charset=utf-8"
        case "csv": "text/csv; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "yaml", "yml", "txt", "md": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }

    static let html = "text/html; charset=utf-8"
    static let json = "application/json"
}
