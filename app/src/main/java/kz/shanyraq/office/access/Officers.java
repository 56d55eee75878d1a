package kz.shanyraq.office.access;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Officers as an operator keeps them: added, given posts, ended. Row-level security lets nobody else do it, and an
/// operator only with a fresh password.
@Component
public class Officers {

    private static final String LIST = """
            select a.id, a.login, a.email, o.name, o.office, upper(a.valid) as until, a.second_factor_since is not null as second_factor
            from access.officer o join access.account a on a.id = o.id
            where :like = '' or o.name ilike :like or a.login ilike :like
            order by upper(a.valid) is not null, o.name, a.login limit 500
            """;

    private static final String ONE = """
            select a.id, a.login, a.email, o.name, o.office, upper(a.valid) as until, a.second_factor_since is not null as second_factor
            from access.officer o join access.account a on a.id = o.id where a.id = :id
            """;

    private static final String POSTS = """
            select id, officer, role::text as role, kato, lower(valid) as since, upper(valid) as until from access.post
            where officer = any(:officers) order by upper(valid) is not null, made_at
            """;

    private static final String ADD_ACCOUNT = """
            insert into access.account (id, kind, login, email, valid)
            values (:id, 'officer', lower(:login), lower(:email), daterange(access.today(), :until))
            """;

    private static final String ADD_OFFICER =
            "insert into access.officer (id, name, office) values (:id, :name, :office)";

    private static final String ADD_POST = """
            insert into access.post (officer, role, kato, valid, given_by)
            values (:officer, :role::access.role, :kato, daterange(access.today(), :until), access.officer())
            """;

    private static final String END_POST = """
            update access.post set valid = daterange(lower(valid), greatest(access.today(), lower(valid) + 1))
            where id = :post and officer = :officer and (upper(valid) is null or upper(valid) > access.today())
            """;

    private static final String END = """
            update access.account set valid = daterange(lower(valid), greatest(cast(:until as date), lower(valid) + 1)) where id = :officer
            """;

    private static final int PASSWORD_BYTES = 12;

    private final JdbcClient db;
    private final Access access;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    Officers(JdbcClient db, Access access, Accounts accounts, Passwords passwords) {
        this.db = db;
        this.access = access;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// An officer as the operator sees one.
    ///
    /// @param until the first day on which the account does not serve; null for no end
    public record OfficerRow(
            UUID id,
            String login,
            @Nullable String email,
            String name,
            String office,
            @Nullable LocalDate until,
            boolean secondFactor) {}

    /// A post as the operator sees it.
    public record PostRow(
            UUID id,
            UUID officer,
            String role,
            int kato,
            LocalDate since,
            @Nullable LocalDate until) {}

    /// Officers whose name or login holds these letters; those whose time has an end stand last.
    @Transactional(readOnly = true)
    public List<OfficerRow> list(String letters) {
        String like = letters.isBlank() ? "" : "%" + letters.strip().replaceAll("[%_\\\\]", "") + "%";
        return db.sql(LIST).param("like", like).query(OfficerRow.class).list();
    }

    /// One officer.
    @Transactional(readOnly = true)
    public Optional<OfficerRow> one(UUID id) {
        return db.sql(ONE).param("id", id).query(OfficerRow.class).optional();
    }

    /// The posts of officers, those that are held first.
    @Transactional(readOnly = true)
    public List<PostRow> posts(List<UUID> officers) {
        return db.sql(POSTS)
                .param("officers", officers.toArray(UUID[]::new))
                .query(PostRow.class)
                .list();
    }

    /// Adds an officer; the answer is the account.
    @Transactional
    public UUID add(String login, String name, String office, @Nullable String email, @Nullable LocalDate until) {
        UUID id = db.sql("select uuidv7()").query(UUID.class).single();
        db.sql(ADD_ACCOUNT)
                .param("id", id)
                .param("login", login)
                .param("email", email)
                .param("until", until, Types.DATE)
                .update();
        db.sql(ADD_OFFICER)
                .param("id", id)
                .param("name", name)
                .param("office", office)
                .update();
        changed("added");
        return id;
    }

    /// A first password, to be shown once and handed over.
    public String newPassword(UUID officer) {
        access.require(Right.MANAGE_OFFICERS);
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        accounts.setPassword(officer, passwords.hash(password));
        changed("password");
        return password;
    }

    /// Takes away the second factor of an officer who has lost it.
    public void dropSecondFactor(UUID officer) {
        access.require(Right.MANAGE_OFFICERS);
        accounts.setSecondFactor(officer, null);
        changed("second factor");
    }

    /// Gives a post.
    @Transactional
    public void give(UUID officer, Role role, Territory territory, @Nullable LocalDate until) {
        db.sql(ADD_POST)
                .param("officer", officer)
                .param("role", role.word())
                .param("kato", territory.kato())
                .param("until", until, Types.DATE)
                .update();
        changed("post " + role.word());
    }

    /// Ends a post today.
    @Transactional
    public void endPost(UUID officer, UUID post) {
        db.sql(END_POST).param("officer", officer).param("post", post).update();
        changed("post ended");
    }

    /// Ends an account on a day.
    @Transactional
    public void end(UUID officer, LocalDate until) {
        db.sql(END).param("officer", officer).param("until", until).update();
        changed("ended");
    }

    private void changed(String what) {
        access.looked(Look.did(Action.OFFICER_CHANGED, what));
    }
}
