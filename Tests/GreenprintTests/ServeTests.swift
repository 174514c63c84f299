import Foundation
import Testing
import TestSupport

/// `serve`: the pages of the report, live, from a process of its own.
@Suite(.serialized) struct ServeTests {
    /// A server that is stopped when `body` ends; `body` gets a client and the way to the files.
    private static func withServer(
        _ folder: TemporaryFolder, _ body: (WebClient, Child) throws -> Void
    ) throws -> Greenprint.Outcome {
        let child = try Greenprint.start(["serve", folder.path("jiangsu"), "--port", "0"])
        var isEnded = false
        defer { if !isEnded { child.kill() } }
        let address = try child.firstLine()
        let port = try #require(address.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) })
        let client = WebClient(port: port)
        try client.waitUntilReady()
        try body(client, child)
        kill(child.id, SIGTERM)
        isEnded = true
        return try child.wait()
    }

    @Test func pagesAreThoseOfTheReport() throws {
        try withExample { folder in
            try shortenExample(folder)
            let report = try Greenprint.run(
                ["report", "jiangsu", "--output", folder.path("site")], in: folder.path)
            #expect(report.code == 0)
            let site = try folder.contents(of: "site").filter { $0.key != "greenprint-site.json" }
            #expect(site.count > 20)
            let outcome = try Self.withServer(folder) { client, _ in
                for (path, data) in site {
                    let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
                    let answer = try client.get("/" + address)
                    #expect(answer.status == 200, "\(path)")
                    #expect(answer.fields["content-security-policy"] != nil, "\(path)")
                    if path.hasSuffix(".html"), path != "index.html" {
                        #expect(Self.main(answer.body) == Self.main(data), "\(path)")
                    } else {
                        #expect(answer.body == data, "\(path)")
                    }
                }
            }
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.text.hasPrefix("http://127.0.0.1:") && outcome.lines.count == 1)
        }
    }

    /// What stands between the navigation and the footer, which the server's pages share with the report's but for the
    /// links to derivations as trees.
    private static func main(_ page: Data) -> String? {
        let text = String(decoding: page, as: UTF8.self)
        guard let start = text.range(of: "<main"), let end = text.range(of: "</main>") else { return nil }
        return String(text[start.lowerBound..<end.upperBound])
            .replacing(/<p><a href="[.\/]*derivation\?[^"]*">[^<]*<\/a><\/p>\n/, with: "")
    }

    @Test func curlGetsAPageOnce() throws {
        try withExample { folder in
            try shortenExample(folder)
            let outcome = try Self.withServer(folder) { client, child in
                let address = try child.firstLine()
                let script = """
                    set -e
                    curl -s -f -D head -o page "\(address)zh/"
                    tag=$(sed -n 's/^ETag: //Ip' head | tr -d '\\r')
                    curl -s -o again -w '%{http_code} %{size_download}\\n' -H "If-None-Match: $tag" "\(address)zh/"
                    curl -s -o root -w '%{http_code} %{redirect_url}\\n' -H 'Cookie: greenprint-language=zh' "\(address)"
                    curl -s -I -o head2 -w '%{http_code} %{size_download}\\n' "\(address)en/index.html"
                    curl -s --path-as-is -o none -w '%{http_code}\\n' "\(address)en/../../etc/passwd"
                    """
                let run = try Greenprint.shell(script, in: folder.path)
                #expect(run.code == 0, "\(run.errors)")
                #expect(run.lines == ["304 0", "302 \(address)zh/", "200 0", "404"])
                #expect(try folder.text("page").contains("<html lang=\"zh-Hans\">"))
                #expect(try folder.text("head").lowercased().contains("set-cookie: greenprint-language=zh"))
            }
            #expect(outcome.code == 0)
        }
    }

    /// A figure that is corrected shows without a restart; a fault shows too, and the earlier pages stay.
    @Test func changesShow() throws {
        try withExample { folder in
            try shortenExample(folder)
            let outcome = try Self.withServer(folder) { client, _ in
                #expect(try client.get("/en/").text.contains("Short"))
                try folder.write("name: {en: Longer, zh: 长}\narea: \"320000\"\n", to: "jiangsu/greenprint.yaml")
                #expect(try Self.waits { try client.get("/en/").text.contains("Longer") })
                try folder.write("name: {en: Longer}\n", to: "jiangsu/greenprint.yaml")
                #expect(try Self.waits { try client.get("/en/").text.contains("site-notice") })
                let page = try client.get("/en/")
                #expect(page.status == 200)
                #expect(page.text.contains("Longer") && page.text.contains("greenprint.yaml"))
                #expect(try client.get("/health").text.contains("\"status\":\"faulty\""))
                try folder.write("name: {en: Third, zh: 三}\narea: \"320000\"\n", to: "jiangsu/greenprint.yaml")
                #expect(try Self.waits { try client.get("/zh/").text.contains("三") })
                #expect(try !client.get("/en/").text.contains("site-notice"))
            }
            #expect(outcome.code == 0)
            for line in outcome.errorLines where line.hasPrefix("{") {
                #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil, "\(line)")
            }
            #expect(outcome.errors.contains("\"message\":\"workspace is faulty\""))
        }
    }

    /// Whether something becomes true within a minute.
    private static func waits(_ isTrue: () throws -> Bool) throws -> Bool {
        for _ in 0..<600 {
            if try isTrue() { return true }
            usleep(100_000)
        }
        return false
    }

    @Test func otherCommandsWorkMeanwhile() throws {
        try withExample { folder in
            try shortenExample(folder)
            let outcome = try Self.withServer(folder) { (client: WebClient, _: Child) throws -> Void in
                #expect(try client.get("/en/").status == 200)
                #expect(try Greenprint.run(["verify", folder.path("jiangsu")]).code == 0)
                #expect(try Greenprint.run(["run", folder.path("jiangsu")]).code == 0)
            }
            #expect(outcome.code == 0)
        }
    }

    @Test func faultyWorkspaceAndTakenPort() throws {
        try withExample { folder in
            try shortenExample(folder)
            let outcome = try Self.withServer(folder) { client, child in
                let port = try child.firstLine().split(separator: ":").last.map { $0.prefix { $0.isNumber } } ?? ""
                let second = try Greenprint.run(["serve", folder.path("jiangsu"), "--port", String(port)])
                #expect(second.code == 1)
                #expect(second.errors.contains(String(port)), "\(second.errors)")
                #expect(second.output.isEmpty)
            }
            #expect(outcome.code == 0)
            try folder.write("name: {en: Longer}\n", to: "jiangsu/greenprint.yaml")
            let faulty = try Greenprint.run(["serve", folder.path("jiangsu"), "--port", "0"])
            #expect(faulty.code == 1)
            #expect(faulty.errors.contains("greenprint.yaml:1"))
            #expect(try Greenprint.run(["serve", folder.path("jiangsu"), "--port", "70000"]).code == 2)
        }
    }
}
