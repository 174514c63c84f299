import LinearAlgebra

extension UncertainImpact {
    /// A number of a scenario.
    public struct ScenarioQuantity: Hashable, Sendable {
        /// The part; `nil` for net.
        public let part: ScenarioPart?
        /// Once or yearly.
        public let timing: ShockTiming
        /// The row: of the account, or gross output as the last.
        public let row: Int
        /// Which effect.
        public let effect: Effect

        /// Direct, indirect, induced, or all.
        public enum Effect: String, Hashable, Sendable, CaseIterable {
            /// In the industries asked first.
            case direct
            /// In their suppliers.
            case indirect
            /// From spending of income.
            case induced
            /// All.
            case total
        }
    }

    /// The numbers a scenario has: each part and effect over all industries, in a fixed order.
    public static func quantities(of result: ScenarioResult) -> [ScenarioQuantity] {
        let parts: [ScenarioPart?] = ScenarioPart.allCases.map { $0 } + (result.hasFinancing ? [nil] : [])
        var found: [ScenarioQuantity] = []
        for timing in result.timings {
            for part in parts {
                guard let effects = effects(result, part, timing) else { continue }
                for row in 0...result.outputRow {
                    for effect in ScenarioQuantity.Effect.allCases where effect != .induced || effects.induced != nil {
                        found.append(ScenarioQuantity(part: part, timing: timing, row: row, effect: effect))
                    }
                }
            }
        }
        return found
    }

    /// A scenario that does not depend on parameters, on a base that does not either.
    public static func scenario(_ scenario: Scenario, on base: ImpactBase) -> Self {
        Self(base: { _ throws(InputOutputFaults) in base }) { model, _ throws(InputOutputFaults) in
            try values(of: model.result(of: scenario))
        }
    }

    /// The values of the quantities of a result, in their order.
    public static func values(of result: ScenarioResult) -> [Double] {
        quantities(of: result).map { quantity in
            guard let effects = effects(result, quantity.part, quantity.timing) else { return 0 }
            let matrix =
                switch quantity.effect {
                case .direct: effects.direct
                case .indirect: effects.indirect
                case .induced: effects.induced ?? effects.indirect
                case .total: effects.total
                }
            return matrix.row(quantity.row).reduce(0, +)
        }
    }

    /// The total intensities of a base, Type I, then Type II with households: row by row, industry by industry.
    public static func multipliers(on base: ImpactBase) -> Self {
        Self(base: { _ throws(InputOutputFaults) in base }) { model, _ throws(InputOutputFaults) in
            let found = try model.multipliers()
            return found.type1.elements + (found.type2?.elements ?? [])
        }
    }

    private static func effects(
        _ result: ScenarioResult, _ part: ScenarioPart?, _ timing: ShockTiming
    ) -> ImpactEffects? {
        part.map { result.effects(of: $0, timing) } ?? result.net(timing)
    }
}
