package kz.shanyraq.office.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What everybody does with the own account: sessions, password, second factor.
@Component
public class OwnAccount {

    private final Access access;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final OneTimeCodes codes;

    OwnAccount(Access access, Accounts accounts, Sessions sessions, Passwords passwords, OneTimeCodes codes) {
        this.access = access;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.codes = codes;
    }

    /// A session as its owner sees it.
    public record OwnSession(UUID id, Instant openedAt, Instant seenAt, String device, boolean current) {}

    /// A second factor to be set up.
    ///
    /// @param secret as it is typed into a telephone
    /// @param address as a QR code carries it
    public record Offer(String secret, String address) {}

    /// The living sessions.
    public List<OwnSession> sessions() {
        return proof().map(sessions::all).orElse(List.of()).stream()
                .map(one -> new OwnSession(
                        one.id(), one.openedAt().toInstant(), one.seenAt().toInstant(), one.device(), one.current()))
                .toList();
    }

    /// Ends one of the own sessions.
    public void end(UUID session) {
        proof().ifPresent(proof -> sessions.end(proof, session));
    }

    /// Whether a second factor is set up.
    public boolean hasSecondFactor() {
        return account().map(Accounts.Account::hasSecondFactor).orElse(false);
    }

    /// Whether there is a password: not when only a provider signs in.
    public boolean hasPassword() {
        return account().map(account -> account.password() != null).orElse(false);
    }

    /// Changes the password; the answer is the end of a message key when it is not taken, null when it is.
    public @Nullable String changePassword(String old, String fresh) {
        Optional<Accounts.Account> account = account();
        if (account.isEmpty() || !passwords.matches(old, account.get().password())) {
            return "old";
        }
        String fault = Passwords.fault(fresh, account.get().login());
        if (fault == null) {
            accounts.setPassword(account.get().id(), passwords.hash(fresh));
            access.looked(Look.did(Action.CREDENTIALS_CHANGED, "password"));
        }
        return fault;
    }

    /// Begins to set up a second factor, or shows again the one that was begun.
    public Offer offer() {
        Accounts.Account account = account().orElseThrow(NotThere::new);
        byte[] stored = account.secondFactor();
        if (stored == null || account.secondFactorSince() != null) {
            stored = codes.newSecret(account.id());
            accounts.setSecondFactor(account.id(), stored);
        }
        return new Offer(codes.base32(account.id(), stored), codes.address(account.id(), stored, account.login()));
    }

    /// Confirms the second factor with its first code; recovery codes to be shown once, or none when the code is
    /// wrong.
    public List<String> confirm(String code) {
        Accounts.Account account = account().orElseThrow(NotThere::new);
        OptionalLong step = codes.step(account.id(), account.secondFactor(), code.replace(" ", ""));
        if (account.hasSecondFactor() || step.isEmpty() || !accounts.codeUsed(account.id(), step.getAsLong())) {
            return List.of();
        }
        List<String> recovery = codes.newRecoveryCodes();
        accounts.setRecovery(
                account.id(),
                recovery.stream()
                        .map(one -> OneTimeCodes.recovery(account.id(), one))
                        .toList());
        access.looked(Look.did(Action.CREDENTIALS_CHANGED, "second factor"));
        return recovery;
    }

    /// Takes the second factor away, so that a new one can be set up.
    public void dropSecondFactor() {
        account().ifPresent(account -> {
            accounts.setSecondFactor(account.id(), null);
            access.looked(Look.did(Action.CREDENTIALS_CHANGED, "second factor off"));
        });
    }

    private Optional<Proof> proof() {
        return SignIn.proof(access.acting());
    }

    private Optional<Accounts.Account> account() {
        return Optional.ofNullable(SignIn.accountOf(access.acting())).flatMap(accounts::with);
    }
}
