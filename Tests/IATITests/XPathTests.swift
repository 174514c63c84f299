import StatisticalData
import Testing

@testable import IATI

/// Expressions on a small tree; expected values by hand after XPath 1.0, sections 3.4 and 4.4.
struct XPathTests {
    private let text = """
        <r><a v="1" p="40">x</a><a v="2" p="60"><n>y</n></a><b p="1e2"/><b p=" 7 "/><c> </c></r>
        """

    @Test(arguments: [
        ("a", true), ("z", false), ("count(a) = 2", true), ("count(a[@v='1' or not(@v)]) = 1", true),
        ("a[2]/n", true), ("a[1]/n", false), ("a/n/../@v = 2", true), ("@v", false), ("a/@p = 60", true),
        ("a/@p = '60'", true), ("a/@v != 1", true), ("a[@v=1]/@v != 1", false), ("count(a) + count(b) > 3", true),
        ("count(a) + count(b) > 4", false), ("number(b/@p) = b/@p", false), ("b[2]/@p = 7", true),
        ("not(c/text())", true), ("a/text()", true), ("//n", true), ("/r/a/n", true), ("/a", false), ("a | b", true),
        ("count(a | b) = 4", true), ("count(a | a) = 2", true), ("a and z", false), ("a and (z or b)", true),
        ("'x' = a", true), ("2 <= count(a)", true), ("not(a) = z", false),
    ])
    func holds(expression: String, expected: Bool) throws {
        let tree = try IATIReader.read(Array(text.utf8), file: "t")
        let path = try #require(XPath(expression))
        #expect(XPathEvaluation(tree: tree).holds(path, at: .element(0)) == expected)
    }

    @Test(arguments: ["", "a[", "count(a", "a or", "a/", "id('x')", "a = ", "@", "last()"])
    func whatIsNotOfThisPart(expression: String) {
        #expect(XPath(expression) == nil)
    }

    @Test func placesAreNamed() throws {
        let tree = try IATIReader.read(Array(text.utf8), file: "t")
        let node = try #require(tree.elements.firstIndex { $0.name == "n" })
        #expect(tree.path(of: node) == "/r/a[2]/n")
    }
}
