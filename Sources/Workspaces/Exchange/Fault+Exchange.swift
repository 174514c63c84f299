public import StatisticalData

extension Fault {
    static func keyExists(_ id: String) -> Fault {
        Fault("key-exists", at: Place(file: id))
    }

    static func keyName(_ found: String) -> Fault {
        Fault("key-name", at: Place(file: "--as"), ["found": String(found.prefix(60))])
    }

    static func keyNone(_ found: String, known: [String]) -> Fault {
        Fault(
            "key-none", at: Place(file: "--key"),
            ["found": found, "expected": known.isEmpty ? "-" : known.joined(separator: ", ")])
    }

    static func keySeveral(_ known: [String]) -> Fault {
        Fault("key-several", at: Place(file: "--key"), ["expected": known.joined(separator: ", ")])
    }

    static func keyMode(_ path: String) -> Fault {
        Fault("key-mode", at: Place(file: path))
    }

    static func keyFile(_ path: String) -> Fault {
        Fault("key-file", at: Place(file: path))
    }

    /// A fingerprint that is not that of the key.
    public static func keyFingerprint(_ found: String, expected: String) -> Fault {
        Fault("key-fingerprint", at: Place(file: "--fingerprint"), ["found": found, "expected": expected])
    }

    /// A key that was not confirmed by its fingerprint.
    public static func keyNotConfirmed(_ fingerprint: String, at place: Place) -> Fault {
        Fault("key-not-confirmed", at: place, ["found": fingerprint])
    }

    static func exchangeManifest(_ file: String) -> Fault {
        Fault("exchange-manifest", at: Place(file: file))
    }

    static func exchangeSignature(_ file: String) -> Fault {
        Fault("exchange-signature", at: Place(file: file))
    }

    /// A signer whose key nobody here has trusted.
    public static func exchangeUnknownSigner(_ name: String, _ fingerprint: String, at place: Place) -> Fault {
        Fault("exchange-unknown-signer", at: place, ["name": String(name.prefix(100)), "found": fingerprint])
    }

    static func packageRepeatedFile(_ path: String, at place: Place) -> Fault {
        Fault("package-repeated", at: place, ["found": String(path.prefix(200))])
    }
}
