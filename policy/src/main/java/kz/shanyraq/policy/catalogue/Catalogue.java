package kz.shanyraq.policy.catalogue;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assistance.Rates;
import kz.shanyraq.policy.assistance.Refusal;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.care.ChildDisabilityCare;
import kz.shanyraq.policy.care.Group1Care;
import kz.shanyraq.policy.childbirth.BirthGrant;
import kz.shanyraq.policy.childbirth.Childcare;
import kz.shanyraq.policy.childbirth.ChildcareInsured;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.housing.HousingAssistance;
import kz.shanyraq.policy.jobloss.JobLoss;
import kz.shanyraq.policy.largefamily.AwardedMother;
import kz.shanyraq.policy.largefamily.LargeFamilyBenefit;
import kz.shanyraq.policy.statebenefit.DisabilityBenefit;
import kz.shanyraq.policy.statebenefit.SurvivorBenefit;
import org.jspecify.annotations.Nullable;

/// The benefits in force in a month, with their numbers: made once for a run. Immutable, and shared by all
/// threads.
public final class Catalogue {

    private final Day day;
    private final Map<Benefit, Object> rates = new EnumMap<>(Benefit.class);
    private final Map<Benefit, NotInForce> notInForce = new EnumMap<>(Benefit.class);

    /// The benefits of a month.
    ///
    /// @param figures the figures of the law, with those of the deployment laid over them
    /// @throws NotInForce for a month that the library does not know at all
    public Catalogue(YearMonth month, Figures figures) {
        day = Day.of(month);
        for (Benefit benefit : Benefit.values()) {
            try {
                rates.put(benefit, ratesOf(benefit, figures));
            } catch (NotInForce known) {
                notInForce.put(benefit, known);
            }
        }
    }

    private Object ratesOf(Benefit benefit, Figures figures) {
        return switch (benefit) {
            case AWARDED_MOTHER -> AwardedMother.Rates.of(day, figures);
            case BIRTH_GRANT -> BirthGrant.Rates.of(day, figures);
            case CHILD_DISABILITY_CARE -> ChildDisabilityCare.Rates.of(day, figures);
            case CHILDCARE -> Childcare.Rates.of(day, figures);
            case CHILDCARE_INSURED -> ChildcareInsured.Rates.of(day, figures);
            case DISABILITY_BENEFIT, SURVIVOR -> DisabilityBenefit.Rates.of(day, figures);
            case GROUP1_CARE -> Group1Care.Rates.of(day, figures);
            case HOUSING_ASSISTANCE -> housing(figures);
            case JOB_LOSS -> JobLoss.Rates.of(day);
            case LARGE_FAMILY -> LargeFamilyBenefit.Rates.of(day, figures);
            case TARGETED_ASSISTANCE -> TargetedAssistance.rates(day, figures);
        };
    }

    private Object housing(Figures figures) {
        var assistance = TargetedAssistance.rates(day, figures);
        var housing = new HousingAssistance.Rates[assistance.length];
        for (int region = 0; region < housing.length; region++) {
            housing[region] = HousingAssistance.Rates.of(
                    day, assistance[region].relatives(), assistance[region].income(), region, figures);
        }
        return housing;
    }

    /// The day of application, with its age tests.
    public Day day() {
        return day;
    }

    /// The benefits in force, in the order of their codes.
    public Set<Benefit> inForce() {
        return rates.isEmpty() ? EnumSet.noneOf(Benefit.class) : EnumSet.copyOf(rates.keySet());
    }

    /// The benefits not in force, and why.
    public Map<Benefit, NotInForce> notInForce() {
        return Map.copyOf(notInForce);
    }

    /// The edition of a benefit's rule that is in force: of targeted assistance `V1` to `V5`, of the others
    /// the day of the act behind it.
    public String edition(Benefit benefit) {
        return benefit == Benefit.TARGETED_ASSISTANCE
                ? TargetedAssistance.EDITIONS.on(day.date()).code()
                : Editions.of(benefit, day.date());
    }

    /// The numbers of a benefit in a region, which know their figures; null if it is not in force.
    public @Nullable Numbers numbers(Benefit benefit, int region) {
        return switch (rates.get(benefit)) {
            case Numbers numbers -> numbers;
            case Numbers[] byRegion -> byRegion[region];
            case null, default -> null;
        };
    }

    /// The numbers of targeted assistance by region.
    ///
    /// @throws NotInForce where it is not in force
    public Rates[] assistance() {
        return (Rates[]) numbersOf(Benefit.TARGETED_ASSISTANCE);
    }

    private Object numbersOf(Benefit benefit) {
        Object numbers = rates.get(benefit);
        if (numbers == null) {
            NotInForce why = notInForce.get(benefit);
            throw why == null ? new IllegalStateException(benefit.code()) : why;
        }
        return numbers;
    }

