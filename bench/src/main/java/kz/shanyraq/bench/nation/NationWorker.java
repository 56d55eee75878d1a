package kz.shanyraq.bench.nation;

import java.nio.file.Path;
import kz.shanyraq.bench.measure.Service;
import kz.shanyraq.nation.Progress;

/// The process of one entrant, or of making the nation.
public final class NationWorker {

    /// Arguments: the entrant, or `make`; the folder of the nation, the number of persons.
    public static void main(String[] args) throws Exception {
        var data = new NationData(Path.of(args[1]), Long.parseLong(args[2]));
        if (args[0].equals("make")) {
            data.make(new Progress(System.err, false, System::nanoTime));
            return;
        }
        try (var contender = Entrant.valueOf(args[0]).open(data)) {
            Service.serve(contender);
        }
    }

    private NationWorker() {}
}
