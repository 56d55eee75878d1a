package kz.shanyraq.office.benefits;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Paper;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.policy.Outcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Letters about decisions, as they were printed. A letter is never changed: another one supersedes it.
@Component
public class Letters {

    private static final String NEXT = "select nextval('benefits.letter_number')";
    private static final String KEEP = """
            insert into benefits.letter (number, decision_id, family_id, to_person, topic, outcome, language, day, code, sha256, pdf)
            values (:number, :decision, :family, :to, :topic, :outcome, :language, :day, :code, :sha256, :pdf)
            """;
    private static final String SUPERSEDE = """
            update benefits.letter set superseded = true where decision_id = :decision and not superseded
            """;
    private static final String SUPERSEDE_IN = """
            update benefits.letter set superseded = true where decision_id = :decision and language = :language and not superseded
            """;
    private static final String PDF = "select pdf from benefits.letter where number = :number";
    private static final String KEPT = "select family_id, pdf from benefits.letter where number = :number";
    private static final String OF = """
            select number, decision_id, topic, outcome, language, day, superseded, sha256 from benefits.letter
            where family_id = :family order by made_at desc, number desc
            """;
    private static final String VERIFY =
            "select day, topic, language, superseded from benefits.verify_letter(:number, :code)";

    /// Letters and digits that nobody mistakes for another.
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int CODE = 12;
    private static final int LONGEST = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What a letter is about, before it has a number.
    ///
    /// @param decision the decision it tells of
    /// @param office who writes, in the language of the letter
    /// @param sums what is paid in each month; empty where it is paid each month until something changes
    /// @param signers who decided, in the language of the letter
    public record Draft(
            long decision,
            Household household,
            Entitlement entitlement,
            LocalDate day,
            String office,
            List<Letter.Sum> sums,
            List<Letter.Signer> signers) {}

    /// A letter that was issued.
    ///
    /// @param sha256 the checksum of its PDF, in hexadecimal digits
    public record Issued(
            String number,
            long decision,
            Topic topic,
            Outcome outcome,
            Language language,
            LocalDate day,
            boolean superseded,
            String sha256) {}

    /// What may be told to whoever holds a letter: that it was issued, when, about what, and whether it still stands.
    public record Standing(LocalDate day, Topic topic, Language language, boolean superseded) {}

    /// A letter as it was printed.
    ///
    /// @param family of which it tells
    public record Kept(long family, byte[] pdf) {}

    private final JdbcClient db;
    private final Paper paper;
    private final Words words;
    private final String site;

    Letters(
            JdbcClient db,
            Paper paper,
            Words words,
            @Value("${shanyraq.site:http://localhost:${server.port:8080}}") String site) {
        this.db = db;
        this.paper = paper;
        this.words = words;
        this.site = site.replaceFirst("/+$", "");
    }

    /// Prints a letter and keeps it. An earlier one about the same decision in the same language is superseded.
    @Transactional
    public Issued issue(Draft draft, Language language) {
        String number = "%d-%06d"
                .formatted(draft.day.getYear(), db.sql(NEXT).query(Long.class).single());
        String code = code();
        Letter letter = letter(draft, number, code);
        byte[] pdf = print(letter, language);
        Topic topic = Topic.of(draft.entitlement.benefit());
        byte[] sha256 = sha256(pdf);
        db.sql(SUPERSEDE_IN)
                .param("decision", draft.decision)
                .param("language", language.code())
                .update();
        db.sql(KEEP)
                .param("number", number)
                .param("decision", draft.decision)
                .param("family", draft.household.family().value())
                .param("to", letter.to().id().value())
                .param("topic", topic.id())
                .param("outcome", letter.outcome().code())
                .param("language", language.code())
                .param("day", draft.day)
                .param("code", code)
                .param("sha256", sha256)
                .param("pdf", pdf)
                .update();
        return new Issued(
                number,
                draft.decision,
                topic,
                letter.outcome(),
                language,
                draft.day,
                false,
                HexFormat.of().formatHex(sha256));
    }

    /// A letter as it would be printed: not kept, and with a number and a code that nobody can check.
    public byte[] preview(Draft draft, Language language) {
        return print(letter(draft, "0000-000000", "0".repeat(CODE)), language);
    }

    private Letter letter(Draft draft, String number, String code) {
        return new Letter(
                draft.household,
                draft.entitlement,
                number,
                code,
                site + "/verify/" + number + "?code=" + code,
                draft.day,
                draft.office,
                draft.sums,
                draft.signers);
    }

    private byte[] print(Letter letter, Language language) {
        return paper.print("benefits/letter", new Text(words, language, ZonedDateTime.now(Looks.ZONE)), letter);
    }

    /// The PDF of a letter, for who may read it.
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(String number) {
        return db.sql(PDF).param("number", number).query(byte[].class).optional();
    }

    /// A letter with the family of which it tells, for who may read it.
    @Transactional(readOnly = true)
    public Optional<Kept> kept(String number) {
        return db.sql(KEPT)
                .param("number", number)
                .query((row, n) -> new Kept(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    /// The letters of a family that the one who acts may read, the newest first.
    @Transactional(readOnly = true)
    public List<Issued> of(long family) {
        return db.sql(OF)
                .param("family", family)
                .query((row, n) -> new Issued(
                        row.getString(1),
                        row.getLong(2),
                        Topic.of(row.getInt(3)),
                        Outcome.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        Language.of(row.getString(5)).orElseThrow(),
                        row.getObject(6, LocalDate.class),
                        row.getBoolean(7),
                        HexFormat.of().formatHex(row.getBytes(8))))
                .list();
    }

    /// Says that the letters about a decision no longer stand.
    ///
    /// @return how many stood
    @Transactional
    public int supersede(long decision) {
        return db.sql(SUPERSEDE).param("decision", decision).update();
    }

    /// Whether a letter with this number and this code was issued. A number that nobody issued and a wrong code are the
    /// same: empty.
    ///
    /// @param code as it was typed: hyphens, spaces and small letters do not matter
    @Transactional(readOnly = true)
    public Optional<Standing> verify(String number, String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (plain.length() != CODE || number.length() > LONGEST) {
            return Optional.empty();
        }
        return db.sql(VERIFY)
                .param("number", number.strip())
                .param("code", plain)
                .query((row, n) -> new Standing(
                        row.getObject(1, LocalDate.class),
                        Topic.of(row.getInt(2)),
                        Language.of(row.getString(3)).orElseThrow(),
                        row.getBoolean(4)))
                .optional();
    }

    private static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
