internal import Claims

/// A schema of JSON values, as tools tell what they take and return (JSON Schema 2020-12).
struct JSONSchema {
  let json: [UInt8]

  private init(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object(write)
    json = writer.take()
  }

  /// A field of an object; optional fields may be absent.
  struct Field {
    let name: String
    let schema: JSONSchema
    let isRequired: Bool

    init(_ name: String, _ schema: JSONSchema, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }

    static func optional(_ name: String, _ schema: JSONSchema) -> Field {
      Field(name, schema, isRequired: false)
    }
  }

  static func text(_ description: String? = nil) -> JSONSchema { plain("string", description) }
  static func whole(_ description: String? = nil, from least: Int = 0, to most: Int? = nil) -> JSONSchema {
    JSONSchema { json in
      json.field("type", "integer")
      json.field("minimum", least)
      if let most { json.field("maximum", most) }
      if let description { json.field("description", description) }
    }
  }
  static func share(_ description: String? = nil) -> JSONSchema {
    JSONSchema { json in
      json.field("type", "number")
      json.field("minimum", 0)
      json.field("maximum", 1)
      if let description { json.field("description", description) }
    }
  }
  static func flag(_ description: String? = nil) -> JSONSchema { plain("boolean", description) }

  static func optionalText(_ description: String? = nil) -> JSONSchema { orNull("string", description) }
  static func optionalWhole(_ description: String? = nil) -> JSONSchema { orNull("integer", description) }

  static func oneOf(_ values: [String], _ description: String? = nil) -> JSONSchema {
    JSONSchema { json in
      json.field("type", "string")
      json.name("enum")
      json.strings(values)
      if let description { json.field("description", description) }
    }
  }

  static func anyOf(_ schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema { json in
      json.name("anyOf")
      json.array { json in for schema in schemas { json.raw(schema.json) } }
    }
  }

  static let null = JSONSchema { $0.field("type", "null") }

  static func list(of schema: JSONSchema, _ description: String? = nil) -> JSONSchema {
    JSONSchema { json in
      json.field("type", "array")
      json.name("items")
      json.raw(schema.json)
      if let description { json.field("description", description) }
    }
  }

  static func object(_ fields: [Field], isClosed: Bool = false) -> JSONSchema {
    JSONSchema { json in
      json.field("type", "object")
      json.name("properties")
      json.object { json in
        for field in fields {
          json.name(field.name)
          json.raw(field.schema.json)
        }
      }
      let required = fields.filter(\.isRequired)
      if !required.isEmpty {
        json.name("required")
        json.strings(required.map(\.name))
      }
      if isClosed {
        json.name("additionalProperties")
        json.bool(false)
      }
    }
  }

  private static func plain(_ type: String, _ description: String?) -> JSONSchema {
    JSONSchema { json in
      json.field("type", type)
      if let description { json.field("description", description) }
    }
  }

  private static func orNull(_ type: String, _ description: String?) -> JSONSchema {
    JSONSchema { json in
      json.name("type")
      json.array { json in
        json.string(type)
        json.string("null")
      }
      if let description { json.field("description", description) }
    }
  }
}
