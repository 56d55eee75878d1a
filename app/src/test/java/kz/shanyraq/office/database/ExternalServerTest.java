package kz.shanyraq.office.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody else's server: the office makes itself at home in a database with no more rights than it needs.
class ExternalServerTest {

    @TempDir
    private Path folder;

    @Test
    void an_administrator_who_is_no_superuser_suffices_and_twice_is_as_good_as_once() {
        TestDatabase database = TestDatabase.empty();
        JdbcClient admin = database.asAdmin();
        admin.sql("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = 'careful') then
                        create role careful login createrole password 'word';
                    end if;
                end $$
                """).update();
        for (DatabaseRole role : DatabaseRole.values()) {
            admin.sql("grant %s to careful with admin option".formatted(role.sqlName()))
                    .update();
        }
        admin.sql("alter database %s owner to careful".formatted(database.name()))
                .update();
        String url = database.url().replaceAll("user=[^&]*&password=.*", "user=careful&password=word");
        try {
            for (int i = 0; i < 2; i++) {
                try (OfficeDatabase office = OfficeDatabase.forOffice(DataFolder.of(folder), url, told -> {})) {
                    assertThat(office.place()).contains(database.name());
                    assertThat(JdbcClient.create(Pools.office(office.server()))
                                    .sql("select current_user")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("shanyraq_office");
                }
            }
        } finally {
            Roles.prepare(database.server()); // gives the roles their former passwords
        }
    }

    @Test
    void an_address_without_a_password_is_told_how_to_be_written() {
        assertThatThrownBy(() -> ExternalServer.at("jdbc:postgresql://127.0.0.1/shanyraq"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Maybe write it like");
        assertThatThrownBy(() -> ExternalServer.at("postgres://somewhere"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("Maybe write it like");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() {
        assertThatThrownBy(() -> ExternalServer.at("jdbc:postgresql://127.0.0.1:1/shanyraq?user=a&password=secretword"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("127.0.0.1:1/shanyraq")
                .hasMessageContaining("Maybe")
                .hasMessageNotContaining("secretword");
    }

    @Test
    void kazakh_letters_are_known_to_the_search_for_parts_of_names() {
        assertThat(TestDatabase.fresh()
                        .asAdmin()
                        .sql("select similarity('Айгүл', 'Айгул') > 0.2 and similarity('Айгүл', 'Ерлан') = 0")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
