package kz.shanyraq.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of the documents that is made from the code: it must be as it was approved. With `-Dapprove=true` it is
/// written anew.
public final class Approved {

    /// Compares a page with what was approved.
    ///
    /// @param page its path from the root of the project
    public static void page(String page, String text) throws IOException {
        Path file = Path.of(System.getProperty("shanyraq.root", "..")).resolve(page);
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s is made from the code; -Dapprove=true writes it anew, then read the difference", page)
                .hasContent(text);
    }

    private Approved() {}
}
