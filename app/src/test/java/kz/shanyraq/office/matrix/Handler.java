package kz.shanyraq.office.matrix;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A page or form of the office, and how it is asked about a family. It finds itself in the mapping of the
/// running office, so that a new page is walked by itself.
///
/// @param pattern the address, with variables in braces
/// @param post whether it is a form
/// @param fields the parameters by name, with their types
record Handler(String pattern, boolean post, Map<String, Class<?>> variables, Map<String, Class<?>> fields) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /// What pages read that take every parameter as it comes.
    private static final Map<String, List<String>> ASKED = Map.of(
            "/admin/log", List.of("family", "person", "officer", "from", "to", "purpose", "action"),
            "/admin/log/export", List.of("family", "person", "officer", "from", "to", "purpose", "action"),
            "/admin/officers", List.of("login", "name", "office", "email", "role", "kato"));

    private static List<String> asked(String pattern) {
        List<String> asked = ASKED.get(pattern);
        if (asked == null) {
            throw new AssertionError("""
                    The leak matrix does not know what the page %s reads from its map of parameters.
                    Maybe name its parameters in matrix/Handler.""".formatted(pattern));
        }
        return asked;
    }

    static List<Handler> all(RequestMappingHandlerMapping mapping) {
        var all = new ArrayList<Handler>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("kz.shanyraq.")) {
                for (String pattern : new TreeSet<>(info.getPatternValues())) {
                    all.add(of(pattern, info, method));
                }
            }
        });
        all.removeIf(handler -> handler.pattern().equals("/error"));
        all.sort((a, b) -> (a.pattern() + a.post()).compareTo(b.pattern() + b.post()));
        return all;
    }

    private static Handler of(String pattern, RequestMappingInfo info, HandlerMethod method) {
        Map<String, Class<?>> variables = new LinkedHashMap<>();
        Map<String, Class<?>> fields = new LinkedHashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            String name = String.valueOf(parameter.getParameterName());
            RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
            PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
            Class<?> type = parameter.getParameterType();
            if (variable != null) {
                variables.put(variable.value().isEmpty() ? name : variable.value(), type);
            } else if (request != null) {
                if (Map.class.isAssignableFrom(type)) {
                    asked(pattern).forEach(field -> fields.put(field, String.class));
                } else {
                    fields.put(request.value().isEmpty() ? name : request.value(), type);
                }
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)
                    || type.getPackageName().startsWith("kz.shanyraq.") && type.isRecord()) {
                for (RecordComponent component :
                        type.getRecordComponents() == null ? new RecordComponent[0] : type.getRecordComponents()) {
                    fields.put(component.getName(), component.getType());
                }
            } else if (BeanUtils.isSimpleProperty(type)
                    && !type.getPackageName().startsWith("org.springframework.http")
                    && type != java.util.Locale.class) {
                fields.put(name, type);
            }
        }
        boolean post = info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
        return new Handler(pattern, post, variables, fields);
    }

    /// What kind of way to a family this is.
    String kind() {
        if (post) {
            return "form";
        }
        if (pattern.startsWith("/search")) {
            return pattern.equals("/search") ? "search" : "picker";
        }
        if (pattern.contains("export")
                || pattern.endsWith(".csv")
                || pattern.contains("download")
                || pattern.contains("rejects.")) {
            return "export";
        }
        if (pattern.contains("similar") || pattern.contains("suggest")) {
            return "picker";
        }
        return pattern.contains("{") ? "link" : "list or count";
    }

    /// Whether what it is asked with differs from family to family.
    boolean concernsFamilies() {
        return !ways(Household.FAR).equals(ways(Household.RESTRICTED));
    }

    private List<String> ways(Household family) {
        return addresses(RunningOffice.shared().village(), family);
    }

    /// The addresses under which it is asked about a family.
    List<String> addresses(Village village, Household family) {
        Matcher matcher = VARIABLE.matcher(pattern);
        var path = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(path, Matcher.quoteReplacement(variable(matcher.group(1), village, family)));
        }
        matcher.appendTail(path);
        if (post || fields.isEmpty()) {
            return List.of(path.toString());
        }
        var addresses = new TreeSet<String>();
        int most = fields.keySet().stream()
                .mapToInt(name -> values(name, village, family).size())
                .max()
                .orElse(1);
        for (int way = 0; way < most; way++) {
            var query = new ArrayList<String>();
            for (String name : fields.keySet()) {
                List<String> values = values(name, village, family);
                String value = values.get(Math.min(way, values.size() - 1));
                if (!value.isEmpty()) {
                    query.add(name + "=" + Visit.encoded(value));
                }
            }
            addresses.add(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        }
        return List.copyOf(addresses);
    }

    /// The form about a family.
    Map<String, String> form(Village village, Household family) {
        var form = new LinkedHashMap<String, String>();
        fields.keySet()
                .forEach(name -> form.put(name, values(name, village, family).getFirst()));
        return form;
    }

    private String variable(String name, Village village, Household family) {
        return switch (pattern.split("/")[1] + " " + name) {
            case "families number", "families family" -> village.id(family).number();
            case "families person", "persons id", "persons person", "my id", "my person" ->
                Long.toString(village.id(family.head()));
            case "applications id" -> Long.toString(village.application(family));
            case "decisions id" -> Long.toString(village.decision(family));
            case "awards id" -> Long.toString(village.award(family));
            case "offers id" -> Long.toString(village.offer(family));
            case "offers stage" -> "all";
            case "families award" -> Long.toString(village.award(family));
            case "families month" -> "2026-11-01";
            case "payments kind" -> "waiting";
            case "payments reason" -> "held";
            case "payments state" -> "planned";
            case "offers batch" -> "1";
            case "letters number" -> "2026-000001";
            case "appeals id" -> Long.toString(village.appeal(family));
            case "findings topic" -> "targeted_assistance";
            case "families topic" -> "large_family";
            case "families way" -> "by_visit";
            case "day day" -> "2026-12-01";
            case "findings standing" -> "undecided";
            case "wellbeing level" -> "missing";
            case "duplicates id", "duplicates pair" -> Long.toString(village.pair(family));
            case "questions id", "questions question", "my question" -> Long.toString(village.question(family));
            case "intakes id", "intake id", "intakes intake" -> Integer.toString(village.intake());
            case "contracts id" -> Long.toString(village.contract(family));
            case "sources code", "sources source" -> "civil";
            case "law code" -> "large_family";
            case "verify letter" -> "2026-000001";
            case "families sheet", "persons sheet", "my sheet" -> "contact";
            case "families column", "persons column", "my column" -> "phone";
            default -> byType(name, variables.getOrDefault(name, String.class));
        };
    }

    private List<String> values(String name, Village village, Household family) {
        Neighbour head = family.head();
        return switch (name) {
            case "q", "query", "text" ->
                List.of(
                        head.iin(),
                        head.lastName(),
                        head.lastName() + " " + head.firstName(),
                        head.firstName() + " " + head.birth().getYear(),
                        head.phone(),
                        village.id(family).number(),
                        family.street());
            case "family", "number" -> List.of(village.id(family).number());
            case "familyId" -> List.of(Long.toString(village.id(family).value()));
            case "person", "personId", "subject" -> List.of(Long.toString(village.id(head)));
            case "other", "into" ->
                List.of(Long.toString(village.id(family.members().getLast())));
            case "iin" -> List.of(head.iin());
            case "lastName", "name" -> List.of(head.lastName());
            case "firstName" -> List.of(head.firstName());
            case "patronymic" -> List.of(head.patronymic());
            case "phone" -> List.of(head.phone());
            case "address", "street" -> List.of(family.address());
            case "birthDate", "born" -> List.of(head.birth().toString());
            case "sex" -> List.of(String.valueOf(head.sex()));
            case "measure" -> List.of("families", "persons");
            case "region" -> List.of(Integer.toString(family.kato() / 10_000_000 * 10_000_000));
            case "district" -> List.of(Integer.toString(family.kato() / 100_000 * 100_000));
            case "topic", "benefit" -> List.of("", "targeted_assistance");
            case "perDay", "per_day" -> List.of("10");
            case "way" -> List.of("by_visit", "by_family");
            case "fact" -> List.of("needs_care");
            case "outcome" -> List.of("done");
            case "by" -> List.of("", "unreceived");
            case "kato", "place", "territory" -> List.of(Integer.toString(family.kato()));
            case "intake", "delivery" -> List.of(Integer.toString(village.intake()));
            case "source" -> List.of("civil");
            case "sheet" -> List.of("contact");
            case "column" -> List.of("phone");
            case "words", "reason", "note", "document", "claimed", "value", "why", "told" ->
                List.of("Құжат бойынша тексеру керек");
            case "on", "known", "from", "to", "since", "until", "validFrom", "day" -> List.of("", "2025-06-01");
            case "version",
                    "owner",
                    "licence",
                    "files",
                    "confirm",
                    "relation",
                    "absence",
                    "settlement",
                    "language",
                    "anyway",
                    "checked",
                    "confirmed",
                    "seen",
                    "iinless",
                    "step",
                    "sort",
                    "state",
                    "kind",
                    "status",
                    "filter",
                    "tab",
                    "action",
                    "role",
                    "purpose",
                    "officer",
                    "month",
                    "rule",
                    "next",
                    "ended",
                    "error",
                    "file",
                    "page",
                    "after",
                    "before",
                    "size",
                    "old",
                    "fresh",
                    "secret",
                    "login",
                    "password",
                    "answer",
                    "code",
                    "again",
                    "current",
                    "repeat",
                    "post",
                    "session",
                    "email",
                    "office",
                    "message",
                    "decision",
                    "area",
                    "adults",
                    "elders",
                    "students",
                    "school",
                    "small",
                    "infants",
                    "babies",
                    "spouse",
                    "grown",
                    "relatives",
                    "citizens",
                    "disability",
                    "group1",
                    "group2",
                    "group3",
                    "disabledsmall",
                    "disabledschool",
                    "steady",
                    "casual",
                    "idle",
                    "ill",
                    "care",
                    "owned",
                    "income",
                    "act",
                    "iban",
                    "applicant",
                    "agreed",
                    "condition",
                    "mine",
                    "show",
                    "edit" -> List.of("");
            default -> List.of(byType(name, fields.getOrDefault(name, String.class)));
        };
    }

    private String byType(String name, Class<?> type) {
        if (type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class
                || type == short.class) {
            return "1";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (type == UUID.class) {
            return new UUID(0, 1).toString();
        }
        if (type == LocalDate.class) {
            return "2025-06-01";
        }
        if (type.isEnum()) {
            return Arrays.toString(type.getEnumConstants()).replaceAll("[\\[,].*?(\\w+).*", "$1");
        }
        if (!BeanUtils.isSimpleProperty(type)) {
            return "";
        }
        throw new AssertionError("""
                The leak matrix does not know what to put for '%s' of %s.
                Maybe say in matrix/Handler what it means of a family: a number, a name, a word that is no matter.""".formatted(name, pattern));
    }

    @Override
    public String toString() {
        return (post ? "POST " : "GET ") + pattern;
    }
}
