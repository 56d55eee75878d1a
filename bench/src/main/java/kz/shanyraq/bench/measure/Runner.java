package kz.shanyraq.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Runs an entrant in processes of its own.
public sealed interface Runner extends AutoCloseable {

    /// Runs once.
    Timing once() throws Exception;

    /// The checksum over the decisions of the last run.
    long checksum() throws Exception;

    @Override
    void close() throws IOException;

    /// One process, which runs again and again; [Service] is its other side.
    final class Warm implements Runner {
        private final Process process;
        private final Writer questions;
        private final BufferedReader answers;

        /// Starts the process.
        public Warm(List<String> command) throws IOException {
            process = start(command);
            questions = process.outputWriter();
            answers = process.inputReader();
            read();
        }

        @Override
        public Timing once() throws IOException {
            return Timing.parse(ask("run"));
        }

        @Override
        public long checksum() throws IOException {
            return Long.parseLong(ask("checksum"));
        }

        private String ask(String question) throws IOException {
            questions.write(question + "\n");
            questions.flush();
            return read();
        }

        private String read() throws IOException {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("The worker has ended: %s. Maybe its heap is too small; see above."
                        .formatted(process.info().commandLine().orElse("")));
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            questions.close();
            process.onExit().join();
        }
    }

    /// A new process for each run, timed from before its start to after its end.
    final class Cold implements Runner {
        private final List<String> command;
        private final Opening opening;

        /// Prepares the runs.
        ///
        /// @param opening opens the contender here, to look at what a process has left in files
        public Cold(List<String> command, Opening opening) {
            this.command = List.copyOf(command);
            this.opening = opening;
        }

        @Override
        public Timing once() throws IOException, InterruptedException {
            long start = System.nanoTime();
            Process process = start(command);
            String answer = process.inputReader().readLine();
            if (process.waitFor() != 0 || answer == null) {
                throw new IOException("A process has failed: " + String.join(" ", command));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Timing told = Timing.parse(answer);
            return new Timing(seconds, told.cpu(), told.allocated(), told.peakMb());
        }

        /// Another process of the same entrant left its decisions in a file.
        @Override
        public long checksum() throws Exception {
            try (var contender = opening.open()) {
                return contender.checksum();
            }
        }

        @Override
        public void close() {}
    }

    /// Opens a contender.
    interface Opening {
        Contender open() throws Exception;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
