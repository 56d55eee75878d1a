package kz.shanyraq.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/// What the process of an entrant does: it says that it is ready and then does what the lines on its standard input
/// say. `run` answers with a [Timing], `checksum` with a number; the end of the input ends it.
public final class Service {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// Answers until the input ends.
    public static void serve(Contender contender) throws Exception {
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

    /// Runs once and answers with what the whole process took; its time is measured from outside.
    public static void once(Contender contender) throws Exception {
        contender.run();
        answer(new Timing(0, cpu(), THREADS.getTotalThreadAllocatedBytes(), Machine.peakMb()));
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

    private Service() {}
}
