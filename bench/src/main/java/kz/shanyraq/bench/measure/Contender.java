package kz.shanyraq.bench.measure;

import java.io.IOException;

/// One way to do the work. What it needs once is made when it is opened; what is timed is [#run].
public interface Contender extends AutoCloseable {

    /// Does the work once.
    void run() throws Exception;

    /// The checksum over the decisions of the last run; not timed.
    long checksum() throws Exception;

    @Override
    default void close() throws IOException {}
}
