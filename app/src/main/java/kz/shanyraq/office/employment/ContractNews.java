package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Outgoing;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.office.registry.FamilyId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is told about a contract to those who have duties by it: into the inbox of their pages, each in
/// the own language.
@Component
class ContractNews {

    private static final String OBLIGED = """
            select p.person_id, f.id as family_id, f.kato, f.restricted, coalesce(c.language, 'kk') as language
            from employment.party p join registry.family f on f.id = p.family_id
            left join registry.contact c on c.person_id = p.person_id and c.superseded_by is null and c.valid @> access.today()
            where p.contract_id = :contract and p.standing = 'duty' order by p.person_id
            """;

    private record Obliged(long personId, long familyId, int kato, boolean restricted, String language) {}

    private final JdbcClient db;
    private final Messages messages;
    private final Words words;

    ContractNews(@Qualifier("intakeDb") JdbcClient db, Messages messages, Words words) {
        this.db = db;
        this.messages = messages;
        this.words = words;
    }

    /// Tells that a contract is offered, in the transaction of mass work that offers it.
    void offered(long contract, LocalDate from, LocalDate until) {
        tell(contract, "offered", "employment.news.offered", from, until);
    }

    /// Tells of a warning, in the transaction of the officer who warns.
    void warned(long contract, long breach, LocalDate answerBy) {
        tell(contract, "warned-" + breach, "employment.news.warned", answerBy);
    }

    /// Tells that a contract was ended, in the transaction of the officer who decides.
    void ended(long contract, LocalDate from) {
        tell(contract, "ended", "employment.news.ended", from);
    }

    private void tell(long contract, String what, String word, Object... arguments) {
        for (Obliged each :
                db.sql(OBLIGED).param("contract", contract).query(Obliged.class).list()) {
            Language language = each.language.equals("ru") ? Language.RU : Language.KK;
            var t = new Text(words, language, ZonedDateTime.now(Looks.ZONE));
            var family = new FamilyRef(each.familyId, new FamilyId(each.familyId).number(), each.kato, each.restricted);
            messages.send(Outgoing.inbox(
                    family,
                    each.personId,
                    language,
                    "contract",
                    "contract:" + contract + ":" + what + ":" + each.personId,
                    t.say(word, arguments)));
        }
    }
}
