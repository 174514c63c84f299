import StatisticalData
import TargetTracking
import Testing

struct TargetFaultTests {
    static let all: [TargetFault] = [
        .againstDirection, .comparisonAgainstDirection, .comparisonAgainstForm, .signAgainstForm,
        .changeAtMostMinusHundred, .baseYearNotBeforeTarget, .baseYearMissing, .valueNotFinite, .baseNotFinite,
        .compoundNeedsPositive, .noBase, .severalValues(year: 2018), .trackedValueNotFinite(year: 2018),
        .trackedChangeAtMostMinusHundred(year: 2018),
    ]

    @Test func codesDiffer() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    }

    @Test func onlyCasesWithARuleMayBeWarnings() {
        #expect(Self.all.filter(\.canBeWarning) == [.againstDirection, .noBase])
    }

    @Test func faultCarriesPlaceYearAndSeverity() {
        let place = Place(file: "plan.csv", line: 4)
        let fault = TargetFault.severalValues(year: 2018).fault(at: place)
        #expect(fault == Fault("target-several-values", at: place, ["year": "2018"]))
        #expect(TargetFault.noBase.fault(at: place).severity == .warning)
        #expect(TargetFault.againstDirection.fault(at: place).severity == .error)
        #expect(TargetFault.againstDirection.fault(at: place, severity: .warning).severity == .warning)
        #expect(TargetFault.againstDirection.fault(at: place).arguments.isEmpty)
    }

    @Test func formsHaveTheirPath() {
        let compound = Target.Form.allCases.filter { Target.plan($0, .up, .atLeast, 5).path == .compound }
        #expect(compound == [.cumulativeCut, .cumulativeGrowth, .annualRate])
        #expect(Target.plan(.cumulativeCut, .down, .atMost, -5, path: .linear).path == .linear)
    }
}
