package kz.shanyraq.office.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.shanyraq.office.access.SmsLine;

/// The local SMS gateway of a demo, in a process of its own that ends with this one.
///
/// @param process the gateway
/// @param port where it speaks SMPP
/// @param web where its page is
/// @param password with which the office comes
record DemoGateway(Process process, int port, int web, String password) implements AutoCloseable {

    private static final Pattern SMPP = Pattern.compile("SMPP at 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern WEB = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final int PATIENCE = 60;
    private static final int A_MINUTE = 600;
    private static final int LETTERS = 4;

    /// Starts it, and waits until it can be reached.
    ///
    /// @param port where it speaks SMPP; 0 for any that is free
    /// @param web where its page is; 0 for any that is free
    static DemoGateway start(int port, int web, Path folder) throws IOException {
        byte[] random = new byte[LETTERS];
        new java.security.SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dshanyraq.home=" + System.getProperty("shanyraq.home", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kz.shanyraq.cli.Shanyraq",
                        "sms-gateway",
                        "--port",
                        Integer.toString(port),
                        "--web",
                        Integer.toString(web),
                        "--folder",
                        folder.toString(),
                        "--password",
                        password,
                        "--until",
                        Long.toString(ProcessHandle.current().pid()))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return CompletableFuture.supplyAsync(() -> heard(process, password))
                    .get(PATIENCE, TimeUnit.SECONDS)
                    .orElseThrow(() -> new IOException("it ended at once; maybe its ports are taken"));
        } catch (TimeoutException | ExecutionException broken) {
            process.destroyForcibly();
            throw new IOException("it said nothing for %d seconds".formatted(PATIENCE), broken);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("the office closes", stopped);
        }
    }

    private static java.util.Optional<DemoGateway> heard(Process process, String password) {
        int port = 0;
        try {
            // Not closed: the gateway may say more.
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher smpp = SMPP.matcher(line);
                Matcher web = WEB.matcher(line);
                if (smpp.find()) {
                    port = Integer.parseInt(smpp.group(1));
                } else if (web.find()) {
                    return java.util.Optional.of(
                            new DemoGateway(process, port, Integer.parseInt(web.group(1)), password));
                }
            }
            return java.util.Optional.empty();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /// How the office reaches it.
    SmsLine.Settings settings() {
        return new SmsLine.Settings("127.0.0.1", port, SmsGatewayCommand.SYSTEM_ID, password, "1414", A_MINUTE);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
