package kz.shanyraq.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Progress is told on a terminal in one line, elsewhere every ten seconds.
class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    private Progress progress(boolean terminal) {
        return new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, () -> now);
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void passes(double seconds) {
        now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void a_line_every_ten_seconds_says_how_far_how_fast_and_how_long() {
        Progress progress = progress(false);
        progress.begin("Assessing", "families", 4_000);
        passes(5);
        progress.done(500);
        assertThat(told()).isEmpty();
        passes(5);
        progress.done(500);
        assertThat(told()).isEqualTo("Assessing: 1 000 of 4 000 families, 25 %, 100 a second, 30 s left\n");
        passes(5);
        progress.done(500);
        progress.end();
        assertThat(told().lines()).hasSize(1);
    }

    @Test
    void without_a_total_there_is_no_time_left() {
        Progress progress = progress(false);
        progress.begin("Reading persons", "rows", -1);
        passes(20);
        progress.done(3_000_000);
        assertThat(told()).isEqualTo("Reading persons: 3 000 000 rows, 150 000 a second\n");
    }

    @Test
    void on_a_terminal_one_line_is_written_over_and_wiped() {
        Progress progress = progress(true);
        progress.begin("Assessing", "families", 10);
        passes(1);
        progress.done(5);
        passes(1);
        progress.done(5);
        progress.end();
        assertThat(told())
                .doesNotContain("\n")
                .startsWith("\rAssessing: 5 of 10 families, 50 %")
                .endsWith(" \r");
    }

    @Test
    void a_short_work_says_nothing() {
        Progress progress = progress(true);
        progress.begin("Assessing", "families", 10);
        progress.done(10);
        progress.end();
        assertThat(told()).isEmpty();
    }
}
