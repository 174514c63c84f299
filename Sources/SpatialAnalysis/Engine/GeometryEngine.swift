import CGEOS

/// A context of GEOS: used by one thread at a time, never shared. Its geometries keep it alive.
final class GeometryEngine {
    let handle: GEOSContextHandle_t?
    private let messages = MessageBox()

    init() {
        handle = GEOS_init_r()
        GEOSContext_setErrorMessageHandler_r(
            handle, { text, box in MessageBox.receive(text, box) }, Unmanaged.passUnretained(messages).toOpaque())
    }

    deinit {
        GEOS_finish_r(handle)
    }

    /// What GEOS said of the last failure.
    var lastMessage: String { messages.text.isEmpty ? "GEOS" : messages.text }

    /// Takes over what GEOS made; `nil` when it failed.
    func owned(_ pointer: OpaquePointer?) -> Geometry? {
        pointer.map { Geometry($0, in: self) }
    }
}

/// The last message of a context.
private final class MessageBox {
    var text = ""

    static func receive(_ text: UnsafePointer<CChar>?, _ box: UnsafeMutableRawPointer?) {
        guard let text, let box else { return }
        Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().text = String(cString: text)
    }
}

/// A geometry of GEOS, destroyed with its last reference.
final class Geometry {
    let pointer: OpaquePointer
    let engine: GeometryEngine
    private var preparation: OpaquePointer?

    init(_ pointer: OpaquePointer, in engine: GeometryEngine) {
        self.pointer = pointer
        self.engine = engine
    }

    deinit {
        if let preparation { GEOSPreparedGeom_destroy_r(engine.handle, preparation) }
        GEOSGeom_destroy_r(engine.handle, pointer)
    }

    /// The geometry indexed for many questions; made when first asked for.
    var prepared: OpaquePointer? {
        if preparation == nil { preparation = GEOSPrepare_r(engine.handle, pointer) }
        return preparation
    }
}
