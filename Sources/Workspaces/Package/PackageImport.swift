import DataPackages
import Foundation
public import StatisticalData
import Studies

/// Makes a workspace from a data package that an export wrote.
public struct PackageImport {
    /// What was made.
    public struct Outcome: Sendable {
        /// The files of the workspace.
        public var files = 0
        /// Its observations, equal to those of the package.
        public var observations = 0
        /// Studies recomputed whose results are those of the package.
        public var results = 0
        /// Studies whose results differ: the program that packed them was another version.
        public var warnings: [Fault] = []
    }

    private let source: PackageSource

    /// Opens a package: a folder, its `datapackage.json`, or a zip file; `nil` for anything else.
    ///
    /// - Throws: a `Fault` for a zip file with a name twice.
    public init?(_ path: String) throws {
        guard let source = try PackageSource(path) else { return nil }
        self.source = source
    }

    init(_ source: PackageSource) {
        self.source = source
    }

    /// Checks every file of the package against its length and checksum and makes the folder `target` from them.
    ///
    /// The ledger is made anew from the batches and compared with the table of observations byte for byte; every study is
    /// computed anew and compared with the results of the package.
    ///
    /// - Throws: `Faults` with everything wrong with the package; nothing is written then.
    public func run(to target: String, isDryRun: Bool = false, progress: JobProgress = .silent) throws -> Outcome {
        let listing = try source.listing()
        let prefix = PackageBuilder.workspaceFolder
        let descriptor = source.path + ":" + PackageDescriptor.file
        guard let layout = listing.layout,
            listing.files.contains(where: { $0.path == prefix + Workspace.configurationFile })
        else { throw Fault.packageForeign(source.path) }
        guard layout <= PackageDescriptor.layout else {
            throw Fault.packageLayout(
                layout, expected: PackageDescriptor.layout, at: Place(file: descriptor, column: "greenprint"))
        }
        try source.checkSize(listing)
        try check(listing, descriptor)
        var outcome = Outcome()
        if isDryRun {
            try NewFolder.checkFree(target)
            outcome.files = listing.files.count { $0.path.hasPrefix(prefix) }
            return outcome
        }
        try NewFolder.make(target) { aside in
            for file in listing.files where file.path.hasPrefix(prefix) {
                let path = String(file.path.dropFirst(prefix.count))
                try NewFolder.write(try source.read(file), path, in: aside, reportedAs: target)
                outcome.files += 1
            }
            try compare(aside, listing, progress, &outcome)
        }
        return outcome
    }

    /// Every fault of every file.
    private func check(_ listing: PackageListing, _ descriptor: String) throws {
        var collector = FaultCollector(limit: 500)
        let listed = Set(listing.files.map(\.path))
        if !listed.contains(PackageBuilder.observationsFile) {
            collector.add(.packageMissing(PackageBuilder.observationsFile, at: Place(file: descriptor)))
        }
        let there = try collector.collect { _ in try source.paths(below: PackageBuilder.workspaceFolder) } ?? []
        for path in there where !listed.contains(path) { collector.add(.packageUnlisted(path, in: source.path)) }
        for file in listing.files { _ = try collector.collect { _ in _ = try source.read(file) } }
        try collector.throwIfFaulty(in: source.path)
    }

    private func compare(
        _ folder: String, _ listing: PackageListing, _ progress: JobProgress, _ outcome: inout Outcome
    ) throws {
        let open = try OpenWorkspace(at: folder, progress: progress)
        let observations = try open.observations()
        outcome.observations = observations.count
        for file in listing.files where file.path == PackageBuilder.observationsFile {
            let (found, expected) = (PackageTable.observations(observations).text, try source.read(file))
            guard !expected.elementsEqual(found.utf8) else { continue }
            let lines = (expected.split(separator: 10), found.utf8.split(separator: 10))
            let same = zip(lines.0, lines.1).prefix { $0.elementsEqual($1) }.count
            throw Fault.packageObservations(same + 1, in: source.path)
        }
        let packed = Dictionary(listing.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for study in open.workspace.studies {
            guard let file = packed[PackageBuilder.resultsFolder + study.id + ".json"] else { continue }
            let result = try open.result(of: study)
            if try ResultStore.encode(result) == source.read(file) {
                outcome.results += 1
            } else {
                outcome.warnings.append(.packageResult(study.id, in: source.path))
            }
        }
    }
}
