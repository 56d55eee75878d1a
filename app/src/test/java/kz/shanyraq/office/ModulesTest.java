package kz.shanyraq.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between the modules, and the picture of them in `docs/modules`.
class ModulesTest {

    /// The one order. A module may look left, never right; to change it is a decision.
    private static final List<String> ORDER = List.of(
            "database", "page", "access", "registry", "employment", "benefits", "financing", "monitoring", "commands");

    private static final ApplicationModules MODULES = ApplicationModules.of(Office.class);

    private static List<ApplicationModule> inOrder() {
        return ORDER.stream()
                .flatMap(name -> MODULES.getModuleByName(name).stream())
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static List<String> seenBy(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ModulesTest::name)
                .filter(name -> !name.equals(name(module)))
                .sorted((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b))
                .toList();
    }

    @Test
    void every_module_stays_behind_its_walls() {
        MODULES.verify();
    }

    @Test
    void a_module_looks_left_and_never_right() {
        assertThat(MODULES.stream().map(ModulesTest::name)).isSubsetOf(ORDER);
        for (ApplicationModule module : inOrder()) {
            assertThat(seenBy(module)).as(name(module)).isSubsetOf(ORDER.subList(0, ORDER.indexOf(name(module))));
        }
    }

    @Test
    void web_is_the_only_package_inside_a_module() throws IOException {
        Path sources = Path.of("src/main/java/kz/shanyraq/office");
        for (String module : ORDER) {
            if (Files.isDirectory(sources.resolve(module))) {
                try (Stream<Path> inside = Files.list(sources.resolve(module))) {
                    assertThat(inside.filter(Files::isDirectory)
                                    .map(path -> path.getFileName().toString()))
                            .as(module)
                            .isSubsetOf("web");
                }
            }
        }
    }

    @Test
    void the_picture_of_the_modules_is_as_it_was_approved() throws IOException {
        var text = new StringBuilder("""
                # The modules of the office

                Made from the code by `ModulesTest`. A module may look left, never right:
                %s.

                ```mermaid
                flowchart RL
                """.formatted(String.join(
                " · ", inOrder().stream().map(ModulesTest::name).toList())));
        for (ApplicationModule module : inOrder()) {
            text.append("    ").append(name(module)).append('\n');
            for (String seen : seenBy(module)) {
                text.append("    ")
                        .append(name(module))
                        .append(" --> ")
                        .append(seen)
                        .append('\n');
            }
        }
        text.append("```\n");
        for (ApplicationModule module : inOrder()) {
            text.append("\n## ")
                    .append(name(module))
                    .append("\n\n")
                    .append(said(name(module)))
                    .append("\n\n");
            row(text, "Looks at", seenBy(module).stream());
            row(text, "Its door", door(module));
            row(
                    text,
                    "Publishes",
                    module.getPublishedEvents().stream()
                            .map(event -> event.getType().getSimpleName()));
            row(text, "Listens to", module.getEventsListenedTo(MODULES).stream().map(JavaClass::getSimpleName));
        }
        Approved.page("docs/modules/README.md", text.toString());
    }

    private static Stream<String> door(ApplicationModule module) {
        return module.getNamedInterfaces().stream()
                .flatMap(shown -> shown.asJavaClasses())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .filter(type -> !type.equals("package-info"));
    }

    private static void row(StringBuilder text, String what, Stream<String> values) {
        String joined = values.collect(Collectors.toCollection(TreeSet::new)).stream()
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
        if (!joined.isEmpty()) {
            text.append("* ").append(what).append(": ").append(joined).append('\n');
        }
    }

    /// What the module says of itself in its package.
    private static String said(String module) throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("src/main/java/kz/shanyraq/office", module, "package-info.java"))) {
            return lines.takeWhile(line -> line.startsWith("///"))
                    .map(line -> line.substring(3).strip())
                    .collect(Collectors.joining("\n"));
        }
    }
}
