package kz.shanyraq.office.registry;

import java.util.function.Consumer;

/// Fills a new office with an invented population.
public interface DemoData {

    /// How many people are invented.
    enum Size {
        /// Two thousand.
        VILLAGE(2_000),
        /// Two hundred thousand.
        REGION(200_000),
        /// Twenty million.
        NATION(20_000_000);

        private final long persons;

        Size(long persons) {
            this.persons = persons;
        }

        /// The number of persons.
        public long persons() {
            return persons;
        }
    }

    /// Fills the office, or goes on where a former start was interrupted. It is called at every start until it has
    /// come to its end once.
    ///
    /// @param tell hears a line of progress now and then
    void load(Size size, Consumer<String> tell);

    /// Whether the office holds people whom no demo brought: data that somebody loaded.
    boolean isFilledByOthers();

    /// Where the demo plays.
    ///
    /// @param district the district with most families, nine digits
    /// @param neighbour another district, of the same region if there is one
    /// @param head the head of a large family of the district
    record Stage(int district, int neighbour, long head) {}

    /// Where the demo plays; to be asked when the office has been filled.
    Stage stage();
}
