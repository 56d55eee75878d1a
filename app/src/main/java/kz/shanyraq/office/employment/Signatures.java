package kz.shanyraq.office.employment;

import java.time.LocalDate;
import java.util.UUID;
import kz.shanyraq.office.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signatures under a contract: each member who has duties signs, on paper or by the own account. With the
/// last one the contract is signed.
///
/// Question: art. 122 does not say who of the family signs; we let nobody promise for another adult.
@Component
public class Signatures {

    private static final String READY = """
            and exists (select from employment.contract c where c.id = p.contract_id and c.state = 'offered')
            and not exists (
                select from employment.party o where o.contract_id = p.contract_id and (o.standing = 'unknown' or o.standing = 'duty'
                    and not exists (select from employment.duty d where d.contract_id = o.contract_id and d.person_id = o.person_id)))""";

    private static final String ON_PAPER = """
            update employment.party p set signed_on = :day, signed_how = 'paper', document = :document, officer = :officer
            where p.contract_id = :contract and p.person_id = :person and p.standing = 'duty' and p.signed_on is null
            """ + READY;

    private static final String ON_PAGE = """
            update employment.party p set signed_on = access.today(), signed_how = 'page'
            where p.contract_id = :contract and p.person_id = :person and p.standing = 'duty' and p.signed_on is null
            """ + READY;

    private final JdbcClient db;

    Signatures(JdbcClient db) {
        this.db = db;
    }

    /// Takes in a paper that a member has signed.
    ///
    /// @return whether the member has something to sign: an offered contract in which everybody's duties
    /// are written
    @Transactional
    public boolean onPaper(long contract, PersonId person, LocalDate day, String document, UUID officer) {
        return db.sql(ON_PAPER)
                        .param("contract", contract)
                        .param("person", person.value())
                        .param("day", day)
                        .param("document", document)
                        .param("officer", officer)
                        .update()
                == 1;
    }

    /// A member signs by the own account.
    ///
    /// @return whether there was something to sign
    @Transactional
    public boolean onPage(long contract, PersonId person) {
        return db.sql(ON_PAGE)
                        .param("contract", contract)
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
