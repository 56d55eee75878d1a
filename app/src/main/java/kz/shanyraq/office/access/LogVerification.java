package kz.shanyraq.office.access;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/// Reads the whole log and says whether it is as it was written: finds every row that was edited, removed, added or
/// put elsewhere.
public interface LogVerification {

    /// The verification for one who has no office around, as a command.
    ///
    /// @param mass connections of mass work
    /// @param anchors the file of anchors in the data folder
    static LogVerification over(DataSource mass, Path anchors) {
        return new LogVerifier(mass, anchors);
    }

    /// Verifies the log.
    ///
    /// @param progress told now and then how many rows were read
    Report verify(LongConsumer progress);

    /// What was found.
    ///
    /// @param rows how many rows were read
    /// @param anchors how many anchors
    /// @param seconds how long it took
    /// @param faults what is wrong, at most 1 000 lines
    record Report(long rows, long anchors, double seconds, List<Fault> faults) {

        /// Whether the log is as it was written.
        public boolean sound() {
            return faults.isEmpty();
        }

        /// Rows a second.
        public long rate() {
            return seconds == 0 ? rows : Math.round(rows / seconds);
        }
    }

    /// Something wrong.
    ///
    /// @param place where: day, lane and number, or the anchor
    /// @param what what was seen
    record Fault(String place, String what) {}
}
