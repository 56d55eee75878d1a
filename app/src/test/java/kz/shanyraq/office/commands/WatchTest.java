package kz.shanyraq.office.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// What those see who watch over the office.
@OfficeTest
@TestPropertySource(properties = "shanyraq.watch.port=0")
class WatchTest {

    @Autowired
    private Watch watch;

    @Autowired
    private JdbcClient db;

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(watch.port(), path)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void health_tells_every_part_and_an_event_that_failed_raises_the_alarm() throws IOException, InterruptedException {
        assertThat(ask("/live").statusCode()).isEqualTo(200);
        HttpResponse<String> well = ask("/health");
        assertThat(well.statusCode()).as(well.body()).isEqualTo(200);
        assertThat(well.body()).contains("\"status\":\"UP\"", "\"eventUpkeep\":\"UP\"", "db");
        db.sql("""
                insert into database.event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                values (gen_random_uuid(), 'nobody', 'Nothing', '{}', now(), 'FAILED', 9)
                """).update();
        try {
            assertThat(ask("/health").statusCode()).isEqualTo(503);
            assertThat(ask("/metrics").body()).contains("shanyraq_events_failed 1.0");
        } finally {
            db.sql("delete from database.event_publication where listener_id = 'nobody'")
                    .update();
        }
    }

    @Test
    void figures_are_in_the_form_of_prometheus() throws IOException, InterruptedException {
        assertThat(ask("/metrics").body()).contains("jvm_memory_used_bytes", "hikaricp_connections");
        assertThat(ask("/env").statusCode()).isEqualTo(404);
    }
}
