package kz.shanyraq.office.benefits.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.OfficerNames;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the pages of applications, decisions, awards and appeals share: the family as an officer may read it,
/// who acts, and what that officer may do.
@Component
class Desk {

    static final int LEAST_WORDS = 5;
    static final int MOST_WORDS = 500;

    private final Registry registry;
    private final Access access;
    private final OfficerNames names;

    Desk(Registry registry, Access access, OfficerNames names) {
        this.registry = registry;
        this.access = access;
        this.names = names;
    }

    /// The file of a family for who reads all that the law reads of it; to others it is not there.
    FamilyFile family(FamilyId id) {
        FamilyFile file =
                registry.family(id, AsOf.on(LocalDate.now(Looks.ZONE))).orElseThrow(NotThere::new);
        if (!reads(file.ref())) {
            throw new NotThere();
        }
        return file;
    }

    FamilyFile family(long id) {
        return family(new FamilyId(id));
    }

    FamilyFile family(String number) {
        FamilyId id;
        try {
            id = FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            throw new NotThere();
        }
        return family(id);
    }

    /// Whether the one who acts reads all that the law reads of a family.
    boolean reads(FamilyRef family) {
        return access.may(Right.SEE_INCOME, family) && access.may(Right.SEE_DISABILITY, family);
    }

    /// Whether the one who acts proposes decisions about a family: a permit to look elsewhere is none to
    /// decide.
    boolean decides(FamilyRef family) {
        return access.may(Right.DECIDE_BENEFITS, family) && here(family);
    }

    /// Whether the one who acts puts decisions about a family in force.
    boolean approves(FamilyRef family) {
        return access.may(Right.APPROVE_DECISIONS, family) && here(family);
    }

    private boolean here(FamilyRef family) {
        return officer().post().territory().contains(family.kato());
    }

    void requireDeciding(FamilyRef family) {
        access.require(Right.DECIDE_BENEFITS, family);
        if (!here(family)) {
            throw new NotThere();
        }
    }

    void requireApproving(FamilyRef family) {
        access.require(Right.APPROVE_DECISIONS, family);
        if (!here(family)) {
            throw new NotThere();
        }
    }

    Acting.Officer officer() {
        return access.officer().orElseThrow(NotThere::new);
    }

    /// The territory of the one who acts.
    Span span() {
        return Span.of(officer().post().territory());
    }

    /// What some officers are called.
    Map<UUID, String> names(Collection<UUID> officers) {
        return names.of(Set.copyOf(officers));
    }

    /// Who signed some decisions.
    static List<UUID> signers(List<Decision> decisions) {
        List<UUID> signers = new ArrayList<>();
        for (Decision decision : decisions) {
            add(signers, decision.proposedBy());
            add(signers, decision.approvedBy());
        }
        return signers;
    }

    static void add(List<UUID> officers, @Nullable UUID officer) {
        if (officer != null) {
            officers.add(officer);
        }
    }

    /// Whether words say something, and not too much.
    static boolean enough(String words) {
        int length = words.strip().length();
        return length >= LEAST_WORDS && length <= MOST_WORDS;
    }

    /// A month of a form, `2026-12`; empty if it is none.
    static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed.strip()));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }
}
