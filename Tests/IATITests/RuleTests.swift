import StatisticalData
import Testing

@testable import IATI

/// Each rule on a sound file with one change that breaks it, and nothing on the sound file.
struct RuleTests {
    /// A sound file, written for these tests.
    static let sound = """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-activities version="2.03">
        <iati-activity xml:lang="en" default-currency="USD" last-updated-datetime="2026-01-01T00:00:00Z">
        <iati-identifier>XM-DAC-41116-A</iati-identifier>
        <reporting-org ref="XM-DAC-41116" type="40"><narrative>UNEP</narrative></reporting-org>
        <title><narrative>Title</narrative></title>
        <description><narrative>Text</narrative></description>
        <participating-org role="2" ref="XM-DAC-41116"><narrative>UNEP</narrative></participating-org>
        <other-identifier ref="A3-1" type="A3"><owner-org ref="XM-DAC-41116"/></other-identifier>
        <activity-status code="2"/>
        <activity-date type="1" iso-date="2024-01-01"/>
        <activity-date type="2" iso-date="2024-02-01"/>
        <activity-date type="3" iso-date="2027-12-31"/>
        <recipient-country code="CN" percentage="100"/>
        <sector vocabulary="1" code="41010" percentage="60"/>
        <sector vocabulary="1" code="16020" percentage="40"/>
        <policy-marker vocabulary="1" code="2" significance="2"/>
        <budget type="1" status="2"><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>\
        <value value-date="2024-01-01">1</value></budget>
        <transaction><transaction-type code="3"/><transaction-date iso-date="2026-03-01"/>\
        <value value-date="2026-03-01">5</value><provider-org ref="XM-DAC-41116"/><receiver-org ref="XM-DAC-41302"/></transaction>
        <related-activity ref="XM-DAC-41302-B" type="2"/>
        <result type="1"><title><narrative>Result</narrative></title>
        <indicator measure="1"><title><narrative>Indicator</narrative></title><reference vocabulary="99" code="x"/>
        <baseline year="2025" value="0"/>
        <period><period-start iso-date="2026-01-01"/><period-end iso-date="2026-12-31"/><target value="9"/><actual value="8"/></period>
        </indicator></result>
        </iati-activity>
        </iati-activities>

        """

    static func findings(_ text: String) throws -> [Fault] {
        let now = try #require(KnownDate("2026-11-25"))
        return try IATICheck.findings(Array(text.utf8), file: "f.xml", on: now)
    }

    /// The ids of the rules broken; other findings by their code.
    static func broken(_ text: String) throws -> Set<String> {
        Set(try findings(text).map { $0.arguments["rule"] ?? $0.code })
    }

    @Test func soundFileHasNoFinding() throws {
        #expect(try RuleTests.findings(RuleTests.sound) == [])
    }

    /// Every path and condition of the rules is read, whatever takes the place of `$1`.
    @Test func everyExpressionIsRead() {
        #expect(IATIRules.standard.map(\.number) == Array(1...107))
        #expect(Set(IATIRules.standard.map(\.id)).count == 89)
        for rule in IATIRules.standard {
            var texts = [rule.context] + [rule.each, rule.condition].compactMap { $0 }
            switch rule.kind {
            case .atLeastOne(let paths), .noMoreThanOne(let paths), .unique(let paths), .sum(let paths): texts += paths
            case .prefix(let path, let prefixes): texts += [path] + prefixes
            case .agency(let path), .notAfterNow(let path), .between(let path), .noReserved(let path),
                .noSpaces(let path), .percentage(let path):
                texts.append(path)
            case .order(let first, let second), .implies(let first, let second, _): texts += [first, second]
            case .everyLanguage, .everyCurrency, .everySector, .oneYear: break
            }
            for text in texts {
                let filled = text.split(separator: "$1", omittingEmptySubsequences: false).joined(separator: "2")
                #expect(XPath(filled) != nil, "\(rule.number): \(text)")
            }
        }
    }

