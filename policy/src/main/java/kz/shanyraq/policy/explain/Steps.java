package kz.shanyraq.policy.explain;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Cites;

/// The steps of a kind of sheet, read off the fields that cite the law: those of its sections too, in the
/// order in which they are written.
public final class Steps {

    /// A step of a sheet.
    ///
    /// @param name the field's name in lower case with underscores
    /// @param cites where the law says so, its unit, and the facts it reads
    public record Definition(String name, Cites cites, MethodHandle getter) {

        /// The step's number on a sheet.
        long of(Assessment sheet) {
            try {
                return (long) getter.invokeExact((Object) sheet);
            } catch (RuntimeException | Error unexpected) {
                throw unexpected;
            } catch (Throwable impossible) {
                throw new IllegalStateException(name, impossible);
            }
        }
    }

    private static final ClassValue<List<Definition>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Definition> computeValue(Class<?> sheet) {
            var definitions = new ArrayList<Definition>();
            collect(sheet, MethodHandles.identity(Object.class), definitions);
            return List.copyOf(definitions);
        }
    };

    /// The steps of a kind of sheet.
    public static List<Definition> of(Class<? extends Assessment> sheet) {
        return KNOWN.get(sheet);
    }

    private static void collect(Class<?> type, MethodHandle path, List<Definition> into) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            Cites cites = field.getAnnotation(Cites.class);
            if (cites != null) {
                into.add(new Definition(name(field), cites, then(path, field, long.class)));
            } else if (isSection(field.getType())) {
                collect(field.getType(), then(path, field, Object.class), into);
            }
        }
    }

    /// A section is a class of ours with steps of its own.
    private static boolean isSection(Class<?> type) {
        if (type.isPrimitive() || type.isArray() || !type.getName().startsWith("kz.shanyraq.policy.")) {
            return false;
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                    && (field.isAnnotationPresent(Cites.class) || isSection(field.getType()))) {
                return true;
            }
        }
        return false;
    }

    private static MethodHandle then(MethodHandle path, Field field, Class<?> as) {
        try {
            MethodHandle getter = MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
                    .unreflectGetter(field);
            return MethodHandles.filterReturnValue(path, getter.asType(MethodType.methodType(as, Object.class)));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field.toString(), impossible);
        }
    }

    private static String name(Field field) {
        return field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Steps() {}
}
