public import StatisticalData

extension Fault {
    private static func cut(_ text: String) -> String { String(text.prefix(200)) }

    static func packageDescriptor(_ file: String) -> Fault {
        Fault("package-descriptor", at: Place(file: file))
    }

    static func packageWithoutPath(at place: Place) -> Fault {
        Fault("package-without-path", at: place)
    }

    /// A path that leads out of a package.
    public static func packagePath(_ path: String, at place: Place) -> Fault {
        Fault("package-path", at: place, ["found": cut(path)])
    }

    static func packageRepeated(_ path: String, at place: Place) -> Fault {
        Fault("package-repeated", at: place, ["found": cut(path)])
    }

    static func packageUnchecked(_ path: String, at place: Place) -> Fault {
        Fault("package-unchecked", at: place, ["found": cut(path)])
    }

    /// A file that is listed and is not there.
    public static func packageMissing(_ path: String, at place: Place) -> Fault {
        Fault("package-missing", at: place, ["found": cut(path)])
    }

    /// A file of another length than listed.
    public static func packageBytes(_ path: String, found: Int, expected: Int, at place: Place) -> Fault {
        Fault(
            "package-bytes", at: place, ["file": cut(path), "found": String(found), "expected": String(expected)])
    }

    /// A file of other content than listed.
    public static func packageHash(_ path: String, found: String, expected: String, at place: Place) -> Fault {
        Fault("package-hash", at: place, ["file": cut(path), "found": found, "expected": expected])
    }

    /// A file of the workspace that the descriptor does not list.
    public static func packageUnlisted(_ path: String, in package: String) -> Fault {
        Fault("package-unlisted", at: Place(file: package), ["found": cut(path)])
    }

    /// What is in the place of a regular file.
    public static func packageNoFile(_ path: String, at place: Place) -> Fault {
        Fault("package-no-file", at: place, ["found": cut(path)])
    }

    /// No workspace in the package.
    public static func packageForeign(_ package: String) -> Fault {
        Fault("package-foreign", at: Place(file: package))
    }

    /// A layout of a later version of the program.
    public static func packageLayout(_ layout: Int, expected: Int, at place: Place) -> Fault {
        Fault("package-layout", at: place, ["found": String(layout), "expected": String(expected)])
    }

    /// A zip file that cannot be read.
    public static func packageZip(_ package: String, _ reason: String) -> Fault {
        Fault("package-zip", at: Place(file: package), ["found": cut(reason)])
    }

    /// More files or bytes than are taken.
    public static func packageLimit(_ package: String, _ limit: Int) -> Fault {
        Fault("package-limit", at: Place(file: package), ["limit": String(limit)])
    }

    /// The ledger made from the files differs from the table of observations.
    public static func packageObservations(_ line: Int, in package: String) -> Fault {
        Fault("package-observations", at: Place(file: package + ":observations.csv", line: line))
    }

    /// A result recomputed differs from the one in the package.
    public static func packageResult(_ study: String, in package: String) -> Fault {
        Fault("package-result", at: Place(file: package), severity: .warning, ["found": study])
    }

    /// Files of the folder that are not packed.
    public static func packageLeftOut(_ files: [String], of folder: String) -> Fault {
        let shown = files.prefix(10).joined(separator: ", ") + (files.count > 10 ? ", …" : "")
        return Fault("package-left-out", at: Place(file: folder), severity: .info, ["found": shown])
    }

    /// Identifiers that SDMX cannot carry: the files for it are left out.
    public static func packageWithoutSDMX(_ first: Fault) -> Fault {
        Fault("package-without-sdmx", at: first.place, severity: .warning)
    }

    /// The package's folder or file is something else.
    public static func packageTarget(_ path: String) -> Fault {
        Fault("package-target", at: Place(file: path))
    }
}