    static let breaches: [(rule: String, old: String, new: String)] = [
        ("1.1.3", ">XM-DAC-41116-A<", ">XM-DAC-41116<"), ("1.1.21", ">XM-DAC-41116-A<", ">XM-DAC-41114-A<"),
        ("1.14.8", "reporting-org ref=\"XM-DAC-41116\"", "reporting-org ref=\"unep\""),
        (
            "6.11.1",
            "<activity-date type=\"1\" iso-date=\"2024-01-01\"/>\n<activity-date type=\"2\" iso-date=\"2024-02-01\"/>\n",
            ""
        ),
        (
            "6.2.2",
            "<sector vocabulary=\"1\" code=\"41010\" percentage=\"60\"/>\n<sector vocabulary=\"1\" code=\"16020\" percentage=\"40\"/>\n",
            ""
        ),
        ("4.1.1", " xml:lang=\"en\"", ""), ("7.8.1", " default-currency=\"USD\"", ""),
        ("11.1.1", "2026-01-01T00", "2027-01-01T00"), ("11.1.2", "iso-date=\"2027-12-31\"", "iso-date=\"2023-12-31\""),
        (
            "11.1.3", "<activity-date type=\"3\" iso-date=\"2027-12-31\"/>",
            "<activity-date type=\"4\" iso-date=\"2023-12-31\"/>"
        ),
        ("11.1.4", "type=\"2\" iso-date=\"2024-02-01\"", "type=\"2\" iso-date=\"2026-11-26\""),
        ("11.1.5", "type=\"3\" iso-date=\"2027", "type=\"4\" iso-date=\"2027"),
        ("11.2.1", "transaction-date iso-date=\"2026-03-01\"", "transaction-date iso-date=\"2026-12-01\""),
        ("11.2.2", "value-date=\"2026-03-01\"", "value-date=\"2026-12-01\""),
        ("1.3.13", ">XM-DAC-41116-A<", ">XM-DAC-41116-A/B<"), ("1.3.1", ">XM-DAC-41116-A<", ">XM-DAC-41116-A <"),
        ("1.6.1", "ref=\"A3-1\"", "ref=\" A3-1\""), ("1.7.1", "XM-DAC-41302-B", "XM-DAC-41302-B "),
        ("2.1.2", "percentage=\"40\"", "percentage=\"39.9998\""),
        ("2.1.1", " code=\"16020\" percentage=\"40\"", " code=\"16020\""),
        ("12.3.1", "percentage=\"40\"", "percentage=\"-40\""), ("12.1.1", "percentage=\"100\"", "percentage=\"101\""),
        ("3.1.4", "percentage=\"100\"", "percentage=\"99\""),
        (
            "102.1.1",
            "<sector vocabulary=\"1\" code=\"41010\" percentage=\"60\"/>\n<sector vocabulary=\"1\" code=\"16020\" percentage=\"40\"/>\n",
            "<sector vocabulary=\"2\" code=\"160\"/>"
        ),
        ("2.2.1", "<policy-marker", "<sector vocabulary=\"99\" code=\"1\"/><policy-marker"),
        ("6.6.2", "<receiver-org", "<sector code=\"1\"/><receiver-org"),
        ("3.6.2", "<receiver-org", "<recipient-country code=\"CN\"/><receiver-org"),
        ("3.7.1", "<recipient-country code=\"CN\" percentage=\"100\"/>\n", ""),
        ("6.8.1", "<owner-org ref=\"XM-DAC-41116\"/>", "<owner-org/>"),
        ("6.9.1", "<provider-org ref=\"XM-DAC-41116\"/>", "<provider-org/>"),
        ("6.10.1", "role=\"2\" ref=\"XM-DAC-41116\"><narrative>UNEP</narrative></part", "role=\"2\"></part"),
        ("6.13.1", "policy-marker vocabulary=\"1\"", "policy-marker vocabulary=\"99\""),
        ("6.14.1", " significance=\"2\"", ""),
        ("8.6.3", "start iso-date=\"2024-01-01\"", "start iso-date=\"2025-01-01\""),
        ("7.5.3", "end iso-date=\"2024-12-31\"", "end iso-date=\"2025-01-01\""),
        ("8.11.1", "</title>\n<indicator", "</title><reference vocabulary=\"99\" code=\"y\"/>\n<indicator"),
        ("8.6.1", "end iso-date=\"2026-12-31\"", "end iso-date=\"2025-12-31\""), ("8.8.1", " value=\"0\"", ""),
        ("8.9.2", "target value=\"9\"", "target value=\"1,200\""), ("8.9.1", "<target value=\"9\"/>", "<target/>"),
        ("8.10.2", "actual value=\"8\"", "actual value=\"96%\""), ("8.10.3", "measure=\"1\"", "measure=\"5\""),
        ("4.3.1", "<narrative>Title</narrative>", "<narrative> </narrative>"),
        ("4.4.1", "<narrative>Text</narrative>", "<narrative/>"),
        ("107.1.1", "<budget type", "<default-aid-type vocabulary=\"2\" code=\"1\"/><budget type"),
        (
            "1.1.2", "</iati-activity>\n",
            "</iati-activity>\n<iati-activity><iati-identifier>XM-DAC-41116-A</iati-identifier></iati-activity>\n"
        ),
        ("iati-position", "<activity-status code=\"2\"/>\n", "<sector code=\"1\"/><activity-status code=\"2\"/>\n"),
        ("iati-missing", "<activity-status code=\"2\"/>", ""), ("iati-element", "<budget type", "<budge/><budget type"),
        ("iati-once", "<activity-status code=\"2\"/>", "<activity-status code=\"2\"/><activity-status code=\"2\"/>"),
        ("iati-code", "activity-status code=\"2\"", "activity-status code=\"9\""),
        ("iati-date", "iso-date=\"2027-12-31\"", "iso-date=\"31/12/2027\""),
        ("iati-version", "version=\"2.03\"", "version=\"1.05\""),
        ("iati-narratives", "<narrative>Text</narrative>", "<narrative>Text</narrative><narrative>Other</narrative>"),
    ]

