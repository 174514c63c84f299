import Foundation
import HTTPTypes
import Hummingbird

/// An answer before it is sent.
struct WebAnswer: Sendable {
    var status: HTTPResponse.Status
    var fields = HTTPFields()
    var body = ByteBuffer()

    /// Bytes of a kind.
    static func content(_ body: ByteBuffer, _ type: String, status: HTTPResponse.Status = .ok) -> WebAnswer {
        var answer = WebAnswer(status: status, body: body)
        answer.fields[.contentType] = type
        return answer
    }

    /// Text that is made for this request alone.
    static func text(_ text: String, _ type: String, status: HTTPResponse.Status = .ok) -> WebAnswer {
        var answer = content(ByteBuffer(string: text), type, status: status)
        answer.fields[.cacheControl] = "no-store"
        return answer
    }

    /// Sends a reader elsewhere.
    static func redirect(to address: String, permanently: Bool = false) -> WebAnswer {
        var answer = WebAnswer(status: permanently ? .permanentRedirect : .found)
        answer.fields[.location] = address
        if !permanently { answer.fields[.cacheControl] = "no-store" }
        return answer
    }
}
