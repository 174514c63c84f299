import EmbeddedFiles
import Mustache
public import StatisticalData

/// The page that a reader sees while a workspace is read for the first time.
public enum ReadingPage {
    /// The page in a language.
    ///
    /// - Parameters:
    ///   - phase: a phase of `JobProgress`.
    ///   - share: how much of it is done, from 0 to 1.
    public static func html(_ catalogue: Catalogue, phase: String, share: Double, language: Language) -> String {
        let wording = Wording(catalogue, language)
        let text = wording(
            "live-reading-share", ["phase": wording("progress-" + phase), "share": String(Int(share * 100))])
        let template = try? EmbeddedFile.at("assets/templates/reading.mustache").map {
            try MustacheTemplate(string: $0.text)
        }
        return template?.render(Frame(language: language.tag, title: wording("live-reading"), text: text)) ?? text
    }

    /// The style sheet of all pages.
    public static var style: String { EmbeddedFile.at("assets/style.css")?.text ?? "" }

    private struct Frame {
        let language: String
        let title: String
        let text: String
    }
}
