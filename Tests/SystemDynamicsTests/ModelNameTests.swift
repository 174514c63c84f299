import SystemDynamics
import Testing

/// Names and lookups.
struct ModelNameTests {
    @Test(arguments: [
        ("Heat Loss", "heat__loss"), ("a\\nb", "A b"), ("Groß", "GROSS"), ("绿色 就业", "绿色_就业"), ("é", "e\u{301}"),
    ])
    func equalNames(one: String, other: String) {
        #expect(ModelName.canonical(one) == ModelName.canonical(other))
    }

    @Test func subscriptsAndQuotes() {
        #expect(Model.key("\"Jobs green\"[North , b]") == Model.key("jobs_green[north,b]"))
        #expect(Model.key("x") != Model.key("x[a]"))
    }

    @Test(arguments: [
        (LookupTable.Kind.continuous, -1.0, 0.0), (.continuous, 1, 5), (.continuous, 9, 40), (.extrapolate, 6, 70),
        (.extrapolate, -1, -5), (.discrete, 3.9, 10), (.forward, 2.1, 40), (.raw, 2, 10),
        (.raw, 3, LookupTable.missing),
    ])
    func lookups(kind: LookupTable.Kind, at point: Double, expected: Double) {
        #expect(LookupTable(x: [0, 2, 4], y: [0, 10, 40], kind: kind).value(at: point) == expected)
    }

    @Test func areaAndInverse() {
        let table = LookupTable(x: [0, 2, 4], y: [0, 10, 40])
        #expect(table.area(from: 0, to: 4) == 10 + 50)
        #expect(table.area(from: 3, to: 1) == -(7.5 + 17.5))
        #expect(table.inverse(of: 25) == 3)
    }
}
