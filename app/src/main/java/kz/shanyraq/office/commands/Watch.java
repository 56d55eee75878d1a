package kz.shanyraq.office.commands;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Health and figures for those who watch over the office: on a port of their own, heard on this machine only, and
/// without a word about any person.
///
/// * `/live`: the process answers
/// * `/health`: every part with its state; 503 when one is down
/// * `/metrics`: figures in the form of Prometheus
@Component
class Watch implements SmartLifecycle {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final HealthContributorRegistry parts;
    private final PrometheusMeterRegistry figures;
    private final int port;
    private @Nullable HttpServer server;

    Watch(
            HealthContributorRegistry parts,
            PrometheusMeterRegistry figures,
            @Value("${shanyraq.watch.port:-1}") int port) {
        this.parts = parts;
        this.figures = figures;
        this.port = port;
    }

    @Override
    public void start() {
        if (port < 0) {
            return;
        }
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            fresh.setExecutor(Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("watch").daemon(true).factory()));
            fresh.createContext("/", exchange -> answer(exchange, NOT_FOUND, "text/plain", "live, health, metrics\n"));
            fresh.createContext("/live", exchange -> answer(exchange, OK, "text/plain", "UP\n"));
            fresh.createContext("/health", this::health);
            fresh.createContext(
                    "/metrics", exchange -> answer(exchange, OK, "text/plain; version=0.0.4", figures.scrape()));
            fresh.start();
            server = fresh;
        } catch (IOException taken) {
            LOG.warn("Health and figures are not served: port {} of this machine: {}", port, taken.getMessage());
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        Map<String, Status> states = new TreeMap<>();
        parts.stream().forEach(entry -> collect(entry.name(), entry.contributor(), states));
        boolean up = states.values().stream().noneMatch(state -> state.equals(Status.DOWN));
        var text =
                new StringBuilder("{\"status\":\"").append(up ? "UP" : "DOWN").append("\",\"parts\":{");
        String comma = "";
        for (Map.Entry<String, Status> state : states.entrySet()) {
            text.append(comma)
                    .append("\"%s\":\"%s\""
                            .formatted(state.getKey(), state.getValue().getCode()));
            comma = ",";
        }
        answer(
                exchange,
                up ? OK : UNAVAILABLE,
                "application/json",
                text.append("}}\n").toString());
    }

    private static void collect(String name, HealthContributor contributor, Map<String, Status> states) {
        switch (contributor) {
            case HealthIndicator indicator -> {
                var health = indicator.health(false);
                states.put(name, health == null ? Status.UNKNOWN : health.getStatus());
            }
            case HealthContributors several ->
                several.stream().forEach(entry -> collect(name + "." + entry.name(), entry.contributor(), states));
            default -> states.put(name, Status.UNKNOWN);
        }
    }

    private static void answer(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(code, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /// Where it is heard; 0 if it is not.
    int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
