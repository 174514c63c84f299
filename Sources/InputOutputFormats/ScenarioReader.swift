import Declarations
import InputOutput
import StatisticalData

/// Turns checked YAML into shocks and rules; names that are not known are kept as faults with their lines.
struct ScenarioReader {
    let names: IndustryNames
    let stressors: [Stressor]
    private(set) var faults = FaultCollector()
    private(set) var places: [ScenarioAddress: Place] = [:]

    init(_ names: IndustryNames, _ stressors: [Stressor]) {
        self.names = names
        self.stressors = stressors
    }

    mutating func shocks(_ list: DeclaredValue?, _ part: ScenarioPart) -> [Shock] {
        var result: [Shock] = []
        for (position, value) in (list?.elements ?? []).enumerated() {
            places[ScenarioAddress(part, position)] = value.place
            let keys = ScenarioSchema.changes.map(\.key).filter { value[$0] != nil }
            guard keys.count == 1, let key = keys.first, let inner = value[key] else {
                let known = ScenarioSchema.changes.map(\.key).joined(separator: ", ")
                faults.add(
                    Fault(
                        "io-shock-one", at: value.place,
                        ["found": keys.isEmpty ? "-" : keys.joined(separator: ", "), "expected": known]))
                continue
            }
            let timing = value["timing"]?.text.flatMap { ShockTiming(rawValue: $0) } ?? .once
            if let change = change(key, inner) { result.append(Shock(value["name"]?.text ?? "", timing, change)) }
        }
        return result
    }

    mutating func financing(_ list: DeclaredValue?) -> Financing {
        let values = list?.elements ?? []
        if values.count == 1, values[0]["rule"]?.text == ScenarioSchema.none { return .none }
        var rules: [FinancingRule] = []
        for (position, value) in values.enumerated() {
            places[ScenarioAddress(.financed, position)] = value.place
            let kind = value["rule"]?.text.flatMap { FinancingRule.Kind(rawValue: $0) }
            let category = value["category"]?.text.map { FinancingRule.Structure.category($0) }
            let products = value["products"].map { FinancingRule.Structure.products(weights($0)) }
            guard let kind, (category == nil) != (products == nil), let structure = category ?? products else {
                faults.add(Fault(kind == nil ? "io-shock-none" : "io-shock-structure", at: value.place))
                continue
            }
            var amounts: [ShockTiming: Double] = [:]
            for timing in ShockTiming.allCases { amounts[timing] = value["amount-" + timing.rawValue]?.number }
            rules.append(
                FinancingRule(
                    kind, structure, amounts: amounts.isEmpty ? nil : amounts,
                    homeShare: value["home-share"]?.number))
        }
        return .rules(rules)
    }

    private mutating func change(_ key: String, _ value: DeclaredValue) -> Shock.Change? {
        switch key {
        case "demand":
            let purchases = (value["purchases"]?.elements ?? []).compactMap { purchase($0) }
            let labour = (value["labour"]?.elements ?? []).compactMap { people($0) }
            return .demand(purchases, labour: labour)
        case "scaled-demand":
            return .scaledDemand(
                products: (value["products"]?.elements ?? []).compactMap { industry($0) },
                categories: (value["categories"]?.elements ?? []).compactMap(\.text),
                factor: value["factor"]?.number ?? 1)
        case "coefficient": return coefficient(value)
        case "import-substitution":
            guard let product = industry(value["product"]) else { return nil }
            let buyers = value["buyers"].map { list in list.elements.compactMap { industry($0) } }
            return .importSubstitution(
                ImportSubstitution(
                    product: product, share: value["share"]?.number ?? 0, buyers: buyers,
                    includesFinalDemand: value["final-demand"]?.text != "false"))
        case "household-shift":
            guard let from = value["from"], let to = value["to"] else { return nil }
            return .householdShift(amount: value["amount"]?.number ?? 0, from: weights(from), to: weights(to))
        case "capacity":
            guard let found = industry(value["industry"]) else { return nil }
            let shortage = value["shortage"]?.text.flatMap { CapacityChange.Shortage(rawValue: $0) }
            return .capacity(
                CapacityChange(found, factor: value["factor"]?.number ?? 1, shortage: shortage ?? .refused))
        default:
            return .tradeMix(
                TradeMixChange(
                    sector: value["sector"]?.text ?? "", buyers: value["buyers"]?.text ?? "",
                    from: value["from"]?.text ?? "", to: value["to"]?.text ?? "", share: value["share"]?.number ?? 0))
        }
    }

    private mutating func coefficient(_ value: DeclaredValue) -> Shock.Change? {
        let (seller, buyer) = (industry(value["seller"]), industry(value["buyer"]))
        guard let seller, let buyer, let by = value["by"]?.number else { return nil }
        let form: CoefficientChange.Form =
            switch value["change"]?.text {
            case "value": .value(by)
            case "factor": .factor(by)
            default: .flow(by)
            }
        let compensation = value["absorbed-by"]?.text.flatMap { CoefficientChange.Compensation(rawValue: $0) }
        return .coefficient(
            CoefficientChange(seller: seller, buyer: buyer, form, compensation: compensation ?? .valueAdded))
    }

    private mutating func purchase(_ value: DeclaredValue) -> Purchase? {
        guard let product = industry(value["product"]), let amount = value["amount"]?.number else { return nil }
        let margins = value["margins"].map { weights($0) } ?? []
        return Purchase(
            product, amount, homeShare: value["home-share"]?.number, margins: margins,
            taxes: value["taxes"]?.number ?? 0)
    }

    private mutating func people(_ value: DeclaredValue) -> DirectLabour? {
        var amounts: [[String]: Double] = [:]
        for entry in value["amounts"]?.entries ?? [] {
            guard let row = stressors.first(where: { $0.label.joined(separator: " ") == entry.key }) else {
                faults.add(Fault("io-shock-row", at: entry.keyPlace, ["found": [entry.key].shown]))
                continue
            }
            amounts[row.label] = entry.value.number
        }
        guard let industry = industry(value["industry"]) else { return nil }
        return DirectLabour(industry, wages: value["wages"]?.number ?? 0, amounts: amounts)
    }

    private mutating func weights(_ value: DeclaredValue) -> [Weight] {
        value.entries.compactMap { entry in
            guard let industry = industry(named: entry.key, at: entry.keyPlace) else { return nil }
            return Weight(industry, entry.value.number ?? 0)
        }
    }

    private mutating func industry(_ value: DeclaredValue?) -> Industry? {
        guard let value, let name = value.text else { return nil }
        return industry(named: name, at: value.place)
    }

    private mutating func industry(named name: String, at place: Place) -> Industry? {
        do throws(Fault) {
            return try names.industry(name, at: place)
        } catch {
            faults.add(error)
            return nil
        }
    }
}

extension DeclaredValue {
    /// The number of a scalar.
    var number: Double? { text.flatMap { Double($0) } }

    /// The entries of a mapping; none for anything else.
    var entries: [Entry] {
        if case .mapping(let entries) = content { entries } else { [] }
    }
}
