package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.Families;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PersonId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// An invented family that receives assistance on condition, for tests: Askar can work and does not, Dana
/// cares for the baby, Nurlan studies, the grandmother has a disability.
@Component
public class Promised {

    /// A request as benefits make it.
    public record Wanted(FamilyId family, List<PersonId> persons, String decision, LocalDate from, LocalDate until)
            implements WorkWanted {}

    private final Families families;
    private final ContractOffers offers;
    private final JdbcClient db;

    Promised(Families families, ContractOffers offers, @Qualifier("intakeDb") JdbcClient db) {
        this.families = families;
        this.offers = offers;
        this.db = db;
    }

    /// The family.
    public Families.Known family(int kato) {
        int told = families.delivery("2025-01-05");
        long family = families.family(kato, told, "Достық көшесі, 12", "P-" + System.nanoTime());
        var persons = new LinkedHashMap<String, PersonId>();
        persons.put(
                "Асқар", grown(family, kato, told, "Асқар", "1988-04-02", "m", "head", "none", "none", "none", "none"));
        persons.put(
                "Дана",
                grown(
                        family,
                        kato,
                        told,
                        "Дана",
                        "1991-06-15",
                        "f",
                        "spouse",
                        "none",
                        "none",
                        "child_under_3",
                        "none"));
        persons.put(
                "Нұрлан",
                grown(
                        family,
                        kato,
                        told,
                        "Нұрлан",
                        "2006-11-20",
                        "m",
                        "child",
                        "university_full_time",
                        "none",
                        "none",
                        "none"));
        persons.put(
                "Зере",
                grown(family, kato, told, "Зере", "1969-01-30", "f", "parent", "none", "none", "none", "group2"));
        persons.put(
                "Арлан",
                families.person(
                        family,
                        kato,
                        told,
                        "Жұмабай",
                        "Арлан",
                        null,
                        LocalDate.now(Looks.ZONE).minusMonths(14).toString(),
                        "m",
                        "child"));
        return new Families.Known(new FamilyId(family), kato, Map.copyOf(persons));
    }

    /// A grown person of whom the facts about work are known.
    PersonId grown(
            long family,
            int kato,
            int told,
            String name,
            String birth,
            String sex,
            String relation,
            String study,
            String work,
            String care,
            String disability) {
        PersonId person = families.person(family, kato, told, "Жұмабай", name, null, birth, sex, relation);
        families.sheet(
                "activity",
                "person_id",
                person.value(),
                told,
                "2025-01-01",
                null,
                "study",
                study,
                "work",
                work,
                "cares_for",
                care);
        families.sheet(
                "health",
                "person_id",
                person.value(),
                told,
                "2025-01-01",
                null,
                "disability",
                disability,
                "long_illness",
                false);
        return person;
    }

    /// What a decision wants for a family: from today for three months.
    public Wanted wanted(Families.Known family) {
        LocalDate today = LocalDate.now(Looks.ZONE);
        return new Wanted(
                family.id(),
                List.of(),
                "D-" + UUID.randomUUID(),
                today,
                today.plusMonths(3).minusDays(1));
    }

    /// Offers a contract to a family.
    public long offered(Families.Known family) {
        return offers.wanted(wanted(family));
    }

    /// Lets the days of the duties of a contract pass.
    public void pass(long contract) {
        db.sql("update employment.duty set due = access.today() - 3 where contract_id = :contract")
                .param("contract", contract)
                .update();
    }

    /// Lets the time pass that a family has to answer a warning.
    public void answered(long contract) {
        db.sql("update employment.breach set answer_by = access.today() - 1 where contract_id = :contract")
                .param("contract", contract)
                .update();
    }
}
