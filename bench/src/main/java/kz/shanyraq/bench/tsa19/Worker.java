package kz.shanyraq.bench.tsa19;

import java.nio.file.Path;
import kz.shanyraq.bench.measure.Service;

/// The process of one entrant.
public final class Worker {

    /// Arguments: the entrant, the folder of the work, the number of families; `once` to run once and end.
    public static void main(String[] args) throws Exception {
        var entrant = Entrant.valueOf(args[0]);
        var work = new Work(Path.of(args[1]), Integer.parseInt(args[2]));
        try (var contender = entrant.opening.open(work)) {
            if (args.length > 3) {
                Service.once(contender);
            } else {
                Service.serve(contender);
            }
        }
    }

    private Worker() {}
}
