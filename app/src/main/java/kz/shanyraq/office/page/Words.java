package kz.shanyraq.office.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All that the pages say, in three languages: the files `messages/<module>_{kk,ru,en}.properties` of every module.
/// A value is an ICU message: `{0}` is an argument, `{0, plural, one {…} other {…}}` chooses by number.
@Component
public final class Words {
    private final List<Map<String, String>> patterns = new ArrayList<>();
    private final List<Map<String, MessageFormat>> formats = new ArrayList<>();

    /// Reads the files of all modules.
    public Words() throws IOException {
        var resources = new PathMatchingResourcePatternResolver(Words.class.getClassLoader());
        for (Language language : Language.values()) {
            Map<String, String> words = new HashMap<>();
            for (Resource file : resources.getResources("classpath*:messages/*_" + language.code() + ".properties")) {
                read(file, words);
            }
            patterns.add(Map.copyOf(words));
            formats.add(new ConcurrentHashMap<>());
        }
    }

    /// The words with this key, with their arguments in place; a key without words is a mistake of ours.
    public String get(Language language, String key, Object... arguments) {
        String pattern = pattern(language, key);
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format = formats.get(language.ordinal())
                .computeIfAbsent(key, k -> new MessageFormat(pattern, language.locale()));
        return format.clone().format(arguments);
    }

    /// Whether there are words with this key.
    public boolean has(String key) {
        return all(Language.EN).containsKey(key);
    }

    /// All keys of a language with their patterns.
    Map<String, String> all(Language language) {
        return patterns.get(language.ordinal());
    }

    private String pattern(Language language, String key) {
        String pattern = all(language).get(key);
        if (pattern == null) {
            throw new NoSuchElementException("There are no words for '%s' in %s.".formatted(key, language.ownName()));
        }
        return pattern;
    }

    private static void read(Resource file, Map<String, String> words) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        for (String key : properties.stringPropertyNames()) {
            if (words.put(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException("Two files have words for '%s'; one is %s.".formatted(key, file));
            }
        }
    }

    /// What the arguments of a pattern are called, in order, for the test that compares languages.
    static SortedSet<String> arguments(String pattern) {
        var names = new TreeSet<String>();
        var parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER
                    || part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }
}
