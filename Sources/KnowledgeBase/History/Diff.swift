internal import SQLite

extension Store {
    /// What the store says at one point of its history that it does not say at another. The file is not touched.
    public func diff(from first: HistoryPoint, to second: HistoryPoint) throws(StoreError) -> KnowledgeDiff {
        try guarded {
            for (name, point) in [("before", first), ("after", second)] {
                let scope = try self.scope(at: point)
                let snapshot = Snapshot(connection: connection, data: data)
                if !scope.isEverything { try snapshot.make(scope) }
                try KnowledgePicture(connection: connection, name: name).take()
                if !scope.isEverything { try snapshot.remove() }
            }
            return try compare()
        }
    }

    /// What a change does to what the store says, told by comparing the two states and not by making either a second time.
    /// - Parameter change: what is done in between.
    public func diff<Result>(around change: () throws -> Result) throws -> (result: Result, diff: KnowledgeDiff) {
        try guarded { try KnowledgePicture(connection: connection, name: "before").take() }
        let result = try change()
        let diff = try guarded {
            try KnowledgePicture(connection: connection, name: "after").take()
            return try compare()
        }
        return (result, diff)
    }

    private func compare() throws -> KnowledgeDiff {
        let diff = try KnowledgeComparison(connection: connection).diff()
        for name in ["before", "after"] { try KnowledgePicture(connection: connection, name: name).remove() }
        return diff
    }

    /// The part of the store that counted at a point.
    private func scope(at point: HistoryPoint) throws -> Scope {
        let clock = HistoryClock(connection: connection)
        switch point {
        case .now: return Scope()
        case .before(let batch):
            // Before the first moment there is nothing.
            return Scope(knownAt: try clock.moment(before: try bounds(ofBatch: batch).started) ?? "0000")
        case .after(let batch):
            let bounds = try self.bounds(ofBatch: batch)
            let moment = bounds.finished ?? bounds.started
            let isLatest = try clock.moment(before: "9999") == moment
            return Scope(knownAt: isLatest ? nil : moment)
        }
    }

    private func bounds(ofBatch batch: Int) throws -> (started: String, finished: String?) {
        let row = try connection.firstRow("SELECT started, finished FROM batches WHERE id = ?", batch)
        guard let row, let started = row[0].text else {
            throw StoreError.notFound("There is no batch \(batch). `annals log` lists them.")
        }
        return (started, row[1].text)
    }
}
