internal import InputOutput
internal import StatisticalData

/// What is wrong with a scenario, as faults with messages.
enum ScenarioFaultTexts {
    static func fault(_ fault: ScenarioFault, at place: Place) -> Fault {
        let (code, arguments) = told(fault.problem)
        return Fault(code, at: place, arguments)
    }

    private static func told(_ problem: ScenarioFault.Problem) -> (String, [String: String]) {
        switch problem {
        case .nothingDone: ("io-shock-nothing", [:])
        case .unknownIndustry(let industry): ("io-shock-industry", ["found": industry.shown, "nearest": "-"])
        case .unknownCategory(let name): ("io-shock-category", ["found": [name].shown])
        case .unknownArea(let name): ("io-shock-area", ["found": [name].shown])
        case .unknownRow(let label): ("io-shock-row", ["found": label.shown])
        case .badNumber(let value): ("io-shock-number", ["found": Decimals.text(value)])
        case .shareOutOfRange(let value): ("io-shock-share", ["found": Decimals.text(value)])
        case .badWeights: ("io-shock-weights", [:])
        case .noOutput(let industry): ("io-shock-no-output", ["industry": industry.shown])
        case .negativeCoefficient(let seller, let buyer, let value):
            ("io-shock-negative", ["from": seller.shown, "to": buyer.shown, "found": Decimals.text(value)])
        case .columnSum(let industry, let value):
            ("io-shock-column", ["industry": industry.shown, "found": Decimals.text(value)])
        case .nothingToRescale(let industry): ("io-shock-rescale", ["industry": industry.shown])
        case .changedTwice(let seller, let buyer):
            (
                "io-shock-twice",
                ["industry": [seller?.shown ?? "", buyer.shown].filter { !$0.isEmpty }.joined(separator: " → ")]
            )
        case .noImports: ("io-shock-imports", [:])
        case .demandForFixedOutput(let industry): ("io-shock-fixed", ["industry": industry.shown])
        case .shortage(let industry, let needed):
            ("io-shock-shortage", ["industry": industry.shown, "found": Decimals.text(needed)])
        case .outputBelowZero(let industry, let value):
            ("io-shock-below-zero", ["industry": industry.shown, "found": Decimals.text(value)])
        case .nothingToFinance: ("io-shock-no-money", [:])
        case .beyondCategory(let name, let spent, let taken):
            (
                "io-shock-beyond",
                ["found": Decimals.text(taken), "expected": Decimals.text(spent), "category": [name].shown]
            )
        case .unproductive: ("io-shock-unproductive", [:])
        case .noProductiveDraw(let industry): ("io-shock-draws", ["industry": industry.shown])
        case .badSpread(let value): ("io-shock-spread", ["found": Decimals.text(value)])
        }
    }
}
