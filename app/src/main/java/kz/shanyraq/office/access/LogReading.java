package kz.shanyraq.office.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.shanyraq.office.database.OfficeDatabase;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The log as an auditor reads it and takes it out.
@Component
public class LogReading {

    /// How many lines a page has.
    public static final int PAGE = 100;

    private static final int FETCHED = 1_000;

    private static final String LINES = """
            select l.day, l.lane, l.seq, l.at, coalesce(o.name, '') as name, coalesce(o.office, '') as office, l.role, l.kato, l.action, l.purpose,
                l.person, l.number, l.detail, l.reason, encode(l.hash, 'hex') as hash
            from access.look l left join access.officer o on o.id = l.actor
            where l.at >= :since and l.at < :until
            """;

    private static final String OLDER = """
             and l.at <= :at and (l.at < :at or (l.lane, l.seq) > (:lane, :seq))
            """;

    private static final String NEWER = """
             and l.at >= :at and (l.at > :at or (l.lane, l.seq) < (:lane, :seq))
            """;

    private static final Map<String, String> CONDITIONS = conditions();

    private static final String ODD = """
            with week as (select * from access.look where at >= now() - interval '7 days' and actor is not null),
            looks as (select * from week where action in ('look', 'list', 'search', 'export')),
            each as (select actor, count(*) as n from looks group by actor)
            select 'night' as pattern, count(*) as n, count(distinct actor) as officers from looks where extract(hour from at at time zone 'Asia/Almaty') not between 6 and 21
            union all select 'break_glass', count(*), count(distinct actor) from week where purpose = 'break_glass'
            union all select 'outside_territory', count(*), count(distinct actor) from week where purpose = 'outside_territory'
            union all select 'denied', count(*), count(distinct actor) from week where action = 'denied'
            union all select 'many', coalesce(sum(n), 0)::bigint, count(*) from each
                where n > 50 and n > 3 * (select percentile_cont(0.5) within group (order by n) from each)
            """;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final JdbcClient db;
    private final Access access;
    private final Ed25519PrivateKeyParameters key;

    LogReading(JdbcClient db, Access access, OfficeDatabase database) {
        this.db = db;
        this.access = access;
        this.key = new Ed25519PrivateKeyParameters(
                sha256().digest(database.data().secret("export-key").getBytes(StandardCharsets.UTF_8)), 0);
    }

    /// What is asked of the log; empty text means all.
    ///
    /// @param officer letters of a name or a login
    /// @param number a family's number
    /// @param person a person's id
    public record Filter(
            String officer,
            String number,
            String person,
            String action,
            String purpose,
            LocalDate from,
            LocalDate to) {}

    /// A line of the log.
    public record Line(
            LocalDate day,
            int lane,
            long seq,
            OffsetDateTime at,
            String name,
            String office,
            String role,
            @Nullable Integer kato,
            String action,
            String purpose,
            @Nullable Long person,
            @Nullable String number,
            String detail,
            @Nullable String reason,
            String hash) {}

    /// Lines of the log beside one of them.
    ///
    /// @param older whether those that come after it on the page, or those before
    /// @param at the moment of that line
    /// @param lane its lane
    /// @param seq its number
    public record Beside(boolean older, OffsetDateTime at, int lane, long seq) {}

    /// A page of lines, the newest first.
    ///
    /// @param newer whether there are newer ones
    /// @param older whether there are older ones
    public record Lines(List<Line> lines, boolean newer, boolean older) {}

    /// Something odd in the last seven days.
    ///
    /// @param pattern night, break_glass, outside_territory, denied, many
    /// @param n how many lines
    /// @param officers of how many officers
    public record Odd(String pattern, long n, long officers) {}

    /// A page of lines: the newest, or those beside a line. New lines move nothing: a page begins at a line.
    @Transactional(readOnly = true)
    public Lines lines(Filter filter, @Nullable Beside beside) {
        boolean older = beside == null || beside.older();
        String order =
                older ? " order by l.at desc, l.lane, l.seq limit " : " order by l.at, l.lane desc, l.seq desc limit ";
        JdbcClient.StatementSpec statement =
                query(filter, (beside == null ? "" : older ? OLDER : NEWER) + order + (PAGE + 1));
        if (beside != null) {
            statement.param("at", beside.at()).param("lane", beside.lane()).param("seq", beside.seq());
        }
        List<Line> found = statement.query(Line.class).list();
        boolean more = found.size() > PAGE;
        List<Line> lines = more ? found.subList(0, PAGE) : found;
        return older ? new Lines(lines, beside != null, more) : new Lines(lines.reversed(), more, true);
    }

