import Foundation
import StatisticalData
import Studies
import Testing

@testable import Reports

/// The chapters on a five-year assessment and on progress, of a workspace small enough to read them whole.
struct FrameworkPageTests {
    private static let made = Result { try ReportFolder(files: files) }

    private static let files = TinyWorkspace.files.merging([
        "greenprint.yaml": """
        name: {en: Tiny assessment, zh: 微型评估}
        area: "A"
        chapters: [assessment, progress]
        """,
        "data/ranks.csv": """
        indicator,area,period,value,unit,known_on
        rank,A,2019,3,1,2021-06-01
        output,A,2020,900,10^8 yuan,2021-06-01

        """,
        "data/ranks.source.yaml": """
        sources: []
        defaults: {source: bulletin, revision: final, transformation: level}
        """,
        "frameworks/list.csv": """
        id,group,name_en,name_zh,kind,points,binding,trust
        use,,Resource use,资源利用,group,70,,
        energy,use,Less energy per GDP,单位GDP能耗下降,target,40,yes,unverified
        output-level,use,Output,产出,target,20,no,
        forest,use,Forest,森林,target,10,yes,
        annual,,Annual evaluations,年度评价,annual,20,,
        people,,Satisfied people,公众满意,satisfaction,10,,
        incidents,,Incidents,事件,incidents,0,,

        """,
        "frameworks/list.source.yaml": """
        sources: []
        defaults: {source: notice}
        """,
        "frameworks/rules.csv": """
        id,name_en,name_zh,value,note,note_zh
        annual-best,First rank,第一位,10,,
        annual-step,Step,每位,1,,
        annual-areas,Areas,地区,5,,
        missed-share,Left when missed,未完成所余,0,,
        deducted-once-more-from,Once more from,再扣一次起,2,,
        unqualified-from,Unqualified from,不合格起,2,,
        incident-limit,Most,上限,20,,
        limit-good,Good,良好,,not known,未知

        """,
        "frameworks/rules.source.yaml": """
        sources: []
        defaults: {source: notice}
        """,
        "frameworks/progress.csv": """
        id,part,name_en,name_zh,unit,direction,threshold
        energy,index,Energy per GDP,单位GDP能耗,%,down,
        output-level,dashboard,Output,产出,10^8 yuan,up,

        """,
        "frameworks/progress.source.yaml": """
        sources: []
        defaults: {source: notice}
        """,
        "studies/assessment.yaml": """
        kind: target-assessment
        title: {en: Assessment, zh: 考核}
        framework: {file: frameworks/list.csv, rules: frameworks/rules.csv}
        targets:
          file: plans/targets.csv
          items:
            energy: {plan: P, target: energy-per-gdp}
            output-level: {plan: P, target: output}
        years: {from: 2019, to: 2020}
        rank: rank
        incidents: 0
        falsified: false
        not-applicable: [forest]
        """,
        "studies/progress.yaml": """
        kind: green-economy-progress
        title: {en: Progress, zh: 进展}
        framework: frameworks/progress.csv
        targets:
          file: plans/targets.csv
          items:
            energy: {plan: P, target: energy-per-gdp}
            output-level: {plan: P, target: output}
        year: 2020
        """,
    ]) { $1 }.merging([
        "indicators.csv": (TinyWorkspace.files["indicators.csv"] ?? "") + "rank,Rank,位次,1,down\n"
    ]) { $1 }

    @Test(arguments: ["assessment", "progress"], Language.allCases)
    func page(study: String, language: Language) throws {
        let text = try Self.made.get().text("\(language.rawValue)/\(study).html")
        try Golden.check(text, "\(study)-\(language.rawValue).html")
    }

    /// 40 points for energy (-6.055 of -6); output 900 of 1000 is missed; rank 3 of 2019 is 8 of 10, 2020 has 6 to 10;
    /// the 10 of the forest, which does not apply, and of satisfaction stay open.
    @Test func pointsByHand() throws {
        let report = try Self.made.get()
        let index = try #require(report.assessment.results.first { $0.result.study == "assessment" })
        let period = Period.years(2019, 2020)
        #expect(index["assessment", "points-certain", "A", period]?.number == 54)
        #expect(index["assessment", "points-possible", "A", period]?.number == 78)
        #expect(index["assessment", "grade", "A", period]?.word == "undetermined")
    }

    /// Figures that a study file declares are shown without a link: study files have no page.
    @Test func everyLinkLeadsSomewhere() throws {
        let site = try SiteReading(try Self.made.get().files)
        let text = try Self.made.get().text("en/explain/assessment/A.html")
        #expect(text.contains("studies/assessment.yaml"))
        #expect(Set(site.pages.keys.flatMap { site.broken(on: $0) }).sorted() == [])
    }
}
