import ArgumentParser
import Foundation
import InputOutputFormats
import StatisticalData

/// `--save`: the table, as read and made ready, as a folder that pymrio reads.
struct InputOutputSaveQuestion: InputOutputQuestion {
    static let option = "--save"

    @Option(
        name: .customLong("save"),
        help: "Write the table as a folder that pymrio reads; it must not exist. 保存为pymrio文件夹。")
    var target: String?

    @Option(name: .customLong("area"), help: "With --save: the name of the area of a table of one area. 单区域表的地区名称。")
    var area: String?

    @Option(
        name: .customLong("label-prefix"),
        help: "With --save: text before labels that pandas would take for numbers or for missing. 标签前缀。")
    var prefix: String?

    var isAsked: Bool { target != nil || area != nil || prefix != nil }

    func check(_ common: InputOutputCommon) throws {
        guard target != nil else { throw ValidationError("--area, --label-prefix: only with --save; 须与--save同用") }
        guard common.satellite == nil else {
            throw ValidationError("--extension: not with --save, which writes all; 不能与--save同用")
        }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let target else { return }
        let place = Place(file: target)
        let manager = FileManager.default
        guard !manager.fileExists(atPath: target) else { throw Fault("io-folder-exists", at: place) }
        let name = URL(fileURLWithPath: subject.path).deletingPathExtension().lastPathComponent
        let saved = try PymrioFolder(
            subject.folder, path: target, options: .init(name: name, area: area, prefix: prefix))
        for file in saved.files {
            let path = target + "/" + file.name
            let unwritable = Fault("io-unwritable", at: Place(file: path))
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard (try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil,
                manager.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
            else { throw unwritable }
            try file.write { text in
                guard (try? handle.write(contentsOf: Data(text.utf8))) != nil else { throw unwritable }
            }
            guard (try? handle.close()) != nil else { throw unwritable }
        }
        messages.tell(saved.warnings)
    }
}
