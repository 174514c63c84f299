import SystemDynamics
import Testing

/// Names.
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
}
