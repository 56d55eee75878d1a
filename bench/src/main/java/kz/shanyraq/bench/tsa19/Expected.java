package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import kz.shanyraq.bench.measure.Lane;

/// The checksums to which the entrants must come; before that their times are not compared.
final class Expected {

    private final int[] familyId;
    private final Decisions known;

    /// Decides the nation once.
    Expected(Work work) throws IOException {
        familyId = work.familyIds();
        known = work.known();
    }

    /// Over all families.
    long checksum() {
        return Checksum.of(familyId, known, familyId.length);
    }

    /// Checks the last run of an entrant.
    ///
    /// @throws IllegalStateException if it decided otherwise
    void check(Lane<Entrant> lane) throws Exception {
        long found = lane.runner().checksum();
        long expected = Checksum.of(familyId, known, lane.entrant().decides(familyId.length));
        if (found != expected) {
            throw new IllegalStateException(
                    "%s came to the checksum %016x, not %016x.".formatted(lane.entrant(), found, expected));
        }
    }
}
