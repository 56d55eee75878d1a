package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.Families;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// Letters as families read them: the same words as the page, one sheet, accessible, and to be checked by whoever holds
/// one.
@OfficeTest
@TestPropertySource(properties = {"shanyraq.site=https://office.example/", "shanyraq.demo=village"})
@DirtiesContext
class LettersTest {

    private static final int HERE = 354_800_000;
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final List<String> NAMES = List.of("Айгүл", "Ерлан", "Дамир", "Аружан", "Санжар");
    private static final String LETTERS = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі ₸ №";

    @Autowired
    private Letters letters;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    private static void adult(HouseholdBuilder family, String relation, String work) {
        family.person("relation", relation, "birth_date", "1987-03-04", "status", "citizen")
                .and("absence", "none", "disability", "none", "work", work, "study", "none", "cares_for", "none")
                .and("long_illness", "false", "award", "none");
    }

    /// A family of five: what an answer needs is known, unless a story says otherwise.
    private static Households told(Outcome story) {
        boolean rich = story == Outcome.REFUSED;
        HouseholdBuilder family = new HouseholdBuilder()
                .family("region", "35", "survey_refused", "false", "dwellings", "1", "unsafe_dwellings", "0")
                .family(
                        "heavy_vehicles",
                        "false",
                        "premises_for_profit",
                        Boolean.toString(rich),
                        "building_plot",
                        "false");
        if (story != Outcome.UNDECIDED) {
            family.family("cars", rich ? "2" : "1");
        }
        adult(family, "head", "none");
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            family.income(month, "wage", rich ? 310_000 : 120_000);
        }
        adult(family, "spouse", story == Outcome.UNDECIDED ? "" : "permanent");
        for (String born : List.of("2012-05-01", "2017-01-31", "2022-12-24")) {
            family.person("relation", "child", "birth_date", born, "status", "citizen", "absence", "none")
                    .and("disability", "none", "award", "none");
        }
        return family.build();
    }

    private static Member member(Families.Known family, String name) {
        boolean woman = name.equals("Айгүл") || name.equals("Аружан");
        return new Member(
                family.person(name),
                List.of(),
                woman ? "Серікова" : "Сериков",
                name,
                name.equals("Айгүл") ? "Болатқызы" : null,
                woman ? "f" : "m",
                LocalDate.of(NAMES.indexOf(name) < 2 ? 1987 : 2012, 3, 4),
                null,
                null,
                name.equals("Айгүл") ? "head" : name.equals("Ерлан") ? "spouse" : "child",
                "none");
    }

    private static Letters.Draft draft(Families.Known family, Outcome story, Benefit benefit, long decision) {
        Households columns = told(story);
        var catalogue = new Catalogue(MONTH, Figures.shipped());
        Explanation why = new Explainer(catalogue).explain(columns, 0, -1, benefit);
        why = why.with(Unless.find(catalogue, columns, 0, why));
        return new Letters.Draft(
                decision,
                new Household(
                        family.id(),
                        MONTH,
                        AsOf.on(DAY),
                        NAMES.stream().map(name -> member(family, name)).toList(),
                        columns),
                new Entitlement(benefit, null, null, why),
                DAY,
                "Қарағанды қаласының мансап орталығы",
                why.monthly() > 0 ? Letter.quarter(MONTH, why.monthly()) : List.of(),
                List.of(
                        new Letter.Signer("Шешім:", "Асель Т., әлеуметтік қызметкер"),
                        new Letter.Signer("Екінші қол:", "Дәурен М.")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /// Keeps a letter and its picture where somebody can look at them.
    private static void look(byte[] pdf, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/letters"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 110),
                    "png",
                    folder.resolve(name + ".png").toFile());
        }
    }

    private static final Map<Language, List<String>> GRANTED = new EnumMap<>(Map.of(
            Language.KK,
                    List.of(
                            "Тағайындалды: атаулы әлеуметтік көмек",
                            "2026 жылғы 17 қараша",
                            "2026 жылғы желтоқсан",
                            "Кедейлік шегі",
                            "17.02.2027 дейін шағым беріңіз",
                            "ресми мәтінмен расталмаған"),
            Language.RU,
                    List.of(
                            "Назначено: адресная социальная помощь",
                            "17 ноября 2026",
                            "декабрь 2026",
                            "Черта бедности",
                            "до 17.02.2027",
                            "не подтверждено официальным текстом"),
            Language.EN,
                    List.of(
                            "Granted: targeted social assistance",
                            "17 November 2026",
                            "December 2026",
                            "Poverty line",
                            "until 17.02.2027",
                            "not confirmed by an official text")));

    private static final Map<Language, List<String>> REFUSED = new EnumMap<>(Map.of(
            Language.KK,
                    List.of(
                            "Бас тартылды: атаулы әлеуметтік көмек",
                            "нормадан бір адамға айына",
                            "Біреуден артық жеңіл автокөлігі бар."),
            Language.RU,
                    List.of(
                            "Отказано: адресная социальная помощь",
                            "Это больше нормы на",
                            "Больше одной легковой машины.",
                            "Есть отдельное помещение для извлечения дохода.",
                            "Если какие-то сведения неверны"),
            Language.EN, List.of("Refused: targeted social assistance", "above the norm")));

    private static final Map<Language, List<String>> UNDECIDED = new EnumMap<>(Map.of(
            Language.KK, List.of("Мәлімет қажет: атаулы әлеуметтік көмек", "өзіміз сұратамыз"),
            Language.RU, List.of("Нужны сведения: адресная социальная помощь", "запросим сами"),
            Language.EN, List.of("Facts needed: targeted social assistance", "we ask for it ourselves")));

    @ParameterizedTest(name = "{0}")
    @EnumSource(Outcome.class)
    void a_letter_says_in_each_language_what_was_decided_and_why_on_one_sheet(Outcome story) throws IOException {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Letters.Draft draft = draft(family, story, Benefit.TARGETED_ASSISTANCE, 1);
        assertThat(draft.entitlement().explanation().outcome()).isEqualTo(story);
        for (Language language : Language.values()) {
            byte[] pdf = letters.preview(draft, language);
            look(pdf, story.code() + "-" + language.code());
            Map<Language, List<String>> said = switch (story) {
                case GRANTED -> GRANTED;
                case REFUSED -> REFUSED;
                case UNDECIDED -> UNDECIDED;
            };
            String text = text(pdf);
            assertThat(text)
                    .as(text)
                    .contains("Серікова Айгүл Болатқызы", family.id().number(), "Қарағанды қаласының мансап орталығы")
                    .contains("office.example/verify", "0000-0000-0000", "Дәурен М.", "demo")
                    .doesNotContain("??", "benefits.letter", "{0}", "null")
                    .contains(Objects.requireNonNull(said.get(language)));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages())
                        .as("%s in %s", story, language)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void the_letters_of_kazakh_are_printed_with_fonts_of_our_own() throws IOException {
        Letters.Draft plain =
                draft(families.aigulWithThreeChildren(HERE), Outcome.GRANTED, Benefit.TARGETED_ASSISTANCE, 1);
        var draft = new Letters.Draft(
                1, plain.household(), plain.entitlement(), DAY, LETTERS, plain.sums(), plain.signers());
        byte[] pdf = letters.preview(draft, Language.KK);
        assertThat(text(pdf)).contains(LETTERS);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            List<String> fonts = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName());
            }
            assertThat(fonts).isNotEmpty().allMatch(name -> name.contains("NotoSans"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_letter_can_be_read_aloud(Language language) throws IOException {
        byte[] pdf = letters.preview(
                draft(families.aigulWithThreeChildren(HERE), Outcome.GRANTED, Benefit.TARGETED_ASSISTANCE, 1),
                language);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(language.code());
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            String about = new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(about)
                    .contains("pdfuaid")
                    .contains(document.getDocumentInformation().getTitle());
            List<PDStructureElement> tags = new ArrayList<>();
            collect(catalog.getStructureTreeRoot(), tags);
            List<String> kinds =
                    tags.stream().map(PDStructureElement::getStructureType).toList();
            assertThat(kinds).contains("Document", "H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Figure");
            assertThat(tags.stream().filter(tag -> tag.getStructureType().equals("Figure")))
                    .hasSize(2)
                    .allSatisfy(figure ->
                            assertThat(figure.getAlternateDescription()).isNotBlank());
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                collect(element, into);
            }
        }
    }

    @Test
    void a_camera_reads_where_a_letter_is_checked()
            throws IOException, NotFoundException, FormatException, ChecksumException {
        byte[] pdf = letters.preview(
                draft(families.aigulWithThreeChildren(HERE), Outcome.REFUSED, Benefit.TARGETED_ASSISTANCE, 1),
                Language.RU);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var picture = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                            .getText())
                    .isEqualTo("https://office.example/verify/0000-000000?code=000000000000");
        }
    }

    @Test
    void whoever_holds_a_letter_can_check_it_and_nobody_else_learns_of_it() {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting officer = officers.socialWorker(HERE);
        Letters.Draft draft = draft(family, Outcome.GRANTED, Benefit.TARGETED_ASSISTANCE, 77);
        Letters.Issued issued = Access.as(officer, () -> letters.issue(draft, Language.KK));
        String code = codeOf(officer, issued);
        Optional<Letters.Standing> standing = letters.verify(issued.number(), code.toLowerCase(java.util.Locale.ROOT));
        assertThat(standing).hasValueSatisfying(found -> {
            assertThat(found.day()).isEqualTo(DAY);
            assertThat(found.topic().code()).isEqualTo("targeted_assistance");
            assertThat(found.superseded()).isFalse();
        });
        assertThat(letters.verify(issued.number(), "ABCDEFGHJKLM")).isEmpty();
        assertThat(letters.verify("2026-999999", code)).isEmpty();
        assertThat(letters.verify(issued.number(), "")).isEmpty();
        assertThat(Access.as(officer, () -> letters.of(family.id().value()))).containsExactly(issued);
        Letters.Issued again = Access.as(officer, () -> letters.issue(draft, Language.KK));
        assertThat(again.number()).isNotEqualTo(issued.number());
        assertThat(letters.verify(issued.number(), code))
                .hasValueSatisfying(found -> assertThat(found.superseded()).isTrue());
        assertThat(Access.as(officer, () -> letters.supersede(77))).isEqualTo(1);
    }

    /// The code stands in the letter and in the row, nowhere else.
    private String codeOf(Acting officer, Letters.Issued issued) {
        try {
            String text =
                    text(Access.as(officer, () -> letters.pdf(issued.number())).orElseThrow());
            return text.replaceFirst(".*Коды: ([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}).*", "$1");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void of_the_family_only_she_reads_it_to_whom_it_is_written_and_officers_elsewhere_do_not() {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Letters.Issued issued = Access.as(
                officers.socialWorker(HERE),
                () -> letters.issue(draft(family, Outcome.GRANTED, Benefit.TARGETED_ASSISTANCE, 78), Language.RU));
        Acting mother =
                officers.citizen(family.person("Айгүл").value(), family.id().value());
        Acting father =
                officers.citizen(family.person("Ерлан").value(), family.id().value());
        Families.Known other = families.alone(HERE, "Омарова", "Дана", "1990-01-01");
        Acting neighbour =
                officers.citizen(other.person("Дана").value(), other.id().value());
        assertThat(Access.as(mother, () -> letters.pdf(issued.number()))).isPresent();
        assertThat(Access.as(father, () -> letters.pdf(issued.number()))).isEmpty();
        assertThat(Access.as(neighbour, () -> letters.pdf(issued.number()))).isEmpty();
        assertThat(Access.as(officers.socialWorker(114_500_000), () -> letters.pdf(issued.number())))
                .isEmpty();
        assertThat(Access.as(mother, () -> letters.of(family.id().value()))).hasSize(1);
        assertThat(letters.pdf(issued.number())).isEmpty();
    }
}
