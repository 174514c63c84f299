public import Courses
import Declarations
import Foundation
import StatisticalData

extension Workspace {
    /// The folder of courses: a folder each.
    static let coursesFolder = "courses"

    /// The ids of the courses: the folders in `courses` with a `course.yaml`.
    public func courses() throws -> [String] {
        try folder.folders(in: Self.coursesFolder).filter { folder.exists(Self.outline(of: $0)) }
    }

    /// Where a course is declared.
    public static func outline(of course: String) -> String { coursesFolder + "/" + course + "/course.yaml" }

    /// Reads a course with its lessons and exercises.
    ///
    /// - Throws: `Faults` with everything wrong in any of its files.
    public func course(_ id: String) throws -> Course {
        let known = try courses()
        guard known.contains(id) else {
            throw Fault.courseUnknown(id, known: known, at: Place(file: Self.coursesFolder))
        }
        let file = Self.outline(of: id)
        let base = Self.coursesFolder + "/" + id + "/"
        let declaration = try Declaration(try folder.text(file), file: file)
        let outline = try declaration.decode(CourseOutline.self, schema: .course)
        var collector = FaultCollector(limit: 200)
        var texts: [String: LocalisedText] = [:]
        for lesson in outline.lessons {
            let parts = try Language.allCases.map { language in
                try collector.collect { _ in
                    try folder.text(base + "lessons/" + lesson.id + "-" + language.rawValue + ".md")
                }
            }
            if let english = parts[0], let chinese = parts[1] {
                texts[lesson.id] = LocalisedText(en: english, zh: chinese)
            }
        }
        let exercises = try folder.files(in: base + "exercises", endings: [".yaml"]).compactMap { name in
            let path = base + "exercises/" + name
            return try collector.collect { _ in
                try Exercise(id: String(name.dropLast(5)), yaml: try folder.text(path), file: path)
            }
        }
        try collector.throwIfFaulty(in: file)
        return try Course(id: id, outline: outline, texts: texts, exercises: exercises, at: Place(file: file))
    }
}
