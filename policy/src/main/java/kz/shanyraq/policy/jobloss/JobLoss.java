package kz.shanyraq.policy.jobloss;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.Ability;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Work;

/// Social payment on the loss of a job (жұмысынан айырылу жағдайы бойынша әлеуметтік төлем, социальная
/// выплата по случаю потери работы), article 118: a share of the average insured income of 24 months, for one
/// to six months, by the months of contributions. The reason of the dismissal does not matter.
public final class JobLoss extends Assessment {

    /// A row concerns who lost a job in the last months.
    private static final int MONTHS_SINCE = 12;

    private static final long INCOME_MONTHS = 24;

    /// Months of record that one month paid has used up (§5).
    private static final long USED_BY_A_MONTH = 12;

    private static final long LEAST_RECORD = 6;

    /// The share of the average income, hundredths; 0.40 before 2023 is unconfirmed.
    private static final Dated<Long> SHARE = Dated.<Long>named("replacement rate of the job-loss payment")
            .from("2018-01-01", 40L)
            .from("2023-01-01", 45L)
            .open();

    /// The longest payment, months; four before 2020 is unconfirmed.
    private static final Dated<Integer> LONGEST = Dated.<Integer>named("longest job-loss payment")
            .from("2018-01-01", 4)
            .from("2020-01-01", 6)
            .open();

    /// Coefficients by years of record from the second year on, hundredths; the first is for 6 to 11 months.
    private static final long[] BY_YEARS = {70, 75, 85, 90, 95, 100};

    private static final long FOR_EACH_FURTHER_YEAR = 2;
    private static final long LARGEST = 130;

    private static final long WORKING = Code.set(Work.PERMANENT, Work.TEMPORARY, Work.SELF_EMPLOYED);

    /// Why the payment is refused.
    public enum Refusal implements Ground {
        /// Fewer than six months of contributions, less those that earlier payments have used up.
        RECORD_TOO_SHORT(Provision.JOB_LOSS),
        /// The person works, and cannot be registered as unemployed.
        WORKS(Provision.UNEMPLOYED),
        /// The person has reached pension age, and cannot be registered as unemployed.
        PENSION_AGE(Provision.PENSION_AGE);

        private final Provision provision;

        Refusal(Provision provision) {
            this.provision = provision;
        }

        @Override
        public Provision provision() {
            return provision;
        }
    }

    /// The numbers of a month.
    public record Rates(Day day, long share, int longest) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of();
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce before 2018
        public static Rates of(Day day) {
            return new Rates(day, SHARE.on(day.date()), LONGEST.on(day.date()));
        }
    }

    /// Months of contributions that are left.
    @Cites(
            value = Provision.JOB_LOSS,
            as = Unit.COUNT,
            reads = {Column.INSURED_MONTHS, Column.JOB_LOSS_MONTHS_PAID})
    long record;

    /// They are at least six.
    @Cites(value = Provision.JOB_LOSS, as = Unit.CONDITION)
    long recordLongEnough;

    /// The person does not work.
    @Cites(
            value = Provision.UNEMPLOYED,
            as = Unit.CONDITION,
            reads = {Column.WORK})
    long withoutWork;

    /// The person is below pension age.
    @Cites(
            value = Provision.PENSION_AGE,
            as = Unit.CONDITION,
            reads = {Column.BIRTH_DATE, Column.SEX})
    long belowPensionAge;

    /// For how many months it is paid.
    @Cites(value = Provision.JOB_LOSS, as = Unit.COUNT)
    long months;

    /// By the record, in hundredths.
    @Cites(value = Provision.JOB_LOSS, as = Unit.HUNDREDTHS)
    long coefficient;

    /// The average month of insured income, whole tenge.
    @Cites(
            value = Provision.JOB_LOSS,
            reads = {Column.INSURED_INCOME_24M})
    long averageIncome;

    /// Whole tenge a month.
    @Cites(Provision.JOB_LOSS)
    long sum;

    /// One person.
    public JobLoss assess(Households h, int p, Rates rates) {
        long insured = h.insuredMonths[p];
        long paid = h.jobLossMonthsPaid[p];
        long income = h.insuredIncome24m[p];
        byte work = h.work[p];
        long retired = Ability.retired(h, p, rates.day);
        record = Math.max(0, insured - USED_BY_A_MONTH * Math.max(0, paid));
        long missingOfRecord = (insured < 0 ? Fact.INSURED_MONTHS.bit() : 0)
                | (paid < 0 && (insured < 0 || insured >= LEAST_RECORD) ? Fact.JOB_LOSS_MONTHS_PAID.bit() : 0);
        recordLongEnough = missingOfRecord != 0 ? missingOfRecord : Verdict.of(record >= LEAST_RECORD);
        withoutWork = Code.in(work, WORKING) ? UNMET : work < 0 ? Fact.WORK.bit() : MET;
        belowPensionAge = retired == MET ? UNMET : retired == UNMET ? MET : retired;
        months = Math.min(rates.longest, record < LEAST_RECORD ? 0 : Math.max(1, record / 12 + 1));
        coefficient = coefficient(record);
        averageIncome = Tenge.round(Math.max(0, income), INCOME_MONTHS);
        sum = Tenge.benefit(rates.day, Math.max(0, income) * rates.share * coefficient, INCOME_MONTHS * 100 * 100);
        conclude(
                bit(Refusal.RECORD_TOO_SHORT, recordLongEnough)
                        | bit(Refusal.WORKS, withoutWork)
                        | bit(Refusal.PENSION_AGE, belowPensionAge),
                Verdict.missing(recordLongEnough)
                        | Verdict.missing(withoutWork)
                        | Verdict.missing(belowPensionAge)
                        | (income < 0 ? Fact.INSURED_INCOME_24M.bit() : 0));
        return this;
    }

    private static long coefficient(long record) {
        long years = record / 12;
        return record < LEAST_RECORD
                ? 0
                : years < BY_YEARS.length
                        ? BY_YEARS[(int) years]
                        : Math.min(
                                LARGEST,
                                BY_YEARS[BY_YEARS.length - 1] + FOR_EACH_FURTHER_YEAR * (years - BY_YEARS.length + 1));
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        if (!h.coverage.has(Column.JOB_LOST_ON)) {
            return;
        }
        var sheet = new JobLoss();
        for (int p = 0, f = 0; p < h.persons; p++) {
            while (p >= h.firstPerson[f + 1]) {
                f++;
            }
            if (rates.day.born(h.birthDate[p]) && rates.day.withinMonths(h.jobLostOn[p], MONTHS_SINCE)) {
                into.add(h, f, p, Benefit.JOB_LOSS, sheet.assess(h, p, rates));
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
