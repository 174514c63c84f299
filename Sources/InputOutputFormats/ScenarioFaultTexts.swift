internal import InputOutput
internal import StatisticalData

/// What is wrong with a scenario, as faults with messages.
enum ScenarioFaultTexts {
    static func fault(_ fault: ScenarioFault, at place: Place) -> Fault {
        let (code, arguments) = told(fault.problem)
        return Fault("io-shock-" + code, at: place, arguments)
    }

    private static func told(_ problem: ScenarioFault.Problem) -> (String, [String: String]) {
        switch problem {
        case .nothingDone: ("nothing", [:])
        case .unknownIndustry(let industry): ("industry", ["found": industry.shown, "nearest": "-"])
        case .unknownCategory(let name): ("category", ["found": [name].shown])
        case .unknownArea(let name): ("area", ["found": [name].shown])
        case .unknownRow(let label): ("row", ["found": label.shown])
        case .badNumber(let value): ("number", ["found": Decimals.text(value)])
        case .shareOutOfRange(let value): ("share", ["found": Decimals.text(value)])
        case .badWeights: ("weights", [:])
        case .noOutput(let industry): ("no-output", ["industry": industry.shown])
        case .negativeCoefficient(let seller, let buyer, let value):
            ("negative", ["from": seller.shown, "to": buyer.shown, "found": Decimals.text(value)])
        case .columnSum(let industry, let value):
            ("column", ["industry": industry.shown, "found": Decimals.text(value)])
        case .nothingToRescale(let industry): ("rescale", ["industry": industry.shown])
        case .changedTwice(let seller, let buyer):
            ("twice", ["industry": [seller?.shown ?? "", buyer.shown].filter { !$0.isEmpty }.joined(separator: " → ")])
        case .noImports: ("imports", [:])
        case .demandForFixedOutput(let industry): ("fixed", ["industry": industry.shown])
        case .shortage(let industry, let needed):
            ("shortage", ["industry": industry.shown, "found": Decimals.text(needed)])
        case .outputBelowZero(let industry, let value):
            ("below-zero", ["industry": industry.shown, "found": Decimals.text(value)])
        case .nothingToFinance: ("no-money", [:])
        case .beyondCategory(let name, let spent, let taken):
            (
                "beyond",
                ["found": Decimals.text(taken), "expected": Decimals.text(spent), "category": [name].shown]
            )
        case .unproductive: ("unproductive", [:])
        case .noProductiveDraw(let industry): ("draws", ["industry": industry.shown])
        case .badSpread(let value): ("spread", ["found": Decimals.text(value)])
        }
    }
}
