package kz.shanyraq.office.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts behind the door: passwords, second factors, failures. Every statement needs the door key.
@Component
class Accounts {

    private static final String OF = "select * from access.account_of(:key, :login)";
    private static final String WITH = "select * from access.account_with(:key, :account)";

    private final JdbcClient db;
    private final Door door;

    Accounts(JdbcClient db, Door door) {
        this.db = db;
        this.door = door;
    }

    /// What is needed to check a sign-in.
    record Account(
            UUID id,
            String kind,
            String login,
            @Nullable String password,
            byte @Nullable [] secondFactor,
            @Nullable OffsetDateTime secondFactorSince,
            @Nullable Long person) {

        boolean hasSecondFactor() {
            return secondFactor != null && secondFactorSince != null;
        }

        boolean isOfficer() {
            return kind.equals("officer");
        }
    }

    Optional<Account> of(String login) {
        return call(OF).param("login", login).query(Account.class).optional();
    }

    Optional<Account> with(UUID account) {
        return call(WITH).param("account", account).query(Account.class).optional();
    }

    Optional<UUID> linked(String issuer, String subject, @Nullable String email) {
        return call("select access.account_linked(:key, :issuer, :subject, :email)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("email", email)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    Optional<OffsetDateTime> lockedUntil(String login) {
        return call("select access.locked_until(:key, :login)")
                .param("login", login)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .filter(until -> until.isAfter(OffsetDateTime.now(Looks.ZONE)));
    }

    void failed(String login) {
        done(call("select access.failed(:key, :login)").param("login", login));
    }

    void succeeded(String login) {
        done(call("select access.succeeded(:key, :login)").param("login", login));
    }

    void setPassword(UUID account, String hash) {
        done(call("select access.set_password(:key, :account, :hash)")
                .param("account", account)
                .param("hash", hash));
    }

    void setSecondFactor(UUID account, byte @Nullable [] secret) {
        done(call("select access.set_second_factor(:key, :account, :secret)")
                .param("account", account)
                .param("secret", secret));
    }

    boolean codeUsed(UUID account, long step) {
        return call("select access.code_used(:key, :account, :step)")
                .param("account", account)
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    void setRecovery(UUID account, List<byte[]> codes) {
        done(call("select access.set_recovery(:key, :account, :codes)")
                .param("account", account)
                .param("codes", codes.toArray(byte[][]::new)));
    }

    boolean useRecovery(UUID account, byte[] code) {
        return call("select access.use_recovery(:key, :account, :code)")
                .param("account", account)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    UUID makeOfficer(String login, String name, String office, @Nullable String email, @Nullable String hash) {
        return call("select access.make_officer(:key, :login, :name, :office, :email, :hash)")
                .param("login", login)
                .param("name", name)
                .param("office", office)
                .param("email", email)
                .param("hash", hash)
                .query(UUID.class)
                .single();
    }

    UUID makePost(UUID officer, Role role, Territory territory) {
        return call("select access.make_post(:key, :officer, :role, :kato)")
                .param("officer", officer)
                .param("role", role.word())
                .param("kato", territory.kato())
                .query(UUID.class)
                .single();
    }

    UUID makeCitizen(String login, long person, @Nullable String email, @Nullable String hash) {
        return call("select access.make_citizen(:key, :login, :person, :email, :hash)")
                .param("login", login)
                .param("person", person)
                .param("email", email)
                .param("hash", hash)
                .query(UUID.class)
                .single();
    }

    private JdbcClient.StatementSpec call(String sql) {
        return db.sql(sql).param("key", door.key());
    }

    private static void done(JdbcClient.StatementSpec call) {
        call.query((row, number) -> true).list();
    }
}
