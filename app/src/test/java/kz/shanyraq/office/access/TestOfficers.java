package kz.shanyraq.office.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Invented officers and citizens for tests, signed in. A bean in every test of the office:
/// `access.as(officers.socialWorker(114500000), () -> …)` or `mvc.perform(get("/…").with(officers.page(officer)))`.
@Component
public class TestOfficers {

    /// The password of them all.
    public static final String PASSWORD = "köp-uzaq-jol-7";

    private final Accounts accounts;
    private final Sessions sessions;
    private final String hash = new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(PASSWORD);

    TestOfficers(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// An officer with one post in a territory (0: the republic).
    public Acting.Officer officer(Role role, int kato) {
        UUID id = accounts.makeOfficer(
                login(role), "Асель Т. (" + role.word() + ")", "Жұмыспен қамту орталығы", null, hash);
        accounts.makePost(id, role, new Territory(kato));
        return (Acting.Officer) sessions.open(id, null, "test").orElseThrow();
    }

    /// A social worker.
    public Acting.Officer socialWorker(int kato) {
        return officer(Role.SOCIAL_WORKER, kato);
    }

    /// A citizen with a family.
    public Acting.Citizen citizen(long person, @Nullable Long family) {
        UUID id = accounts.makeCitizen(login(Role.CITIZEN), person, null, hash);
        return (Acting.Citizen) sessions.open(id, family, "test").orElseThrow();
    }

    /// An officer with these posts, who is not signed in yet: gives the login; the password is [#PASSWORD].
    public String account(Map<Role, Integer> posts, String name) {
        String login = login(posts.keySet().iterator().next());
        UUID id = accounts.makeOfficer(login, name, "Жұмыспен қамту орталығы", null, hash);
        posts.forEach((role, kato) -> accounts.makePost(id, role, new Territory(kato)));
        return login;
    }

    /// A citizen who is not signed in yet: gives the login.
    public String account(long person) {
        String login = login(Role.CITIZEN);
        accounts.makeCitizen(login, person, null, hash);
        return login;
    }

    /// Somebody with an account, signed in.
    public Acting signedIn(String login, @Nullable Long family) {
        return sessions.open(accounts.of(login).orElseThrow().id(), family, "test")
                .orElseThrow();
    }

    /// A request of somebody who is signed in.
    public RequestPostProcessor page(Acting acting) {
        return securityContext(SignedIn.context(acting));
    }

    /// The login of an officer made here.
    public String loginOf(Acting.Officer officer) {
        return accounts.with(officer.id()).orElseThrow().login();
    }

    /// The one-time code of a secret, some steps of half a minute from now.
    public String codeOf(String base32, int steps) {
        byte[] secret = new byte[20];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return OneTimeCodes.code(secret, Instant.now().getEpochSecond() / 30 + steps);
    }

    private static String login(Role role) {
        return role.word() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
