/// A form of a page: it leads to an address that holds what was chosen, so that it works without a script.
struct Form: Sendable {
    /// The address it leads to.
    let action: String
    /// What its button says.
    let button: String
    let fields: [Field]

    /// A field with its label.
    struct Field: Sendable {
        let name: String
        let label: String
        let kind: Kind
        /// A word on what may be given.
        var hint: String?
    }

    /// A kind of field.
    enum Kind: Sendable {
        case text(String)
        case choice([Option])
        case several([Option])
    }

    /// Something to choose.
    struct Option: Sendable {
        let value: String
        let text: String
        let isChosen: Bool
    }

    /// The form in HTML: every field has its label, groups have theirs.
    var html: String {
        let escaped = InlineMarkup.escaped
        let fields = fields.enumerated().map { Self.html($1, id: "field-\($0)") }.joined()
        return "<form method=\"get\" action=\"\(escaped(action))\" class=\"form\">\n" + fields
            + "<p><button type=\"submit\">\(escaped(button))</button></p>\n</form>"
    }

    private static func html(_ field: Field, id: String) -> String {
        let escaped = InlineMarkup.escaped
        let label = escaped(field.label)
        let hint = field.hint.map { " <span class=\"hint\">\(escaped($0))</span>" } ?? ""
        switch field.kind {
        case .text(let value):
            return "<p><label for=\"\(id)\">\(label)</label> <input id=\"\(id)\" name=\"\(field.name)\" type=\"text\" "
                + "value=\"\(escaped(value))\"/>\(hint)</p>\n"
        case .choice(let options):
            let list = options.map { option in
                "<option value=\"\(escaped(option.value))\"\(option.isChosen ? " selected=\"selected\"" : "")>"
                    + escaped(option.text) + "</option>"
            }.joined()
            return
                "<p><label for=\"\(id)\">\(label)</label> <select id=\"\(id)\" name=\"\(field.name)\">\(list)</select>"
                + "\(hint)</p>\n"
        case .several(let options):
            let list = options.map { option in
                "<label><input type=\"checkbox\" name=\"\(field.name)\" value=\"\(escaped(option.value))\""
                    + "\(option.isChosen ? " checked=\"checked\"" : "")/> \(escaped(option.text))</label>\n"
            }.joined()
            return "<fieldset><legend>\(label)</legend>\(hint)\n<div class=\"options\">\n\(list)</div></fieldset>\n"
        }
    }
}
