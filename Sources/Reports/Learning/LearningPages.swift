import Markdown
import StatisticalData

/// The pages of courses: what there is to learn, and each lesson with its exercises.
struct LearningPages {
    let context: PageContext

    static let path = "learning.html"

    static func path(_ course: CourseChapter, _ lesson: CourseChapter.Lesson) -> String {
        "learning/" + course.id + "/" + lesson.id + ".html"
    }

    private var wording: Wording { context.wording }
    private var language: Language { context.language }

    /// All courses.
    func contents() -> Page {
        Page(
            path: context.path, title: wording("learning-title"), lead: [Run(wording("learning-lead"))],
            sections: context.assessment.courses.map { course in
                Section(
                    "course-" + course.id, course.title[language],
                    [
                        .paragraph(course.summary[language]), .table(table(of: course)),
                        .paragraph(wording("learning-terms", ["licence": course.licence, "course": course.id])),
                    ])
            }, dataKnownOn: context.assessment.dataKnownOn)
    }

    private func table(of course: CourseChapter) -> Table {
        Table(
            caption: wording("learning-table", ["title": course.title[language], "minutes": String(course.minutes)]),
            headers: [
                Table.Header(wording("learning-column-lesson")),
                Table.Header(wording("learning-column-minutes"), isNumber: true),
                Table.Header(wording("learning-column-exercises"), isNumber: true),
            ],
            rows: course.lessons.map { lesson in
                Table.Row([
                    .runs([Run(lesson.title[language], href: context.links.page(Self.path(course, lesson)))]),
                    .number([Run(String(lesson.minutes))]), .number([Run(String(lesson.exercises.count))]),
                ])
            })
    }

    /// A lesson.
    func page(_ lesson: CourseChapter.Lesson, of course: CourseChapter) -> Page {
        let text = Markdown.html(lesson.text[language], demotedBy: 1, withoutTitle: true)
        var sections = [Section("lesson", wording("learning-lesson"), [.markup(text)])]
        if !lesson.exercises.isEmpty {
            let tasks = lesson.exercises.flatMap { blocks($0) }
            let how = wording("learning-how", ["course": course.id, "lesson": lesson.id])
            sections.append(Section("exercises", wording("learning-exercises"), tasks + [.notice([Run(how)])]))
        }
        return Page(
            path: context.path, title: lesson.title[language],
            lead: [
                Run(course.title[language], href: context.links.page(Self.path)),
                Run(wording("parenthesis", ["text": wording("learning-minutes", ["minutes": String(lesson.minutes)])])),
            ], sections: sections, dataKnownOn: context.assessment.dataKnownOn)
    }

    private func blocks(_ exercise: CourseChapter.Exercise) -> [Block] {
        let title = exercise.title[language] + wording("learn-points", ["points": String(exercise.points)])
        let blocks = [Block.paragraph([Run(title).strong]), .paragraph(exercise.prompt[language])]
        return blocks + (exercise.options.isEmpty ? [] : [.list(exercise.options.map { [Run($0[language])] })])
    }
}

/// The page of what partners sent.
struct ExchangePage {
    let context: PageContext

    static let path = "exchange.html"

    func page() -> Page {
        let wording = context.wording
        let language = context.language
        let headers = [
            wording("exchange-column-partner"), wording("exchange-column-workspace"), wording("exchange-column-signer"),
        ].map { Table.Header($0) }
        let title = wording("exchange-title")
        return Page(
            path: context.path, title: title, lead: [Run(wording("exchange-lead"))],
            sections: [
                Section(
                    "partners", wording("exchange-heading"),
                    [
                        .table(
                            Table(
                                caption: title,
                                headers: headers + [
                                    Table.Header(wording("exchange-column-observations"), isNumber: true),
                                    Table.Header(wording("exchange-column-studies")),
                                ],
                                rows: context.assessment.partners.map { partner in
                                    Table.Row([
                                        .text(partner.id), .text(partner.title[language]),
                                        .text(
                                            partner.signer
                                                + wording("parenthesis", ["text": spaced(partner.fingerprint)])),
                                        .number([Run(String(partner.observations))]),
                                        .text(
                                            partner.studies.map { $0[language] }.joined(
                                                separator: wording("list-separator"))),
                                    ])
                                }))
                    ])
            ], dataKnownOn: context.assessment.dataKnownOn)
    }

    /// A fingerprint in groups of eight, which a line can break.
    private func spaced(_ fingerprint: String) -> String {
        let digits = Array(fingerprint)
        return stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
            .joined(separator: " ")
    }
}
