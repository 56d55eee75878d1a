package kz.shanyraq.bench.pages;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// An office that runs as long as it is measured, at a port of its own.
///
/// @param address where its pages are
record OpenOffice(Process process, URI address) implements AutoCloseable {

    /// The password of the accounts of the demo.
    static final String PASSWORD = "shanyraq-demo";

    private static final Duration TO_OPEN = Duration.ofMinutes(10);

    /// Opens an office and waits until it answers.
    ///
    /// @param home the project
    /// @param data its data folder
    /// @param demo who lives there if nobody was loaded: village, region or nation
    /// @throws IOException if it does not open
    static OpenOffice open(Path home, Path data, String demo) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = Files.createTempFile("shanyraq-pages", ".txt");
        var command = new ProcessBuilder(
                        home.resolve("shanyraq").toString(),
                        "up",
                        "--demo",
                        demo,
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // One officer of this benchmark is fifty; the bound on searches is for each of them.
        command.environment().put("SHANYRAQ_PACE_SEARCH", "1000000");
        command.environment().put("SHANYRAQ_PACE_SIGN_IN", "1000000");
        var office = new OpenOffice(command.start(), URI.create("http://127.0.0.1:" + port));
        if (!office.opened()) {
            office.close();
            throw new IOException(
                    "The office did not open at %s. What it said is in %s.".formatted(office.address, log));
        }
        return office;
    }

    private boolean opened() throws InterruptedException {
        long began = System.nanoTime();
        try (var browser = new Browser(address)) {
            while (System.nanoTime() - began < TO_OPEN.toNanos() && process.isAlive()) {
                try {
                    if (browser.get("/sign-in").statusCode() == 200) {
                        return true;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(200);
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
