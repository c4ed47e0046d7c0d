internal import Synchronization

/// Workspaces that wait to be used again: memory of some megabytes that would otherwise be asked for with every text.
final class WorkspacePool: Sendable {
    private let waiting = Mutex<[Workspace]>([])

    /// Lends a workspace; several texts may be read at the same time, each with its own.
    func lend<Result>(_ body: (Workspace) -> Result) -> Result {
        let workspace = waiting.withLock { $0.popLast() } ?? Workspace()
        defer { waiting.withLock { $0.append(workspace) } }
        return body(workspace)
    }
}
