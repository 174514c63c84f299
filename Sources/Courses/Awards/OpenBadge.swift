public import Foundation
public import StatisticalData

/// A badge for a course passed, as a credential after Open Badges 3.0, before it is signed.
///
/// Source: 1EdTech, Open Badges Specification 3.0, section 8.2 (VC-JWT); W3C, Verifiable Credentials Data Model 2.0.
public struct OpenBadge: Hashable, Sendable {
    /// The learner as named in the progress.
    public let learner: String
    /// The course.
    public let course: String
    /// The version of the course.
    public let version: String
    /// The title of the course.
    public let title: LocalisedText
    /// What the course teaches.
    public let summary: LocalisedText
    /// The points earned.
    public let points: Int
    /// The points that could be earned.
    public let possible: Int
    /// The share of points from which on it is passed.
    public let pass: Double
    /// The day it is given, such as `2026-11-25`.
    public let date: String

    /// The badge for progress in a course.
    ///
    /// - Throws: a `Fault` where the course is not passed, or the date is no day.
    public init(_ progress: CourseProgress, in course: Course, date: String, at place: Place) throws(Fault) {
        let standing = Standing(progress, in: course)
        guard standing.hasPassed else {
            throw .courseNotPassed(
                points: standing.points, possible: standing.possible, pass: course.outline.pass, at: place)
        }
        guard let day = KnownDate(date), day.precision == .day else { throw .courseDate(date) }
        learner = progress.learner
        self.course = course.id
        version = course.outline.version
        title = course.outline.title
        summary = course.outline.summary
        points = standing.points
        possible = standing.possible
        pass = course.outline.pass
        self.date = day.description
    }

    /// The credential as JSON, its keys sorted: what is signed as a JSON web token.
    ///
    /// - Parameters:
    ///   - issuer: the name of the office that gives the badge.
    ///   - identifier: the identifier of its key, `did:key:…`.
    ///   - id: the identifier of the credential, `urn:uuid:…`.
    ///   - seconds: `date` in seconds since 1970.
    public func credential(issuer: String, identifier: String, id: String, seconds: Int) throws -> Data {
        let names = { (text: LocalisedText) in text.en + " · " + text.zh }
        let achievement = Credential.Achievement(
            id: "urn:greenprint:course:" + course + ":" + version, name: names(title), description: names(summary),
            criteria: .init(
                narrative:
                    "At least \(Int((pass * 100).rounded())) % of the points of all exercises, which are marked by their results. · 全部习题得分率不低于\(Int((pass * 100).rounded()))%，按结果判分。"
            ),
            resultDescription: [
                .init(
                    id: "urn:greenprint:points", name: "Points · 得分", resultType: "RawScore", valueMin: "0",
                    valueMax: String(possible))
            ])
        let subject = Credential.Subject(
            identifier: [.init(hashed: false, identityHash: learner, identityType: "name")], achievement: achievement,
            result: [.init(resultDescription: "urn:greenprint:points", value: String(points))])
        let credential = Credential(
            id: id, name: names(title), issuer: .init(id: identifier, name: issuer), validFrom: date + "T00:00:00Z",
            credentialSubject: subject, iss: identifier, jti: id, nbf: seconds)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(credential)
    }
}

/// The shape of the credential.
private struct Credential: Encodable {
    let context = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    let type = ["VerifiableCredential", "OpenBadgeCredential"]
    let id: String
    let name: String
    let issuer: Issuer
    let validFrom: String
    let credentialSubject: Subject
    let iss: String
    let jti: String
    let nbf: Int

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type, id, name, issuer, validFrom, credentialSubject, iss, jti, nbf
    }

    struct Issuer: Encodable {
        let type = ["Profile"]
        let id: String
        let name: String
    }

    struct Subject: Encodable {
        let type = ["AchievementSubject"]
        let identifier: [Identity]
        let achievement: Achievement
        let result: [Result]
    }

    struct Identity: Encodable {
        let type = "IdentityObject"
        let hashed: Bool
        let identityHash: String
        let identityType: String
    }

    struct Achievement: Encodable {
        let type = ["Achievement"]
        let id: String
        let name: String
        let description: String
        let criteria: Criteria
        let resultDescription: [ResultDescription]
    }

    struct Criteria: Encodable {
        let narrative: String
    }

    struct ResultDescription: Encodable {
        let type = ["ResultDescription"]
        let id: String
        let name: String
        let resultType: String
        let valueMin: String
        let valueMax: String
    }

    struct Result: Encodable {
        let type = ["Result"]
        let resultDescription: String
        let value: String
    }
}
