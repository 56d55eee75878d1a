package kz.shanyraq.office.registry;

import static kz.shanyraq.office.registry.FactSheet.Form.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sheets of facts, in the order in which pages show them, with their columns. A sheet is a table of the schema
/// of the same name; what it means stands in the comments there.
public enum FactSheet {
    /// Who a person is.
    IDENTITY(
            false,
            column("last_name", TEXT),
            column("first_name", TEXT),
            column("patronymic", TEXT),
            column("birth_date", DATE),
            column("iin", TEXT),
            column("sex", CODE),
            column("status", CODE),
            column("died_on", DATE)),
    /// How a person is reached.
    CONTACT(false, column("phone", TEXT), column("language", LANGUAGE)),
    /// Which legal family a person belongs to.
    MEMBERSHIP(false, column("relation", CODE), column("absence", CODE)),
    /// Parents and guardian.
    KINSHIP(false, column("mother_id", PERSON), column("father_id", PERSON), column("guardian_id", PERSON)),
    /// Disability and need of care.
    HEALTH(
            false,
            column("disability", CODE),
            column("disability_group_child", CODE),
            column("disability_cause", CODE),
            column("long_illness", BOOLEAN),
            column("needs_care", BOOLEAN),
            column("rehab_programme", BOOLEAN)),
    /// Study, work, care for others.
    ACTIVITY(
            false,
            column("study", CODE),
            column("work", CODE),
            column("occupation", TEXT),
            column("cares_for", CODE),
            column("education_level", CODE),
            column("registered_on", EVENT),
            column("job_lost_on", EVENT),
            column("graduated_on", EVENT)),
    /// Social insurance, benefits received, awards.
    STANDING(
            false,
            column("receives", BENEFITS),
            column("insured_months", NUMBER),
            column("insured_income_24m", MONEY),
            column("job_loss_months_paid", NUMBER),
            column("award", CODE),
            column("breadwinner_lost", CODE),
            column("released_on", EVENT),
            column("probation", BOOLEAN),
            column("homeless", BOOLEAN)),
    /// The dwelling of a person who does not live with the family.
    LODGING(false, column("dwelling_key", TEXT)),
    /// Income by kind and months.
    INCOME(false, column("kind", INCOME_KIND), column("amount", MONEY), column("term_months", NUMBER)),
    /// Where the family lives.
    HOME(
            true,
            column("address", TEXT),
            column("kato", PLACE),
            column("settlement_type", CODE),
            column("dwelling_key", TEXT),
            column("water", BOOLEAN),
            column("heating", BOOLEAN),
            column("sewer", BOOLEAN),
            column("only_dwelling", BOOLEAN),
            column("housing_costs", MONEY)),
    /// What the family owns.
    PROPERTY(
            true,
            column("dwellings", NUMBER),
            column("dwelling_area_m2", AREA),
            column("unsafe_dwellings", NUMBER),
            column("dwelling_sold_on", EVENT),
            column("premises_for_profit", BOOLEAN),
            column("building_plot", BOOLEAN)),
    /// Vehicles.
    VEHICLES(true, column("cars", NUMBER), column("heavy_vehicles", BOOLEAN)),
    /// Events that bar a family from assistance.
    CONDUCT(
            true,
            column("contract_broken_on", EVENT),
            column("refused_work_on", EVENT),
            column("false_data_on", EVENT),
            column("survey_refused", BOOLEAN)),
    /// Loans, outflows, deposits.
    FINANCE(
            true,
            column("loans_quarter", MONEY),
            column("outflows_quarter", MONEY),
            column("deposits", MONEY),
            column("overdue_debt", BOOLEAN)),
    /// Animals.
    LIVESTOCK(true, column("kind", KIND), column("heads", NUMBER)),
    /// Land.
    PLOTS(true, column("kind", KIND), column("area_m2", AREA));

    /// The form of a column's values.
    public enum Form {
        /// Any text.
        TEXT,
        /// A day.
        DATE,
        /// The day of an event; `infinity` means that it never happened.
        EVENT,
        /// A code of a closed list.
        CODE,
        /// The language of letters.
        LANGUAGE,
        /// Yes or no.
        BOOLEAN,
        /// A whole number.
        NUMBER,
        /// Tenge.
        MONEY,
        /// Square metres.
        AREA,
        /// Codes of benefits joined by `|`; empty for none.
        BENEFITS,
        /// The number of a person.
        PERSON,
        /// A territory.
        PLACE,
        /// A kind of animal or land.
        KIND,
        /// A kind of income, by its place in the list.
        INCOME_KIND
    }

    /// A column of a sheet.
    public record Column(String name, Form form) {}

    private final boolean ofFamily;
    private final List<Column> columns;

    FactSheet(boolean ofFamily, Column... columns) {
        this.ofFamily = ofFamily;
        this.columns = List.of(columns);
    }

    private static Column column(String name, Form form) {
        return new Column(name, form);
    }

    /// Its table, and the code by which messages and addresses name it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether its facts are of a family and not of a person.
    public boolean ofFamily() {
        return ofFamily;
    }

    /// Its columns, in the order of the page.
    public List<Column> columns() {
        return columns;
    }

    /// Whether a person or family may have several rows of it on one day, told apart by their kind.
    public boolean several() {
        return columns.getFirst().form() == KIND || columns.getFirst().form() == INCOME_KIND;
    }

    /// Its column of a name.
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// The sheet of a code.
    public static Optional<FactSheet> of(String code) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.code().equals(code))
                .findFirst();
    }
}
