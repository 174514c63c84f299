import Foundation
import Testing
import TestSupport

/// `iati export` and `iati check`: files without findings, valid by the official schemas.
struct IATICommandTests {
    @Test(arguments: [[], ["--with-illustrative"], ["--organisation"], ["--organisation", "--with-illustrative"]])
    func exportHasNoFindings(options: [String]) throws {
        try withExample { folder in
            let file = folder.path("out.xml")
            let export = try Greenprint.run(["iati", "export", folder.path("jiangsu"), "--output", file] + options)
            #expect(export.code == 0, "\(export.errors)")
            #expect(export.errors.contains("they are illustrative") != options.contains("--with-illustrative"))
            let check = try Greenprint.run(["iati", "check", file, "--on", "2026-11-25"])
            #expect(check.code == 0)
            #expect(check.errorLines == ["Check finished. Errors: 0; warnings: 0."], "\(check.errors)")
            let text = try folder.text("out.xml")
            #expect(text.contains("xml:lang=\"zh\""))
            #expect(text.contains("<value ") == options.contains("--with-illustrative"))
            try validate(file, isOrganisation: options.contains("--organisation"))
        }
    }

    /// xmllint with the official schemas, where both are at hand.
    private func validate(_ file: String, isOrganisation: Bool) throws {
        let tool = "/usr/bin/xmllint"
        guard let folder = ReferenceFolder.subject("exchange"), FileManager.default.isExecutableFile(atPath: tool)
        else {
            return
        }
        let schema = isOrganisation ? "iati-organisations-schema.xsd" : "iati-activities-schema.xsd"
        let outcome = try Child(
            tool, ["--nonet", "--noout", "--schema", folder + "/iati/schema/" + schema, file], environment: [:], in: nil
        ).wait()
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    @Test func findingsEndWithOne() throws {
        try withExample { folder in
            let file = folder.path("out.xml")
            _ = try Greenprint.run(["iati", "export", folder.path("jiangsu"), "--output", file])
            try folder.replace("<recipient-country code=\"CN\" percentage=\"100\"/>", by: "", in: "out.xml")
            let check = try Greenprint.run(
                ["iati", "check", file, "--on", "2026-11-25", "--language", "zh", "--format", "csv"])
            #expect(check.code == 1)
            #expect(check.lines.first == "file,line,element,grade,rule,code,message,remedy")
            #expect(check.lines.contains { $0.contains(",error,3.7.1,iati-nowhere,") && $0.contains("国家") })
        }
    }

    @Test func reportingOrganisationNeedsAnIdentifier() throws {
        try withExample { folder in
            try folder.replace("reporting: unep", by: "reporting: page", in: "jiangsu/programme/programme.yaml")
            let outcome = try Greenprint.run(
                ["iati", "export", folder.path("jiangsu"), "--output", folder.path("out.xml")])
            #expect(outcome.code == 1)
            #expect(!folder.exists("out.xml"))
        }
    }
}
