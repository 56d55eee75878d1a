package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.database.OfficeDatabase;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The invented population of a demo: a synthetic nation as the registers delivered it last month, and two small
/// deliveries of single sources after it, so that there is a history, and sources that disagree.
@Component
class DemoPopulation implements DemoData {

    private static final int MONTHS = 6;
    private static final int SEED = 1;

    /// The last day for which the law's figures are known.
    private static final YearMonth LAST = YearMonth.of(2026, 12);

    private static final String STAGE = """
            with districts as (
                select kato / 100000 * 100000 as district, count(*) as families
                from registry.family where not restricted and not closed and kato < 999900000
                group by 1
            ), shown as (
                select district from districts order by families desc, district limit 1
            )
            select s.district,
                coalesce((
                    select d.district from districts d where d.district <> s.district
                    order by d.district / 10000000 = s.district / 10000000 desc, d.families desc, d.district limit 1), s.district) as neighbour,
                (
                    select m.person_id
                    from registry.family f
                    join registry.membership m on m.family_id = f.id and m.superseded_by is null and m.relation = 'head'
                    where f.kato between s.district and s.district + 99999
                    order by (select count(*) from registry.membership o where o.family_id = f.id and o.superseded_by is null) >= 5 desc, f.id
                    limit 1) as head
            from shown s
            """;

    private final DataSource source;
    private final OfficeDatabase database;
    private final IntakeNews news;

    DemoPopulation(@Qualifier("intakeDataSource") DataSource source, OfficeDatabase database, IntakeNews news) {
        this.source = source;
        this.database = database;
        this.news = news;
    }

    @Override
    public void load(Size size, Consumer<String> tell) {
        Path invented = folder().resolve(size.name().toLowerCase(Locale.ROOT));
        LocalDate day = begun(invented);
        Path folder = invented.resolve(day.toString());
        if (!Files.isDirectory(folder.resolve("truth"))) {
            tell.accept("Inventing %s persons …".formatted(Progress.grouped(size.persons())));
            new SyntheticNation(
                            new SyntheticNation.Wanted(
                                    size.persons(),
                                    SEED,
                                    day,
                                    MONTHS,
                                    folder,
                                    ".parquet",
                                    Runtime.getRuntime().availableProcessors()),
                            Progress.silent())
                    .make();
        }
        var progress = new Progress(System.err, false, System::nanoTime);
        var intake = new Intake(source, progress, tell);
        for (Loaded loaded : intake.households(new Intake.Wanted(folder, day, null))) {
            tell.accept("  %s: %s rows".formatted(loaded.file(), Progress.grouped(loaded.read())));
        }
        Path civil = folder.resolve("registers").resolve("civil.csv");
        if (Files.exists(civil)) {
            intake.single("civil", civil, day, null);
        }
        later(folder, day, intake);
        tell.accept("  comparing persons …");
        new Duplicates(source, progress).find();
        news.tell();
    }

    /// Whoever is there before a demo began to invent came from a load.
    @Override
    public boolean isFilledByOthers() {
        return !Files.isDirectory(folder())
                && JdbcClient.create(source)
                        .sql("select exists (select from registry.person)")
                        .query(Boolean.class)
                        .single();
    }

    private Path folder() {
        return database.data().path().resolve("demo");
    }

    @Override
    public Stage stage() {
        return JdbcClient.create(source).sql(STAGE).query(Stage.class).single();
    }

    /// The day of a population that a former start began to invent; else the first day of last month.
    private static LocalDate begun(Path invented) {
        if (Files.isDirectory(invented)) {
            try (Stream<Path> days = Files.list(invented)) {
                var former = days.filter(day -> Files.isDirectory(day.resolve("truth")))
                        .findFirst();
                if (former.isPresent()) {
                    return LocalDate.parse(String.valueOf(former.get().getFileName()));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("The folder %s cannot be read.".formatted(invented), broken);
            }
        }
        YearMonth month = YearMonth.from(LocalDate.now(Looks.ZONE)).minusMonths(1);
        return (month.isAfter(LAST) ? LAST : month).atDay(1);
    }

    private void later(Path folder, LocalDate day, Intake intake) {
        List<DemoPerson> some = DemoPerson.some(source);
        var wages = new StringBuilder(
                "source_record_id,iin,last_name,first_name,birth_date,column,value,valid_from,valid_to\n");
        var survey = new StringBuilder(wages);
        LocalDate end = day.plusMonths(1).minusDays(1);
        LocalDate visit = day.plusDays(20);
        int n = 0;
        for (DemoPerson person : some) {
            wages.append(
                    "T%06d,%s,,,,wage,%d,%s,%s\n".formatted(++n, person.iin(), 180_000 + 7_000L * (n % 40), day, end));
            if (n % 5 == 0) {
                survey.append("S%06d,%s,,,,cars,%d,%s,\n".formatted(n, person.iin(), n % 3, visit));
            }
        }
        Path registers = folder.resolve("registers");
        intake.single("tax", write(registers.resolve("wages.csv"), wages), end.plusDays(1), null);
        intake.single("survey", write(registers.resolve("survey.csv"), survey), visit, null);
    }

    private static Path write(Path file, CharSequence text) {
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(file), broken);
        }
    }
}
