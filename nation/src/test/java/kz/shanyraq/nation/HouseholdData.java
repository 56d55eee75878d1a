package kz.shanyraq.nation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A directory of household data written by hand, for tests.
///
/// @param folder the directory
public record HouseholdData(Path folder) {

    /// Two families of Astana: a couple with a wage and a child, and a woman alone.
    public static final String FAMILIES = """
            family_id,region,cars
            F1,71,0
            F2,71,1
            """;

    /// Their persons.
    public static final String PERSONS = """
            person_id,family_id,birth_date,sex,relation,status,work
            F1-1,F1,1990-05-17,f,head,citizen,permanent
            F1-2,F1,1988-11-02,m,spouse,citizen,none
            F1-3,F1,2019-02-28,m,child,citizen,none
            F2-1,F2,1960-01-30,f,head,citizen,pensioner
            """;

    /// Their incomes of the last quarter of 2024.
    public static final String INCOMES = """
            person_id,month,kind,amount
            F1-1,2024-10,wage,120000
            F1-1,2024-11,wage,120000
            F1-1,2024-12,wage,120000
            F2-1,2024-12,pension,90000
            """;

    /// The two families in a new directory.
    public static HouseholdData small(Path folder) {
        return empty(folder)
                .file("families.csv", FAMILIES)
                .file("persons.csv", PERSONS)
                .file("incomes.csv", INCOMES);
    }

    /// A directory without files.
    public static HouseholdData empty(Path folder) {
        try {
            Files.createDirectories(folder);
            return new HouseholdData(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Writes a file, or replaces it.
    public HouseholdData file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file, or replaces it.
    public HouseholdData file(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Removes a file.
    public HouseholdData without(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
