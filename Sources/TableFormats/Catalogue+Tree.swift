internal import CompositeIndicators
internal import StatisticalData

extension Catalogue {
    /// Whether indicators and aggregates form one tree, each parent one level up, with weights to share.
    func checkTree(faults: inout FaultCollector) {
        let members = entries.filter(\.isInTree)
        guard !members.isEmpty else { return }
        let inCycle = codesInCycles()
        for entry in members { checkParent(entry, inCycle: inCycle, faults: &faults) }
        checkRoots(members, faults: &faults)
        checkLevels(members, faults: &faults)
        checkParts(members, faults: &faults)
    }

    private func checkParent(_ entry: Entry, inCycle: Set<String>, faults: inout FaultCollector) {
        guard let code = entry.metadata.parent else { return }
        let place = place(entry, SpecialColumn.parent)
        guard let parent = self[code] else {
            let nearest = faults.nearest(to: code, among: codes(.aggregate))
            faults.add(.indexUnknownParent(code, of: entry.code, nearest: nearest, at: place))
            return
        }
        if inCycle.contains(entry.code) {
            faults.add(.indexCycle(entry.code, parent: code, at: place))
        } else if let kind = parent.kind, kind != .aggregate {
            faults.add(.indexParentKind(entry.code, parent: code, kind: kind.rawValue, at: place))
        } else if let level = entry.metadata.level, let above = parent.metadata.level, above - 1 != level {
            faults.add(.indexParentLevel(entry.code, level: level, parent: code, above: above, at: place))
        }
    }

    /// One element at the top has no parent, all others do.
    private func checkRoots(_ members: [Entry], faults: inout FaultCollector) {
        let top = members.compactMap(\.metadata.level).max()
        var root: Entry?
        for entry in members where entry.metadata.parent == nil {
            let place = place(entry, SpecialColumn.parent)
            if let level = entry.metadata.level, level != top {
                faults.add(.indexMissingParent(entry.code, level: level, at: place))
            } else if let root {
                faults.add(.indexSecondRoot(entry.code, first: root.code, at: place))
            } else {
                root = entry
            }
        }
        if root == nil, entries.allSatisfy({ $0.kind != nil }) { faults.add(.indexNoRoot(file: sheet.file)) }
    }

    private func checkLevels(_ members: [Entry], faults: inout FaultCollector) {
        let present = Set(members.compactMap(\.metadata.level))
        guard members.allSatisfy({ $0.metadata.level != nil }) else { return }
        var told: Set<Int> = []
        for entry in members {
            guard let level = entry.metadata.level, level > 1, !present.contains(level - 1),
                told.insert(level).inserted
            else { continue }
            faults.add(.indexLevelGap(level, at: place(entry, SpecialColumn.level)))
        }
    }

    /// Every aggregate has parts, and not all of them weigh nothing.
    private func checkParts(_ members: [Entry], faults: inout FaultCollector) {
        var heaviest: [String: Double] = [:]
        for entry in entries {
            guard let parent = entry.metadata.parent else { continue }
            heaviest[parent] = max(heaviest[parent] ?? 0, entry.metadata.weight)
        }
        for entry in members where entry.kind == .aggregate {
            let place = place(entry, SpecialColumn.code)
            switch heaviest[entry.code] {
            case nil: faults.add(.indexNoParts(entry.code, at: place))
            case 0: faults.add(.indexWeightlessParts(entry.code, at: place))
            default: break
            }
        }
    }

    /// The codes that are above themselves, each row looked at once.
    private func codesInCycles() -> Set<String> {
        var finished: Set<String> = []
        var result: Set<String> = []
        for entry in entries {
            var path: [String] = []
            var onPath: [String: Int] = [:]
            var current: String? = entry.code
            while let code = current, !finished.contains(code), let next = self[code] {
                if let start = onPath[code] {
                    result.formUnion(path[start...])
                    break
                }
                onPath[code] = path.count
                path.append(code)
                current = next.metadata.parent
            }
            finished.formUnion(path)
        }
        return result
    }
}
