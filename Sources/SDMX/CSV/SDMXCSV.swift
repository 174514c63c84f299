/// SDMX-CSV 1.0, 2.0 and 2.1.
///
/// Source: SDMX Technical Working Group, SDMX-CSV field guides 1.0, 2.0.0 and 2.1.
public enum SDMXCSV {
    /// A version of the format.
    public enum Version: String, Sendable, CaseIterable {
        /// Of SDMX 2.1: one dataflow a file, named in the column DATAFLOW.
        case v1_0 = "1.0"
        /// Of SDMX 3.0: STRUCTURE, STRUCTURE_ID, ACTION.
        case v2_0 = "2.0"
        /// Of SDMX 3.1: with the action M.
        case v2_1 = "2.1"
    }

    /// What stands beside identifiers and codes.
    public enum Labels: Hashable, Sendable {
        /// Nothing.
        case id
        /// `CODE: Name`, names in this language.
        case both(String)
        /// A column of names after each column of identifiers.
        case name(String)
    }
}
