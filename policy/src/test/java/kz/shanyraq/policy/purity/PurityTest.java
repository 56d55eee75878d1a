package kz.shanyraq.policy.purity;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.shanyraq.policy.Day;
import org.junit.jupiter.api.Test;

/// The law is pure: the same facts and figures give the same answer on every machine, on every day.
class PurityTest {

    private static final Path COMPILED = Path.of("target/classes");
    private static final String FIGURES = "kz.shanyraq.policy.figures";
    private static final JavaClasses LAW = new ClassFileImporter().importPath(COMPILED);

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return describe("named " + pattern, type -> type.getName().matches(pattern));
    }

    @Test
    void no_clock() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "ask what time it is",
                        call -> call.getTargetOwner().getPackageName().startsWith("java.time")
                                && call.getName().matches("now|system.*|tick.*")))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat(type(java.time.Clock.class))
                .orShould()
                .dependOnClassesThat(type(java.util.Date.class))
                .orShould()
                .dependOnClassesThat(type(java.util.Calendar.class))
                .check(LAW);
    }

    @Test
    void no_randomness() {
        noClasses()
                .should()
                .dependOnClassesThat(named(".*Random.*|java\\.util\\.UUID|java\\.security\\..*"))
                .orShould()
                .callMethod(Math.class, "random")
                .check(LAW);
    }

    @Test
    void no_input_or_output_but_the_files_in_its_own_jar() {
        noClasses()
                .that()
                .resideOutsideOfPackage(FIGURES)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                                .and(type(Serializable.class).negate()))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .dependOnClassesThat(named("java\\.lang\\.(Process.*|Runtime|Thread|System\\$Logger)"))
                .check(LAW);
        noClasses()
                .that()
                .resideInAPackage(FIGURES)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.."))
                .check(LAW);
    }

    @Test
    void no_dependency_but_the_language() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("kz.shanyraq.policy..", "java..", "org.jspecify.annotations", ""))
                .check(LAW);
    }

    @Test
    void the_module_requires_only_the_base_and_annotations_and_opens_nothing() throws IOException {
        try (InputStream in = Files.newInputStream(COMPILED.resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            assertThat(module.requires().stream().map(Requires::name))
                    .containsExactlyInAnyOrder("java.base", "org.jspecify");
            assertThat(module.requires().stream()
                            .filter(required -> required.name().equals("org.jspecify"))
                            .flatMap(required -> required.modifiers().stream()))
                    .contains(Modifier.STATIC);
            assertThat(module.opens()).isEmpty();
            assertThat(module.uses()).isEmpty();
            assertThat(module.provides()).isEmpty();
        }
    }

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        slices().matching("kz.shanyraq.policy.(*)..").should().beFreeOfCycles().check(LAW);
    }

    @Test
    void the_tools_know_no_benefit() {
        noClasses()
                .that()
                .resideInAPackage("kz.shanyraq.policy")
                .should()
                .dependOnClassesThat(resideInAPackage("kz.shanyraq.policy.*.."))
                .check(LAW);
    }

    @Test
    void static_fields_are_final_and_arrays_are_kept_at_home() {
        fields().that().areStatic().should().beFinal().check(LAW);
        List<String> shared = LAW.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isArray())
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC)
                        || field.getModifiers().contains(JavaModifier.PROTECTED))
                .map(JavaField::getFullName)
                .toList();
        assertThat(shared).isEmpty();
    }

    /// Looked at as they are at run time: a list, set or map that anybody could change is state.
    @Test
    void static_collections_cannot_be_changed() throws ReflectiveOperationException {
        var mutable = new ArrayList<String>();
        for (Field field : staticFields()) {
            boolean collection =
                    Collection.class.isAssignableFrom(field.getType()) || Map.class.isAssignableFrom(field.getType());
            if (collection) {
                field.setAccessible(true);
                String kind = field.get(null).getClass().getName();
                if (!kind.startsWith("java.util.ImmutableCollections")
                        && !kind.startsWith("java.util.Collections$Unmodifiable")) {
                    mutable.add(field + " is a " + kind);
                }
            }
        }
        assertThat(mutable).isEmpty();
    }

    private static List<Field> staticFields() {
        return LAW.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::reflect)
                .toList();
    }

    /// Looked at in the compiled instructions: not a sum, not a division, not an argument.
    @Test
    void no_floating_point_anywhere() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(COMPILED)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(file);
                type.fields().stream()
                        .filter(field -> isFloating(field.fieldTypeSymbol()))
                        .forEach(field -> found.add(type.thisClass().asInternalName() + "." + field.fieldName()));
                type.methods().forEach(method -> floating(type, method, found));
            }
        }
        assertThat(found).isEmpty();
    }

    private static void floating(ClassModel type, MethodModel method, List<String> found) {
        String name = type.thisClass().asInternalName() + "." + method.methodName();
        if (Stream.concat(
                        Stream.of(method.methodTypeSymbol().returnType()),
                        method.methodTypeSymbol().parameterList().stream())
                .anyMatch(PurityTest::isFloating)) {
            found.add(name + " in its signature");
        }
        method.code()
                .ifPresent(code -> code.forEach(element -> {
                    if (element instanceof Instruction instruction && isFloating(instruction.opcode())) {
                        found.add(name + " by " + instruction.opcode());
                    }
                }));
    }

    private static boolean isFloating(ClassDesc type) {
        return type.equals(ConstantDescs.CD_double)
                || type.equals(ConstantDescs.CD_float)
                || type.equals(ConstantDescs.CD_Double)
                || type.equals(ConstantDescs.CD_Float)
                || type.isArray() && isFloating(type.componentType());
    }

    private static final Set<String> NOT_FLOATING = Set.of("DUP", "DUP_X1", "DUP_X2", "DUP2", "DUP2_X1", "DUP2_X2");

    /// Instructions on floating numbers begin with D or F, or convert to them.
    private static boolean isFloating(Opcode opcode) {
        String name = opcode.name();
        return (name.startsWith("D") || name.startsWith("F") || name.endsWith("2D") || name.endsWith("2F"))
                && !NOT_FLOATING.contains(name);
    }

    @Test
    void the_look_into_the_instructions_sees_what_it_should() {
        assertThat(Stream.of(Opcode.DADD, Opcode.FMUL, Opcode.L2D, Opcode.I2F, Opcode.DLOAD))
                .allMatch(PurityTest::isFloating);
        assertThat(Stream.of(Opcode.DUP2, Opcode.LADD, Opcode.GETFIELD)).noneMatch(PurityTest::isFloating);
        assertThat(LAW.contain(Day.class)).isTrue();
    }
}
