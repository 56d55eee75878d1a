package kz.shanyraq.policy.figures;

import java.util.List;

/// The numbers of a benefit in a month (and a region), which know from which figures they were made.
public interface Numbers {

    /// The figures that were read; empty if the rule reads none.
    List<Looked> looked();
}
