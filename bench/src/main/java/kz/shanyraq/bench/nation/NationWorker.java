package kz.shanyraq.bench.nation;

import java.nio.file.Path;
import kz.shanyraq.bench.measure.Service;

/// The process of one entrant.
public final class NationWorker {

    /// Arguments: the entrant, the folder of the nation, the number of persons.
    public static void main(String[] args) throws Exception {
        var data = new NationData(Path.of(args[1]), Long.parseLong(args[2]));
        try (var contender = Entrant.valueOf(args[0]).open(data)) {
            Service.serve(contender);
        }
    }

    private NationWorker() {}
}
