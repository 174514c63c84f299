import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Signed badges and the identifiers of keys.
struct BadgeTests {
    /// draft-msporny-base58, section 5; leading zeros.
    @Test(arguments: [
        ("Hello World!", "2NEpo7TZRRrLZSi2U"),
        (
            "The quick brown fox jumps over the lazy dog.",
            "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
        ),
        ("\u{0}\u{0}", "11"), ("", ""),
    ])
    func base58(text: String, expected: String) {
        #expect(Base58.text(Array(text.utf8)) == expected)
    }

    /// Any bytes come back from base64url, which has no padding and no sign that an address changes.
    @Test func base64url() {
        var random = SeededGenerator(seed: 91)
        for count in 0..<50 {
            let data = Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
            let text = BadgeCredential.base64url(data)
            #expect(BadgeCredential.data(text) == data)
            #expect(text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        }
        #expect(BadgeCredential.base64url(Data([0xFB, 0xFF])) == "-_8")
    }

    @Test func filesWithoutABadge() {
        for text in ["", "eyJ", "eyJhIjoxfQ.e30.AA", "<svg/>"] {
            #expect(throws: Fault.badgeMissing("f")) { try BadgeCredential(in: text, file: "f") }
        }
    }
}