    /// The refusal grounds of a benefit, in the order of the act: a row's unmet conditions are bits by their
    /// ordinals.
    public static List<Ground> grounds(Benefit benefit) {
        return List.of(
                switch (benefit) {
                    case AWARDED_MOTHER -> AwardedMother.Refusal.values();
                    case BIRTH_GRANT -> BirthGrant.Refusal.values();
                    case CHILD_DISABILITY_CARE -> ChildDisabilityCare.Refusal.values();
                    case CHILDCARE -> Childcare.Refusal.values();
                    case CHILDCARE_INSURED -> ChildcareInsured.Refusal.values();
                    case DISABILITY_BENEFIT -> DisabilityBenefit.Refusal.values();
                    case GROUP1_CARE -> Group1Care.Refusal.values();
                    case HOUSING_ASSISTANCE -> HousingAssistance.Refusal.values();
                    case JOB_LOSS -> JobLoss.Refusal.values();
                    case LARGE_FAMILY -> LargeFamilyBenefit.Refusal.values();
                    case SURVIVOR -> SurvivorBenefit.Refusal.values();
                    case TARGETED_ASSISTANCE -> Refusal.values();
                });
    }

    /// Assesses a block of families by one benefit; rows are added in the order of families and persons.
    ///
    /// @throws NotInForce if the benefit is not in force
    public void assess(Households h, Benefit benefit, Assessments into) {
        Object numbers = numbersOf(benefit);
        switch (benefit) {
            case AWARDED_MOTHER -> AwardedMother.assess(h, (AwardedMother.Rates) numbers, into);
            case BIRTH_GRANT -> BirthGrant.assess(h, (BirthGrant.Rates) numbers, into);
            case CHILD_DISABILITY_CARE -> ChildDisabilityCare.assess(h, (ChildDisabilityCare.Rates) numbers, into);
            case CHILDCARE -> Childcare.assess(h, (Childcare.Rates) numbers, into);
            case CHILDCARE_INSURED -> ChildcareInsured.assess(h, (ChildcareInsured.Rates) numbers, into);
            case DISABILITY_BENEFIT -> DisabilityBenefit.assess(h, (DisabilityBenefit.Rates) numbers, into);
            case GROUP1_CARE -> Group1Care.assess(h, (Group1Care.Rates) numbers, into);
            case HOUSING_ASSISTANCE -> HousingAssistance.assess(h, (HousingAssistance.Rates[]) numbers, into);
            case JOB_LOSS -> JobLoss.assess(h, (JobLoss.Rates) numbers, into);
            case LARGE_FAMILY -> LargeFamilyBenefit.assess(h, (LargeFamilyBenefit.Rates) numbers, into);
            case SURVIVOR -> SurvivorBenefit.assess(h, (DisabilityBenefit.Rates) numbers, into);
            case TARGETED_ASSISTANCE -> TargetedAssistance.assess(h, (Rates[]) numbers, into);
        }
    }

    /// Assesses one family, or one person of it, by one benefit on a new sheet: for a page or an explanation.
    /// The rule is the one of [#assess].
    ///
    /// @param p the person whom a benefit for persons concerns; ignored by benefits for families
    public Assessment sheet(Households h, int f, int p, Benefit benefit) {
        Object numbers = numbersOf(benefit);
        return switch (benefit) {
            case AWARDED_MOTHER -> new AwardedMother().assess(h, p, (AwardedMother.Rates) numbers);
            case BIRTH_GRANT -> new BirthGrant().assess(h, f, p, (BirthGrant.Rates) numbers);
            case CHILD_DISABILITY_CARE -> new ChildDisabilityCare().assess(h, p, (ChildDisabilityCare.Rates) numbers);
            case CHILDCARE -> new Childcare().assess(h, f, p, (Childcare.Rates) numbers);
            case CHILDCARE_INSURED -> new ChildcareInsured().assess(h, f, p, (ChildcareInsured.Rates) numbers);
            case DISABILITY_BENEFIT -> new DisabilityBenefit().assess(h, f, p, (DisabilityBenefit.Rates) numbers);
            case GROUP1_CARE -> new Group1Care().assess(h, f, p, (Group1Care.Rates) numbers);
            case HOUSING_ASSISTANCE ->
                new HousingAssistance().assess(h, f, ((HousingAssistance.Rates[]) numbers)[h.region[f]]);
            case JOB_LOSS -> new JobLoss().assess(h, p, (JobLoss.Rates) numbers);
            case LARGE_FAMILY -> new LargeFamilyBenefit().assess(h, f, (LargeFamilyBenefit.Rates) numbers);
            case SURVIVOR -> new SurvivorBenefit().assess(h, f, (DisabilityBenefit.Rates) numbers);
            case TARGETED_ASSISTANCE -> TargetedAssistance.assess(h, f, ((Rates[]) numbers)[h.region[f]]);
        };
    }
}
