// An embedding program: loads the articles of a folder into a knowledge base and prints one entity's timeline.
//
//     swift run example data/samples "Security Service of Ukraine"

import Foundation
import Ingestion
import KnowledgeBase
import Tables

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: example FOLDER ENTITY")
    exit(2)
}

let data = try DataFolder.locate()
let store = try Store(path: "example.db", mode: .write, data: data)
let summary = try Loader(data: data).load([arguments[1]], into: store, command: "example")
print("\(summary.loaded) documents")

let library = try QueryLibrary(data: data)
let timeline = try library.query(named: "timeline")
let result = try QueryRunner(connection: store.connection).run(timeline, arguments: ["entity": arguments[2]])
for row in result.rows {
    print(zip(result.columns, row).map { "\($0): \($1)" }.joined(separator: ", "))
}
