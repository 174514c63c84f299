internal import CMarkGFM

/// Markdown (CommonMark with tables) as HTML that may stand in any page: raw HTML and addresses of scripts are left out, images
/// become their text, since a page asks nothing of other sites.
public enum Markdown {
    /// Tables and other extensions are registered once, before any text is read.
    private static let hasExtensions: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// The text as HTML.
    ///
    /// - Parameters:
    ///   - demotedBy: how many levels headings stand lower than written, at most to level 6.
    ///   - withoutTitle: leaves out a heading of level 1 at the start.
    public static func html(_ text: String, demotedBy: Int = 0, withoutTitle: Bool = false) -> String {
        guard hasExtensions, let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return "" }
        defer { cmark_parser_free(parser) }
        if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(document) }
        if withoutTitle { removeTitle(of: document) }
        adapt(document, demotedBy: demotedBy)
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let html = cmark_render_html(document, CMARK_OPT_VALIDATE_UTF8, extensions) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html)
    }

    private static func removeTitle(of document: OpaquePointer) {
        guard let first = cmark_node_first_child(document), cmark_node_get_type(first) == CMARK_NODE_HEADING,
            cmark_node_get_heading_level(first) == 1
        else { return }
        cmark_node_unlink(first)
        cmark_node_free(first)
    }

    /// Lowers headings, and puts the text of images in their place.
    private static func adapt(_ document: OpaquePointer, demotedBy: Int) {
        var images: [OpaquePointer] = []
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_HEADING {
                let level = Int(cmark_node_get_heading_level(node)) + demotedBy
                cmark_node_set_heading_level(node, CInt(min(max(level, 1), 6)))
            } else if type == CMARK_NODE_IMAGE {
                images.append(node)
            }
        }
        for image in images {
            while let child = cmark_node_first_child(image) {
                guard cmark_node_insert_before(image, child) == 1 else { break }
            }
            cmark_node_unlink(image)
            cmark_node_free(image)
        }
    }
}
