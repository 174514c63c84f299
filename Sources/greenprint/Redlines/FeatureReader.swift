import Foundation
import Reports
import SpatialAnalysis
import SpatialFormats
import StatisticalData

/// Reads the files of a question, checks their shapes, and tells what a reader should know.
struct FeatureReader {
    let options: FeatureOptions
    let area: RedlineQuestion
    let messages: Messages

    /// The zones of a file.
    func zones(_ file: String) throws -> (zones: [Zone], reference: ReferenceSystem) {
        let source = try read(file)
        return (try source.zones(options.names, file: file), source.reference)
    }

    /// The projects of a file.
    func projects(_ file: String) throws -> (projects: [Project], reference: ReferenceSystem) {
        let source = try read(file)
        return (try source.projects(options.names, file: file, width: options.width), source.reference)
    }

    /// All polygons of a file as one shape, such as a territory.
    func territory(_ file: String) throws -> Shape {
        let polygons = try read(file).features.flatMap(\.shape.polygons)
        guard !polygons.isEmpty else { throw Fault.noTerritory(at: Place(file: file)) }
        return .polygons(polygons)
    }

    /// The features of a file with valid shapes: what is not is a fault, or repaired where that was asked for.
    private func read(_ file: String) throws -> GeoJSON {
        var source = try InputFile.data(file).withUnsafeBytes { try GeoJSON.read($0, file: file) }
        messages.tell(source.notices)
        let shapes = source.features.enumerated().map { index, feature in
            (feature: feature[options.id]?.word ?? feature.id ?? "#\(index + 1)", shape: feature.shape)
        }
        let lines = Dictionary(zip(shapes.map(\.feature), source.features.map(\.line))) { first, _ in first }
        guard options.repair else {
            let faults = ValidityCheck.faults(in: shapes, threads: area.threads)
            if !faults.isEmpty { throw Faults(faults.map { $0.fault(in: file, lines: lines) }) }
            return source
        }
        do {
            for repair in try ValidityCheck.repairs(of: shapes, threads: area.threads) {
                source.features[repair.index].shape = repair.shape
                let fault = repair.fault.fault(in: file, lines: lines)
                var words = fault.arguments
                words["before"] = Decimals.text(repair.areaBefore.rounded())
                words["after"] = Decimals.text(repair.areaAfter.rounded())
                messages.tell([Fault("spatial-repaired", at: fault.place, severity: .warning, words)])
            }
        } catch {
            throw Faults(error.list.map { $0.fault(in: file, lines: lines) })
        }
        return source
    }
}

extension Fault {
    fileprivate static func noTerritory(at place: Place) -> Fault {
        Fault("spatial-no-territory", at: place)
    }

    /// No project has the identifier that was asked for.
    static func noProject(_ id: String, at place: Place) -> Fault {
        Fault("spatial-no-project", at: place, ["found": String(id.prefix(120))])
    }
}
