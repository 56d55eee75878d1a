package kz.shanyraq.office.access;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sessions: opened at sign-in, looked at on each request, ended by hand or by time. Three at a time, 30 minutes
/// without use, 12 hours at most; the database
/// holds them to it.
@Component
class Sessions {

    private static final String OPEN = "select access.open_session(:key, :token, :account, :family, :device)";
    private static final String RESUME = "select * from access.resume(:proof)";
    private static final String ALL = "select * from access.sessions_of(:proof)";
    private static final String END = "select access.end_session(:proof, :session)";
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient db;
    private final Door door;
    private final SecureRandom random = new SecureRandom();

    Sessions(JdbcClient db, Door door) {
        this.db = db;
        this.door = door;
    }

    /// A session as its owner sees it.
    record Session(UUID id, OffsetDateTime openedAt, OffsetDateTime seenAt, String device, boolean current) {}

    private record Resumed(
            UUID session,
            UUID account,
            @Nullable Long person,
            @Nullable Long family,
            @Nullable String name,
            @Nullable String office,
            @Nullable UUID post,
            @Nullable String role,
            @Nullable Integer kato,
            boolean strong) {}

    /// Opens a session and says who acts in it; empty when an officer holds no post today.
    Optional<Acting> open(UUID account, @Nullable Long family, String device) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var proof = new Proof(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        db.sql(OPEN)
                .param("key", door.key())
                .param("token", proof.token())
                .param("account", account)
                .param("family", family)
                .param("device", device)
                .query((row, number) -> true)
                .list();
        return of(proof, null);
    }

    /// Who acts in a session, under the post that was chosen or else the first one; keeps the session alive. Empty
    /// when it has ended, or an officer holds no
    /// post today.
    Optional<Acting> of(Proof proof, @Nullable UUID chosen) {
        List<Resumed> rows = db.sql(RESUME)
                .param("proof", proof.token())
                .query(Resumed.class)
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Resumed first = rows.getFirst();
        if (first.person() != null) {
            return Optional.of(new Acting.Citizen(
                    first.account(), first.person(), first.family(), first.session(), first.strong(), proof));
        }
        List<Post> posts = posts(rows);
        if (posts.isEmpty() || first.name() == null || first.office() == null) {
            return Optional.empty();
        }
        Post under = posts.stream()
                .filter(post -> post.id().equals(chosen))
                .findFirst()
                .orElse(posts.getFirst());
        return Optional.of(new Acting.Officer(
                first.account(), first.name(), first.office(), under, posts, first.session(), first.strong(), proof));
    }

    private static List<Post> posts(List<Resumed> rows) {
        List<Post> posts = new ArrayList<>();
        for (Resumed row : rows) {
            if (row.post() != null && row.role() != null && row.kato() != null) {
                posts.add(new Post(row.post(), Role.of(row.role()), new Territory(row.kato())));
            }
        }
        return posts;
    }

    /// One's own living sessions.
    List<Session> all(Proof proof) {
        return db.sql(ALL)
                .param("proof", proof.token())
                .query((row, number) -> new Session(
                        row.getObject("id", UUID.class),
                        row.getObject("opened_at", OffsetDateTime.class),
                        row.getObject("seen_at", OffsetDateTime.class),
                        row.getString("device"),
                        row.getBoolean("this")))
                .list();
    }

    /// Ends one of one's own sessions.
    void end(Proof proof, UUID session) {
        db.sql(END)
                .param("proof", proof.token())
                .param("session", session)
                .query(Boolean.class)
                .single();
    }

    /// Password or code were given again.
    void strengthen(Proof proof) {
        db.sql("select access.strengthen(:key, :proof)")
                .param("key", door.key())
                .param("proof", proof.token())
                .query((row, number) -> true)
                .list();
    }
}
