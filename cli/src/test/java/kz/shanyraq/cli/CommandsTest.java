package kz.shanyraq.cli;

import static kz.shanyraq.cli.Ran.shanyraq;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What all commands have in common: help, wrong words, exit codes.
class CommandsTest {

    @ParameterizedTest(name = "shanyraq {0} --help")
    @ValueSource(strings = {"nation", "import", "assess", "explain", "law", "check", "bench", "doctor"})
    void every_command_has_help_with_an_example(String command) {
        Ran ran = shanyraq(command, "--help").isDone();
        assertThat(ran.out()).contains("Usage: shanyraq " + command, "--help", "Example: shanyraq " + command);
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void without_words_it_says_what_it_can_do() {
        Ran ran = shanyraq().isDone();
        assertThat(ran.out())
                .contains("nation", "assess", "explain", "law", "check", "bench", "doctor", "simulate", "Exit codes");
        assertThat(ran.out()).isEqualTo(shanyraq("--help").out());
    }

    @Test
    void it_knows_its_version() {
        assertThat(shanyraq("--version").isDone().out()).startsWith("shanyraq 0.");
    }

    @Test
    void a_command_of_a_later_part_says_so() {
        shanyraq("simulate", "N", "--month", "2025-03").refuses(Exit.USAGE, "does not have it yet");
        shanyraq("simulate").refuses(Exit.USAGE, "does not have it yet");
    }

    @ParameterizedTest(name = "shanyraq {0}")
    @ValueSource(strings = {"up", "load", "backup", "restore", "verify-log"})
    void a_command_of_the_office_says_that_the_office_is_not_there(String command) {
        shanyraq(command, "N", "--port", "1").refuses(Exit.USAGE, "needs the office", "Maybe");
        shanyraq(command).refuses(Exit.USAGE, "needs the office", "Maybe");
    }

    @ParameterizedTest(name = "shanyraq {0}: {1}, maybe {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "asess, There is no command 'asess'., Maybe assess",
                "explian, There is no command 'explian'., Maybe explain",
                "xyzzyplugh, There is no command 'xyzzyplugh'., Maybe",
                "--hlep, There is no option '--hlep'., Maybe see: shanyraq --help",
                "law --codse, There is no option '--codse'., Maybe --codes",
                "law --no-such-thing, There is no option '--no-such-thing'., Maybe",
                "doctor now, There is one word too many: 'now'., Maybe see: shanyraq doctor --help",
                "law targeted_assistance housing_assistance, one word too many: 'housing_assistance'., Maybe see",
            })
    void wrong_words_are_named_with_what_may_be_meant(String line, String said, String maybe) {
        shanyraq((Object[]) line.split(" ")).refuses(Exit.USAGE, said, maybe);
    }

    @ParameterizedTest(name = "shanyraq {0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "assess N --out R.csv; Missing required option: '--month=YYYY-MM'",
                "assess --month 2025-03 --out R.csv; Missing required parameter: 'DATA'",
                "explain N --month 2025-03; Missing required option: '--family=ID'",
                "explain N --month 2025-03 --family F --lang de; 'de' is not one of kk, ru, en",
                "law --lang xx; 'xx' is not one of kk, ru, en",
                "nation --persons many --seed 1 --out N; 'many' is not a whole number",
                "assess N --month 2025-03 --out R.csv --threads two; 'two' is not a whole number",
                "doctor --port web; 'web' is not a whole number",
                "law --on; Missing required",
                "bench nosuch; There is no benchmark 'nosuch'.",
            })
    void missing_and_wrong_values_are_named(String line, String said) {
        shanyraq((Object[]) line.split(" ")).refuses(Exit.USAGE, said, "Maybe");
    }
}
