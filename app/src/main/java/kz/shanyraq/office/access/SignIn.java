package kz.shanyraq.office.access;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Sign-in with a login of the office, or with what a provider vouches for; the second factor; asking again before
/// what is sensitive.
///
/// A login that does not exist is treated as one that does: same work, same answer, same lockout.
@Component
public class SignIn {

    /// What came of an attempt.
    public sealed interface Answer {
        /// Signed in.
        ///
        /// @param acting who
        /// @param mustEnrol whether a second factor must be set up before anything else
        record Welcome(Acting acting, boolean mustEnrol) implements Answer {}

        /// The password is right; now the code.
        record CodePlease(UUID account) implements Answer {}

        /// Login, password or code is wrong.
        record Refused() implements Answer {}

        /// Too many failures; the login rests.
        record Resting() implements Answer {}

        /// Known, but without a post today.
        record NoPost() implements Answer {}
    }

    private static final Set<String> WAYS = Set.of("password", "code", "recovery", "resting", "provider", "no post");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final LookLog log;
    private final ObjectProvider<Citizens> citizens;
    private final boolean secondFactorRequired;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            OneTimeCodes codes,
            LookLog log,
            ObjectProvider<Citizens> citizens,
            @Value("${shanyraq.second-factor:optional}") String secondFactor) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.codes = codes;
        this.log = log;
        this.citizens = citizens;
        this.secondFactorRequired = secondFactor.equals("required");
    }

    /// The first step: login and password.
    public Answer password(String login, String password, String device) {
        if (accounts.lockedUntil(login).isPresent()) {
            refused(null, "resting");
            return new Answer.Resting();
        }
        Optional<Accounts.Account> account = accounts.of(login);
        boolean right = passwords.matches(
                password, account.map(Accounts.Account::password).orElse(null));
        if (!right || account.isEmpty()) {
            accounts.failed(login);
            refused(account.map(Accounts.Account::id).orElse(null), "password");
            return new Answer.Refused();
        }
        if (account.get().hasSecondFactor()) {
            return new Answer.CodePlease(account.get().id());
        }
        accounts.succeeded(login);
        return open(account.get(), device, "password");
    }

    /// The second step: a code of the telephone, or a recovery code.
    public Answer code(String login, UUID of, String code, String device) {
        if (accounts.lockedUntil(login).isPresent()) {
            refused(of, "resting");
            return new Answer.Resting();
        }
        Optional<Accounts.Account> account = accounts.with(of);
        if (account.isEmpty() || !codeIsRight(account.get(), code)) {
            accounts.failed(login);
            refused(of, "code");
            return new Answer.Refused();
        }
        accounts.succeeded(login);
        return open(account.get(), device, "code");
    }

    /// Somebody whom an OpenID provider vouches for. The account must be there; it is never made here.
    ///
    /// @param email only if the provider has verified it
    public Answer vouched(String issuer, String subject, @Nullable String email, String device) {
        Optional<Accounts.Account> account =
                accounts.linked(issuer, subject, email).flatMap(accounts::with);
        if (account.isEmpty()) {
            refused(null, "provider");
            return new Answer.Refused();
        }
        return switch (open(account.get(), device, "provider")) {
            case Answer.Welcome welcome -> new Answer.Welcome(welcome.acting(), false);
            case Answer.NoPost none -> none;
            case Answer.CodePlease other -> other;
            case Answer.Refused other -> other;
            case Answer.Resting other -> other;
        };
    }

    /// Asks again before something sensitive; true when the password, or the code of the telephone, is right.
    public boolean again(Acting acting, String answer) {
        UUID id = accountOf(acting);
        if (id == null) {
            return false;
        }
        String own = "again:" + id;
        Optional<Accounts.Account> account = accounts.with(id);
        if (account.isEmpty() || accounts.lockedUntil(own).isPresent()) {
            return false;
        }
        boolean right = answer.matches("\\d{6}")
                ? codeIsRight(account.get(), answer)
                : passwords.matches(answer, account.get().password());
        if (!right) {
            accounts.failed(own);
            refused(id, "password");
            return false;
        }
        accounts.succeeded(own);
        proof(acting).ifPresent(sessions::strengthen);
        return true;
    }

    /// Ends the session of the one who acts.
    public void out(Acting acting) {
        log.append(acting, new Access.Line(Action.SIGN_OUT, acting.purpose(), null, "sign-out"), NOBODY);
        switch (acting) {
            case Acting.Officer officer -> sessions.end(officer.proof(), officer.session());
            case Acting.Citizen citizen -> sessions.end(citizen.proof(), citizen.session());
            case Acting.TheOffice office -> {}
            case Acting.Nobody nobody -> {}
        }
    }

    /// Looks at a session at the begin of a request: who acts in it now; empty when it has ended.
    public Optional<Acting> resumed(Acting acting) {
        return switch (acting) {
            case Acting.Officer officer ->
                sessions.of(officer.proof(), officer.post().id());
            case Acting.Citizen citizen -> sessions.of(citizen.proof(), null);
            case Acting.TheOffice office -> Optional.empty();
            case Acting.Nobody nobody -> Optional.empty();
        };
    }

    /// The same officer under another of the own posts.
    public Optional<Acting> under(Acting acting, UUID post) {
        return acting instanceof Acting.Officer officer ? sessions.of(officer.proof(), post) : Optional.empty();
    }

    static final List<Look> NOBODY = List.of(Look.did(Action.SIGN_IN, ""));

    static Optional<Proof> proof(Acting acting) {
        return switch (acting) {
            case Acting.Officer officer -> Optional.of(officer.proof());
            case Acting.Citizen citizen -> Optional.of(citizen.proof());
            case Acting.TheOffice office -> Optional.empty();
            case Acting.Nobody nobody -> Optional.empty();
        };
    }

    static @Nullable UUID accountOf(Acting acting) {
        return switch (acting) {
            case Acting.Officer officer -> officer.id();
            case Acting.Citizen citizen -> citizen.account();
            case Acting.TheOffice office -> null;
            case Acting.Nobody nobody -> null;
        };
    }

    private Answer open(Accounts.Account account, String device, String way) {
        Long person = account.person();
        Citizens registry = citizens.getIfAvailable();
        Long family = person == null || registry == null
                ? null
                : registry.familyOf(person).orElse(null);
        Optional<Acting> acting = sessions.open(account.id(), family, device);
        if (acting.isEmpty()) {
            refused(account.id(), "no post");
            return new Answer.NoPost();
        }
        log.append(acting.get(), new Access.Line(Action.SIGN_IN, acting.get().purpose(), null, way), NOBODY);
        boolean mustEnrol = secondFactorRequired && account.isOfficer() && !account.hasSecondFactor();
        return new Answer.Welcome(acting.get(), mustEnrol);
    }

    private boolean codeIsRight(Accounts.Account account, String typed) {
        String code = typed.replace(" ", "");
        if (!account.hasSecondFactor()) {
            return false;
        }
        OptionalLong step = codes.step(account.id(), account.secondFactor(), code);
        if (step.isPresent()) {
            return accounts.codeUsed(account.id(), step.getAsLong());
        }
        return code.length() > 8 && accounts.useRecovery(account.id(), OneTimeCodes.recovery(account.id(), code));
    }

    private void refused(@Nullable UUID account, String way) {
        if (!WAYS.contains(way)) {
            throw new IllegalArgumentException("The log does not know the way " + way);
        }
        log.appendAs("anonymous", account, new Access.Line(Action.SIGN_IN_REFUSED, Purpose.OPERATION, null, way));
    }
}
