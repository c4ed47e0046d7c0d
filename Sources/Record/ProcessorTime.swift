#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// How long the processor has worked for the current thread: what a stage costs, whatever else the machine does meanwhile.
public enum ProcessorTime {
    /// Since the thread began. Differences are meaningful within one thread.
    public static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
