/// The law of social protection as plain Java: no clock, no randomness, no floating point, no input or output
/// but the figures and words shipped in its own jar.
module kz.shanyraq.policy {
    requires static transitive org.jspecify;

    exports kz.shanyraq.policy;
    exports kz.shanyraq.policy.assessment;
    exports kz.shanyraq.policy.assistance;
    exports kz.shanyraq.policy.catalogue;
    exports kz.shanyraq.policy.childbirth;
    exports kz.shanyraq.policy.care;
    exports kz.shanyraq.policy.examples;
    exports kz.shanyraq.policy.explain;
    exports kz.shanyraq.policy.families;
    exports kz.shanyraq.policy.figures;
    exports kz.shanyraq.policy.household;
    exports kz.shanyraq.policy.housing;
    exports kz.shanyraq.policy.jobloss;
    exports kz.shanyraq.policy.largefamily;
    exports kz.shanyraq.policy.signals;
    exports kz.shanyraq.policy.statebenefit;
    exports kz.shanyraq.policy.wellbeing;
}
