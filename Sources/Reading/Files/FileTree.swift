#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The files under a path in a fixed order: of each folder its entries by name, in the order of their bytes.
///
/// Hidden entries are passed over. A symbolic link is followed only where it is the path itself: one inside the
/// folder names a file that is found anyway, or one outside it that nobody asked for.
struct FileTree {
    /// A file, or why a part of the tree gave none.
    enum Entry {
        case file(String)
        case failure(ReadFailure)
    }

    private enum Kind { case folder, file, link, other }

    let depth: Int

    /// True for a folder or a link to one.
    static func isFolder(_ path: String) -> Bool {
        // C would read such a path only up to its zero byte.
        guard !path.utf8.contains(0) else { return false }
        var status = stat()
        return stat(FileName.opened(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Visits the files under a folder.
    func walk(_ root: String, visit: (Entry) throws -> Void) rethrows {
        let realRoot = Self.resolved(root)
        var waiting: [(path: String, depth: Int)] = [(root, 0)]
        while let (path, level) = waiting.popLast() {
            switch level == 0 ? .folder : Self.kind(of: path) {
            case .file: try visit(.file(path))
            case .other:
                try visit(
                    .failure(ReadFailure(kind: .skipped, path: path, reason: "it is neither a file nor a folder")))
            case .link:
                let target = Self.resolved(path)
                if let realRoot, let target, target.hasPrefix(realRoot + "/") { continue }
                let (reason, advice) =
                    target == nil
                    ? ("it is a symbolic link that leads nowhere", nil)
                    : target == realRoot
                        ? ("it is a symbolic link to the folder itself", nil)
                        : ("it is a symbolic link out of the folder", "Name what it points to, to read that.")
                try visit(.failure(ReadFailure(kind: .skipped, path: path, reason: reason, advice: advice)))
            case .folder:
                guard level < depth else {
                    try visit(
                        .failure(
                            ReadFailure(
                                kind: .skipped, path: path, reason: "it lies more than \(depth) folders deep",
                                advice: "Name it by itself.")))
                    continue
                }
                guard let names = FileName.visibleNames(inFolder: path) else {
                    try visit(
                        .failure(
                            ReadFailure(
                                kind: .unreadable, path: path, reason: "the folder cannot be listed",
                                advice: "Check that you may read it.")))
                    continue
                }
                let prefix = path.hasSuffix("/") ? path : path + "/"
                for name in names.reversed() { waiting.append((prefix + name, level + 1)) }
            }
        }
    }

    private static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(FileName.opened(path), &status) == 0 else { return .file }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK: return .link
        default: return .other
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(FileName.opened(path), nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
