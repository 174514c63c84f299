public import StatisticalData

/// A certificate to print: a drawing and a page, both holding the signed credential, by which they can be verified.
public struct Certificate: Sendable {
    /// The learner.
    public let learner: String
    /// The title of the course.
    public let course: LocalisedText
    /// The points earned and possible.
    public let points: (earned: Int, possible: Int)
    /// The day.
    public let date: String
    /// The office that gives it.
    public let issuer: String
    /// The fingerprint of its key.
    public let fingerprint: String
    /// The credential.
    public let token: String

    /// Fills in a certificate.
    public init(
        learner: String, course: LocalisedText, points: (earned: Int, possible: Int), date: String, issuer: String,
        fingerprint: String, token: String
    ) {
        self.learner = learner
        self.course = course
        self.points = points
        self.date = date
        self.issuer = issuer
        self.fingerprint = fingerprint
        self.token = token
    }

    private static let fonts =
        "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"

    /// The drawing: colours as attributes, the credential as metadata, nothing from elsewhere.
    public func svg(_ wording: Wording) -> String {
        let title = wording("certificate-title")
        let lines: [(text: String, y: Int, size: Int, colour: String)] = [
            (title, 120, 40, "#1b5e3f"), (wording("certificate-for"), 190, 18, "#444444"),
            (learner, 245, 36, "#111111"),
            (wording("certificate-course"), 305, 18, "#444444"), (course[wording.language], 355, 28, "#111111"),
            (wording("certificate-points", arguments), 410, 18, "#444444"),
            (wording("certificate-issued", arguments), 470, 18, "#444444"),
            (wording("certificate-key", arguments), 520, 11, "#444444"),
            (wording("certificate-verify"), 545, 11, "#444444"),
        ]
        let texts = lines.map { line in
            "<text x=\"420\" y=\"\(line.y)\" font-size=\"\(line.size)\" fill=\"\(line.colour)\" text-anchor=\"middle\">\(Self.escaped(line.text))</text>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 594" width="840" height="594" role="img" \
            aria-labelledby="certificate-title" lang="\(wording.language.tag)" font-family="\(Self.fonts)">
            <title id="certificate-title">\(Self.escaped(title + ": " + learner + ", " + course[wording.language]))</title>
            <metadata>\(Self.escaped(token))</metadata>
            <rect x="0" y="0" width="840" height="594" fill="#ffffff"/>
            <rect x="24" y="24" width="792" height="546" fill="none" stroke="#1b5e3f" stroke-width="3"/>
            <rect x="34" y="34" width="772" height="526" fill="none" stroke="#1b5e3f" stroke-width="1"/>
            \(texts.joined(separator: "\n"))
            </svg>

            """
    }

    /// The page: the drawing, and the credential to copy.
    public func page(_ wording: Wording) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(wording.language.tag)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Self.escaped(wording("certificate-title") + " – " + learner))</title>
        </head>
        <body>
        <main>
        <h1>\(Self.escaped(wording("certificate-title")))</h1>
        \(svg(wording))<h2>\(Self.escaped(wording("certificate-code")))</h2>
        <p>\(Self.escaped(wording("certificate-verify")))</p>
        <textarea readonly rows="12" cols="90" aria-label="\(Self.escaped(wording("certificate-code")))">\(Self.escaped(token))</textarea>
        </main>
        </body>
        </html>

        """
    }

    private var arguments: [String: String] {
        [
            "points": String(points.earned), "possible": String(points.possible), "date": date, "issuer": issuer,
            "fingerprint": fingerprint,
        ]
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
