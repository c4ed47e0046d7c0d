internal import Dispatch
public import Extraction
public import Reading
public import Record
internal import Synchronization

/// Extracts on several cores and hands on what is made of the records, in the order in which the documents came.
///
/// Only so many documents, and so much text, are under way at a time: memory does not grow with what is read.
///
///     let pipeline = ExtractionPipeline(extractor: extractor, jobs: 4) { $0.json } receive: { json, item in … }
///     for item in items { try pipeline.add(item) }
///     try pipeline.finish()
public final class ExtractionPipeline<Product: Sendable> {
    /// Makes of a record what is wanted, on any thread.
    public typealias Maker = @Sendable (AnnotationRecord) -> Product
    /// Takes what was made of a document, in order, on the thread that adds.
    public typealias Receiver = (Product, ReadItem) throws -> Void

    /// Documents under way for each job.
    private static var depth: Int { 16 }
    /// Bytes of text under way in all, beside the latest document.
    private static var bytes: Int { 16 << 20 }

    private let work: Work<Product>
    private let jobs: Int
    private let receive: Receiver
    private var pending: [Slot<Product>] = []
    private var pendingBytes = 0

    /// - Parameters:
    ///   - jobs: how many documents are extracted at a time; with 1 on the thread that adds.
    ///   - layers: what becomes of the layers that records bring along.
    ///   - make: what is wanted of each record.
    ///   - receive: where it goes.
    public init(
        extractor: Extractor, jobs: Int, layers: BroughtLayers = .kept, make: @escaping Maker,
        receive: @escaping Receiver
    ) {
        self.jobs = max(1, jobs)
        self.receive = receive
        work = Work(extractor: extractor, layers: layers, make: make)
        guard self.jobs > 1 else { return }
        let queue = DispatchQueue(label: "annals.extraction", attributes: .concurrent)
        for _ in 0..<self.jobs {
            let work = self.work
            queue.async { work.runUntilClosed() }
        }
    }

    deinit { work.close(jobs) }

    /// What the stages cost so far, over all threads.
    public var profile: LoadProfile { work.profile }

    /// Adds a document, and hands on what is ready where too much is under way.
    public func add(_ item: ReadItem) throws {
        let slot = Slot<Product>(item)
        if jobs == 1 {
            work.run(slot)
            try handOn(slot)
            return
        }
        pending.append(slot)
        pendingBytes += slot.bytes
        work.add(slot)
        while pending.count > jobs * Self.depth || pendingBytes > Self.bytes, pending.count > 1 {
            let first = pending.removeFirst()
            pendingBytes -= first.bytes
            try handOn(first)
        }
    }

    /// Hands on the rest.
    public func finish() throws {
        for slot in pending { try handOn(slot) }
        pending.removeAll()
        pendingBytes = 0
    }

    private func handOn(_ slot: Slot<Product>) throws {
        if let product = slot.take() { try receive(product, slot.item) }
    }
}

/// A document on its way.
private final class Slot<Product: Sendable>: Sendable {
    let item: ReadItem
    var bytes: Int { item.document.text.utf8.count }
    private let product = Mutex<Product?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ item: ReadItem) { self.item = item }

    func put(_ made: Product) {
        product.withLock { $0 = made }
        done.signal()
    }

    /// Waits for the product.
    func take() -> Product? {
        done.wait()
        return product.withLock { product in
            defer { product = nil }
            return product
        }
    }
}

/// What the threads share.
private final class Work<Product: Sendable>: Sendable {
    private let extractor: Extractor
    private let layers: BroughtLayers
    private let make: @Sendable (AnnotationRecord) -> Product
    private let queue = Mutex<[Slot<Product>]>([])
    private let available = DispatchSemaphore(value: 0)
    private let spent = Mutex(LoadProfile())

    init(extractor: Extractor, layers: BroughtLayers, make: @escaping @Sendable (AnnotationRecord) -> Product) {
        self.extractor = extractor
        self.layers = layers
        self.make = make
    }

    var profile: LoadProfile { spent.withLock { $0 } }

    func add(_ slot: Slot<Product>) {
        queue.withLock { $0.append(slot) }
        available.signal()
    }

    /// Lets the threads end: each finds the queue empty once.
    func close(_ jobs: Int) {
        for _ in 0..<jobs { available.signal() }
    }

    func runUntilClosed() {
        while true {
            available.wait()
            guard let slot = queue.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
            run(slot)
        }
    }

    func run(_ slot: Slot<Product>) {
        var triggers: [Span]?
        if case .record(let record) = slot.item.content {
            switch layers {
            case .kept:
                slot.put(make(record))
                return
            case .triggers: triggers = record.events.map(\.span)
            case .replaced: break
            }
        }
        let document = slot.item.document
        let start = ProcessorTime.now
        let analysis = extractor.analyze(document)
        let middle = ProcessorTime.now
        let record = extractor.extract(document, analysis: analysis, triggers: triggers)
        let end = ProcessorTime.now
        let product = make(record)
        let ready = ProcessorTime.now
        spent.withLock {
            $0.analyse += middle - start
            $0.extract += end - middle
            $0.prepare += ready - end
        }
        slot.put(product)
    }
}
