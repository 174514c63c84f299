import ArgumentParser
import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData
import Workspaces

/// A question to a table: the options of `greenprint io` that ask it, and the answer.
protocol InputOutputQuestion: ParsableArguments {
    /// Whether the options ask it.
    var isAsked: Bool { get }

    /// The option that asks it, as people write it.
    static var option: String { get }

    /// Checks the options that belong together, before anything is read.
    func check(_ common: InputOutputCommon) throws

    /// Computes and prints the answer.
    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws

    /// Answers where TABLE is no table that can be read as such; `false` if the question needs one.
    func answerWithoutFolder(_ path: String, _ messages: Messages) throws -> Bool

    /// Whether tables that are not in balance are read without an error, because the answer tells it.
    var readsUnbalanced: Bool { get }

    /// Whether the question itself splits the part that `--split` names.
    var splitsItself: Bool { get }
}

extension InputOutputQuestion {
    func answerWithoutFolder(_ path: String, _ messages: Messages) throws -> Bool { false }

    var readsUnbalanced: Bool { false }

    var splitsItself: Bool { false }
}

/// The options that all questions to a table share.
struct InputOutputCommon: ParsableArguments {
    @Option(name: .customLong("extension"), help: "The satellite account, such as emissions. 卫星账户名称。")
    var satellite: String?

    @OptionGroup var closure: InputOutputClosure

    @Flag(help: "Negative flows between industries are meant. 允许中间流量为负。")
    var negativeFlows = false

    @Flag(help: "The table's x may differ from its row sums. 允许总产出与行合计不符。")
    var unbalanced = false

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    @OptionGroup var preparation: InputOutputPreparation

    /// Reads the table of a folder or file, and makes it ready.
    func folder(_ path: String, readsUnbalanced: Bool = false, splits: Bool = true) throws -> InputOutputFolder {
        var declarations = InputOutputFolder.Declarations(
            allowsNegativeFlows: negativeFlows, allowsImbalance: unbalanced || readsUnbalanced)
        preparation.declare(&declarations)
        return try preparation.applied(to: preparation.read(path, declarations), splits: splits)
    }
}

/// What a question is put to: a table that has been read, and where.
struct InputOutputSubject {
    let path: String
    let folder: InputOutputFolder
    let common: InputOutputCommon

    /// The extension that `--extension` names; what no demand can carry is told.
    func satellite(_ messages: Messages) throws -> (account: SatelliteAccount, stressors: LabelAxis) {
        let found = try folder.account(common.satellite ?? "")
        messages.tell(
            found.account.unattributed(in: folder.table).prefix(100).map {
                InputOutputFaultTexts.unattributed($0, at: Place(file: path + "/" + found.account.name))
            })
        return found
    }

    /// Prints a matrix; refuses one whose values are not all finite.
    func print(_ matrix: LabelledMatrix) throws {
        try write(matrix) { Output.print($0) }
    }

    /// Writes a matrix piece by piece; refuses one whose values are not all finite.
    func write(_ matrix: LabelledMatrix, to write: (String) throws -> Void) throws {
        guard matrix.values.elements.allSatisfy(\.isFinite) else { throw Fault("io-overflow", at: Place(file: path)) }
        try matrix.write(to: write)
    }
}

/// The bytes of a file read at a time.
private let pieceBytes = 1 << 20

/// The next bytes of an open file, none at its end; `nil` if they cannot be read.
private func nextPiece(of file: FileHandle) -> [UInt8]? {
    var isFaulty = false
    let piece = [UInt8](unsafeUninitializedCapacity: pieceBytes) { buffer, count in
        var found = -1
        repeat { found = read(file.fileDescriptor, buffer.baseAddress, pieceBytes) } while found < 0 && errno == EINTR
        isFaulty = found < 0
        count = max(0, found)
    }
    return isFaulty ? nil : piece
}

extension FolderFiles {
    /// The files in a folder and in the folders in it.
    init(reading path: String) throws {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: path) else {
            throw Fault("io-no-folder", at: Place(file: path))
        }
        let inner = names.flatMap { name in
            (try? manager.contentsOfDirectory(atPath: path + "/" + name))?.map { name + "/" + $0 } ?? []
        }
        let folder = WorkspaceFolder(path)
        let pieces = { @Sendable (name: String) throws -> Pieces in
            // Checks the path and that it is a file before it is opened.
            _ = try folder.read(name, namedAt: Place(file: path + "/" + name))
            let unreadable = Fault("io-unreadable", at: Place(file: path + "/" + name))
            guard let file = FileHandle(forReadingAtPath: folder.path(name)) else { throw unreadable }
            return {
                guard let piece = nextPiece(of: file) else { throw unreadable }
                return piece
            }
        }
        let memory = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        self.init(path: path, names: names + inner, memory: memory, pieces: pieces) { name in
            [UInt8](try folder.read(name, namedAt: Place(file: path + "/" + name)))
        }
    }
}
