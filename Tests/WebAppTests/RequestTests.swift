import StatisticalData
import Testing

@testable import WebApp

/// What is made of a request before any page is.
struct RequestTests {
    @Test(arguments: [
        ("/en/index.html", "/en/index.html"), ("/files/%E4%B8%AD.csv", "/files/中.csv"), ("/a?b=/c", "/a"),
        ("/a%2Fb", "/a/b"), ("/%2e%2e/etc", "/../etc"),
    ])
    func pathsAreDecodedOnce(_ target: String, _ path: String) {
        #expect(WebRequest(.get, target).path == path)
        #expect(WebRequest(.get, "/%252e").path == "/%2e")
    }

    @Test(arguments: ["", "en/", "/%", "/%G0", "/%ff", "/a%00b", "/a%0Ab", "*", "http://x/"])
    func malformedPathsAreNone(_ target: String) {
        #expect(WebRequest(.get, target).path == nil)
    }

    @Test func queryItemsAreDecoded() {
        let request = WebRequest(.get, "/a?area=320000&area=%E8%8B%8F&text=a+b%26c&flag&=x&bad=%#frag")
        #expect(request.queryItems.map(\.name) == ["area", "area", "text", "flag", ""])
        #expect(request.queryItems.map(\.value) == ["320000", "苏", "a b&c", "", "x"])
        let many = WebRequest(.get, "/a?" + (0..<1000).map { "n=\($0)" }.joined(separator: "&"))
        #expect(many.queryItems.count == 200)
    }

    @Test func cookiesAreFound() {
        let request = WebRequest(.get, "/", cookies: "a=1; greenprint-language=zh ;b; c=2=3")
        #expect(request.cookie("greenprint-language") == "zh")
        #expect(request.cookie("c") == "2=3")
        #expect(request.cookie("b") == nil)
    }

    /// By RFC 9110, section 12.5.4; ours are found by their first part.
    @Test(arguments: [
        ("zh-CN,zh;q=0.9,en;q=0.8", Language.chinese), ("en-GB, zh;q=0.9", .english), ("fr, zh-TW;q=0.5", .chinese),
        ("en;q=0.2,zh;q=0.7", .chinese), ("en;q=0,zh;q=0.1", .chinese), ("*", nil), ("", nil), ("fr;q=1", nil),
        ("zh;q=x", nil), ("EN", .english),
    ])
    func acceptedLanguage(_ header: String, _ language: Language?) {
        #expect(LanguageChoice.accepted(by: header) == language)
    }

    @Test func rememberedLanguageComesFirst() {
        let remembered = WebRequest(.get, "/", acceptedLanguages: "en", cookies: "greenprint-language=zh")
        #expect(LanguageChoice.preferred(by: remembered, otherwise: .english) == .chinese)
        let forged = WebRequest(.get, "/", acceptedLanguages: "zh", cookies: "greenprint-language=xx")
        #expect(LanguageChoice.preferred(by: forged, otherwise: .english) == .chinese)
        #expect(LanguageChoice.preferred(by: WebRequest(.get, "/"), otherwise: .chinese) == .chinese)
        #expect(LanguageChoice.named(by: "/zh/a") == .chinese)
        #expect(LanguageChoice.named(by: "/zha/") == nil)
    }

    @Test(arguments: ["localhost", "LOCALHOST:80", "127.0.0.1:8080", "[::1]", "[::1]:9"])
    func ownHosts(_ host: String) {
        #expect(HostCheck.isOwn(host))
    }

    @Test(arguments: [
        nil, "", "example.org", "localhost.example.org", "127.0.0.1.example.org", "127.0.0.2", "localhost:",
        "localhost:80x", "[::1", "[::2]", "localhost@evil", "localhost:80:80", "evil:80",
    ])
    func foreignHosts(_ host: String?) {
        #expect(!HostCheck.isOwn(host))
    }

    /// By RFC 9110, section 13.1.2: weak comparison.
    @Test func tagsAreCompared() {
        let tag = EntityTag(of: Array("abc".utf8))
        // The SHA-256 of "abc" from FIPS 180-4's example.
        #expect(tag.text == "\"ba7816bf8f01cfea414140de5dae2223\"")
        for header in [tag.text, "W/" + tag.text, "*", "\"x\", " + tag.text, "\"x\" ,\tW/" + tag.text + " "] {
            #expect(tag.isKnown(by: header), "\(header)")
        }
        for header in [nil, "", "\"x\"", "ba7816bf8f01cfea414140de5dae2223", "w/" + tag.text] {
            #expect(!tag.isKnown(by: header), "\(header ?? "-")")
        }
    }

    @Test func routes() {
        let files: Set = ["en/index.html", "zh/index.html", "data/a.csv", "en/plan.html", "index.html"]
        func route(_ path: String) -> Route? { Route(path, isFile: { files.contains($0) }) }
        #expect(route("/") == .root)
        #expect(route("/en") == .language(.english))
        #expect(route("/zh/") == .file("zh/index.html"))
        #expect(route("/en/plan.html") == .file("en/plan.html"))
        #expect(route("/data/a.csv") == .file("data/a.csv"))
        #expect(route("/index.html") == .file("index.html"))
        #expect(route("/zh/explore") == .explore(.chinese))
        #expect(route("/en/figures/energy") == .figures("energy", .english))
        #expect(route("/figures/a.b.csv") == .figureTable("a.b", .csv))
        #expect(route("/en/derivation") == .derivation(.english))
        for path in [
            "/explore", "/en/explore/", "/figures/a", "/fr/figures/a", "/en/figures/a/b", "/en/plan", "/en//plan.html",
            "/fr/", "/data/", "/../en/plan.html", "/en/../zh/index.html", "//",
            "/en/plan.html/",
            "/health/", "/Metrics", "/data/a.csv ",
        ] {
            #expect(route(path) == nil, "\(path)")
        }
    }
}
