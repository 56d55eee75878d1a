package kz.shanyraq.office.access;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sessions: opened at sign-in, looked at on each request, ended by hand or by time. Three at a time, 30 minutes without use, 12 hours at most; the database
/// holds them to it.
@Component
class Sessions {

    private static final String OPEN = "select access.open_session(:key, :token, :account, :family, :device)";
    private static final String TOUCH = "select * from access.touch(:proof)";
    private static final String POSTS = "select * from access.posts_of(:proof)";
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

    private record Living(UUID account, @Nullable UUID person, @Nullable UUID family, UUID session) {}

    private record Held(UUID id, UUID officer, String name, String office, String role, int kato) {
        Post post() {
            return new Post(id, Role.of(role), new Territory(kato));
        }
    }

    /// Opens a session and says who acts in it; empty when an officer holds no post today.
    Optional<Acting> open(UUID account, @Nullable UUID family, String device) {
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

    /// Who acts in a session, under the post that was chosen or else the first one; empty when the session has ended.
    Optional<Acting> of(Proof proof, @Nullable UUID post) {
        Optional<Living> living = living(proof);
        if (living.isEmpty()) {
            return Optional.empty();
        }
        Living session = living.get();
        if (session.person() != null) {
            return Optional.of(new Acting.Citizen(
                    session.account(), session.person(), session.family(), session.session(), proof));
        }
        List<Held> held =
                db.sql(POSTS).param("proof", proof.token()).query(Held.class).list();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Held under = held.stream()
                .filter(one -> one.id().equals(post))
                .findFirst()
                .orElse(held.getFirst());
        return Optional.of(new Acting.Officer(
                under.officer(),
                under.name(),
                under.office(),
                under.post(),
                held.stream().map(Held::post).toList(),
                session.session(),
                proof));
    }

    /// Keeps a session alive; false when it has ended.
    boolean alive(Proof proof) {
        return living(proof).isPresent();
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

    private Optional<Living> living(Proof proof) {
        return db.sql(TOUCH).param("proof", proof.token()).query(Living.class).optional();
    }
}
