package kz.shanyraq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Household data of four invented families, written by hand: of targeted assistance in March 2025 one is entitled,
/// one has too much, one has a second car, of one the cars are not known.
record Village(Path folder) {

    static final String FAMILIES = """
            family_id,region,dwellings,unsafe_dwellings,dwelling_sold_on,premises_for_profit,building_plot,cars,heavy_vehicles,contract_broken_on,refused_work_on,false_data_on,survey_refused
            Poor,71,1,0,,false,false,0,false,,,,false
            Rich,71,1,0,,false,false,0,false,,,,false
            TwoCars,71,1,0,,false,false,2,false,,,,false
            Unknown,71,1,0,,false,false,,false,,,,false
            """;

    private static final String HEADER =
            "person_id,family_id,last_name,first_name,birth_date,sex,relation,status,absence,disability,study,work,cares_for,long_illness\n";

    private static final String INCOMES = """
            person_id,month,kind,amount
            Poor-1,2024-12,wage,30000
            Rich-1,2024-10,wage,900000
            Rich-1,2024-11,wage,900000
            Rich-1,2024-12,wage,900000
            TwoCars-1,2024-12,wage,30000
            """;

    static Village in(Path folder) {
        var persons = new StringBuilder(HEADER);
        for (String family : new String[] {"Poor", "Rich", "TwoCars", "Unknown"}) {
            persons.append("%1$s-1,%1$s,Ахметова,Әсел,1990-05-17,f,head,citizen,none,none,none,permanent,none,false%n"
                    .formatted(family));
            persons.append("%1$s-2,%1$s,Ахметов,Нұрлан,2014-02-28,m,child,citizen,none,none,school,none,none,false%n"
                    .formatted(family));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Village(folder)
                .file("families.csv", FAMILIES)
                .file("persons.csv", persons.toString())
                .file("incomes.csv", INCOMES);
    }

    Village file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
