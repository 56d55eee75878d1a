package kz.shanyraq.bench.tsa19;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The process of one entrant. It opens its contender and then does what the lines on its standard input say: `run`
/// answers with a [Timing], `checksum` with a number; the end of the input ends it.
public final class Worker {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// Arguments: the entrant, the folder of the work, the number of families; `once` to run once and end.
    public static void main(String[] args) throws Exception {
        var entrant = Entrant.valueOf(args[0]);
        var work = new Work(Path.of(args[1]), Integer.parseInt(args[2]));
        try (var contender = entrant.opening.open(work)) {
            if (args.length > 3) {
                contender.run();
                answer(new Timing(0, cpu(), THREADS.getTotalThreadAllocatedBytes(), Machine.peakMb()));
            } else {
                serve(contender);
            }
        }
    }

    private static void serve(Contender contender) throws Exception {
        answer("ready");
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            switch (command) {
                case "run" -> answer(run(contender));
                case "checksum" -> answer(contender.checksum());
                default -> throw new IllegalArgumentException("There is no command \"%s\".".formatted(command));
            }
        }
    }

    private static Timing run(Contender contender) throws Exception {
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        double cpu = cpu();
        long start = System.nanoTime();
        contender.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Timing(seconds, cpu() - cpu, THREADS.getTotalThreadAllocatedBytes() - allocated, Machine.peakMb());
    }

    private static double cpu() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    private static void answer(Object answer) throws IOException {
        System.out.println(answer);
        System.out.flush();
    }

    private Worker() {}
}
