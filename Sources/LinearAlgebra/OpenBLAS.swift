import CLAPACK

/// The settings of the library behind this module.
enum OpenBLAS {
    private static let threads: Int32 = {
        openblas_set_num_threads(1)
        return 1
    }()

    /// Sets one thread, once: results do not depend on the machine's load, and the caller divides the work.
    static func prepare() {
        _ = threads
    }
}
