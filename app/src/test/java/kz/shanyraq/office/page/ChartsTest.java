package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/// Charts are well-formed, tell their numbers to everybody, and write what others have written only escaped.
class ChartsTest {
    private static final String EVIL = "<script>alert(\"x\")</script>&'";
    private static final Text RU = text(Language.RU);

    private static Text text(Language language) {
        try {
            return new Text(
                    new Words(), language, ZonedDateTime.of(2026, 11, 21, 9, 40, 0, 0, ZoneId.of("Asia/Almaty")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Chart> evil() {
        return Stream.of(
                new Bars(RU, EVIL, List.of(new Bars.Bar(EVIL, 5, EVIL, true, "/?q=" + EVIL), new Bars.Bar(EVIL, 0))),
                new StackedBar(
                        RU, EVIL, List.of(new StackedBar.Part(EVIL, 5, "/" + EVIL), new StackedBar.Part(EVIL, 0))),
                new DotPlot(RU, EVIL, 0, 100, List.of(new DotPlot.Dot(EVIL, 120L, -5L, 3L, true))),
                new Spark(RU, EVIL, List.of(1L, 1L)),
                new Spark(RU, EVIL, List.of()),
                new StepLine(
                        RU,
                        EVIL,
                        List.of(new StepLine.Piece(
                                LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), 0, EVIL, false))),
                new StepLine(RU, EVIL, List.of()),
                new Strip24(RU, EVIL, 3, Collections.nCopies(24, null)),
                new AgeBar(RU, EVIL, 4000, 0),
                new TileMap(
                        RU, EVIL, List.of(1L, 2L, 3L, 4L), n -> EVIL, Map.of(11, new TileMap.Tile(3L, "/" + EVIL))));
    }

    @ParameterizedTest
    @MethodSource("evil")
    void names_of_others_are_escaped_and_the_markup_is_well_formed(Chart chart) throws Exception {
        String markup = written(chart);
        assertThat(markup).doesNotContain("<script").doesNotContain("style=").doesNotContainPattern("=\"[^\"]*\"x\"");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<r>" + markup + "</r>")));
    }

    @Test
    void a_bar_is_as_long_as_its_share_of_the_longest_and_a_small_one_is_still_seen() {
        String markup = written(new Bars(
                RU,
                "t",
                List.of(
                        new Bars.Bar("a", 1_000_000),
                        new Bars.Bar("b", 500_000),
                        new Bars.Bar("c", 1),
                        new Bars.Bar("d", 0))));
        assertThat(markup)
                .contains("width=\"100\"", "width=\"50\"", "width=\"0.60\"", "width=\"0\"")
                .contains("1\u00a0000\u00a0000");
    }

    @Test
    void the_parts_of_a_whole_are_said_in_one_sentence_and_stand_beside_their_colours() {
        String markup =
                written(new StackedBar(RU, "Семьи", List.of(new StackedBar.Part("A", 3), new StackedBar.Part("B", 1))));
        assertThat(markup)
                .contains("aria-label=\"Семьи: A 3, B 1\"")
                .contains("75\u00a0%")
                .contains("25\u00a0%");
        assertThatThrownBy(() -> new StackedBar(RU, "t", Collections.nCopies(7, new StackedBar.Part("A", 1))))
                .hasMessageContaining("at most 6");
    }

    @Test
    void a_strip_tells_hours_without_connection_from_hours_without_messages() {
        List<Long> hours = new java.util.ArrayList<>(Collections.nCopies(24, 10L));
        hours.set(0, 0L);
        hours.set(22, null);
        hours.set(23, null);
        String markup = written(new Strip24(RU, "МСЭ", 9, hours));
        assertThat(markup).contains("МСЭ: 210 сообщений за 24 часа; без связи 2 часа");
        assertThat(markup)
                .contains(
                        "<th scope=\"row\">10:00</th><td class=\"r\">0</td>",
                        "<th scope=\"row\">09:00</th><td class=\"r\">нет связи</td>");
        assertThat(markup.split("class=\"off\"", -1)).hasSize(3);
        assertThat(markup.split("class=\"nil\"", -1)).hasSize(2);
    }

    @Test
    void a_line_steps_where_a_value_follows_and_has_a_hole_where_none_is_known() {
        String markup = written(new StepLine(
                RU,
                "МРП",
                List.of(
                        new StepLine.Piece(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), 50, "50", false),
                        new StepLine.Piece(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 100, "100", true),
                        new StepLine.Piece(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), 75, "75", true))));
        assertThat(markup).contains("aria-label=\"МРП: от 50 до 100, последнее значение 75\"");
        assertThat(markup)
                .contains(
                        "<g class=\"un\"><title>01.01.2021 – 31.12.2021: 50, не подтверждено</title>",
                        "<g class=\"on\"><title>01.01.2022 – 31.12.2022: 100</title>");
        assertThat(markup.split("class=\"rise\"", -1)).hasSize(2);
    }

    @Test
    void an_age_beyond_its_limit_is_marked_and_said() {
        assertThat(written(new AgeBar(RU, "МСЭ", 41, 30)))
                .contains("age-b old")
                .contains("МСЭ: 41 день, предел 30 дней")
                .contains("width=\"64\"");
        assertThat(written(new AgeBar(RU, "МСЭ", 30, 30))).doesNotContain("old");
    }

    @Test
    void the_map_has_all_twenty_regions_and_hides_small_counts() {
        Map<Integer, TileMap.Tile> regions =
                Map.of(62, new TileMap.Tile(null, null), 71, new TileMap.Tile(7L, "/regions/71"));
        String markup = written(new TileMap(RU, "t", List.of(1L, 5L, 9L, 12L), RU::number, regions));
        assertThat(TileMap.codes()).hasSize(20);
        assertThat(markup.split("<rect x=", -1)).hasSize(21);
        assertThat(markup)
                .contains("aria-label=\"Улытау: не показано: меньше 5")
                .contains(">…<")
                .contains("aria-label=\"Астана: 7\"")
                .contains("class=\"tile o3\"");
        assertThat(markup).contains("role=\"group\"");
        assertThat(markup.split("нет данных", -1).length - 1).isEqualTo(2 * 18);
    }

    @Test
    void a_mark_leads_only_within_the_office() {
        assertThatThrownBy(() -> written(new Bars(RU, "t", List.of(new Bars.Bar("a", 1, "javascript:alert(1)")))))
                .hasMessageContaining("javascript:alert(1)");
    }

    @Test
    void lengths_do_not_depend_on_the_language() {
        assertThat(List.of(Markup.at(0.125), Markup.at(3), Markup.at(-0.5))).containsExactly("0.13", "3", "-0.50");
    }

    private static String written(Chart chart) {
        var out = new StringOutput();
        chart.writeTo(out);
        return out.toString();
    }
}