    /// What is odd in the last seven days.
    @Transactional(readOnly = true)
    public List<Odd> odd() {
        return db.sql(ODD).query(Odd.class).list();
    }

    /// Writes all lines, however many, as a ZIP of three files: the lines (CSV), the signature over its SHA-256
    /// (Ed25519, Base64),
    /// and the key to check it with.
    @Transactional(readOnly = true)
    public void export(Filter filter, OutputStream out) throws IOException {
        access.looked(Look.did(Action.LOG_EXPORTED, "%s – %s".formatted(filter.from(), filter.to())));
        MessageDigest sha = sha256();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("log.csv"));
        write(zip, sha, "day,lane,seq,at,officer,office,role,kato,action,purpose,person,family,detail,reason,hash\n");
        db.sql("set local statement_timeout = '10min'").update();
        try (Stream<Line> lines =
                query(filter, " order by l.day, l.lane, l.seq").withFetchSize(FETCHED).query(Line.class).stream()) {
            for (Line line : (Iterable<Line>) lines::iterator) {
                write(zip, sha, csv(line));
            }
        }
        zip.closeEntry();
        byte[] hash = sha.digest();
        zip.putNextEntry(new ZipEntry("log.csv.signature"));
        zip.write("sha256 %s%ned25519 %s%n"
                .formatted(HexFormat.of().formatHex(hash), signed(hash))
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("public-key.txt"));
        zip.write(("ed25519 " + publicKey() + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    /// The key with which a signature is checked, in Base64; it stands on the page of the log too.
    public String publicKey() {
        return Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }

    private String signed(byte[] hash) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(hash, 0, hash.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    private JdbcClient.StatementSpec query(Filter filter, String end) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(
                "officer",
                filter.officer().isBlank() ? "" : "%" + filter.officer().strip().replaceAll("[%_\\\\]", "") + "%");
        given.put("number", filter.number().strip());
        given.put(
                "person",
                filter.person().strip().matches("\\d{1,18}") ? filter.person().strip() : "");
        given.put("action", filter.action());
        given.put("purpose", filter.purpose());
        given.values().removeIf(String::isEmpty);
        var sql = new StringBuilder(LINES);
        given.keySet().forEach(name -> sql.append(CONDITIONS.get(name)));
        JdbcClient.StatementSpec statement = db.sql(sql + end)
                .param("since", filter.from().atStartOfDay(Looks.ZONE).toOffsetDateTime())
                .param("until", filter.to().plusDays(1).atStartOfDay(Looks.ZONE).toOffsetDateTime());
        given.forEach(statement::param);
        return statement;
    }

    private static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(
                "officer",
                " and l.actor in (select x.id from access.officer x join access.account a on a.id = x.id where x.name ilike :officer or a.login ilike :officer)");
        conditions.put("number", " and l.number = :number");
        conditions.put("person", " and l.person = cast(:person as bigint)");
        conditions.put("action", " and l.action = :action");
        conditions.put("purpose", " and l.purpose = :purpose");
        return conditions;
    }

    private static String csv(Line line) {
        return String.join(
                        ",",
                        line.day().toString(),
                        Integer.toString(line.lane()),
                        Long.toString(line.seq()),
                        MOMENT.format(line.at().atZoneSameInstant(Looks.ZONE)),
                        quoted(line.name()),
                        quoted(line.office()),
                        line.role(),
                        line.kato() == null ? "" : line.kato().toString(),
                        line.action(),
                        line.purpose(),
                        line.person() == null ? "" : line.person().toString(),
                        quoted(line.number() == null ? "" : line.number()),
                        quoted(line.detail()),
                        quoted(line.reason() == null ? "" : line.reason()),
                        line.hash())
                + "\n";
    }

    /// A cell of a table; one that a spreadsheet would take for a formula gets an apostrophe before it.
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static void write(ZipOutputStream zip, MessageDigest sha, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(bytes);
        zip.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
