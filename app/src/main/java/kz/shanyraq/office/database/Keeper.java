package kz.shanyraq.office.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Under which user of the operating system the database runs: PostgreSQL refuses to run as root, so that root
/// gives up its rights first, in a user namespace where there is one, else by becoming `nobody`.
enum Keeper {

    /// An ordinary user runs the database as itself.
    SELF(List.of()),
    /// Root keeps its files, and loses its rights over the rest of the machine.
    NAMESPACE(List.of("unshare", "--user")),
    /// Root becomes another user, to whom the files are given.
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65_534;

    private final List<String> prefix;

    Keeper(List<String> prefix) {
        this.prefix = prefix;
    }

    /// The words before the command of a program of the database.
    List<String> prefix() {
        return prefix;
    }

    /// The keeper for a database that lies, or will lie, in a folder.
    static Keeper of(Path cluster) {
        if (userOf(Path.of("/proc/self")) != 0) {
            return SELF;
        }
        if (Files.exists(cluster)) {
            return userOf(cluster) == NOBODY_ID ? NOBODY : namespaces() ? NAMESPACE : NOBODY;
        }
        return namespaces() ? NAMESPACE : NOBODY;
    }

    /// Gives files to the user that will run the database.
    void own(Path folder) throws IOException {
        if (this != NOBODY || userOf(folder) == NOBODY_ID) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                give(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void give(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
    }

    private static int userOf(Path file) {
        try {
            return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException broken) {
            throw new Unreachable("The owner of %s cannot be read.".formatted(file), broken);
        }
    }

    private static boolean namespaces() {
        if (Boolean.getBoolean("shanyraq.without.namespaces")) {
            return false;
        }
        try {
            Process tried = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
