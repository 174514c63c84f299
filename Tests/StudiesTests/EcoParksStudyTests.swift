import StatisticalData
import Studies
import Testing

/// A study of parks against a list of benchmarks.
struct EcoParksStudyTests {
    private static let list = """
        id,category,category_en,category_zh,kind,rule,benchmark,unit,name_en,name_zh,trust
        body,management,Management,管理,prerequisite,is,yes,,Management body,管理机构,official
        energy,environment,Environment,环境,performance,>=,90,%,Energy metered,能源计量,official
        water,environment,Environment,环境,performance,<=,6.5,t,Water,用水,unverified

        """
    private static let values = """
        park,id,current,intended,reason,measure,owner,date,cost,explanation,trust
        A,body,no,yes,,Found it,Board,2022,,,official
        A,energy,45,90,,Meters,Firms,2022,50,,official
        A,water,7.8,6.5,,Reuse,Firms,2022,10,,official
        B,body,yes,yes,,,,,,,official
        B,energy,90,90,,,,,,,press
        B,water,n/a,n/a,no industry,,,,,,official

        """
    private static let yaml = """
        kind: eco-parks
        title: {en: Parks, zh: 园区}
        framework: list.csv
        parks: parks.csv
        period: "2020"
        """

    private func workspace(list: String = list, values: String = values) -> SampleWorkspace {
        var workspace = SampleWorkspace()
        workspace.files = ["list.csv": list, "parks.csv": values]
        return workspace
    }

    @Test func statusesSharesVerdicts() throws {
        let index = try workspace().run(Self.yaml)
        func word(_ item: String, _ measure: String, _ park: String) -> String? {
            index[item, measure, Area.ID(park), .year(2020)]?.word
        }
        #expect(["body", "energy", "water"].map { word($0, "status", "A") } == ["not met", "not met", "not met"])
        #expect(["body", "energy", "water"].map { word($0, "status", "B") } == ["met", "met", "not applicable"])
        #expect(word("all-benchmarks", "verdict", "A") == "prerequisites missing")
        #expect(word("all-benchmarks", "intended-verdict", "A") == "benchmark reached")
        #expect(word("all-benchmarks", "verdict", "B") == "benchmark reached")
        #expect(agree(index.number("energy", "gap", "A"), -50))
        #expect(agree(index.number("water", "gap", "A"), -20))
        #expect(index.number("environment-performance", "applicable", "B") == 1)
        #expect(index.number("environment-performance", "share-met", "B") == 100)
        #expect(index.number("all-performance", "share-met", "A") == 0)
        #expect(index.number("all-benchmarks", "place", "B") == 1 && index.number("all-benchmarks", "place", "A") == 2)
        guard case .ecoParks(let detail) = index.result.detail else { throw WrongDetail() }
        // Prerequisites first; water closes 0.2 for 10, energy 0.5 for 50.
        #expect(detail.parks[0].measures.map(\.item) == ["body", "water", "energy"])
        #expect(!detail.isIllustrative && detail.hasIntended)
    }

    private struct WrongDetail: Error {}

    /// A value is as weak as its benchmark and its own mark, and so is what follows from it.
    @Test func marksGoOn() throws {
        let index = try workspace().run(Self.yaml)
        func trust(_ item: String, _ measure: String, _ park: String) -> Trust? {
            index[item, measure, Area.ID(park), .year(2020)]?.trust
        }
        #expect(trust("water", "status", "A") == .unverified && trust("body", "status", "A") == .official)
        #expect(trust("energy", "status", "B") == .press)
        #expect(trust("all-benchmarks", "verdict", "A") == .unverified)
        #expect(index.result.notices.map(\.item) == ["water"])
        let bare = Self.list.replacing(",official\n", with: ",\n").replacing(",unverified\n", with: ",\n")
        let weak = try workspace(list: bare).run(Self.yaml)
        #expect(weak.result.notices.count == 3, "a list without source and marks is unverified")
    }

    @Test func audit() throws {
        let index = try workspace().run(Self.yaml)
        let evaluator = PlainEvaluator(index: index)
        var checked = 0
        for value in index.result.values {
            guard let number = value.number else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
            checked += 1
        }
        #expect(checked > 50)
    }

    @Test(arguments: [
        ("list", "is,yes", "is,maybe", "csv-unknown-word list.csv:2:benchmark"),
        ("list", "water,env", "energy,env", "parks-repeated list.csv:4:id"),
        ("values", "A,water,7.8", "A,waters,7.8", "parks-unknown-indicator parks.csv:4:id"),
        ("values", "A,water,7.8", "A,water,much", "csv-not-a-number parks.csv:4:current"),
        ("values", "A,water,7.8", "A,water,6", "parks-intended-worse parks.csv:4:current"),
        ("values", "B,", "X,", "area-unknown parks.csv:5:current"),
    ])
    func faults(file: String, old: String, new: String, fault: String) throws {
        let (list, values) = (Self.list, Self.values)
        #expect((file == "list" ? list : values).contains(old))
        let workspace = workspace(
            list: file == "list" ? list.replacing(old, with: new) : list,
            values: file == "values" ? values.replacing(old, with: new) : values)
        let found = try workspace.faults(Self.yaml)
        #expect(found.first == fault, "\(found)")
    }

    @Test func changedValuesAreOtherInputs() throws {
        let first = try workspace().prepare(Self.yaml).inputs
        let second = try workspace(values: Self.values.replacing("A,energy,45", with: "A,energy,46"))
            .prepare(Self.yaml).inputs
        #expect(first != second)
        #expect(try workspace().prepare(Self.yaml).inputs == first)
    }
}
