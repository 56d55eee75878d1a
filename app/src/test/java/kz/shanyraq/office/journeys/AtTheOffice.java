package kz.shanyraq.office.journeys;

import kz.shanyraq.office.matrix.RunningOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/// A test that looks at the running office through a real browser. All of a run share one office and one browser: to
/// start them is what costs.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheOffice {

    RunningOffice office;
    Visitors visitors;

    @BeforeAll
    void open() {
        Chrome.mustBeThere();
        office = RunningOffice.shared();
        visitors = new Visitors(office);
        System.out.printf("%s walks %s%n", getClass().getSimpleName(), Rotation.told());
    }

    @AfterAll
    void leave() {
        if (visitors != null) {
            visitors.leave();
        }
    }
}
