import StatisticalData
import Studies
import Testing

/// The worked examples of the method sheet on targets, section 9: Jiangsu, 13th plan.
struct PlanWorkedExampleTests {
    private let study = "plan-13fyp"
    private let item = "energy-per-gdp"

    private func value(
        _ measure: String, _ year: Int, item: String? = nil, study: String? = nil, area: Area.ID = "320000"
    ) throws -> ResultValue? {
        try ExampleFolder.result(study ?? self.study)[item ?? self.item, measure, area, .year(year)]
    }

    /// Year, cumulative cut, required path, cut still needed a year: the table of energy per GDP, signs as changes.
    static let course: [(year: Int, achieved: Double, required: Double, needed: Double?)] = [
        (2016, -4.680, -3.658, -3.401), (2017, -9.961, -7.182, -2.677), (2018, -15.525, -10.577, -0.877),
        (2019, -18.102, -13.849, 1.345), (2020, -20.640, -17.000, nil),
    ]

    @Test(arguments: course)
    func energyIntensityYearByYear(
        row: (year: Int, achieved: Double, required: Double, needed: Double?)
    ) throws {
        let achieved = try #require(try value("achieved", row.year)?.number)
        #expect(abs(achieved - row.achieved) <= 0.00051)
        let required = try #require(try value("required", row.year)?.number)
        #expect(abs(required - row.required) <= 0.00051)
        let needed = try value("still-needed", row.year)?.number
        #expect((needed == nil) == (row.needed == nil))
        if let needed, let printed = row.needed { #expect(abs(needed - printed) <= 0.00051) }
    }

    /// Needed 3.658 % a year from the start.
    @Test func equalCutNeeded() throws {
        #expect(abs(try #require(try value("required-rate", 2016)?.number) - -3.658) <= 0.0005)
    }

    /// The preliminary -3.2 of 2019, as known on 1 July 2020, gives -18.228; the final -3.05 gives -18.102.
    @Test func vintagesOf2019() throws {
        let earlier = try #require(try value("achieved@2020-07-01", 2019)?.number)
        #expect(abs(earlier - -18.228) <= 0.0005)
        #expect(try value("achieved@2020-07-01", 2020) == nil)
    }

    /// On 31 January 2019 only the preliminary -5.5 of 2018 was known: (1 - 0.0468)(1 - 0.0554)(1 - 0.055) - 1.
    @Test func viewOfJanuary2019() throws {
        let found = try value("achieved@2019-01-31", 2018)?.number
        #expect(agree(found, 100 * (0.9532 * 0.9446 * 0.945 - 1)))
        #expect(try value("achieved@2019-01-31", 2019) == nil)
    }

    /// The province announced -18.2 for 2016 to 2019: the preliminary vintage, with which it agrees.
    @Test func announcedCumulativeChangeAgrees() throws {
        #expect(try value("printed", 2019)?.number == -18.2)
        #expect(abs(try #require(try value("recomputed", 2019)?.number) - -18.228) <= 0.0005)
        #expect(try value("agrees-with-printed", 2019)?.word == "yes")
    }

    @Test(arguments: [
        ("energy-per-gdp", "met"), ("rd-share", "met"), ("good-air-days", "met"), ("gdp", "met"),
    ])
    func verdictsOf2020(item: String, verdict: String) throws {
        #expect(try value("verdict", 2020, item: item)?.word == verdict)
    }

    /// GDP 10 trillion -> 10.27; R&D 2.8 % -> 2.82; good air days 72 % -> 81.0 %.
    @Test(arguments: [("gdp", 102_700.0), ("rd-share", 2.82), ("good-air-days", 81.0)])
    func outcomesOf2020(item: String, figure: Double) throws {
        #expect(try value("achieved", 2020, item: item)?.number == figure)
    }

    /// Caps and cuts: base x (1 - cut) rounds to the cap printed. Bases: notes of plans/targets.csv.
    @Test(arguments: [
        ("cod-cut", 91.223), ("nh3n-cut", 11.925), ("so2-cut", 66.808), ("nox-cut", 85.408),
    ])
    func capsFollowFromBaseAndCut(item: String, cap: Double) throws {
        #expect(abs(try #require(try value("implied-cap", 2020, item: item)?.number) - cap) <= 0.0006)
        #expect(try value("agrees-with-cap", 2020, item: item)?.word == "yes")
    }

    /// VOC 149.6 and 20 %: the plan has no base, so one follows, 187.0.
    @Test func baseFollowsFromCapAndCut() throws {
        #expect(agree(try value("implied-base", 2015, item: "voc-cut")?.number, 187.0))
        #expect(try value("agrees-with-cap", 2020, item: "voc-cut") == nil)
    }

    /// Coal fell by 18 million tonnes from 2016 to 2018: on target from 2016 on (half of -32 in half the time), and
    /// nothing can be said of a plan that counts from 2015.
    @Test func coalDependsOnTheBaseYear() throws {
        #expect(try value("verdict", 2018, item: "coal-total", study: "plan-energy")?.word == "on target")
        #expect(try value("required", 2018, item: "coal-total", study: "plan-energy")?.number == -1600)
        #expect(try value("verdict", 2020, item: "coal-total", study: "plan-263")?.word == "no data")
        #expect(try value("achieved", 2018, item: "coal-total", study: "plan-263") == nil)
    }

    /// 12th plan: no figure of the batch falls into 2011 to 2015 with a base; it says so and never "regress".
    @Test func notFoundIsShownAsSuch() throws {
        for item in ["non-fossil-capacity", "industry-energy-per-va", "pesticide-use"] {
            #expect(try value("verdict", 2020, item: item, study: "plan-energy")?.word == "no data")
            #expect(try value("reason", 2020, item: item, study: "plan-energy")?.word == "no value after base")
        }
    }
}