    @Test(arguments: breaches)
    func oneChangeBreaksOneRule(rule: String, old: String, new: String) throws {
        let start = try #require(RuleTests.sound.range(of: old), "\(rule)")
        let text = RuleTests.sound.replacingCharacters(start, new)
        let broken = try RuleTests.broken(text)
        #expect(broken.contains(rule), "\(broken)")
    }

    /// A leap year from 1 January to 31 December is 365 days; the cap of shares rounds to four decimals.
    @Test func limitsAreMetExactly() throws {
        #expect(try !RuleTests.broken(RuleTests.sound).contains("7.5.3"))
        let thirds = "<sector code=\"1\" percentage=\"33.33333\"/><sector code=\"2\" percentage=\"66.66667\"/>"
        let old = try #require(
            RuleTests.sound.range(
                of:
                    "<sector vocabulary=\"1\" code=\"41010\" percentage=\"60\"/>\n<sector vocabulary=\"1\" code=\"16020\" percentage=\"40\"/>"
            ))
        #expect(try RuleTests.broken(RuleTests.sound.replacingCharacters(old, thirds)).isEmpty)
    }

    @Test(arguments: [
        (
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<iati-activities version=\"2.03\">&x;</iati-activities>",
            "iati-document-type"
        ),
        ("<iati-activities>", "iati-not-xml"), ("", "iati-not-xml"),
        (String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60), "iati-too-deep"),
        ("<?xml version=\"1.0\" encoding=\"gbk\"?><a/>", "iati-not-utf8"),
    ])
    func whatCannotBeRead(text: String, code: String) throws {
        let now = try #require(KnownDate("2026-11-25"))
        #expect(throws: Fault.self) { try IATICheck.findings(Array(text.utf8), file: "f.xml", on: now) }
        do { _ = try IATICheck.findings(Array(text.utf8), file: "f.xml", on: now) } catch {
            #expect(error.code == code)
        }
    }

    @Test func otherFilesAreRefused() throws {
        #expect(try RuleTests.broken("<html/>") == ["iati-root"])
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }

    fileprivate func replacingCharacters(_ range: Range<String.Index>, _ new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
