import InputOutput
import InputOutputFormats
import StatisticalData

extension InputOutputSubject {
    /// The one row that `--extension NAME` or `NAME:ROW` names; what no demand can carry is told.
    func stressor(_ messages: Messages) throws -> (account: SatelliteAccount, row: Int) {
        let word = common.satellite ?? ""
        let isName = folder.extensionNames.contains(word)
        let parts = isName ? [word] : word.split(separator: ":", maxSplits: 1).map(String.init)
        let account = try folder.account(parts.first ?? "").account
        let labels = account.stressors.map { $0.label.joined(separator: " ") }
        let found = parts.count == 2 ? labels.firstIndex(of: parts[1]) : labels.count == 1 ? 0 : nil
        guard let found else {
            throw Fault(
                "io-no-stressor", at: Place(file: "--extension"),
                ["found": word, "expected": labels.prefix(20).joined(separator: ", ")])
        }
        let unattributed = account.unattributed(in: folder.table).filter { $0.stressor == account.stressors[found] }
        messages.tell(
            unattributed.prefix(100).map {
                InputOutputFaultTexts.unattributed($0, at: Place(file: path + "/" + account.name))
            })
        return (account, found)
    }

    /// The same where a whole extension would do as well.
    func anyRow(_ messages: Messages) throws -> (account: SatelliteAccount, row: Int?) {
        let (account, row) = try stressor(messages)
        return (account, row)
    }

    /// The industries that `AREA:SECTOR`, `SECTOR` (of every area) or `*` (all) names.
    func industries(_ word: String, option: String) throws -> [Int] {
        let industries = folder.table.industries
        let found = industries.indices.filter { position in
            let industry = industries[position]
            return word == "*" || word == industry.sector || word == industry.shown
        }
        guard !found.isEmpty else {
            let known = folder.table.sectors + (folder.table.areas.count > 1 ? industries.map(\.shown) : [])
            throw Fault(
                "io-no-sector", at: Place(file: option),
                ["found": word, "nearest": Suggestion.nearest(to: word, among: Array(known.prefix(2000))) ?? "-"])
        }
        return found
    }
}

extension Industry {
    /// The industry as `AREA:SECTOR`, or its sector in a table of one area.
    var shown: String { area.isEmpty ? sector : area + ":" + sector }
}
