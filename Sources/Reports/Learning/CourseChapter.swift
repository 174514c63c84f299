public import StatisticalData

/// A course as pages show it: texts with all figures put in.
public struct CourseChapter: Sendable {
    /// The id.
    public let id: String
    /// The title.
    public let title: LocalisedText
    /// What it teaches.
    public let summary: LocalisedText
    /// The minutes it takes.
    public let minutes: Int
    /// The licence of the texts.
    public let licence: String
    /// The lessons.
    public let lessons: [Lesson]

    /// A lesson.
    public struct Lesson: Sendable {
        /// The id.
        public let id: String
        /// The title.
        public let title: LocalisedText
        /// The minutes it takes.
        public let minutes: Int
        /// The text in Markdown.
        public let text: LocalisedText
        /// The exercises.
        public let exercises: [Exercise]

        /// Puts a lesson together.
        public init(id: String, title: LocalisedText, minutes: Int, text: LocalisedText, exercises: [Exercise]) {
            self.id = id
            self.title = title
            self.minutes = minutes
            self.text = text
            self.exercises = exercises
        }
    }

    /// An exercise, without its answer.
    public struct Exercise: Sendable {
        /// The title.
        public let title: LocalisedText
        /// The task.
        public let prompt: LocalisedText
        /// The points it is worth.
        public let points: Int
        /// What can be chosen.
        public let options: [LocalisedText]

        /// Puts an exercise together.
        public init(title: LocalisedText, prompt: LocalisedText, points: Int, options: [LocalisedText]) {
            self.title = title
            self.prompt = prompt
            self.points = points
            self.options = options
        }
    }

    /// Puts a course together.
    public init(
        id: String, title: LocalisedText, summary: LocalisedText, minutes: Int, licence: String, lessons: [Lesson]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.minutes = minutes
        self.licence = licence
        self.lessons = lessons
    }
}

/// What a partner sent in a signed package, as pages show it.
public struct PartnerChapter: Sendable {
    /// What the partner is called here.
    public let id: String
    /// The title of the partner's workspace.
    public let title: LocalisedText
    /// The name the signer gives itself.
    public let signer: String
    /// The fingerprint of the signer's key.
    public let fingerprint: String
    /// The number of observations.
    public let observations: Int
    /// The titles of the studies.
    public let studies: [LocalisedText]

    /// Puts a partner's entry together.
    public init(
        id: String, title: LocalisedText, signer: String, fingerprint: String, observations: Int,
        studies: [LocalisedText]
    ) {
        self.id = id
        self.title = title
        self.signer = signer
        self.fingerprint = fingerprint
        self.observations = observations
        self.studies = studies
    }
}
