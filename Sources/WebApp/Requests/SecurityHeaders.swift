import HTTPTypes
import Hummingbird

/// What every answer carries, whatever it is.
enum SecurityHeaders {
    /// No script, no style and no picture but our own; no frame around a page; forms go to this server alone.
    static let policy = """
        default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'
        """

    private static let fields: [(String, String)] = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ("X-Frame-Options", "DENY"),
    ]

    static func add(to answer: inout WebAnswer) {
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { answer.fields[name] = value }
        }
    }
}
