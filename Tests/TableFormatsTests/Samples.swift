import Foundation
import StatisticalData
import TableFormats

/// Two small tables that use every kind of row, and faults in them as text.
enum Sample {
    static let data = """
        uName,uCode,Region,Area,Income,Air,Note
        Alpha,AAA,North,10,1.5,20,x
        Beta,BBB,South,20,2.5,NA,
        "Gamma, east",CCC,North,40,1e5,30,z

        """

    static let metadata = """
        Level,iCode,iName,Direction,Weight,Unit,Target,Denominator,Parent,Type,goalpost_lower,goalpost_upper,cap,Remark
        1,Income,Income a person,1,2,yuan,3,Area,Economy,Indicator,0,10,TRUE,from the yearbook
        1,Air,Fine dust,-1,1,ug/m3,10,NA,Nature,Indicator,5,100,FALSE,NA
        2,Economy,Economy,1,1,NA,NA,NA,Index,Aggregate,NA,NA,NA,NA
        2,Nature,Nature,1,0.5,NA,NA,NA,Index,Aggregate,NA,NA,NA,NA
        3,Index,The index,1,1,NA,NA,NA,NA,Aggregate,NA,NA,NA,NA
        NA,Region,Region,NA,NA,NA,NA,NA,NA,Group,NA,NA,NA,NA
        NA,Area,Land area,NA,NA,km2,NA,NA,NA,Denominator,NA,NA,NA,2017
        NA,Note,Note,NA,NA,NA,NA,NA,NA,Other,NA,NA,NA,NA

        """

    static func read(data: String = data, metadata: String = metadata) throws(Faults) -> IndexTables {
        try IndexTables(
            data: Array(data.utf8), dataFile: "data", metadata: Array(metadata.utf8), metadataFile: "meta")
    }

    /// What is wrong with two tables, as `file:line:column code`; warnings of readable tables too.
    static func faults(data: String = data, metadata: String = metadata) -> [String] {
        list(data: data, metadata: metadata).map { "\($0.place) \($0.code)" }
    }

    static func list(data: String = data, metadata: String = metadata) -> [Fault] {
        do throws(Faults) {
            return try read(data: data, metadata: metadata).warnings
        } catch {
            return error.list
        }
    }
}

/// A change to one of the sample tables, and the faults it must lead to.
struct Change: Sendable, CustomStringConvertible {
    let old: String
    let new: String
    let faults: [String]

    init(_ old: String, _ new: String, _ faults: String...) {
        self.old = old
        self.new = new
        self.faults = faults
    }

    var description: String { "\(old) → \(new)" }

    /// The text with the first occurrence of `old` replaced; `nil` if there is none.
    func applied(to text: String) -> String? {
        guard let range = text.range(of: old) else { return nil }
        return text.replacingCharacters(in: range, with: new)
    }
}
