import DataPackages
public import Foundation
public import StatisticalData
import Studies
import ZipFiles

/// A workspace as a data package: its files, and warnings.
public struct WorkspacePackage: Sendable {
    /// The files by path, `datapackage.json` among them.
    public let files: [String: Data]
    /// The observations in it.
    public let observations: Int
    /// The results in it.
    public let results: Int
    /// What could not be packed.
    public let warnings: [Fault]

    /// Writes the package: a zip file where the path ends in `.zip`, else a folder.
    ///
    /// Both take their place when they are complete; a folder with something else in it is left alone.
    public func write(to path: String) throws {
        if path.hasSuffix(".zip") {
            guard let bytes = ZipWriter.zip(files.mapValues { [UInt8]($0) }) else {
                throw Fault.cannotWrite(path, ENOMEM)
            }
            return try AtomicFile.write(Data(bytes), to: path)
        }
        let descriptor = WorkspaceFolder.trimmed(path) + "/" + PackageDescriptor.file
        if let data = FileManager.default.contents(atPath: descriptor),
            (try? PackageListing(data, file: descriptor))?.layout == nil
        {
            throw Fault.packageTarget(path)
        }
        do {
            try SiteFolder.replace(path, by: files, markedBy: PackageDescriptor.file)
        } catch let fault as Fault where fault.code == "site-not-ours" || fault.code == "site-not-a-folder" {
            throw Fault.packageTarget(path)
        }
    }
}

extension OpenWorkspace {
    /// The whole workspace as a Frictionless data package: figures of all vintages, registries, sources, studies, results
    /// with their derivations as tables, the same as SDMX, and the files of the workspace as they are.
    ///
    /// - Parameter licence: an identifier such as `CC-BY-4.0`; without it the terms of each source count.
    /// - Throws: `Faults` of studies that cannot be computed; a `Fault` for a name that no package may hold.
    public func package(licence: String? = nil) throws -> WorkspacePackage {
        let results = try results().sorted { $0.study < $1.study }
        let observations = try observations()
        let sources = workspace.sources.values.sorted { $0.id < $1.id }
        var builder = PackageBuilder()
        var warnings: [Fault] = []
        try builder.add(.observations(observations))
        try builder.add(.areas(workspace.areas))
        try builder.add(.indicators(workspace.indicators))
        try builder.add(.sources(sources))
        try builder.add(.studies(workspace.studies))
        try builder.add(.results(results))
        try builder.add(.derivations(results))
        for result in results {
            try builder.add(
                try ResultStore.encode(result), at: PackageBuilder.resultsFolder + result.study + ".json",
                title: result.title.en + " · " + result.title.zh)
        }
        if let warning = try builder.addSDMX(observations, of: workspace) { warnings.append(warning) }
        let (taken, leftOut) = try workspace.folder.allFiles()
        for file in taken { try builder.addWorkspaceFile(try workspace.folder.read(file), at: file) }
        if !leftOut.isEmpty { warnings.append(.packageLeftOut(leftOut, of: workspace.folder.root)) }
        let known = observations.map(\.knownOn.latestDay).max().map {
            KnownDate(latestDay: $0, precision: .day).description
        }
        let count = results.reduce(0) { $0 + $1.values.count }
        let readme = PackageReadme(
            title: workspace.configuration.name, known: known, observations: observations.count, results: count,
            licence: licence, sources: sources)
        try builder.add(Data(readme.text.utf8), at: "README.txt", title: "What this is · 说明")
        let descriptor = descriptor(builder.resources, sources, known: known, licence: licence)
        var files = builder.files
        files[PackageDescriptor.file] = try descriptor.encoded()
        return WorkspacePackage(files: files, observations: observations.count, results: count, warnings: warnings)
    }

    private func descriptor(
        _ resources: [PackageResource], _ sources: [Source], known: String?, licence: String?
    ) -> PackageDescriptor {
        let name = workspace.configuration.name
        let terms =
            licence.map { PackageDescriptor.Licence(name: $0) }
            ?? PackageDescriptor.Licence(path: "sources.csv", title: "Those of each source · 依各来源的许可")
        return PackageDescriptor(
            name: "greenprint-"
                + PackageResource.name(of: workspace.configuration.area.rawValue).replacing("/", with: "-"),
            title: name.en + " · " + name.zh,
            description: "Figures with every vintage, sources, studies and results with their derivations. · "
                + "数据的全部版本、来源、专题、结果及其由来。",
            created: known.map { $0 + "T00:00:00Z" }, licenses: [terms],
            sources: sources.map {
                PackageDescriptor.Origin(title: $0.publisher.en + ", " + $0.title.en, path: $0.address)
            }, resources: resources)
    }
}
