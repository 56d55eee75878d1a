package kz.shanyraq.office.access;

import java.util.List;
import kz.shanyraq.office.page.Section;

/// What a module adds to the navigation. Every module may have a bean of it.
public interface Parts {

    /// The parts of the office that this module has.
    List<Part> parts();

    /// A part of the office.
    ///
    /// @param order where it stands: home 0, registry 100–199, monitoring 200–299, access 800–899
    /// @param right who sees it
    /// @param section what it is called and where it is
    record Part(int order, Right right, Section section) {}
}
