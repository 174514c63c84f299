import Dialogues
import EmbeddedFiles
import Mustache
import StatisticalData
import Studies

/// Writes pages as HTML through the templates.
struct PageWriter: Sendable {
    private let assessment: Assessment
    private let catalogue: Catalogue
    private let library: MustacheLibrary
    private let sections: [LiveSection]
    /// What every page says at its head; `nil` for nothing.
    var notice: LocalisedText?

    init(assessment: Assessment, catalogue: Catalogue, sections: [LiveSection] = []) throws {
        self.assessment = assessment
        self.catalogue = catalogue
        self.sections = sections
        var templates: [String: MustacheTemplate] = [:]
        for file in EmbeddedFile.files(in: "assets/templates") {
            let name = String(file.path.prefix { $0 != "." })
            templates[name] = try MustacheTemplate(string: file.text)
        }
        library = MustacheLibrary(templates: templates)
    }

    /// Whether the site is served.
    var isLive: Bool { !sections.isEmpty }

    /// A page in a language.
    ///
    /// - Parameter links: how it leads elsewhere, where that does not follow from its path.
    func html(_ page: Page, in language: Language, links: Links? = nil) -> String {
        let wording = Wording(catalogue, language)
        let links = links ?? Links(from: page.path)
        let frame = PageFrame(
            page: page, language: language.tag, otherLanguage: language.other.tag,
            otherAddress: links.root(language.other.rawValue + "/" + page.path, query: page.query),
            otherName: Wording(catalogue, language.other)("language-name"), style: links.root("style.css"),
            site: assessment.name[language], navigation: navigation(page, wording, links),
            navigationLabel: wording("navigation-label"), skip: wording("skip-to-content"),
            downloadsLabel: wording("downloads-heading"), tableLabel: wording("figure-table"),
            marksAddress: links.page("sources.html") + "#marks", marksLabel: wording("marks-link"),
            dataDate: page.dataKnownOn.map { wording("data-known-on", ["date": $0.description]) },
            made: wording("made-by"), notice: notice?[language], hasDownloads: !page.downloads.isEmpty)
        return Self.withoutDirectionSigns(library.render(frame, withTemplate: "page") ?? "")
    }

    /// The text without the signs that turn the direction of writing: in a name they could turn the digits of a figure.
    private static func withoutDirectionSigns(_ html: String) -> String {
        let signs: [ClosedRange<UInt32>] = [0x202A...0x202E, 0x2066...0x2069]
        guard html.unicodeScalars.contains(where: { scalar in signs.contains { $0.contains(scalar.value) } }) else {
            return html
        }
        return String(
            String.UnicodeScalarView(
                html.unicodeScalars.filter { scalar in
                    !signs.contains { $0.contains(scalar.value) }
                }))
    }

    /// The page in both languages from which a reader goes on in one.
    func landing() -> String {
        let choices = assessment.languages.map { language in
            let wording = Wording(catalogue, language)
            let context = PageContext(assessment, wording, path: "index.html")
            let glance = GlancePage(context: context).page()
            return LandingFrame.Choice(
                language: language.tag, address: language.rawValue + "/index.html", name: wording("language-name"),
                title: glance.title, lead: wording("glance-lead"), open: wording("landing-open"))
        }
        return Self.withoutDirectionSigns(
            library.render(LandingFrame(choices: choices), withTemplate: "landing") ?? "")
    }

    private func navigation(_ page: Page, _ wording: Wording, _ links: Links) -> [NavigationItem] {
        let chapters = assessment.results.filter { assessment.chapters.contains($0.result.study) }
        func item(_ path: String, _ name: String) -> NavigationItem {
            NavigationItem(name: name, address: links.page(path), isCurrent: path == page.path && !links.areAbsolute)
        }
        let more = NavigationItem(
            name: wording("glance-others"), address: links.page("index.html") + "#more", isCurrent: false)
        return [item("index.html", wording("glance-short"))]
            + chapters.map { item($0.result.study + ".html", $0.result.title[wording.language]) }
            + (chapters.count < assessment.results.count ? [more] : [])
            + (assessment.revisions == nil ? [] : [item(RevisionsPage.path, wording("revisions-title"))])
            + (assessment.duties == nil ? [] : [item(ResponsibilityPage.path, wording("responsibility-title"))])
            + (assessment.programme == nil ? [] : [item(ProgrammePage.path, wording("programme-title"))])
            + assessment.dialogues.map { item(DialoguePage.path($0.id), $0.dialogue.title[wording.language]) }
            + (assessment.courses.isEmpty ? [] : [item(LearningPages.path, wording("learning-title"))])
            + (assessment.cases.isEmpty ? [] : [item(CasePages.path, wording("case-title"))])
            + (assessment.partners.isEmpty ? [] : [item(ExchangePage.path, wording("exchange-title"))])
            + [item("sources.html", wording("sources-title"))]
            + sections.map { item($0.path, wording("live-" + $0.rawValue)) }
    }
}

/// What the page template fills in.
struct PageFrame {
    let page: Page
    let language: String
    let otherLanguage: String
    let otherAddress: String
    let otherName: String
    let style: String
    let site: String
    let navigation: [NavigationItem]
    let navigationLabel: String
    let skip: String
    let downloadsLabel: String
    let tableLabel: String
    let marksAddress: String
    let marksLabel: String
    let dataDate: String?
    let made: String
    let notice: String?

    let hasDownloads: Bool
}

/// An entry of the navigation.
struct NavigationItem {
    let name: String
    let address: String
    let isCurrent: Bool
}

/// What the landing template fills in.
struct LandingFrame {
    let choices: [Choice]

    /// A language to choose.
    struct Choice {
        let language: String
        let address: String
        let name: String
        let title: String
        let lead: String
        let open: String
    }
}
