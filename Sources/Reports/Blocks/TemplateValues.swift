import Mustache

// What the templates may ask of each value. An absent member answers `false`, so that a template never takes the
// member of the same name from an enclosing value; and answering by name is a hundred times faster than reflection.

extension Page: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "lead": InlineMarkup.html(lead)
        case "sections": sections
        case "downloads": downloads
        default: nil
        }
    }
}

extension Run: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "href": href ?? false
        default: nil
        }
    }
}

extension Section: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "heading": InlineMarkup.html(heading)
        case "blocks": blocks
        default: nil
        }
    }
}

extension Block: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "paragraph": paragraph ?? false
        case "notice": notice ?? false
        case "markup": markup ?? false
        case "facts": facts ?? false
        case "list": list ?? false
        case "table": table ?? false
        case "figure": figure ?? false
        case "form": form?.html ?? false
        case "tree": tree?.html ?? false
        default: nil
        }
    }
}

extension Block.Paragraph: MustacheParent {
    func child(named name: String) -> Any? {
        name == "html" ? InlineMarkup.html(runs) : nil
    }
}

extension Block.Markup: MustacheParent {
    func child(named name: String) -> Any? {
        name == "html" ? html : nil
    }
}

extension Block.Facts: MustacheParent {
    func child(named name: String) -> Any? {
        name == "items" ? items : nil
    }
}

extension Block.Fact: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": label
        case "value": InlineMarkup.html(value)
        case "note": InlineMarkup.html(note)
        default: nil
        }
    }
}

extension Block.List: MustacheParent {
    func child(named name: String) -> Any? {
        name == "items" ? items : nil
    }
}

extension Table: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "caption": caption
        case "headers": headers
        case "rows": rows
        default: nil
        }
    }
}

extension Table.Header: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "isNumber": isNumber
        default: nil
        }
    }
}

extension Table.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": id ?? false
        case "isHighlighted": isHighlighted
        case "cells": cells
        default: nil
        }
    }
}

extension Table.Cell: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "isHeading": isHeading
        case "style": isNumber ? "number" : style ?? false
        case "html": drawing ?? InlineMarkup.html(runs)
        default: nil
        }
    }
}

extension Figure: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "drawing": drawing
        case "caption": caption.isEmpty ? false : InlineMarkup.html(caption)
        case "table": table
        default: nil
        }
    }
}
