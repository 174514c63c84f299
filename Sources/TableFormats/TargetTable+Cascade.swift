public import StatisticalData
public import TargetTracking

extension TargetTable {
    /// A cascade of one indicator.
    public struct IndicatorCascade: Hashable, Sendable {
        /// The indicator.
        public let indicator: String
        /// Whether its parts reach the whole.
        public let cascade: Cascade
    }

    /// Checks, indicator by indicator, whether the targets of the other areas reach that of the area `whole`.
    ///
    /// Indicators without a target of the whole are left out. Form, unit, direction and years must be the same.
    ///
    /// - Throws: `Faults`: no indicator has the whole, no parts, a change in per cent, parts that do not fit, a weight
    ///   missing.
    public func cascades(
        of whole: String, by rule: Cascade.Rule, file: String
    ) throws(Faults) -> [IndicatorCascade] {
        var faults = FaultCollector()
        let wholes = entries.filter { $0.area == whole }
        if wholes.isEmpty {
            faults.add(.targetsCascadeNoWhole(whole, known: entries.compactMap(\.area), file: file))
        }
        let cascades = wholes.compactMap { cascade($0, by: rule, faults: &faults) }
        if faults.hasErrors { throw Faults(faults.inOrder(of: file)) }
        return cascades
    }

    private func cascade(_ whole: Entry, by rule: Cascade.Rule, faults: inout FaultCollector) -> IndicatorCascade? {
        let parts = entries.filter { $0.indicator == whole.indicator && $0.area != whole.area }
        guard !whole.target.form.isPercentage, whole.target.form != .range else {
            faults.add(.targetsCascadeForm(whole.target.form.rawValue, at: whole.place))
            return nil
        }
        for part in parts where !part.fits(whole) { faults.add(.targetsCascadeMixed(part.name, at: part.place)) }
        do throws(CascadeFaults) {
            let cascade = try Cascade(
                parts.map(\.part), of: whole.part, by: rule, comparison: whole.target.comparison)
            return IndicatorCascade(indicator: whole.indicator, cascade: cascade)
        } catch {
            for fault in error.list { faults.add(Self.fault(fault, whole: whole, parts: parts)) }
            return nil
        }
    }

    private static func fault(_ fault: CascadeFault, whole: Entry, parts: [Entry]) -> Fault {
        func place(_ name: String) -> Place { parts.first { $0.part.name == name }?.place ?? whole.place }
        return switch fault {
        case .noParts: .targetsCascadeNoParts(whole.indicator, at: whole.place)
        case .weightMissing(let name): .targetsWeightMissing(name, at: place(name))
        case .notFinite(let name): .targetsOutOfRange(name, at: place(name))
        case .repeatedPart(let name): .targetsCascadeMixed(name, at: place(name))
        }
    }
}

extension TargetTable.Entry {
    /// The entry as a part of a cascade.
    fileprivate var part: Cascade.Part {
        Cascade.Part(name: area ?? "-", target: target.value, halfWidth: halfWidth, weight: weight)
    }

    /// Whether the target can be set against that of the whole.
    fileprivate func fits(_ whole: Self) -> Bool {
        target.form == whole.target.form && target.comparison == whole.target.comparison
            && target.baseYear == whole.target.baseYear && target.targetYear == whole.target.targetYear
            && unit == whole.unit
    }
}
