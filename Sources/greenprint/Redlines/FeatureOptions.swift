import ArgumentParser
import SpatialFormats

/// How GeoJSON files are read.
struct FeatureOptions: ParsableArguments {
    @Flag(help: "Repair shapes that cross themselves, by structure; each is told. 修复自相交图形（逐一提示）。")
    var repair = false

    @Option(help: "The width of projects that are lines, in metres. 线状项目的宽度（米）。")
    var width: Double?

    @Option(help: "The property that identifies a feature. 标识字段。")
    var id = "id"

    @Option(help: "The property of a zone's class. 类别字段。")
    var classProperty = "class"

    @Option(help: "The property of a zone's type. 类型字段。")
    var typeProperty = "type"

    @Option(help: "The property of a zone's function, in words. 功能字段。")
    var functionProperty = "function"

    @Option(help: "The property that measures the function, more being better. 功能评价值字段。")
    var functionValueProperty = "function_value"

    @Option(help: "The property of a zone's city. 所在市（县）字段。")
    var cityProperty = "city"

    /// The names of the properties.
    var names: FeatureNames {
        var names = FeatureNames()
        names.id = id
        names.zoneClass = classProperty
        names.type = typeProperty
        names.function = functionProperty
        names.functionValue = functionValueProperty
        names.city = cityProperty
        return names
    }

    func check() throws {
        if let width, !(width > 0 && width.isFinite) {
            throw ValidationError("--width: more than 0; 应大于0")
        }
    }
}
