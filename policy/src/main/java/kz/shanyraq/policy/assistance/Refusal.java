package kz.shanyraq.policy.assistance;

import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Provision;

/// The grounds on which targeted assistance is refused (Social Code, articles 120, 125 and 128), in the order
/// of the act; the last three are those of the proposal.
public enum Refusal implements Ground {
    /// Neither head nor spouse is a citizen, kandas, refugee or permanent resident. Unconfirmed
    /// (`docs/reading-of-the-law.md` §2).
    NO_ENTITLED_APPLICANT(Provision.APPLICANT),
    /// Nobody is of the assistance family: all are on state provision, in service, in prison or of no
    /// entitled status.
    NO_MEMBERS(Provision.FAMILY_COMPOSITION),
    INCOME_ABOVE_LINE(Provision.INCOME_TEST),
    SURVEY_REFUSED(Provision.SURVEY),
    SECOND_DWELLING(Provision.DWELLINGS),
    PREMISES_FOR_PROFIT(Provision.PREMISES),
    BUILDING_PLOT(Provision.BUILDING_PLOT),
    SECOND_CAR(Provision.CARS),
    HEAVY_VEHICLE(Provision.HEAVY_VEHICLES),
    WORK_REFUSED(Provision.REFUSED_WORK),
    CONTRACT_BROKEN(Provision.CONTRACT_BROKEN),
    FALSE_DATA(Provision.FALSE_DATA),
    LOANS_ABOVE_LIMIT(Provision.PROPOSED_LOANS),
    OUTFLOWS_ABOVE_LINE(Provision.PROPOSED_OUTFLOWS),
    DEPOSITS_ABOVE_LIMIT(Provision.PROPOSED_DEPOSITS);

    private final Provision provision;

    Refusal(Provision provision) {
        this.provision = provision;
    }

    @Override
    public Provision provision() {
        return provision;
    }
}
