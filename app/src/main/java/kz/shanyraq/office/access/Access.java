package kz.shanyraq.office.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The door of access: who acts, what they may, and what they looked at.
@Component
public class Access {

    private final LookLog log;
    private final Permits permits;

    Access(LookLog log, Permits permits) {
        this.log = log;
        this.permits = permits;
    }

    /// Who acts.
    public Acting acting() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedIn signedIn ? signedIn.acting() : new Acting.Nobody();
    }

    /// The officer who acts, if it is one.
    public Optional<Acting.Officer> officer() {
        return acting() instanceof Acting.Officer officer ? Optional.of(officer) : Optional.empty();
    }

    /// The citizen who acts, if it is one.
    public Optional<Acting.Citizen> citizen() {
        return acting() instanceof Acting.Citizen citizen ? Optional.of(citizen) : Optional.empty();
    }

    /// Whether the one who acts may do this somewhere.
    public boolean may(Right right) {
        return acting().may(right);
    }

    /// Refuses who may not do this anywhere.
    public void require(Right right) {
        if (!may(right)) {
            throw new Denied(right);
        }
    }

    /// Refuses who may not do this with this family: to others it is as if it were not there.
    public void require(Right right, FamilyRef family) {
        require(right);
        if (purposeFor(family).isEmpty()) {
            throw new NotThere();
        }
    }

    /// Whether the one who acts may do this with this family.
    public boolean may(Right right, FamilyRef family) {
        return may(right) && purposeFor(family).isPresent();
    }

    /// Logs looks, before what was looked at is shown: returns when the lines are kept, in a transaction of their
    /// own. Outside the territory the permit's
    /// reason is logged with them.
    ///
    /// @throws LogUnwritable if they cannot be; then nothing may be shown
    public void looked(Look... looks) {
        looked(List.of(looks));
    }

    /// Logs looks, before what was looked at is shown.
    public void looked(List<Look> looks) {
        Acting acting = acting();
        Map<Line, List<Look>> lines = new LinkedHashMap<>();
        for (Look look : looks) {
            lines.computeIfAbsent(line(acting, look), any -> new ArrayList<>()).add(look);
        }
        lines.forEach((line, of) -> log.append(acting, line, of));
    }

    /// Does something as somebody else: for jobs and tests.
    public static <T> T as(Acting acting, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContextHolder.setContext(SignedIn.context(acting));
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private Line line(Acting acting, Look look) {
        FamilyRef family = look.family();
        Purpose purpose = family == null ? acting.purpose() : purposeFor(family).orElse(acting.purpose());
        boolean byPermit = purpose == Purpose.OUTSIDE_TERRITORY || purpose == Purpose.BREAK_GLASS;
        String reason =
                byPermit && family != null ? permits.reason(family, purpose).orElse(null) : null;
        return new Line(look.action(), purpose, reason, look.detail());
    }

    /// What a family may be looked at for; empty if it may not.
    private Optional<Purpose> purposeFor(FamilyRef family) {
        return switch (acting()) {
            case Acting.Citizen citizen ->
                citizen.family() != null && citizen.family() == family.id()
                        ? Optional.of(Purpose.OWN_DATA)
                        : Optional.empty();
            case Acting.Officer officer -> purposeFor(officer, family);
            case Acting.TheOffice office -> Optional.empty();
            case Acting.Nobody nobody -> Optional.empty();
        };
    }

    private Optional<Purpose> purposeFor(Acting.Officer officer, FamilyRef family) {
        Role role = officer.post().role();
        if (!role.named()) {
            return Optional.empty();
        }
        if (!family.restricted() && officer.post().territory().contains(family.kato())) {
            return Optional.of(role.purpose());
        }
        Purpose byPermit = family.restricted() ? Purpose.BREAK_GLASS : Purpose.OUTSIDE_TERRITORY;
        return permits.live(family, byPermit) ? Optional.of(byPermit) : Optional.empty();
    }

    /// What lines of the log have in common.
    record Line(Action action, Purpose purpose, @Nullable String reason, String detail) {}

    /// The families and persons of looks, as the database takes them.
    record Subjects(
            @Nullable Long[] persons,
            @Nullable Long[] families,
            @Nullable String[] numbers) {

        static Subjects of(List<Look> looks) {
            return new Subjects(
                    looks.stream().map(Look::person).toArray(Long[]::new),
                    looks.stream()
                            .map(look ->
                                    look.family() == null ? null : look.family().id())
                            .toArray(Long[]::new),
                    looks.stream()
                            .map(look ->
                                    look.family() == null ? null : look.family().number())
                            .toArray(String[]::new));
        }
    }
}
